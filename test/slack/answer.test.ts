/** From a reply to the steps Slack is told: the corners that the stories do not reach. */
import { describe, expect, it } from 'vitest'
import { type Asked, answer } from '../../adapters/slack/answer.ts'
import { heading, say } from '../../src/chat/words.ts'
import type { FormView } from '../../src/forms/view.ts'
import { refuse } from '../../src/kernel/result.ts'

const message = say('Noted.')
const modal = { id: 'V1', kind: 'modal' as const, inputs: ['A5', 'A6|||date', 'A6|||time'] }
const submitted: Asked = {
  verb: 'form.page',
  origin: { user: 'U7', direct: false, trigger: 't', submitted: true, view: modal },
}
const view = (...wrong: string[]): FormView => ({
  draft: 'd',
  form: 'A',
  page: 'A1',
  title: 'A',
  heading: 'A',
  progress: { answered: 0, of: 2, page: 1, pages: 1 },
  pace: 'page',
  forward: 'Next',
  fields: [
    {
      id: 'A5',
      kind: 'short',
      label: 'Five',
      required: true,
      max: 9,
      ...(wrong.includes('A5') ? { error: 'No.' } : {}),
    },
    {
      id: 'A6',
      kind: 'datetime',
      label: 'Six',
      required: true,
      ...(wrong.includes('A6') ? { error: 'Not yet.' } : {}),
    },
  ],
})

describe('after a modal was submitted', () => {
  it('errors stand beside their fields; one with two inputs has it at the first', () => {
    expect(answer({ kind: 'form', view: view('A5', 'A6') }, submitted, {}).ack).toEqual({
      response_action: 'errors',
      errors: { A5: 'No.', 'A6|||date': 'Not yet.' },
    })
  })

  it('the errors of a table stand beside its cells where its rows are given; rows that people add are drawn anew with them', () => {
    const table = (labels: boolean): FormView => ({
      ...view(),
      fields: [
        {
          id: 'A7',
          kind: 'rows',
          label: 'Seven',
          required: true,
          max: 2,
          columns: [{ id: 'how', label: 'How', kind: 'text', required: true }],
          ...(labels
            ? {
                labels: [
                  { value: 'nhs', label: 'NHS' },
                  { value: 'mps', label: 'Police' },
                ],
              }
            : {}),
          value: [{ how: '?' }, { how: '!' }],
          error: 'Look again at what is marked',
          wrong: [0, 1].map((row) => ({ row, column: 'how', error: `No, ${row}.` })),
        },
      ],
    })
    const inputs = (...rows: readonly string[]) => ({
      ...submitted,
      origin: { ...submitted.origin, view: { ...modal, inputs: rows.map((row) => `A7|${row}|how`) } },
    })
    expect(answer({ kind: 'form', view: table(true) }, inputs('~nhs', '~mps'), {}).ack).toEqual({
      response_action: 'errors',
      errors: { 'A7|~nhs|how': 'No, 0.', 'A7|~mps|how': 'No, 1.' },
    })
    // Of four rows two were left blank, and only Slack knows which
    const { ack } = answer({ kind: 'form', view: table(false) }, inputs('0', '1', '2', '3'), {})
    expect(ack).toMatchObject({ response_action: 'update' })
    expect(JSON.stringify(ack)).toContain('No, 1.')
  })

  it('a field that was not there yet is drawn, with the error above it', () => {
    const origin = { ...submitted.origin, view: { ...modal, inputs: ['A5'] } }
    const { ack } = answer({ kind: 'form', view: view('A5', 'A6') }, { ...submitted, origin }, {})
    expect(ack).toMatchObject({ response_action: 'update', view: { type: 'modal' } })
    expect(JSON.stringify(ack)).toContain('Not yet.')
  })

  it('a refusal stands beside its field, or on top of the form so that nothing typed is lost', () => {
    const why = refuse('looks-like-a-name', 'This looks like a name.', 'Use the desk.', 'A5')
    expect(answer({ kind: 'refusal', refusal: why }, submitted, {}).ack).toEqual({
      response_action: 'errors',
      errors: { A5: 'This looks like a name. Use the desk.' },
    })
    const { field: _none, ...other } = why
    expect(answer({ kind: 'refusal', refusal: other }, submitted, {}).ack).toMatchObject({ response_action: 'push' })
  })

  it('the end of the form closes it and is said directly', () => {
    expect(answer({ kind: 'done', message }, submitted, {})).toMatchObject({
      ack: { response_action: 'clear' },
      steps: [{ do: 'tell', user: 'U7' }],
    })
  })
})

describe('elsewhere', () => {
  it('nothing is said where there is nothing to say', () => {
    expect(answer({ kind: 'nothing' }, submitted, {})).toEqual({ steps: [] })
  })

  it('the home tab turns to the page that was asked for', () => {
    const long = { ...message, blocks: Array.from({ length: 150 }, (_, n) => heading(`Owed ${n}`)) }
    const origin = { user: 'U7', direct: false, trigger: 't', view: { id: 'H1', kind: 'home' as const, inputs: [] } }
    const turned = answer({ kind: 'message', message: long }, { verb: 'home', input: { page: '2' }, origin }, {})
    expect(turned.steps).toMatchObject([{ do: 'home', user: 'U7' }])
    expect(JSON.stringify(turned)).toContain('Owed 149')
  })

  it('an answer to a press on the home tab opens in front of it', () => {
    const origin = { user: 'U7', direct: false, trigger: 't', view: { id: 'H1', kind: 'home' as const, inputs: [] } }
    expect(answer({ kind: 'message', message }, { verb: 'x', origin }, {}).steps).toMatchObject([{ do: 'open' }])
  })

  it('a closed modal, which has no place any more, is answered directly', () => {
    const closed = { verb: 'form.stop', origin: { user: 'U7', direct: false } }
    expect(answer({ kind: 'message', message }, closed, {}).steps).toMatchObject([{ do: 'tell', user: 'U7' }])
  })

  it('an answer too large for a modal is told directly', () => {
    const long = { ...message, blocks: Array.from({ length: 130 }, (_, n) => heading(`Line ${n}`)) }
    const { steps } = answer(
      { kind: 'message', message: long },
      { verb: 'desk.link', origin: { ...submitted.origin, submitted: false } },
      {},
    )
    expect(steps.map((step) => step.do)).toEqual(['tell', 'tell', 'tell'])
  })

  it('a command between two people is answered to one of them only', () => {
    const origin = { user: 'U7', direct: true, channel: 'D9', respond: 'https://slack.example/r', trigger: 't' }
    expect(answer({ kind: 'message', message }, { verb: 'command', origin }, {}).steps).toMatchObject([
      { do: 'respond', replace: false },
    ])
  })
})

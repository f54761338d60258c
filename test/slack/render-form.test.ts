/** How a page of a form looks in Slack. */
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../adapters/slack/limits.ts'
import { renderModal, renderWalk } from '../../adapters/slack/render/form.ts'
import type { Field, FormView } from '../../src/forms/view.ts'
import { textsIn } from './texts.ts'

describe('a form', () => {
  const view = (fields: Field[], more: Partial<FormView> = {}): FormView => ({
    draft: 'draft_9',
    form: 'A',
    page: 'A1',
    title: 'Raise a case',
    heading: 'What happened',
    progress: { answered: 2, of: 9, page: 1, pages: 3 },
    fields,
    pace: 'page',
    forward: 'Next',
    ...more,
  })
  const base = { id: 'A5', label: 'Did the child die?', required: true }
  const yesNo = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No', hint: 'Seriously harmed' },
  ]
  const inputs = (...fields: Field[]) =>
    renderModal(view(fields)).blocks.filter((block) => block.type === 'input') as unknown as {
      block_id: string
      optional: boolean
      element: Record<string, unknown>
    }[]
  const element = (field: Field) => inputs(field)[0]?.element

  it('is a modal that knows its draft and page, and nothing else', () => {
    const modal = renderModal(
      view([], { back: true, stop: true, intro: 'First the facts.', problem: 'Two answers are missing.' }),
    )
    expect(modal).toMatchObject({
      title: { text: 'Raise a case' },
      submit: { text: 'Next' },
      notify_on_close: true,
      private_metadata: '{"draft":"draft_9","page":"A1"}',
    })
    expect(textsIn(modal.blocks)).toEqual([
      'What happened',
      'First the facts.',
      'Page 1 of 3 · 2 of 9 answered',
      '⛔ Two answers are missing.',
      'Back',
      'Save and stop for now',
    ])
  })

  it('is a message with the same buttons and a way forward, when it is walked through', () => {
    const page = renderWalk(
      view([{ ...base, kind: 'radios', options: yesNo }], { pace: 'walk', back: true, stop: true }),
    )
    expect(page.text).toBe('Raise a case: page 1 of 3')
    expect(textsIn(page.blocks)).toEqual(expect.arrayContaining(['Next', 'Back', 'Save and stop for now']))
    expect(page.blocks).toContainEqual(expect.objectContaining({ type: 'input', block_id: 'A5', optional: false }))
  })

  it('says of what a second person must tick that the form needs it, though Slack calls it optional', () => {
    const tick: Field = {
      ...base,
      required: false,
      later: true,
      kind: 'attest',
      statement: 'I have checked it',
      hint: 'By a colleague.',
    }
    expect(inputs(tick)).toMatchObject([
      {
        optional: true,
        hint: {
          text: expect.stringMatching(/^Slack calls it optional.* cannot be submitted without it\. By a colleague\.$/),
        },
      },
    ])
  })

  it('asks one of a few with radio buttons, of many with a menu, of very many with a menu in groups', () => {
    const options = (n: number) => Array.from({ length: n }, (_, i) => ({ value: `v${i}`, label: `Choice ${i}` }))
    expect(element({ ...base, kind: 'radios', options: yesNo, value: 'no' })).toMatchObject({
      type: 'radio_buttons',
      initial_option: { value: 'no', description: { text: 'Seriously harmed' } },
    })
    expect(element({ ...base, kind: 'radios', options: options(11) })).toMatchObject({ type: 'static_select' })
    expect(element({ ...base, kind: 'select', options: yesNo })).toMatchObject({ type: 'static_select' })
    const grouped = element({ ...base, kind: 'select', options: options(230), value: 'v229' })
    expect(grouped?.option_groups).toHaveLength(3)
    expect(grouped).toMatchObject({ initial_option: { value: 'v229' } })
    expect(JSON.stringify(grouped)).toContain('Choice 100 – Choice 199')
  })

  it('asks for several with boxes, or a menu when there are many', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ value: `v${i}`, label: `L${i}` }))
    expect(element({ ...base, kind: 'checkboxes', options: yesNo, value: ['yes'] })).toMatchObject({
      type: 'checkboxes',
      initial_options: [{ value: 'yes' }],
    })
    expect(element({ ...base, kind: 'checkboxes', options: many, value: ['v3'] })).toMatchObject({
      type: 'multi_static_select',
      initial_options: [{ value: 'v3' }],
    })
  })

  it('asks for a date with a picker, and for a date and time with two', () => {
    expect(element({ ...base, kind: 'date', value: '2026-12-17' })).toMatchObject({ initial_date: '2026-12-17' })
    const [date, time] = inputs({ ...base, kind: 'datetime', value: '2026-12-17T16:40' })
    expect(date).toMatchObject({ block_id: 'A5|||date', element: { initial_date: '2026-12-17' } })
    expect(time).toMatchObject({ block_id: 'A5|||time', element: { initial_time: '16:40' } })
    const [, half] = inputs({ ...base, kind: 'datetime', value: '2026-12-17T' })
    expect(half?.element).not.toHaveProperty('initial_time')
  })

  it('keeps what was typed, even where this input cannot show it', () => {
    expect(textsIn(renderModal(view([{ ...base, kind: 'date', value: '31 Feb' }])))).toContain(
      'Answered before: 31 Feb',
    )
    expect(textsIn(renderModal(view([{ ...base, kind: 'radios', options: yesNo, value: 'gone' }])))).toContain(
      'Answered before: gone',
    )
    expect(element({ ...base, kind: 'number', min: 0, max: 9, value: 'several' })).toMatchObject({
      type: 'plain_text_input',
      initial_value: 'several',
    })
    expect(element({ ...base, kind: 'short', max: 5, value: 'too long already' })).toMatchObject({ max_length: 16 })
  })

  it('asks for numbers and texts within their limits', () => {
    expect(element({ ...base, kind: 'number', min: 0, max: 17, value: 7 })).toMatchObject({
      type: 'number_input',
      min_value: '0',
      max_value: '17',
      initial_value: '7',
    })
    expect(element({ ...base, kind: 'short', max: 80 })).toMatchObject({ multiline: false, max_length: 80 })
    expect(element({ ...base, kind: 'long', max: 9000 })).toMatchObject({ multiline: true, max_length: LIMITS.input })
  })

  it('shows a statement in full beside the box that confirms it', () => {
    const statement = 'I have read version 3 of the report. '.repeat(5).trim()
    const modal = renderModal(view([{ ...base, kind: 'attest', statement, value: 'yes' }]))
    expect(textsIn(modal)).toEqual(expect.arrayContaining([statement, 'Yes, I confirm this']))
    expect(element({ ...base, kind: 'attest', statement, value: 'yes' })).toHaveProperty('initial_options')
    expect(element({ ...base, kind: 'attest', statement })).not.toHaveProperty('initial_options')
  })

  it('never brings a desk answer into chat: only whether it is there, and the way to it', () => {
    const modal = renderModal(view([{ ...base, kind: 'desk', answered: true, value: 'a secret story' }]))
    expect(JSON.stringify(modal)).not.toContain('secret')
    expect(textsIn(modal)).toContain('Write this on the desk')
    expect(JSON.stringify(modal)).toContain(
      String.raw`{\"v\":\"desk.link\",\"i\":{\"draft\":\"draft_9\",\"question\":\"A5\"}}`,
    )
  })

  it('says an error above its field', () => {
    const modal = renderModal(view([{ ...base, kind: 'radios', options: yesNo, error: 'Choose one.' }]))
    expect(textsIn(modal)).toContain('⛔ Choose one.')
  })

  it('asks a matrix row by row, and offers a few blank rows where people add their own', () => {
    const columns = [
      { id: 'relevant', label: 'Relevant?', required: true, kind: 'select' as const, options: yesNo },
      { id: 'when', label: 'Since', required: false, kind: 'datetime' as const },
    ]
    const labels = [{ value: 'race', label: 'Race' }]
    const given = inputs({
      ...base,
      id: 'E3',
      kind: 'rows',
      columns,
      max: 9,
      labels,
      value: [{ row: 'race', relevant: 'yes' }],
    })
    expect(given.map((each) => each.block_id)).toEqual([
      'E3|~race|relevant',
      'E3|~race|when|date',
      'E3|~race|when|time',
    ])
    expect(given[0]?.element).toMatchObject({ initial_option: { value: 'yes' } })

    const own = { id: 'what', label: 'What', required: true, kind: 'text' as const, max: 80 }
    const added = inputs({ ...base, id: 'T', kind: 'rows', columns: [own], max: 9, value: [{ what: 'called 101' }] })
    expect(added.map((each) => each.block_id)).toEqual(['T|0|what', 'T|1|what', 'T|2|what', 'T|3|what', 'T|4|what'])
    expect(added[0]).toMatchObject({ optional: true, element: { initial_value: 'called 101' } })
  })

  it('says above each wrong cell what is wrong with it, and names the rows', () => {
    const column = { id: 'what', label: 'What', required: true, kind: 'text' as const, max: 80 }
    const modal = renderModal(
      view([
        {
          ...base,
          id: 'T',
          kind: 'rows',
          columns: [column],
          max: 9,
          value: [{ what: '?' }, { what: 'called 101' }, { what: '!' }],
          error: 'Look again at what is marked: Row 1, Row 3',
          wrong: [
            { row: 0, column: 'what', error: 'Write an answer' },
            { row: 2, column: 'what', error: 'Shorten it' },
          ],
        },
      ]),
    )
    const said = modal.blocks.map((block) => ('block_id' in block && block.block_id) || JSON.stringify(block))
    const above = (cell: string) => said[said.indexOf(cell) - 1]
    expect(said.join()).toContain('⛔ Look again at what is marked: Row 1, Row 3')
    expect(above('T|0|what')).toContain('⛔ Write an answer')
    expect(above('T|1|what')).not.toContain('⛔')
    expect(above('T|2|what')).toContain('⛔ Shorten it')
  })

  it('sends rows that do not fit to the desk, and shows none of them rather than some', () => {
    const columns = [{ id: 'what', label: 'What', required: true, kind: 'text' as const }]
    const value = Array.from({ length: 60 }, (_, n) => ({ what: `row ${n}` }))
    const field: Field = { ...base, kind: 'rows', columns, max: 99, value }
    expect(inputs(field)).toEqual([])
    expect(textsIn(renderModal(view([field])))).toContain('Write this on the desk')
  })

  it('lists the answers page by page, with one way back to each', () => {
    const line = (id: string, page: string): Field => ({
      id,
      label: id,
      required: true,
      kind: 'answer',
      shown: 'Yes',
      page,
    })
    const modal = renderModal(view([line('A1', 'A'), line('A2', 'A'), line('B1', 'B')], { forward: 'Submit' }))
    expect(textsIn(modal)).toEqual(expect.arrayContaining(['Change these answers', 'Change this answer']))
    expect(JSON.stringify(modal)).toContain(
      String.raw`{\"v\":\"form.open\",\"i\":{\"draft\":\"draft_9\",\"page\":\"B\"}}`,
    )
  })

  it('keeps a long list of answers in one message, with one button instead of one for each', () => {
    const lines = Array.from(
      { length: 60 },
      (_, n): Field => ({ id: `Q${n}`, label: `Q${n}`, required: true, kind: 'answer', shown: 'Yes', page: `Q${n}` }),
    )
    const { blocks } = renderWalk(view(lines, { pace: 'walk' }))
    const texts = textsIn(blocks)
    expect(JSON.stringify(blocks)).toContain(String.raw`{\"draft\":\"draft_9\",\"question\":\"Q0\"}`)
    expect(texts).toEqual(expect.arrayContaining(['Q0: ', 'Q59: ', 'Change these answers']))
  })

  it('sends a page that Slack cannot hold to the desk as a whole', () => {
    const fields = Array.from({ length: 60 }, (_, n): Field => ({ ...base, id: `Q${n}`, kind: 'datetime' }))
    const modal = renderModal(view(fields))
    expect(modal.blocks.filter((block) => block.type === 'input')).toEqual([])
    expect(textsIn(modal)).toContain('Open it on the desk')
  })
})

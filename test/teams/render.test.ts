import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionsOf, inputsOf, wordsOf } from '../../adapters/rehearsal/teams/cards.ts'
import { bytesOf, problemsOfMessage } from '../../adapters/rehearsal/teams/check.ts'
import type { Activity } from '../../adapters/rehearsal/teams/state.ts'
import { LIMITS } from '../../adapters/teams/limits.ts'
import { inlinePictures } from '../../adapters/teams/pictures.ts'
import { renderForm } from '../../adapters/teams/render/form.ts'
import { CARD_TYPE } from '../../adapters/teams/render/kit.ts'
import { type Page, renderMessage } from '../../adapters/teams/render/message.ts'
import {
  actions,
  type Block,
  divider,
  facts,
  heading,
  type Message,
  notice,
  progress,
  quietFacts,
  table,
  text,
} from '../../src/chat/words.ts'
import type { Field, FormView } from '../../src/forms/view.ts'
import { anyForm, anyMessage } from './arbitrary.ts'

const activityOf = ({ summary, card }: Page): Activity => ({
  type: 'message',
  summary,
  attachments: [{ contentType: CARD_TYPE, content: card }],
})

const problems = (page: Page) => problemsOfMessage(activityOf(page))

const message = (...blocks: Block[]): Message => ({ summary: 'JUNIPER: action for you', sensitivity: 'person', blocks })
const pictures = { url: () => 'https://desk.example/picture.png' }
const words = (...blocks: Block[]) =>
  renderMessage(message(...blocks), {})
    .map(({ card }) => wordsOf(card))
    .join('\n')

describe('whatever is said, Teams can show it', () => {
  it('any message, in as many cards as it needs', () => {
    fc.assert(
      fc.property(anyMessage, fc.boolean(), (any, drawn) => {
        for (const page of renderMessage(any, drawn ? { pictures } : {})) expect(problems(page)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('any page of a form, in a dialog and on a card', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom('dialog' as const, 'card' as const), (view, on) => {
        const page = renderForm(view, on)
        expect(problems(page)).toEqual([])
        const universal = actionsOf(page.card).filter(({ type }) => type === 'Action.Execute')
        if (on === 'dialog') expect(universal).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('a register of a thousand lines is told in pages, and no line is missing', () => {
    const rows = Array.from({ length: 1000 }, (_, n) => [
      `Decision ${n}`,
      'made by the commissioner',
      'Thu 17 Dec 2026',
    ])
    const pages = renderMessage(message(table('Register', ['What', 'How', 'When'], rows)), {})
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[1]?.summary).toBe(`JUNIPER: action for you (2 of ${pages.length})`)
    const all = pages.map(({ card }) => wordsOf(card)).join('\n')
    expect(rows.filter(([what]) => !all.includes(`${what}\n`))).toEqual([])
    for (const page of pages) expect(bytesOf(activityOf(page))).toBeLessThan(80 * 1024)
  })

  it('a very long text loses nothing', () => {
    const long = Array.from({ length: 30_000 }, (_, n) => `w${n}`).join(' ')
    expect(
      words(text(long))
        .replaceAll(/Page \d+ of \d+/g, '')
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(long.split(' '))
  })
})

describe('what is said is shown as it was said', () => {
  it('Markdown, mentions and templates in a text stay what was typed', () => {
    expect(words(text('*not bold* _nor this_ 1. [x](https://a.example/y)'))).toContain('*not bold* _nor this_ 1. [x](')
    expect(words(text('<at>Everybody</at>'))).not.toContain('<at>')
  })

  it('an address can be pressed, and leads where it says', () => {
    const [page] = renderMessage(message(text('Your desk: https://desk.example/d/abc.')), {})
    expect(actionsOf(page.card)).toEqual([{ type: 'Action.OpenUrl', url: 'https://desk.example/d/abc' }])
    expect(wordsOf(page.card)).toContain('https://desk.example/d/abc')
  })

  it('a tone is a word, a bar is a number, a date has its reason', () => {
    const said = words(
      heading('JUNIPER'),
      notice('bad', 'Not quorate'),
      divider,
      progress('Agency returns', 5, 7),
      facts([['Submit', 'Tue 12 Jan 2027', '15 working days from Thu 17 Dec 2026']]),
    )
    for (const part of ['⛔ Not quorate', 'Agency returns: 5 of 7', 'Tue 12 Jan 2027', '15 working days from']) {
      expect(said).toContain(part)
    }
  })

  it('labels stand beside their values, or all above them where one of them is long and has a reason', () => {
    const columns = (label: string, ...note: [] | [string]) =>
      JSON.stringify(
        renderMessage(
          message(
            facts([
              ['Due', 'today'],
              [label, 'Tue 12 Jan 2027', ...note],
            ]),
          ),
          {},
        ),
      ).includes('ColumnSet')
    expect(columns('For', '15 working days')).toBe(true)
    expect(columns('Submit the Rapid Review to the Panel')).toBe(true)
    expect(columns('Submit the Rapid Review to the Panel', '15 working days')).toBe(false)
  })

  it('quiet facts stand small and as wide as the card, with nothing left out', () => {
    const [page] = renderMessage(
      message(quietFacts([{ label: 'Submit', value: 'Tue 12 Jan 2027', note: '15 working days', tone: 'bad' }])),
      {},
    )
    expect(JSON.stringify(page.card)).not.toContain('ColumnSet')
    expect(
      words(quietFacts([{ label: 'Submit', value: 'Tue 12 Jan 2027', note: '15 working days', tone: 'bad' }])),
    ).toContain('Submit: \n⛔ Tue 12 Jan 2027\n15 working days')
  })

  it('the lock screen says the summary and nothing else', () => {
    const [page] = renderMessage(message(text('words for one pair of eyes')), {})
    expect([page.summary, page.card.fallbackText, page.card.speak]).toEqual(Array(3).fill('JUNIPER: action for you'))
  })

  it('a picture has words for those who do not see it, and its numbers behind a button', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="30" height="20" fill="#00f"/></svg>'
    const figure: Block = {
      kind: 'figure',
      svg,
      alt: 'One bar',
      sentence: 'Three of four came.',
      table: { columns: ['Came'], rows: [['3']] },
    }
    const [page] = renderMessage(message(figure), { pictures: inlinePictures })
    expect(problems(page)).toEqual([])
    expect(JSON.stringify(page.card)).toContain('data:image/png;base64,')
    expect(wordsOf(page.card)).toMatch(
      /One bar[\s\S]*Three of four came\.[\s\S]*Show or hide the numbers[\s\S]*Came\n3/,
    )
    expect(words(figure)).toBe('Three of four came.\nCame\n3')
  })
})

describe('a page larger than a card', () => {
  const options = (many: number) =>
    Array.from({ length: many }, (_, n) => ({ value: `o${n}`, label: `Organisation ${n}` }))
  const matrix: Field = {
    id: 'E3',
    label: 'Who was involved?',
    required: true,
    kind: 'rows',
    max: 60,
    labels: options(60),
    columns: [{ id: 'lead', label: 'Lead', required: true, kind: 'select', options: options(60) }],
  }
  const page = (...fields: Field[]): FormView => ({
    draft: 'draft_9',
    form: 'E',
    page: 'E1',
    title: 'Scoping',
    heading: 'Scoping',
    progress: { answered: 0, of: 2, page: 1, pages: 1 },
    fields,
    pace: 'page',
    forward: 'Next',
  })

  it('sends the one question that is too large to the desk, and asks the others here', () => {
    const { card } = renderForm(page({ id: 'E1', label: 'When?', required: true, kind: 'date' }, matrix), 'dialog')
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['in:E1'])
    expect(actionsOf(card)[0]).toMatchObject({
      title: 'Write this on the desk',
      data: { i: { draft: 'draft_9', question: 'E3' } },
    })
  })

  it('says above each wrong cell what is wrong with it', () => {
    const labels = options(3)
    const { card } = renderForm(
      page({
        ...matrix,
        labels,
        error: 'Look again at what is marked: Organisation 0, Organisation 2',
        wrong: [
          { row: 0, column: 'lead', error: 'Choose one of the options' },
          { row: 2, column: 'lead', error: 'Choose another' },
        ],
      }),
      'dialog',
    )
    const order = wordsOf(card)
    expect(order).toContain('Error: Look again at what is marked: Organisation 0, Organisation 2')
    const ids = card.body.map(({ id, inlines }) => (id as string) ?? JSON.stringify(inlines) ?? '')
    const above = (name: string) => ids[ids.indexOf(`in:E3|~${name}|lead`) - 1]
    expect(above('o0')).toContain('Error: Choose one of the options')
    expect(above('o1')).not.toContain('Error')
    expect(above('o2')).toContain('Error: Choose another')
  })

  it('goes to the desk as a whole when no question alone is to blame', () => {
    const many = Array.from(
      { length: 30 },
      (_, n): Field => ({ id: `Q${n}`, label: 'Which?', required: true, kind: 'select', options: options(60) }),
    )
    const { card } = renderForm(page(...many), 'card')
    expect(wordsOf(card)).toContain('Nothing is lost: it continues on the desk.')
    expect(actionsOf(card)).toMatchObject([
      { title: 'Open it on the desk', data: { v: 'desk.link', i: { draft: 'draft_9' } } },
    ])
  })
})

describe('buttons', () => {
  const pressed = (button: Parameters<typeof actions>[0][number]) =>
    actionsOf(renderMessage(message(actions([button])), {})[0].card)

  it('bring back ids, and nothing else', () => {
    const button = {
      label: 'Acknowledge',
      verb: 'case.acknowledge',
      subject: 'rr-2026-01',
      version: 14,
      input: { agency: 'housing' },
    }
    expect(pressed(button)).toEqual([
      {
        type: 'Action.Execute',
        title: 'Acknowledge',
        verb: 'muster',
        data: { v: 'case.acknowledge', s: 'rr-2026-01', n: 14, i: { agency: 'housing' } },
      },
    ])
  })

  it('one that opens a form asks for a dialog', () => {
    expect(pressed({ label: 'Go on', verb: 'form.open', opens: 'form' })[0]).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' }, v: 'form.open' },
    })
  })

  it('one that decides says first what follows; only the press below that counts', () => {
    const confirm = { title: 'Ratify?', text: 'The decision becomes final.', yes: 'Ratify', no: 'Not yet' }
    const [first, second] = pressed({ label: 'Ratify …', verb: 'motion.ratify', style: 'danger', confirm })
    expect(first).toMatchObject({ type: 'Action.ShowCard', style: 'destructive' })
    expect(wordsOf(first?.card as never)).toContain('The decision becomes final.')
    expect(second).toMatchObject({ type: 'Action.Execute', title: 'Ratify', data: { v: 'motion.ratify' } })
  })

  it('more than a row holds go on in the next row', () => {
    const many = Array.from({ length: 14 }, (_, n) => ({ label: `No ${n}`, verb: 'pick' }))
    expect(rowsOf(many)).toEqual([LIMITS.buttonsInRow, LIMITS.buttonsInRow, 2])
  })

  it('long buttons stand below one another rather than be cut off', () => {
    const labels = ['Received: we were involved', 'Received: not involved', 'Received: still checking']
    expect(rowsOf(labels.map((label) => ({ label, verb: 'pick' })))).toEqual([2, 1])
  })

  function rowsOf(buttons: { label: string; verb: string }[]): number[] {
    const [page] = renderMessage(message(actions(buttons)), {})
    return page.card.body.map(({ actions: row }) => (row as unknown[]).length)
  }

  it('ids that cannot fit are a mistake of ours, not a cut button', () => {
    const button = { label: 'x', verb: 'v', input: { a: 'x'.repeat(5000) } }
    expect(() => pressed(button)).toThrow(RangeError)
  })
})

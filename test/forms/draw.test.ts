import { describe, expect, it } from 'vitest'
import { account, ask, choice, passedMoment, remark, yn } from '../../src/forms/ask.ts'
import { check } from '../../src/forms/check.ts'
import { CHECK_PAGE, type Drawing, view } from '../../src/forms/draw.ts'
import type { Answers, Form } from '../../src/forms/form.ts'
import { summary } from '../../src/forms/summary.ts'
import { inTerms } from '../../src/forms/terms.ts'
import { forms } from '../../src/procedures/rapid-review/forms/index.ts'
import { partnership } from './partnership.ts'

const small: Form = {
  id: 'T',
  title: 'A title that is too long for a modal’s bar',
  intro: 'Read this first.',
  sections: [
    {
      id: 'S1',
      title: 'First',
      questions: [
        ask('Q1', 'Does the {icsc|commissioner} know?', yn),
        account('Q2', 'What happened?'),
        account('Q3', 'Why?', { need: 'may' }),
      ],
    },
    {
      id: 'S2',
      title: 'Second',
      questions: [ask('Q4', 'When?', passedMoment), remark('Q5', 'Why so late?', { need: 'may' })],
    },
  ],
}
const inChat: Drawing = { draft: 'draft_1', surface: 'chat', pace: 'page' }
const walking: Drawing = { ...inChat, pace: 'walk' }
const onDesk: Drawing = { ...inChat, surface: 'desk' }

describe('a page of a form', () => {
  it('says where one is, what comes next, and fits the bar', () => {
    const drawn = view(small, 'S1', { Q1: 'yes' }, partnership(), inChat)
    expect(drawn).toMatchObject({
      draft: 'draft_1',
      form: 'T',
      page: 'S1',
      heading: 'First',
      intro: 'Read this first.',
      progress: { answered: 1, of: 3, page: 1, pages: 3 },
      forward: 'Next',
      back: false,
      stop: true,
      pace: 'page',
    })
    expect(drawn.title.length).toBeLessThanOrEqual(24)
    expect(view(small, 'S2', {}, partnership(), inChat)).toMatchObject({ forward: 'Check your answers', back: true })
  })

  it('every answer moves the count, and it is full when nothing that is needed is missing', () => {
    const progress = (answers: Answers) => view(small, 'S1', answers, partnership(), onDesk).progress
    expect(progress({})).toMatchObject({ answered: 0, of: 3 })
    expect(progress({ Q3: 'Perhaps so' })).toMatchObject({ answered: 1, of: 4 })
    expect(progress({ Q1: 'yes', Q2: 'This', Q4: '2026-12-11T16:50' })).toMatchObject({ answered: 3, of: 3 })
  })

  it('does not say how long a form is whose first answer decides that', () => {
    const first = (answers: Answers) => view(forms.F as Form, 'F6', answers, partnership(), inChat).progress
    expect(first({})).toMatchObject({ page: 1, growing: true })
    expect(first({ F6: 'none' }).growing).toBeUndefined()
  })

  it('speaks in the partnership’s terms, and in plain words without them', () => {
    const label = (terms?: Record<string, string>) =>
      view(small, 'S1', {}, partnership(terms === undefined ? {} : { terms }), inChat).fields[0]?.label
    expect(label({ icsc: 'ISCC' })).toBe('Does the ISCC know?')
    expect(label()).toBe('Does the commissioner know?')
  })

  it('begins with a capital, though it begins with a term that the profile writes small', () => {
    const terms = { maca: 'multi-agency case audit' }
    expect(inTerms('{maca|Audit}', { terms })).toBe('Multi-agency case audit')
    expect(inTerms('After the {maca|audit}', { terms })).toBe('After the multi-agency case audit')
  })

  it('shows a sealed question in chat as a door to the desk, and on the desk as a box with its words', () => {
    const answers = { Q2: 'Words about people' }
    expect(view(small, 'S1', answers, partnership(), inChat).fields[1]).toEqual({
      id: 'Q2',
      label: 'What happened?',
      required: true,
      kind: 'desk',
      answered: true,
    })
    expect(view(small, 'S1', answers, partnership(), onDesk).fields[1]).toMatchObject({
      kind: 'long',
      value: 'Words about people',
    })
  })

  it('keeps what was typed beside the error', () => {
    const answers = { Q4: '4pm', Q5: 'x'.repeat(301) }
    const problems = check(small, answers, partnership(), { scope: 'page', page: 'S2' })
    const drawn = view(small, 'S2', answers, partnership(), { ...inChat, problems })
    expect(drawn.problem).toBe('2 answers need another look')
    expect(drawn.fields).toMatchObject([
      { id: 'Q4', value: '4pm', error: 'Enter the date as well, for example 17/12/2026' },
      { id: 'Q5', value: 'x'.repeat(301), error: 'Shorten it to 300 characters: it has 301' },
    ])
  })

  it('turns many options into a list to pick from', () => {
    const many = (n: number): Form => ({
      ...small,
      sections: [
        {
          id: 'S1',
          title: 'First',
          questions: [
            ask(
              'Q',
              'Which?',
              choice(Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, `Option ${i}`]))),
            ),
          ],
        },
      ],
    })
    expect(view(many(10), 'S1', {}, partnership(), inChat).fields[0]?.kind).toBe('radios')
    expect(view(many(11), 'S1', {}, partnership(), inChat).fields[0]?.kind).toBe('select')
  })

  it('draws every row of a list, filled or not', () => {
    const drawn = view(forms['B-told']!, 'B9', { B9: [{ row: 'nhs', at: '2026-12-17T16:40' }] }, partnership(), inChat)
    expect(drawn.fields.find(({ id }) => id === 'B9')).toMatchObject({
      kind: 'rows',
      labels: [{ value: 'hackney-council' }, { value: 'nhs' }, { value: 'mps' }],
      value: [{ row: 'hackney-council' }, { row: 'nhs', at: '2026-12-17T16:40' }, { row: 'mps' }],
      columns: [{ id: 'at', kind: 'datetime', required: false }],
    })
  })

  it('tells of every wrong cell where it stands, in the order of the list, and of a table that is wrong as a whole only that', () => {
    const told = (value: Answers[string]) => {
      const answers = { B9: value }
      const problems = check(forms['B-told']!, answers, partnership(), { scope: 'page', page: 'B9' })
      const drawn = view(forms['B-told']!, 'B9', answers, partnership(), { ...inChat, problems })
      return drawn.fields.find(({ id }) => id === 'B9')
    }
    expect(
      told([
        { row: 'mps', at: 'at noon' },
        { row: 'hackney-council', at: '31/02/2026 10:00' },
      ]),
    ).toMatchObject({
      error: 'Look again at what is marked: Hackney Council, Met Police',
      wrong: [
        { row: 0, column: 'at' },
        { row: 2, column: 'at' },
      ],
    })
    expect(told('in words')).not.toHaveProperty('wrong')
  })

  it('leads a stale press on a page that is gone, or not open yet, to the first one that wants an answer', () => {
    expect(view(small, 'S9', { Q1: 'yes' }, partnership(), inChat).page).toBe('S2')
    expect(view(forms.F!, 'F4', {}, partnership(), inChat).page).toBe('F6')
    expect(view(small, 'S9', { Q1: 'yes', Q4: '2026-12-17T16:40', Q5: 'No' }, partnership(), inChat).page).toBe(
      CHECK_PAGE,
    )
  })
})

describe('one question at a time', () => {
  const step = (page: string, answers: Answers = {}) =>
    view(small, page, answers, partnership({ sealed: (id) => id === 'Q2' }), walking)

  it('asks one, and offers the desk once for those it passes over', () => {
    expect(step('Q1')).toMatchObject({ page: 'Q1', fields: [{ id: 'Q1' }], progress: { page: 1, pages: 4 } })
    expect(step('Q4').fields).toMatchObject([
      { kind: 'desk', label: '2 questions are answered on the secure desk', answered: false, required: true },
      { id: 'Q4', kind: 'datetime' },
    ])
    expect(step('Q5').fields).toHaveLength(1)
  })

  it('never stops at a sealed question in chat', () => {
    expect(step('Q2').page).toBe('Q1')
    expect(view(small, 'Q2', {}, partnership(), { ...walking, surface: 'desk' })).toMatchObject({
      page: 'Q2',
      fields: [{ kind: 'long' }],
    })
  })
})

describe('check your answers', () => {
  const answers = { Q1: 'yes', Q2: 'Words about people', Q4: '2026-12-17T16:40' }

  it('shows each answer as it is said, and the way back to it', () => {
    const drawn = view(small, CHECK_PAGE, answers, partnership(), inChat)
    expect(drawn).toMatchObject({ page: CHECK_PAGE, heading: 'Check your answers', forward: 'Submit', back: true })
    expect(drawn.fields).toMatchObject([
      { kind: 'answer', id: 'Q1', shown: 'Yes', page: 'S1' },
      { kind: 'answer', id: 'Q4', shown: 'Thu 17 Dec 2026 16:40', page: 'S2' },
      { kind: 'answer', id: 'Q5', shown: 'Not answered', page: 'S2' },
      { kind: 'desk', answered: false, hint: '1 of 2 answered. Words about people do not belong in chat.' },
    ])
  })

  it('shows sealed answers on the desk only', () => {
    const shown = (how: Drawing) => JSON.stringify(view(small, CHECK_PAGE, answers, partnership(), how))
    expect(shown(onDesk)).toContain('Words about people')
    expect(shown(inChat)).not.toContain('Words about people"')
    expect(shown(inChat)).not.toContain('shown":"Words')
  })

  it('says beside each line what is still wanted, sealed ones together', () => {
    const problems = check(small, {}, partnership(), { scope: 'all' })
    const drawn = view(small, CHECK_PAGE, {}, partnership(), { ...inChat, problems })
    expect(drawn.problem).toBe('3 answers need another look')
    expect(drawn.fields).toMatchObject([
      { error: 'Choose yes or no' },
      { error: 'Enter the date and the time, for example 17/12/2026 16:40' },
      {},
      { kind: 'desk', error: 'Some of these still need an answer, or another look' },
    ])
  })
})

describe('the summary of a form', () => {
  it('counts what is needed and what is there, and says in chat only that a sealed answer is there', () => {
    const context = partnership({ sealed: (id) => id === 'Q2' })
    expect(summary(small, { Q1: 'no' }, context, { surface: 'chat' })).toEqual({
      answered: 2,
      of: 3,
      mandatoryLeft: 1,
      rows: [
        { question: 'Q1', label: 'Does the commissioner know?', shown: 'No', page: 'S1' },
        { question: 'Q2', label: 'What happened?', shown: 'Answered on the desk', page: 'S1' },
        { question: 'Q3', label: 'Why?', shown: 'Not answered', page: 'S1' },
        { question: 'Q4', label: 'When?', shown: 'Not answered', page: 'S2' },
        { question: 'Q5', label: 'Why so late?', shown: 'Not answered', page: 'S2' },
      ],
    })
  })
})

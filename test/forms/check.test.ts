import { describe, expect, it } from 'vitest'
import {
  account,
  ask,
  attest,
  choice,
  column,
  doc,
  int,
  is,
  multi,
  passedDate,
  passedMoment,
  remark,
  roleName,
  rows,
  yn,
} from '../../src/forms/ask.ts'
import { check } from '../../src/forms/check.ts'
import type { Answer, Form, Question } from '../../src/forms/form.ts'
import { hashOf } from '../../src/forms/hash.ts'
import { readValue } from '../../src/forms/read.ts'
import { forms } from '../../src/procedures/rapid-review/forms/index.ts'
import { partnership } from './partnership.ts'

const formOf = (...questions: readonly Question[]): Form => ({
  id: 'T',
  title: 'Test',
  sections: questions.map((question) => ({ id: question.id, title: question.ask, questions: [question] })),
})
const problemsOf = (question: Question, value: Answer, answers: Record<string, Answer> = {}) =>
  check(formOf(question), { ...answers, [question.id]: value }, partnership(), { scope: 'all' })

describe('what is wrong, and what to do about it', () => {
  it.each<[string, Question, Answer, string, string]>([
    ['nothing chosen', ask('Q', 'Is it?', yn), '', 'required', 'Choose yes or no'],
    ['not an option', ask('Q', 'Which?', choice({ a: 'A' })), 'z', 'unknown-option', 'Choose one of the options'],
    [
      'not an option among several',
      ask('Q', 'Which?', multi({ a: 'A' })),
      ['a', 'z'],
      'unknown-option',
      'Choose from the options',
    ],
    [
      'none and some',
      ask('Q', 'Which?', multi({ a: 'A' }, 'None of these')),
      ['a', 'none'],
      'not-alone',
      'Choose “None of these”, or others, not both',
    ],
    ['tomorrow', ask('Q', 'When?', passedDate), '2026-12-18', 'in-future', 'Enter a date that is today or earlier'],
    [
      'in a minute',
      ask('Q', 'When?', passedMoment),
      '2026-12-17T16:46',
      'in-future',
      'Enter a time that has passed: it is now Thu 17 Dec 2026 16:45',
    ],
    [
      'no time',
      ask('Q', 'When?', passedMoment),
      '2026-12-17',
      'part-missing',
      'Enter the time as well, for example 16:40',
    ],
    [
      'no such day',
      ask('Q', 'When?', passedDate),
      '31/02/2026',
      'not-a-date',
      'Enter a real date, for example 17/12/2026',
    ],
    [
      'too early',
      ask('Q', 'When?', { kind: 'date', notBefore: '2026-12-01' }),
      '2026-11-30',
      'too-early',
      'Enter a date that is Tue 1 Dec 2026 or later',
    ],
    ['not a number', ask('Q', 'How many?', int(1, 20)), 'two', 'not-a-number', 'Enter a whole number, for example 2'],
    ['too many', ask('Q', 'How many?', int(1, 20)), 21, 'out-of-range', 'Enter a number from 1 to 20'],
    [
      'too long',
      remark('Q', 'Why?'),
      `${'very '.repeat(68)}ok`,
      'too-long',
      'Shorten it to 300 characters: it has 342',
    ],
    [
      'a sentence for a reference',
      ask('Q', 'Which document?', doc),
      'in the blue folder',
      'not-a-reference',
      'Enter the reference alone, without spaces, for example DOC-0412',
    ],
    ['not ticked', attest('Q', 'Confirm', 'It is so'), '', 'required', 'Tick the box to confirm'],
    [
      'rows in one line',
      ask('Q', 'Which?', rows([column('a', 'A', yn)], { max: 2 })),
      'yes',
      'not-rows',
      'Enter each row in its own boxes',
    ],
  ])('%s', (_, question, value, code, sentence) => {
    expect(problemsOf(question, value)).toEqual([{ question: 'Q', code, sentence }])
  })

  it('takes this very minute for the past, and the first of the two half past ones in October', () => {
    expect(problemsOf(ask('Q', 'When?', passedMoment), '2026-12-17T16:45')).toEqual([])
    const october = partnership({ at: '2026-10-25T01:10:00.000Z' })
    expect(
      check(formOf(ask('Q', 'When?', passedMoment)), { Q: '2026-10-25T01:50' }, october, { scope: 'all' }),
    ).toEqual([])
  })

  it('says which row and which column', () => {
    const table = ask('Q', 'Which?', rows([column('who', 'Who', roleName), column('on', 'On', passedDate)], { max: 1 }))
    expect(
      problemsOf(table, [
        { who: 'Lead', on: '2026-12-01' },
        { who: '', on: '1/13/2026' },
      ]),
    ).toEqual([
      { question: 'Q', code: 'too-many', sentence: 'Keep to one row: there are 2' },
      {
        question: 'Q',
        code: 'required',
        sentence: 'Row 2, “Who”: Write an answer',
        row: 1,
        column: 'who',
        inCell: 'Write an answer',
      },
      {
        question: 'Q',
        code: 'not-a-date',
        sentence: 'Row 2, “On”: Enter a real date, for example 17/12/2026',
        row: 1,
        column: 'on',
        inCell: 'Enter a real date, for example 17/12/2026',
      },
    ])
  })

  it('names a given row by its label, and asks for every one of them', () => {
    const matrix = ask('Q', 'How far?', rows([column('extent', 'Extent', yn)], { of: 'safeguarding-partners' }))
    const found = problemsOf(matrix, [
      { row: 'hackney-council', extent: 'yes' },
      { row: 'nhs', extent: '' },
      { row: 'mps', extent: 'no' },
    ])
    expect(found).toEqual([
      {
        question: 'Q',
        code: 'required',
        sentence: 'NHS, “Extent”: Choose yes or no',
        row: 1,
        column: 'extent',
        inCell: 'Choose yes or no',
      },
    ])
  })

  it('holds a date against an earlier answer, and keeps still while that answer is itself wrong', () => {
    const until = ask('Q', 'Until?', { kind: 'date', notBefore: 'from' })
    expect(problemsOf(until, '2026-01-01', { from: '2026-02-01' })).toMatchObject([{ code: 'too-early' }])
    expect(problemsOf(until, '2026-01-01', { from: 'february' })).toEqual([])
  })

  it('lets an optional question stay empty, and says nothing of a question that does not apply', () => {
    expect(check(formOf(ask('Q', 'Is it?', yn, { need: 'may' })), {}, partnership(), { scope: 'all' })).toEqual([])
    const follow = formOf(ask('Q1', 'Is it?', yn), ask('Q2', 'When?', passedDate, { when: is('Q1', 'yes') }))
    expect(check(follow, { Q1: 'no', Q2: 'rubbish' }, partnership(), { scope: 'all' })).toEqual([])
  })

  it('asks only for the page it was asked about', () => {
    const two = formOf(ask('Q1', 'One?', yn), ask('Q2', 'Two?', yn))
    expect(check(two, {}, partnership(), { scope: 'page', page: 'Q2' }).map((problem) => problem.question)).toEqual([
      'Q2',
    ])
  })

  it('takes a sealed answer that is in the vault for answered', () => {
    const sealed = formOf(account('Q', 'What happened?'))
    expect(check(sealed, {}, partnership({ sealed: () => true }), { scope: 'all' })).toEqual([])
    expect(check(sealed, {}, partnership(), { scope: 'all' })).toMatchObject([{ code: 'required' }])
  })

  it('lets the local authority save a notification that is not sent yet, but not one without its reference', () => {
    const before = {
      B00: 'yes',
      B14: 'hackney',
      B1: '2026-12-11T16:50',
      B2: 'harmed-here',
      B3: 'suspected',
      B13: 'yes',
      B11: 'no',
    }
    const B4 = [
      { row: 'health', taken: 'yes' },
      { row: 'police', taken: 'yes' },
    ]
    const problems = (more: Record<string, Answer>) =>
      check(forms.B!, { ...before, B4, ...more }, partnership(), { scope: 'all' })
    expect(problems({ B0: 'no' })).toEqual([])
    expect(problems({ B0: 'yes' }).map((problem) => problem.question)).toEqual(['B5', 'B6', 'B7'])
    expect(problems({ B0: 'yes', B5: '2026-12-17T16:40', B6: 'SIN-2026-0417', B7: 1 })).toEqual([])
    expect(problems({ B0: 'yes', B5: '2026-12-10T16:40', B6: 'SIN-2026-0417', B7: 1 })).toMatchObject([
      { code: 'too-early' },
    ])
  })

  it('lets a nil return be made in chat', () => {
    const answers = { D1: 'no', D14: 'no', D3: 'designated nurse', D3s: 'head of safeguarding', D3a: 'yes', D18: 'yes' }
    expect(check(forms.D!, answers, partnership(), { scope: 'all' })).toEqual([])
  })
})

describe('personal detail', () => {
  it('is stopped in every class C and C* text, and in rows, without repeating it', () => {
    const found = problemsOf(remark('Q', 'Why?'), 'Mum Perpetua lives at 14 Example Road')
    expect(found).toEqual([
      {
        question: 'Q',
        code: 'personal-detail',
        sentence: 'Take out what looks like a name and an address, or write it on the secure desk',
      },
    ])
    const table = ask('Q', 'Which?', rows([column('who', 'Who', roleName)], { max: 3 }))
    expect(problemsOf(table, [{ who: 'Zephaniah Oldcastle' }])).toMatchObject([{ code: 'personal-detail' }])
  })

  it('is stopped in a box meant for something else', () => {
    expect(problemsOf(ask('Q', 'When?', passedDate), 'Kayden was seen')).toMatchObject([{ code: 'personal-detail' }])
    expect(problemsOf(ask('Q', 'How many?', int(1, 9)), '07700 900123')).toMatchObject([{ code: 'personal-detail' }])
  })

  it('may be written where it belongs, and colleagues may be named', () => {
    expect(problemsOf(account('Q', 'What happened?'), 'Mum Perpetua lives at 14 Example Road')).toEqual([])
    expect(problemsOf(remark('Q', 'Why?'), 'Gil Nullman of Hackney Housing asked for two more days')).toEqual([])
  })
})

describe('reading what was typed', () => {
  const context = partnership()

  it.each<[string, Question, unknown, Answer]>([
    ['a label instead of a value', ask('Q', 'Which?', choice({ died: 'Died' })), 'died', 'died'],
    [
      'a label in capitals',
      ask('Q', 'Which?', choice({ harmed: 'Was seriously harmed' })),
      'WAS SERIOUSLY HARMED',
      'harmed',
    ],
    ['a yes in one letter', ask('Q', 'Is it?', yn), 'Y', 'yes'],
    ['a ticked box', attest('Q', 'Confirm', 'It is so'), ['yes'], 'yes'],
    ['a box left empty', attest('Q', 'Confirm', 'It is so'), 'false', ''],
    ['a list in one string', ask('Q', 'Which?', multi({ a: 'A', b: 'B' })), 'a,b', ['a', 'b']],
    [
      'one label with a comma',
      ask('Q', 'Which?', multi({ a: 'Exploitation, gang, online', b: 'B' })),
      'exploitation, gang, online',
      ['a'],
    ],
    ['the same twice', ask('Q', 'Which?', multi({ a: 'A' })), ['a', 'A'], ['a']],
    ['a number in figures', ask('Q', 'How many?', int(1, 9)), ' 2 ', 2],
    ['a date by hand', ask('Q', 'When?', passedDate), '17/12/2026', '2026-12-17'],
    ['lines from a browser', remark('Q', 'Why?'), ' one\r\ntwo ', 'one\ntwo'],
    [
      'rows as JSON',
      ask('Q', 'Which?', rows([column('n', 'N', int(1, 9))], { max: 3 })),
      '[{"n":"3"},{"n":""}]',
      [{ n: 3 }],
    ],
    ['nothing at all', remark('Q', 'Why?', { need: 'may' }), null, ''],
  ])('%s', (_, question, raw, value) => {
    expect(readValue(question, raw, context)).toEqual({ value })
  })

  it('gives every entry of a list its row, by name or by place', () => {
    const table = ask('Q', 'When?', rows([column('at', 'At', passedMoment, 'may')], { of: 'safeguarding-partners' }))
    const wanted = [
      { row: 'hackney-council', at: '2026-12-17T16:40' },
      { row: 'nhs', at: '' },
      { row: 'mps', at: '' },
    ]
    expect(readValue(table, [{ at: '2026-12-17T16:40' }], context)).toEqual({ value: wanted })
    expect(readValue(table, [{ row: 'hackney-council', at: '17/12/2026 4.40pm' }], context)).toEqual({ value: wanted })
  })

  it('keeps what it did not understand', () => {
    expect(readValue(ask('Q', 'When?', passedMoment), '4pm', context)).toEqual({
      value: '4pm',
      problem: { question: 'Q', code: 'part-missing', sentence: 'Enter the date as well, for example 17/12/2026' },
    })
  })
})

describe('the fingerprint of a form', () => {
  const answers = { F4: 'no-review', F5: 'Because', rows: [{ a: 'x', b: 1 }] }

  it('is the same whatever order it was filled in, and whatever was left blank', () => {
    expect(hashOf({ id: 'F' }, answers)).toBe(
      hashOf({ id: 'F' }, { rows: [{ b: 1, a: 'x', c: '' }], F5: 'Because', F4: 'no-review', F9: '' }),
    )
    expect(hashOf({ id: 'F' }, answers)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('changes with one letter of a sealed answer, with the form, and with the order of rows', () => {
    const prints = [
      hashOf({ id: 'F' }, answers),
      hashOf({ id: 'F' }, { ...answers, F5: 'because' }),
      hashOf({ id: 'G' }, answers),
      hashOf({ id: 'F' }, { ...answers, rows: [{ a: 'x' }, { b: 1 }] }),
      hashOf({ id: 'F' }, { ...answers, rows: [{ b: 1 }, { a: 'x' }] }),
    ]
    expect(new Set(prints).size).toBe(prints.length)
  })
})

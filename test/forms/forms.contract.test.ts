import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank } from '../../src/forms/answer.ts'
import { check } from '../../src/forms/check.ts'
import { CHECK_PAGE, view } from '../../src/forms/draw.ts'
import type { AnswerType, Condition, Form, Question } from '../../src/forms/form.ts'
import { readValue } from '../../src/forms/read.ts'
import { counted, nextQuestion, PAGE_SIZE, route } from '../../src/forms/route.ts'
import { summary } from '../../src/forms/summary.ts'
import { forms } from '../../src/procedures/rapid-review/forms/index.ts'
import { answersTo, questionsOf, SEALED } from './answers.ts'
import { partnership } from './partnership.ts'

const all = Object.values(forms)
const everyFact = partnership({ facts: { late: 'yes', recordedFor: 'la', purposeE3: 'yes' } })
const range = (prefix: string, last: number) => Array.from({ length: last }, (_, i) => `${prefix}${i + 1}`)

/** Every question of DOMAIN 3.2 to 3.7, and what was added to form B. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  A: range('A', 18),
  B: ['B00', 'B0', ...range('B', 14)],
  C: range('C', 8),
  D: range('D', 18),
  E: [
    ...range('E1.', 5),
    ...range('E2.', 6),
    ...range('E3.', 4),
    ...range('E4.', 4),
    ...range('E5.', 6),
    ...range('E6.', 8),
  ],
  F: ['F6', ...range('F1.', 4), ...range('F2.', 5), ...range('F3.', 4), 'F4', 'F5', 'F7'],
  G: range('G', 4),
  'G-ratify': ['G5', 'G6'],
  H: range('H', 6),
  I: range('I', 5),
  J: range('J', 6),
  K: range('K', 12),
  L: range('L', 8),
  M: range('M', 10),
}

describe('the forms of the Rapid Review', () => {
  it.each(Object.entries(WANTED))('form %s asks everything it has to', (id, wanted) => {
    const ids = questionsOf(forms[id]!).map((question) => question.id)
    expect(wanted.filter((each) => !ids.includes(each))).toEqual([])
  })

  it('puts immediate danger first wherever a case begins', () => {
    expect(questionsOf(forms.A!)[0]?.id).toBe('A1')
    expect(questionsOf(forms.B!)[0]?.id).toBe('B00')
  })

  it('asks the commissioner about a conflict before anything else', () => {
    expect(questionsOf(forms.F!)[0]?.id).toBe('F6')
  })
})

describe.each(all.map((form) => [form.id, form] as const))('form %s', (_, form: Form) => {
  const questions = questionsOf(form)
  const index = new Map(questions.map((question, place) => [question.id, place]))

  it('has no id twice, and a title that fits a modal', () => {
    expect(index.size).toBe(questions.length)
    expect(form.title.length).toBeLessThanOrEqual(24)
    const pages = route(form, {}, everyFact).map((page) => page.id)
    expect(new Set([...pages, CHECK_PAGE]).size).toBe(pages.length + 1)
  })

  it('looks back only, and never at a sealed answer, which chat could not see', () => {
    for (const [place, question] of questions.entries()) {
      for (const about of aboutIn(question)) {
        expect(index.get(about), `${question.id} asks about ${about}`).toBeLessThan(place)
        expect(questions[index.get(about) ?? -1]?.class).not.toBe('S')
      }
    }
  })

  it('asks for no story in chat', () => {
    for (const question of questions.filter((each) => each.class !== 'S')) {
      for (const max of textLimits(question.type)) expect(max, question.id).toBeLessThanOrEqual(300)
    }
  })

  it('offers no option twice', () => {
    for (const question of questions) {
      for (const options of optionsWritten(question.type)) {
        expect(new Set(options.map((option) => option.value)).size).toBe(options.length)
      }
    }
  })

  it('keeps pages to what fits a phone, and draws each of them', () => {
    fc.assert(
      fc.property(answersTo(form, everyFact), (answers) => {
        for (const page of route(form, answers, everyFact)) {
          expect(page.questions.length).toBeLessThanOrEqual(PAGE_SIZE)
          expect(page.answered).toBeLessThanOrEqual(page.questions.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never lets a sealed word into chat: not in a page, a step, an error or a summary', () => {
    fc.assert(
      fc.property(answersTo(form, everyFact), (answers) => {
        const problems = check(form, answers, everyFact, { scope: 'all' })
        const pages = [...route(form, answers, everyFact).map((page) => page.id), CHECK_PAGE]
        const steps = [...questions.map((question) => question.id), CHECK_PAGE]
        const said = JSON.stringify([
          problems,
          pages.map((page) =>
            view(form, page, answers, everyFact, { draft: 'd', surface: 'chat', pace: 'page', problems }),
          ),
          steps.map((page) =>
            view(form, page, answers, everyFact, { draft: 'd', surface: 'chat', pace: 'walk', problems }),
          ),
          summary(form, answers, everyFact, { surface: 'chat' }),
        ])
        expect(said).not.toContain(SEALED)
        expect(said).not.toMatch(/\{[a-z-]+\|/)
      }),
      { numRuns: 40 },
    )
  })

  it('loses nothing that was typed, however wrong', () => {
    const typed = fc.constantFrom('4pm', '31/02/2026', 'rubbish', '17/12', 'x'.repeat(400), '999', 'yes and no')
    fc.assert(
      fc.property(fc.constantFrom(...questions), typed, (question, raw) => {
        const { value, problem } = readValue(question, raw, everyFact)
        if (problem === undefined) return
        const kept = question.type.kind === 'multi' ? [raw] : raw
        expect([value].flat()).toEqual(
          [kept].flat().map((each) => (question.type.kind === 'int' && each === '999' ? 999 : each)),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('shows every wrong answer beside its error on the desk', () => {
    fc.assert(
      fc.property(answersTo(form, everyFact), (answers) => {
        for (const page of route(form, answers, everyFact)) {
          const problems = check(form, answers, everyFact, { scope: 'page', page: page.id })
          const drawn = view(form, page.id, answers, everyFact, { draft: 'd', surface: 'desk', pace: 'page', problems })
          if (drawn.page !== page.id) continue
          for (const problem of problems.filter((each) => each.code !== 'required' && each.row === undefined)) {
            const field = drawn.fields.find((each) => each.id === problem.question)
            expect(field?.error).toBe(problem.sentence)
            expect(field?.value).toEqual(answers[problem.question])
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('has a way through: answering what is asked ends the conversation', () => {
    fc.assert(
      fc.property(answersTo(form, everyFact), (answers) => {
        let given = counted(form, {}, everyFact)
        let last: string | undefined
        for (let turns = 0; turns <= questions.length * 2; turns++) {
          const question = nextQuestion(route(form, given, everyFact), 'desk', last)
          if (question === undefined) return
          const answer = answers[question.id]
          given = { ...given, [question.id]: answer === undefined || isBlank(answer) ? 'something' : answer }
          last = question.id
        }
        expect.fail('the conversation never ended')
      }),
      { numRuns: 20 },
    )
  })
})

function aboutIn(question: Question): readonly string[] {
  const conditions = [question.when, typeof question.need === 'object' ? question.need.when : undefined]
  const named = question.type.kind === 'date' || question.type.kind === 'datetime' ? question.type.notBefore : undefined
  return [
    ...conditions.flatMap((condition) => (condition === undefined ? [] : askedIn(condition))),
    ...(named === undefined || /^\d/.test(named) ? [] : [named]),
  ]
}

function askedIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(askedIn)
  if ('any' in condition) return condition.any.flatMap(askedIn)
  if ('not' in condition) return askedIn(condition.not)
  return 'question' in condition ? [condition.question] : []
}

function textLimits(type: AnswerType): readonly number[] {
  if (type.kind === 'rows') return type.columns.flatMap((column) => textLimits(column.type))
  return type.kind === 'text' ? [type.max] : []
}

function optionsWritten(type: AnswerType): readonly (readonly { readonly value: string }[])[] {
  if (type.kind === 'rows') return type.columns.flatMap((column) => optionsWritten(column.type))
  return (type.kind === 'choice' || type.kind === 'multi') && !('from' in type.options) ? [type.options] : []
}

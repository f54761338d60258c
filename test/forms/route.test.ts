import { describe, expect, it } from 'vitest'
import { account, ask, is, yn } from '../../src/forms/ask.ts'
import { holds } from '../../src/forms/condition.ts'
import type { Form } from '../../src/forms/form.ts'
import { counted, nextQuestion, revealed, route } from '../../src/forms/route.ts'
import { forms } from '../../src/procedures/rapid-review/forms/index.ts'
import { partnership } from './partnership.ts'

const numbered = (n: number) => Array.from({ length: n }, (_, i) => ask(`Q${i + 1}`, `Question ${i + 1}?`, yn))
const form = (questions: Form['sections'][number]['questions'], more: Partial<Form> = {}): Form => ({
  id: 'T',
  title: 'Test',
  sections: [{ id: 'S', title: 'Section', questions }],
  ...more,
})

describe('the way through a form', () => {
  it('splits a long section evenly and says which part this is', () => {
    const pages = route(form(numbered(8)), {}, partnership())
    expect(pages.map((page) => [page.id, page.title, page.questions.length])).toEqual([
      ['S', 'Section (1 of 2)', 4],
      ['S/2', 'Section (2 of 2)', 4],
    ])
  })

  it('never moves a question to another page because of an answer', () => {
    const questions = numbered(8).map((each, i) => (i > 0 && i < 4 ? { ...each, when: is('Q1', 'yes') } : each))
    const pageOf = (answers: Record<string, string>) =>
      route(form(questions), answers, partnership()).find((page) =>
        page.questions.some(({ question }) => question.id === 'Q5'),
      )?.id
    expect(pageOf({ Q1: 'no' })).toBe(pageOf({ Q1: 'yes' }))
  })

  it('leaves out a page on which nothing applies', () => {
    const pages = route(forms.B!, { B2: 'died-here' }, partnership())
    expect(pages.map((page) => page.id)).not.toContain('B8')
    expect(route(forms.B!, { B2: 'looked-after-died' }, partnership()).map((page) => page.id)).toContain('B8')
  })

  it('does not count an answer whose question no longer applies, nor what hangs on it', () => {
    const chain = form([
      ask('Q1', 'One?', yn),
      ask('Q2', 'Two?', yn, { when: is('Q1', 'yes') }),
      ask('Q3', 'Three?', yn, { when: is('Q2', 'yes') }),
    ])
    const answers = { Q1: 'no', Q2: 'yes', Q3: 'yes' }
    expect(counted(chain, answers, partnership())).toEqual({ Q1: 'no' })
    expect(counted(chain, { ...answers, Q1: 'yes' }, partnership())).toEqual({ ...answers, Q1: 'yes' })
  })

  it('is complete when nothing that must be answered is left, whatever is optional', () => {
    const some = form([ask('Q1', 'One?', yn), ask('Q2', 'Two?', yn, { need: 'may' })])
    expect(route(some, { Q1: 'no' }, partnership())[0]).toMatchObject({ complete: true, answered: 1 })
    expect(route(some, { Q1: ' ' }, partnership())[0]).toMatchObject({ complete: false, answered: 0 })
  })

  it('asks why a notification was late only when it was', () => {
    const asks = (facts: Record<string, string>) =>
      route(forms.B!, { B0: 'yes' }, partnership({ facts })).some((page) =>
        page.questions.some((each) => each.question.id === 'B12'),
      )
    expect(asks({ late: 'yes' })).toBe(true)
    expect(asks({})).toBe(false)
  })

  it('opens the decision only after every criterion has been looked at, one at a time', () => {
    const answers: Record<string, string> = { F6: 'none' }
    const openIn = () =>
      route(forms.F!, answers, partnership())
        .filter((page) => page.open)
        .map((page) => page.id)
    expect(openIn()).toEqual(['F6', 'F0', 'F1.1'])
    for (const page of route(forms.F!, answers, partnership())) {
      for (const { question } of page.questions) if (/^F[1-3]\.\d$/.test(question.id)) answers[question.id] = 'unsure'
    }
    expect(openIn()).toContain('F4')
  })

  it('asks nothing more of a commissioner with a conflict', () => {
    expect(route(forms.F!, { F6: 'declared', F4: 'commission' }, partnership()).map((page) => page.id)).toEqual(['F6'])
  })

  it('knows that a sealed answer is there without seeing it', () => {
    const sealed = form([account('Q1', 'What happened?')])
    expect(route(sealed, {}, partnership({ sealed: (id) => id === 'Q1' }))[0]).toMatchObject({ complete: true })
    expect(route(sealed, {}, partnership({ sealed: () => false }))[0]).toMatchObject({ complete: false })
  })

  it('tells which questions have just appeared, so nobody is blamed for what they had not seen', () => {
    const context = partnership()
    const nothing = { answers: {}, context }
    const danger = { answers: { A1: 'yes' }, context }
    expect(revealed(forms.A!, 'A1', nothing, danger)).toEqual(['A1t'])
    expect(revealed(forms.A!, 'A1', danger, danger)).toEqual([])
  })
})

describe('the next question of a conversation', () => {
  const talk = form([
    ask('Q1', 'One?', yn),
    ask('Q2', 'Two?', yn, { need: 'may' }),
    account('Q3', 'What happened?'),
    ask('Q4', 'Four?', yn),
  ])
  const next = (answers: Record<string, string>, after?: string, surface: 'chat' | 'desk' = 'chat') =>
    nextQuestion(route(talk, answers, partnership()), surface, after)?.id

  it('goes forward, offers an optional one once, and passes over what belongs on the desk', () => {
    expect(next({})).toBe('Q1')
    expect(next({ Q1: 'yes' }, 'Q1')).toBe('Q2')
    expect(next({ Q1: 'yes' }, 'Q2')).toBe('Q4')
    expect(next({ Q1: 'yes' }, 'Q2', 'desk')).toBe('Q3')
  })

  it('comes back for what must be answered, and ends when all is', () => {
    expect(next({ Q4: 'yes' }, 'Q4')).toBe('Q1')
    expect(next({ Q1: 'yes', Q4: 'yes' }, 'Q4')).toBeUndefined()
  })
})

describe('conditions', () => {
  const answers = { one: 'yes', many: ['a', 'b'] }
  it.each([
    [{ question: 'one', is: 'yes' }, true],
    [{ question: 'one', is: ['no', 'yes'] }, true],
    [{ question: 'none', is: 'yes' }, false],
    [{ not: { question: 'none', is: 'yes' } }, true],
    [{ question: 'many', includes: 'b' }, true],
    [{ question: 'many', includes: ['c', 'd'] }, false],
    [{ question: 'many', is: 'a' }, false],
    [{ context: 'late', is: 'yes' }, true],
    [{ context: 'kind', is: 'local' }, false],
    [
      {
        all: [
          { question: 'one', is: 'yes' },
          { context: 'late', is: 'no' },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { question: 'one', is: 'no' },
          { context: 'late', is: 'yes' },
        ],
      },
      true,
    ],
  ] as const)('%j is %s', (condition, holdsTrue) => {
    expect(holds(condition, answers, { facts: { late: 'yes' } })).toBe(holdsTrue)
  })
})

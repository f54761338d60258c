/**
 * Few words for writing a form down. What is not said is class C and must be answered.
 *
 * @example
 *   ask('B5', 'When was the notification sent?', passedMoment, { when: is('B0', 'yes') })
 *   account('A17', 'Why should this be reviewed?')
 */
import { type AnswerType, type Column, type Condition, choices, type OptionList, type Question } from './form.ts'

type More = Partial<Omit<Question, 'id' | 'ask' | 'type'>>

export function ask(id: string, words: string, type: AnswerType, more: More = {}): Question {
  return { id, ask: words, type, class: 'C', need: 'must', ...more }
}

/** Words about people: class S, written on the desk. */
export function account(id: string, words: string, more: Omit<More, 'class'> = {}): Question {
  return ask(id, words, { kind: 'text', max: 6000, lines: 'many' }, { ...more, class: 'S' })
}

/** A short remark that may pass through chat once it has been screened: class C*. */
export function remark(id: string, words: string, more: Omit<More, 'class'> = {}): Question {
  return ask(id, words, shortText, { ...more, class: 'C*' })
}

/** A box to tick under a statement somebody stands by. */
export function attest(id: string, words: string, statement: string, more: More = {}): Question {
  return ask(id, words, { kind: 'attest', statement }, more)
}

/** The same by a second person, who wrote no answer of the form. */
export function attestByAnother(id: string, words: string, statement: string, more: More = {}): Question {
  return ask(id, words, { kind: 'attest', statement, byAnother: true }, more)
}

export const yn = { kind: 'yn' } as const
export const ynu = { kind: 'ynu' } as const
export const anyDate = { kind: 'date' } as const
export const passedDate = { kind: 'date', notAfter: 'today' } as const
export const passedMoment = { kind: 'datetime', notAfter: 'now' } as const
export const doc = { kind: 'doc' } as const
/** The longest text that may pass through chat (DOMAIN 3.1). */
export const shortText = { kind: 'text', max: 300, lines: 'many' } as const
/** A role such as "designated nurse"; screened, like every text in chat. */
export const roleName = { kind: 'text', max: 80, lines: 'one' } as const
export const narrative = { kind: 'text', max: 3000, lines: 'many' } as const

export const NOT_A_NAME = 'A role, not a name, for example designated nurse.'

export const choice = (labels: Readonly<Record<string, string>>) =>
  ({ kind: 'choice', options: choices(labels) }) as const
export const choiceFrom = (list: OptionList) => ({ kind: 'choice', options: { from: list } }) as const
export const multiFrom = (list: OptionList, none?: string) =>
  ({ kind: 'multi', options: { from: list }, ...without(none) }) as const
export const multi = (labels: Readonly<Record<string, string>>, none?: string) =>
  ({ kind: 'multi', options: choices(labels), ...without(none) }) as const
export const int = (min: number, max: number) => ({ kind: 'int', min, max }) as const

/** Rows people add themselves, or one for each entry of a list. */
export function rows(
  columns: readonly Column[],
  more: { readonly max: number } | { readonly of: OptionList | Readonly<Record<string, string>> },
) {
  if ('max' in more) return { kind: 'rows', columns, max: more.max } as const
  const rowsFrom = typeof more.of === 'string' ? more.of : choices(more.of)
  return { kind: 'rows', columns, max: 40, rowsFrom } as const
}

export function column(id: string, words: string, type: Column['type'], need?: 'may'): Column {
  return { id, ask: words, type, ...(need === undefined ? {} : { need }) }
}

export const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values })
export const includes = (question: string, ...values: readonly string[]): Condition => ({ question, includes: values })
export const fact = (context: string, ...values: readonly string[]): Condition => ({ context, is: values })
export const not = (condition: Condition): Condition => ({ not: condition })
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions })

function without(none: string | undefined): { readonly none?: string } {
  return none === undefined ? {} : { none }
}

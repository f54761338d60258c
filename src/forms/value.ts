/** Whether a single value is what its type asks for. */
import { dateOf, londonInstant, sayDate, sayMoment } from '../kernel/time.ts'
import { readDate, readDateTime } from './dates.ts'
import type { Answer, Answers, AnswerType, FormContext } from './form.ts'
import { ALONE, optionsOf } from './options.ts'

export interface Fault {
  /** Stable; see the tests for the list. */
  readonly code: string
  /** What to do, without a full stop, as it stands beside a field. */
  readonly sentence: string
}

/** The first thing wrong with a value that is not blank; undefined when it may stand. Other answers are read only for `notBefore`. */
export function faultIn(type: AnswerType, value: Answer, answers: Answers, context: FormContext): Fault | undefined {
  switch (type.kind) {
    case 'yn':
    case 'ynu':
    case 'choice':
      return isOption(type, value, context) ? undefined : fault('unknown-option', 'Choose one of the options')
    case 'multi':
      return faultInChoices(type, value, context)
    case 'date':
      return faultInDate(type, value, answers, context)
    case 'datetime':
      return faultInMoment(type, value, answers, context)
    case 'int':
      return faultInNumber(type, value)
    case 'text':
      return faultInText(type, String(value), context)
    case 'doc':
      return DOC.test(String(value))
        ? undefined
        : fault('not-a-reference', 'Enter the reference alone, without spaces, for example DOC-0412')
    case 'attest':
      return value === 'yes' ? undefined : fault('not-confirmed', 'Tick the box to confirm')
    case 'rows':
      return undefined
    default:
      return type satisfies never
  }
}

/** A reference in the partnership's own store: one word, so that a file called after a person is not one (PR-1). */
const DOC = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/

function faultInChoices(
  type: AnswerType & { readonly kind: 'multi' },
  value: Answer,
  context: FormContext,
): Fault | undefined {
  const chosen: readonly unknown[] = typeof value === 'object' ? value : [value]
  if (!chosen.every((entry) => isOption(type, entry, context)))
    return fault('unknown-option', 'Choose from the options')
  const alone = optionsOf(type, context).find(
    (option) => ALONE.includes(option.value) && chosen.includes(option.value) && chosen.length > 1,
  )
  return alone === undefined ? undefined : fault('not-alone', `Choose “${alone.label}”, or others, not both`)
}

function faultInDate(
  type: AnswerType & { readonly kind: 'date' },
  value: Answer,
  answers: Answers,
  context: FormContext,
): Fault | undefined {
  const read = readDate(String(value), context.at)
  if (read.value === undefined) return fault(read.code, read.sentence)
  if (read.value !== value) return fault('not-a-date', 'Enter a real date, for example 17/12/2026')
  if (type.notAfter === 'today' && value > dateOf(context.at)) {
    return fault('in-future', 'Enter a date that is today or earlier')
  }
  const earliest = limit(type.notBefore, answers)?.slice(0, 10)
  return earliest !== undefined && value < earliest
    ? fault('too-early', `Enter a date that is ${sayDate(earliest)} or later`)
    : undefined
}

function faultInMoment(
  type: AnswerType & { readonly kind: 'datetime' },
  value: Answer,
  answers: Answers,
  context: FormContext,
): Fault | undefined {
  const read = readDateTime(String(value), context.at)
  if (read.value === undefined) return fault(read.code, read.sentence)
  if (read.value !== value) return fault('not-a-date', 'Enter a real date and time, for example 17/12/2026 16:40')
  if (type.notAfter === 'now' && londonInstant(value) > context.at) {
    return fault('in-future', `Enter a time that has passed: it is now ${sayMoment(context.at)}`)
  }
  const earliest = limit(type.notBefore, answers)
  return earliest !== undefined && value < earliest
    ? fault('too-early', `Enter a time that is ${sayLimit(earliest)} or later`)
    : undefined
}

/** The date or date-time a `notBefore` stands for; none while the question it names holds none. */
function limit(notBefore: string | undefined, answers: Answers): string | undefined {
  if (notBefore === undefined) return undefined
  const value = CANONICAL.test(notBefore) ? notBefore : answers[notBefore]
  return typeof value === 'string' && CANONICAL.test(value) ? value : undefined
}

const CANONICAL = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/

function sayLimit(earliest: string): string {
  return `${sayDate(earliest.slice(0, 10))}${earliest.slice(10).replace('T', ' ')}`
}

function faultInNumber(type: AnswerType & { readonly kind: 'int' }, value: Answer): Fault | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return fault('not-a-number', 'Enter a whole number, for example 2')
  }
  return value < type.min || value > type.max
    ? fault('out-of-range', `Enter a number from ${type.min} to ${type.max}`)
    : undefined
}

function faultInText(
  type: AnswerType & { readonly kind: 'text' },
  value: string,
  context: FormContext,
): Fault | undefined {
  if (value.length > type.max) {
    return fault('too-long', `Shorten it to ${type.max} characters: it has ${value.length}`)
  }
  if (type.pattern !== undefined && !new RegExp(`^(?:${type.pattern.source})$`, 'u').test(value)) {
    return fault('pattern', type.pattern.says)
  }
  const meant = type.refersTo === undefined ? undefined : context.refers?.(value)
  return meant !== undefined && 'unfit' in meant ? fault('does-not-fit', meant.unfit) : undefined
}

function isOption(type: AnswerType, value: unknown, context: FormContext): boolean {
  return optionsOf(type, context).some((option) => option.value === value)
}

function fault(code: string, sentence: string): Fault {
  return { code, sentence }
}

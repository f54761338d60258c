/** Whether a condition of a form holds. */
import type { Answer, Answers, Condition, FormContext } from './form.ts'

/**
 * Whether `condition` holds for these answers. A question without an answer is nothing in particular, so `is` and `includes` are false of
 * it and `not` is true.
 */
export function holds(condition: Condition, answers: Answers, context: Pick<FormContext, 'facts'>): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, answers, context))
  if ('any' in condition) return condition.any.some((each) => holds(each, answers, context))
  if ('not' in condition) return !holds(condition.not, answers, context)
  if ('context' in condition) return matches(context.facts[condition.context], condition.is)
  const answer = answers[condition.question]
  if ('includes' in condition) return entries(answer).some((entry) => matches(entry, condition.includes))
  return matches(typeof answer === 'object' ? undefined : answer, condition.is)
}

function matches(value: string | number | boolean | undefined, wanted: string | readonly string[]): boolean {
  if (value === undefined) return false
  return typeof wanted === 'string' ? String(value) === wanted : wanted.includes(String(value))
}

function entries(answer: Answer | undefined): readonly string[] {
  return typeof answer === 'object' ? answer.filter((entry) => typeof entry === 'string') : []
}

/** The questions a condition looks at. */
export function lookedAt(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(lookedAt)
  if ('any' in condition) return condition.any.flatMap(lookedAt)
  if ('not' in condition) return lookedAt(condition.not)
  return 'question' in condition ? [condition.question] : []
}

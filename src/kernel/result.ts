/**
 * What people get wrong is a value; what programmers get wrong throws.
 *
 * @example
 *   const quorum = mayDecide(person)
 *   if (isRefusal(quorum)) return quorum   // {code: 'not-yours', sentence: 'Only the ICSC …', next: 'Ask …'}
 */
export interface Refusal {
  readonly refused: true
  /** Stable, for tests, logs and metrics; never shown. */
  readonly code: string
  /** What is the matter, in a sentence that is true and kind. */
  readonly sentence: string
  /** What the person can do now. */
  readonly next: string
  /** The field it belongs beside, when it came from a form. */
  readonly field?: string
}

export type Result<T> = T | Refusal

/** Makes a refusal. `code` is stable, `sentence` says what is the matter, `next` what to do about it. */
export function refuse(code: string, sentence: string, next: string, field?: string): Refusal {
  return { refused: true, code, sentence, next, ...(field === undefined ? {} : { field }) }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true
}

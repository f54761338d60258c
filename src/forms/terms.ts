/**
 * The partnership's own words in a form's text. A form writes `{icsc|commissioner}`: the term `icsc` of the profile, or the plain word when
 * the profile has none, so the sentence reads well either way (DOMAIN 0.2, 7).
 */
import type { FormContext } from './form.ts'

/** The text as this partnership says it. */
export function inTerms(text: string, context: Pick<FormContext, 'terms'>): string {
  return text.replace(/\{([^{}|]+)\|([^{}]+)\}/g, (_, term: string, plain: string) => context.terms?.[term] ?? plain)
}

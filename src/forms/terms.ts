/**
 * The partnership's own words in a form's text. A form writes `{commissioner}`; a profile that calls the role ICSC prints "ICSC", and one
 * that names nothing prints the plain word, so the sentence reads well either way (DOMAIN 0.2, 7).
 */
import type { FormContext } from './form.ts'

/** The text as this partnership says it. */
export function inTerms(text: string, context: Pick<FormContext, 'terms'>): string {
  return text.replace(/\{([^{}]+)\}/g, (_, plain: string) => context.terms?.[plain] ?? plain)
}

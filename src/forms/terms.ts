/**
 * The partnership's own words in a form's text. A form writes `{icsc|commissioner}`: the term `icsc` of the profile, or the plain word when
 * the profile has none, so the sentence reads well either way (DOMAIN 0.2, 7).
 */
import type { FormContext } from './form.ts'

/** The text as this partnership says it; what begins with a word of the profile begins with a capital, as the profile need not write it. */
export function inTerms(text: string, context: Pick<FormContext, 'terms'>): string {
  return text.replace(/\{([^{}|]+)\|([^{}]+)\}/g, (_, term: string, plain: string, at: number) => {
    const words = context.terms?.[term] ?? plain
    return at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words
  })
}

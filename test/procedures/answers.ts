/** What the fictional people of DOMAIN 9.1 answer, form by form; whatever is not here is answered with something that will do. */

/** Form A for a child in Hackney. */
export const raised = {
  A1: 'no',
  A2: 'yes',
  A3: 'homerton',
  A5: 'hackney',
  A6: 'hackney',
  A9: 'unknown',
  A10: 'harmed',
  A11: 'suspected',
  A14: ['none'],
}

/** Form B as the authority sends it: the serious incident notification of Thursday 17 December. */
export const notified = {
  B00: 'yes',
  B14: 'hackney',
  B1: '2026-12-11T16:50',
  B2: 'harmed-here',
  B3: 'suspected',
  B13: 'yes',
  B0: 'yes',
  B5: '2026-12-17T16:40',
  B6: 'SIN-2026-0417',
  B7: '1',
  B11: 'no',
}

/** When each partner, the commissioner and the support team were told; a partner left out has still to be. */
export function told(at: string, ...butNot: readonly string[]) {
  const partners = ['hackney-council', 'city-corporation', 'nhs', 'mps', 'city-police']
  const rows = (names: readonly string[]) => names.map((row) => ({ row, ...(butNot.includes(row) ? {} : { at }) }))
  return { B9: rows(partners), B10: rows(['commissioner', 'support-team']), B11: 'no' }
}

/** Those who are usually asked in Hackney. */
export const NINE = [
  'hackney-council',
  'mps',
  'homerton',
  'elft',
  'hackney-schools',
  'hackney-housing',
  'probation',
  'hcvs',
  'cafcass',
]

/** Form C: nine agencies are asked, and the dates kept. */
export const scoped = { C2: NINE, C7: 'yes', C8: 'no' }
export const returned = { D1: 'yes', D14: 'no' }
export const nil = { D1: 'no', D14: 'no' }
export const heldQuorate = { N2: 'yes', N4: 'no', N5: 'no' }
export const drafted = { 'E4.3n': 'no', 'E4.2n': 'no', 'E6.3p': 'no-local' }
export const decides = (F4: string) => ({ F6: 'none', F0: 'no', F4 })
export const clear = { JH1: 'clear' }
export const letterSent = { J2n: 'no', J3s: 'yes' }

/** What the fictional people answer in the story. */
import type { Values } from './values.ts'

/** Form B for Hackney: sent to the Panel on Thursday 17 December at 16:40, which starts the fifteen days. */
export const notificationForHackney = {
  B00: 'yes',
  B14: 'hackney',
  B1: '2026-12-11T16:50',
  B2: 'harmed-here',
  B3: 'suspected',
  B4: [
    { row: 'health', taken: 'yes' },
    { row: 'police', taken: 'yes' },
  ],
  B13: 'yes',
  B0: 'yes',
  B5: '2026-12-17T16:40',
  B6: 'SIN-2026-0417',
  B7: 1,
  B15: 'head of service',
  B15t: '2026-12-17T16:45',
  B11: 'no',
} satisfies Values

/** Form B for the City: known since Wednesday, and not sent yet. */
export const notificationForTheCity = {
  ...notificationForHackney,
  B14: 'city',
  B1: '2026-12-16T10:00',
  B0: 'no',
} satisfies Values

/** Form C: four agencies are asked, on both platforms. */
export const scoping = {
  C1: '2025-12-01',
  C1to: '2026-12-11',
  C1why: 'the year before the incident',
  C4: ['child'],
  C2: ['hackney-housing', 'homerton', 'hackney-schools', 'probation'],
  C5: 'partners-request',
  C6: ['none'],
  C7: 'yes',
  C8: 'no',
} satisfies Values

/** Form D of an agency that knew nobody. */
export const nilReturn = { D1: 'no', D14: 'no' }

/** Form N: the meeting of Tuesday 5 January, quorate. */
export const meetingHeld = { N1: '2027-01-05T10:00', N2: 'yes', N4: 'no', N5: 'no' }

/** Form F: no conflict, every criterion considered, a review commissioned. */
export const decision = { F6: 'none', F0: 'no', F4: 'commission' } satisfies Values

/**
 * The rehearsal: Slack's and Microsoft's side as fakes that remember, the post, a clock that can be moved, and the room in which everybody can be played.
 * Only main.ts and the tests come here.
 */
export type { GroupInput, PersonInput } from './room/cast.ts'
export { createMovableClock, type MovableClock } from './room/clock.ts'
export type { CalendarAnswer, Enclosure } from './room/invitation.ts'
export type { Mail, PostOffice } from './room/mail.ts'
export { createRehearsal, type Rehearsal, type RehearsalOptions, type Wiring } from './room/rehearsal.ts'

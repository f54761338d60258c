/**
 * The rehearsal: Slack's and Microsoft's side as fakes that remember, the post, a clock that can be moved, and the room in which everybody can be played.
 * Only main.ts and the tests come here.
 */
export { createMovableClock, type MovableClock } from './room/clock.ts'
export type { CalendarAnswer } from './room/invitation.ts'
export { createRehearsal, type Rehearsal, type Wiring } from './room/rehearsal.ts'

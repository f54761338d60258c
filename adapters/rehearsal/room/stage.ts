import type { Instant, LocalDate } from '../../../src/kernel/time.ts'
import type { Reading } from './reading.ts'
import type { Worlds } from './worlds.ts'

/** What the house still has before it: the clock stops at each of these moments on its way. */
export interface Agenda {
  /** The next moment after now, and not after `before`, at which something is due. */
  readonly nextDue: (before: Instant) => Instant | undefined
  /** Everything that is due by now has been done. */
  readonly isAtRest: () => boolean
}

/** What the room works with. */
export interface Stage extends Worlds {
  readonly reading: Reading
  readonly nextWorkingDay: (after: LocalDate) => LocalDate | undefined
  readonly agenda: Agenda
  readonly commands: readonly { readonly words: string; readonly says: string }[]
  readonly deskLink?: (personId: string) => string
}

import type { LocalDate } from '../../../src/kernel/time.ts'
import type { Reading } from './reading.ts'
import type { Worlds } from './worlds.ts'

/** What the room works with. */
export interface Stage extends Worlds {
  readonly reading: Reading
  readonly nextWorkingDay: (after: LocalDate) => LocalDate | undefined
  readonly commands: readonly { readonly words: string; readonly says: string }[]
  readonly deskLink?: (personId: string) => string
}

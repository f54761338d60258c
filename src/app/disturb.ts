/** When people may be disturbed. */
import { afterQuiet } from '../chasing/quiet.ts'
import type { Instant } from '../kernel/time.ts'
import type { House } from './house.ts'

/** The moment at which this may reach people: at once for the few things that cannot wait, after the quiet hours for the rest. */
export function disturbAt(house: House, urgent: boolean, at: Instant): Instant {
  return urgent ? at : afterQuiet(at, house.partnership().profile.chase.quiet, house.calendar())
}

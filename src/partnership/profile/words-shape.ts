/** The small words a profile is made of: ids, sentences, counts, times. */
import { z } from 'zod'

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write an id in small letters, digits and hyphens')
/** The name of a rule or of a rung of the ladder: `D-15`, `T-2`. */
export const name = z.string().regex(/^[A-Za-z][A-Za-z0-9+-]*$/, 'write a name such as "D-15" or "T-2"')
export const sentence = z.string().trim().min(1, 'write something here')
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as "17:00"')
export const localDate = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'write a date as "2027-01-31"')
export const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write a day of the year as "09-30" (month-day)')

/** How a limit is counted. Only its shape is checked here; the calendar reads it. */
export const count = z
  .string()
  .regex(
    /^(same day|[1-9]\d{0,3} (working days?( before)?|clear working days? before|months?|hours?|days?))$/,
    'write for example "15 working days", "5 working days before", "5 clear working days before", "6 months", "72 hours", "7 days" or "same day"',
  )

/** A map from ids to things; each thing learns its own id. */
export function named<Shape extends z.ZodObject>(shape: Shape) {
  return z
    .record(id, shape)
    .transform((things) =>
      Object.fromEntries(
        Object.entries(things).map(([key, thing]) => [key, { id: key, ...(thing as z.output<Shape>) }]),
      ),
    )
}

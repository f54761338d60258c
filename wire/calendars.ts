/** The working calendars: the confirmed years of the file, and the one-off holidays somebody has added at run time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import type { OneOff } from '../src/app/rules-of-the-day.ts'
import { type Region, type WorkingCalendar, workingCalendar } from '../src/calendar/working-calendar.ts'

const days = z.record(z.string().regex(/^\d{4}-\d\d-\d\d$/), z.string().min(1))
const file = z.object({
  years: z.array(z.number().int()).min(1),
  'england-and-wales': days,
  'elsewhere-in-the-uk': days,
})

/** Gives the calendar of a region, with the one-off holidays known at that moment; the same value while they stay the same. */
export function calendarsIn(folder: string): (region: Region, oneOffs: readonly OneOff[]) => WorkingCalendar {
  const listed = file.parse(load(readFileSync(join(folder, 'bank-holidays.yaml'), 'utf8'), { schema: CORE_SCHEMA }))
  const home = listed['england-and-wales']
  const daysOf = { 'england-and-wales': home, 'any-uk': { ...listed['elsewhere-in-the-uk'], ...home } }
  const made = new Map<string, WorkingCalendar>()
  return (region, oneOffs) => {
    const key = `${region} ${oneOffs.map(({ date }) => date).join(' ')}`
    const known = made.get(key)
    if (known) return known
    const calendar = workingCalendar({ region, years: listed.years, days: daysOf[region], extra: oneOffs })
    made.set(key, calendar)
    return calendar
  }
}

export type { OneOff }

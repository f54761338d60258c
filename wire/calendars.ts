/** The working calendars: the confirmed years of the file, and the one-off holidays somebody has added at run time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { OneOff } from '../src/app/rules-of-the-day.ts'
import { bankHolidays, type Region, type WorkingCalendar } from '../src/calendar/working-calendar.ts'

const day = z.object({ date: z.string().regex(/^\d{4}-\d\d-\d\d$/), name: z.string().min(1) })
const file = z.object({
  years: z.array(z.number().int()).min(1),
  extra: z.object({ 'england-and-wales': z.array(day), 'any-uk': z.array(day) }),
  removed: z.array(z.string()),
})

/** Gives the calendar of a region, with the one-off holidays known at that moment; the same value while they stay the same. */
export function calendarsIn(folder: string): (region: Region, oneOffs: readonly OneOff[]) => WorkingCalendar {
  const { years, extra, removed } = file.parse(parse(readFileSync(join(folder, 'bank-holidays.yaml'), 'utf8')))
  const made = new Map<string, WorkingCalendar>()
  return (region, oneOffs) => {
    const key = `${region} ${oneOffs.map(({ date }) => date).join(' ')}`
    const known = made.get(key)
    if (known) return known
    const calendar = bankHolidays({ region, years, extra: [...extra[region], ...oneOffs], removed })
    made.set(key, calendar)
    return calendar
  }
}

export type { OneOff }

/** The working calendars: the confirmed years of the file, and the one-off holidays somebody has added at run time. */
import { z } from 'zod'
import type { OneOff } from '../src/app/rules-of-the-day.ts'
import { type Region, type WorkingCalendar, workingCalendar } from '../src/calendar/working-calendar.ts'
import { readLayer } from '../src/partnership/profile/layers.ts'
import { checkLayers, isProblems } from '../src/partnership/profile.ts'
import { ProfileTrouble, readPaper } from './profiles.ts'

const days = z.record(z.iso.date(), z.string().min(1))
const shape = z.object({
  years: z.array(z.number().int()).min(1),
  'england-and-wales': days,
  'elsewhere-in-the-uk': days,
})

const FILE = 'bank-holidays'

function listedIn(folder: string): z.output<typeof shape> {
  const layer = readLayer(readPaper(folder, FILE), FILE)
  const listed = isProblems(layer) ? layer : checkLayers({ all: [layer] }, shape)
  if (isProblems(listed)) throw new ProfileTrouble(FILE, listed)
  return listed
}

/**
 * Gives the calendar of a region, with the one-off holidays known at that moment; the same value while they stay the same. The file is read once, here.
 * Throws ProfileTrouble when it is wrong.
 */
export function calendarsIn(folder: string): (region: Region, oneOffs: readonly OneOff[]) => WorkingCalendar {
  const listed = listedIn(folder)
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

/**
 * A year of the partnership, from the plan in November 2026 to its last minutes: one house, one clock, everybody where they are. The chapters run in
 * order; each takes up where the one before ended.
 */
import { describe } from 'vitest'
import { autumn } from './chapters/autumn.ts'
import { lookingBack } from './chapters/looking-back.ts'
import { planning } from './chapters/planning.ts'
import { spring } from './chapters/spring.ts'
import { summer } from './chapters/summer.ts'
import { winter } from './chapters/winter.ts'
import { papersAsked } from './planner.ts'
import { telling } from './told.ts'
import { aYear } from './world.ts'

const year = aYear('2026-11-23T10:00')

/** What some know in November already; whatever else they are asked, people come. */
for (const [who, says] of Object.entries({
  'executive-2027-01-19/slt-mps': 'Send a deputy: Bo Standinsky',
  'slt-2027-02-25/slt-mps': 'Send a deputy: Bo Standinsky',
  'slt-2027-06-24/icsc': 'Apologies',
  'vulnerable-adolescents-2027-09-23/slt-mps-dep': 'Apologies',
}))
  year.ways.answers.set(who, says)
for (const [day, words] of papersAsked()) year.diary.set(day, words)

describe('the year 2027', { timeout: 120_000 }, () => {
  const told = telling(year)
  planning(told)
  winter(told)
  spring(told)
  summer(told)
  autumn(told)
  lookingBack(told)
})

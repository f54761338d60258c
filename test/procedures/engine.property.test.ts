/**
 * The engine alone, driven at random through hundreds of legal and illegal moves: every state it reaches is drawn in DOMAIN 2.2, the fifteen days and the
 * six months are owed for as long as they run, what is refused leaves nothing, and the same facts always give the same course.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/working-calendar.ts'
import type { Answers } from '../../src/forms/form.ts'
import type { Result } from '../../src/kernel/result.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { hoursAfter } from '../../src/kernel/time.ts'
import type { Fact } from '../../src/ports.ts'
import type { Course } from '../../src/procedures/engine/course.ts'
import { close, move, submit, type Unsigned } from '../../src/procedures/engine/decide.ts'
import { courseOf } from '../../src/procedures/engine/fold.ts'
import { rapidReview } from '../../src/procedures/rapid-review/index.ts'
import { aHouse } from '../stories/house.ts'
import { choicesFor, isDrawn } from './arrows.ts'
import { checkClocks, checkNothingLost } from './clocks.ts'

const { partnership } = aHouse({ at: '2026-12-17T17:05' })
const calendar = bankHolidays({ region: 'england-and-wales', years: [2025, 2026, 2027, 2028, 2029] })
const subject = {
  id: 'rr-2026-01',
  kind: 'case',
  title: 'JUNIPER',
  profile: 'wt2018-chscp',
  open: true,
  createdAt: '',
  version: 1,
}

const OFTEN = ['owed', 'owed', 'owed', 'owed', 'owed'] as const

/** What is done next: mostly something that is owed, by whoever owes it; often what has come up last. */
const act = fc.record({
  which: fc.nat(50),
  pick: fc.nat(23),
  how: fc.constantFrom(...OFTEN, 'newest', 'newest', 'move', 'not owed', 'old round', 'nonsense'),
  by: fc.constantFrom('spa', 'icsc', 'bm', 'lan-hac'),
  hours: fc.constantFrom(1, 1, 1, 1, 24, 100),
})
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never

function attempt(course: Course, { which, pick, how, by }: Act): Result<readonly Unsigned[]> {
  const open = course.owed.filter((one) => one.status !== 'done' && !one.ahead)
  const latest = open
    .map(({ openedAt }) => openedAt)
    .sort()
    .at(-1)
  const among = how === 'newest' ? open.filter(({ openedAt }) => openedAt === latest) : open
  const owed = among[which % Math.max(1, among.length)]
  const answers = choicesFor(pick) as Answers
  const written = {
    answers: {
      ...answers,
      KD2: '2028-06-01',
      KX1: '2028-06-01',
      CM1: 'meeting',
      CM2: '2027-02-01',
      CE1: 'homerton',
      CE2: '2026-12-30',
      BA1: '2026-12-10T09:00',
      BS1: '2026-12-30T09:00',
      BN1: pick % 2 === 0 ? '2026-12-16T09:00' : '2026-12-19T09:00',
      IW1: pick % 2 === 0 ? 'submitted' : 'answered',
      IW2: '2027-01-05T09:00',
    },
    slots: [],
    hash: `hash-${which}`,
    by,
  }
  const moves = Object.keys(course.procedure.moves)
  if (how === 'move') return move(course, moves[which % moves.length] as string, written)
  if (how === 'not owed')
    return close(course, { owed: Object.keys(course.procedure.steps)[which] ?? 'nothing', outcome: 'done', by })
  if (owed === undefined) return close(course, { owed: 'submit', outcome: 'form', by })
  if (how === 'old round')
    return close(course, { owed: owed.key, outcome: owed.does[0]?.outcome ?? '', by, round: owed.round - 1 })
  if (how === 'nonsense') return close(course, { owed: owed.key, outcome: 'nonsense', by })
  const doing = owed.does[pick % owed.does.length]
  const person = owed.obligor.people[pick % Math.max(1, owed.obligor.people.length)] ?? by
  return doing?.form === undefined
    ? close(course, { owed: owed.key, outcome: doing?.outcome ?? '', by: person, round: owed.round })
    : submit(course, { ...written, form: doing.form, owed: owed.key, by: person, outcome: doing.outcome })
}

const opened = (entrance: string, at: string): Fact => ({
  kind: 'opened',
  at,
  by: 'spa',
  data: {
    procedure: 'rapid-review',
    entrance,
    ref: 'RR-2026-01',
    events: entrance === 'start' ? { aware: '2026-12-11T16:50:00.000Z' } : { raised: at },
    about: { kind: entrance === 'start' ? 'statutory' : 'raised', area: 'hackney', home: 'hackney' },
  },
})

describe('the engine, whatever is done to it', () => {
  it.each(['start', 'raise'])('a case begun by %s', { timeout: 120_000 }, (entrance) => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.array(act, { minLength: 120, maxLength: 200 }), (acts) => {
        let at = '2026-12-17T17:05:00.000Z'
        const facts: Fact[] = [opened(entrance, at)]
        const fold = () => courseOf(rapidReview, subject, facts, { partnership, calendar, at })
        let course = fold()
        for (const next of acts) {
          at = hoursAfter(at, next.hours)
          const waiting = fold()
          const left = attempt(waiting, next)
          if (isRefusal(left)) {
            expect(left.next).not.toBe('')
          } else {
            facts.push(...left.map((fact) => ({ ...fact, at, by: next.by })))
          }
          const after = fold()
          expect(
            isDrawn(waiting, after),
            `${waiting.stage.id} to ${after.stage.id} by ${JSON.stringify(isRefusal(left) ? left : left.map(({ data }) => 'owed' in data && data.owed))}`,
          ).toBe(true)
          expect(after.past.length).toBeGreaterThanOrEqual(course.past.length)
          checkClocks(after)
          checkNothingLost(waiting, after)
          course = after
          reached.add(course.stage.id)
        }
        expect(JSON.stringify(fold().owed)).toBe(JSON.stringify(course.owed))
      }),
      { numRuns: 30, seed: 20261217, endOnFailure: true },
    )
    // A property that never gets anywhere would prove nothing.
    for (const stage of ['AWAITING_PANEL', 'LCSPR_RUNNING', 'LEARNING_ONLY', 'WITHDRAWN']) {
      if (entrance === 'start') expect([...reached]).toContain(stage)
    }
  })
})

/**
 * Random people press random things, through the whole core, allowed or not, at random times: nothing ever reaches a state that DOMAIN 2.2 does not draw, no statutory clock is
 * lost, nobody is shown what DOMAIN 6 denies, and the same facts always give the same course.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Owed } from '../../src/chasing/owed.ts'
import { dateOf } from '../../src/kernel/time.ts'
import { courseOf } from '../../src/procedures/engine/fold.ts'
import { notified, raised, told } from './answers.ts'
import { choicesFor, isDrawn } from './arrows.ts'
import { checkClocks, checkNothingLost } from './clocks.ts'
import { checkSight, writtenBy } from './sight.ts'
import { aReview } from './story.ts'

const PEOPLE = [
  'spa',
  'icsc',
  'qa-alt',
  'coord',
  'bm',
  'lan-hac',
  'lan-col',
  'slt-hac',
  'slt-nhs',
  'slt-mps',
  'slt-mps-dep',
  'slt-clp',
  'hospital',
  'housing',
  'hcvs',
  'pol-dis',
  'rev',
  'lead-h',
  'lay-h',
]

const act = fc.record({
  /** Mostly somebody who may; sometimes anybody. */
  who: fc.option(fc.constantFrom(...PEOPLE), { freq: 3, nil: undefined }),
  what: fc.nat(40),
  pick: fc.nat(11),
  move: fc.boolean(),
  days: fc.constantFrom(0, 0, 0, 1, 2, 5),
})

describe('whatever anybody does to a case', () => {
  it.each([
    ['start', 'a notification', { ...notified, ...told('2026-12-17T17:00') }],
    ['raise', 'an agency that does not know whether the authority is aware', raised],
    ['raise', 'an agency that knows since when it is', { ...raised, A9: 'yes', A9t: '2026-12-16T10:00' }],
  ] as const)('begun by %s, by %s', { timeout: 240_000 }, async (entrance, _by, entering) => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 60 }), async (acts) => {
        const story = aReview({ at: '2026-12-17T17:05' })
        story.begins('spa', `rapid-review ${entrance}`, entering)
        let now = Date.parse(story.clock())
        for (const { who, what, pick, move, days } of acts) {
          now += days * 86_400_000 + 600_000
          story.jump(new Date(now).toISOString().slice(0, 16))
          const before = story.course()
          const facts = before.facts.length
          const reply = tries(story, { who, what, pick, move })
          const after = story.course()
          if (reply === 'refused') expect(after.facts).toHaveLength(facts)
          expect(isDrawn(before, after), `${before.stage.id} to ${after.stage.id}`).toBe(true)
          checkNothingLost(before, after)
          await ringWhatIsDue(story)
          checkBells(story)
        }
        checkFold(story)
        checkSight(story, PEOPLE)
      }),
      { numRuns: 8, seed: 20261217, endOnFailure: true },
    )
  })
})

type Story = ReturnType<typeof aReview>

function tries(
  story: Story,
  { who, what, pick, move }: { who: string | undefined; what: number; pick: number; move: boolean },
) {
  const course = story.course()
  const moves = Object.keys(course.procedure.moves)
  const open = course.owed.filter((one) => one.status !== 'done')
  const owed = open.length === 0 ? undefined : open[what % open.length]
  const values = choicesFor(pick)
  if (move && pick < 4) {
    return story.moves(who ?? 'spa', moves[what % moves.length] as string, values).kind === 'refusal'
      ? 'refused'
      : 'done'
  }
  if (owed === undefined) return 'nothing'
  const person = who ?? owed.obligor.people[0] ?? 'spa'
  const doing = owed.does[pick % Math.max(1, owed.does.length)]
  const reply =
    doing?.form === undefined
      ? story.presses(person, owed.key, doing?.outcome ?? 'nonsense')
      : story.answers(
          person,
          owed.key,
          { ...values, ...inOwnWords(owed) },
          { form: doing.form, outcome: doing.outcome },
        )
  return reply.kind === 'refusal' ? 'refused' : 'done'
}

const inOwnWords = ({ step, obligor }: Owed) =>
  step === 'returns' ? { D1: 'yes', D6: writtenBy(obligor.id ?? ''), D8: writtenBy(obligor.id ?? '') } : {}

/** The bell comes late here, after people have acted: a limit that has passed opens what follows only now. */
async function ringWhatIsDue(story: Story): Promise<void> {
  for (const { key, at } of story.core.intended().alarms) if (at <= story.clock()) await story.core.alarm(key)
}

/** What rings is what is owed: the alarms in the store are those the course asks for. */
function checkBells(story: Story): void {
  const course = story.course()
  checkClocks(course)
  const rings = story.store.read((tx) => tx.alarms.waiting(story.subject))
  for (const one of course.owed) {
    if (one.status === 'open') expect(one.obligor.label).not.toBe('')
    if (one.status !== 'open' || one.limit === undefined || one.limit.limit <= dateOf(course.at)) continue
    expect(rings.map(({ about }) => about.owed)).toContain(one.key)
  }
  if (course.stage.ends) expect(rings).toEqual([])
}

function checkFold(story: Story): void {
  const course = story.course()
  const again = courseOf(course.procedure, course.subject, course.facts, course)
  expect(JSON.stringify(again.owed)).toBe(JSON.stringify(course.owed))
  expect(again.stage.id).toBe(course.stage.id)
}

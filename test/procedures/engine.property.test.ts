/**
 * Random people press random things, allowed or not, at random times: nothing ever reaches a state that DOMAIN 2.2 does not draw, no statutory clock is
 * lost, nobody is shown what DOMAIN 6 denies, and the same facts always give the same course.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/result.ts'
import { may } from '../../src/partnership/authority/may.ts'
import { aboutCase } from '../../src/procedures/about.ts'
import { courseOf } from '../../src/procedures/engine/fold.ts'
import { clear, decides, drafted, heldQuorate, letterSent, nil, notified, raised, scoped, told } from './answers.ts'
import { AT_THE_DESK, aReview, type Values } from './story.ts'

/** The arrows of DOMAIN 2.2, and those of its last sentence; a state may always stay as it is. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  RAISED: ['TRIAGE'],
  TRIAGE: ['NOTIFICATION_DUE', 'LOCAL_REVIEW', 'CLOSED_NOT_MET', 'DISPUTE'],
  DISPUTE: ['TRIAGE', 'NOTIFICATION_DUE', 'LOCAL_REVIEW', 'SCOPING', 'CLOSED_NOT_MET'],
  NOTIFICATION_DUE: ['SCOPING', 'NOTIFY_ONLY', 'DISPUTE', 'TRIAGE'],
  NOTIFY_ONLY: ['NOTIFICATION_DUE', 'REOPENED'],
  SCOPING: ['GATHERING'],
  GATHERING: ['MEETING_READY', 'DRAFTING'],
  MEETING_READY: ['DRAFTING'],
  DRAFTING: ['ICSC_REVIEW'],
  ICSC_REVIEW: ['DRAFTING', 'PARTNER_SHARE'],
  PARTNER_SHARE: ['ICSC_REVIEW', 'READY_TO_SUBMIT'],
  READY_TO_SUBMIT: ['AWAITING_PANEL', 'ICSC_REVIEW'],
  AWAITING_PANEL: ['DECISION_FINAL', 'RECONVENE', 'NATIONAL'],
  RECONVENE: ['DECISION_FINAL', 'LCSPR_SETUP', 'LEARNING_ONLY', 'AWAITING_PANEL'],
  DECISION_FINAL: ['LCSPR_SETUP', 'LEARNING_ONLY', 'LCSPR_RUNNING', 'EMBEDDING'],
  LEARNING_ONLY: ['EMBEDDING'],
  LOCAL_REVIEW: ['LEARNING_ONLY', 'LCSPR_SETUP', 'SCOPING'],
  LCSPR_SETUP: ['LCSPR_RUNNING'],
  LCSPR_RUNNING: ['FINAL_REPORT'],
  FINAL_REPORT: ['PUBLICATION_DECISION'],
  PUBLICATION_DECISION: ['PRE_PUBLICATION', 'NOT_PUBLISHED'],
  PRE_PUBLICATION: ['PUBLISHED'],
  PUBLISHED: ['EMBEDDING'],
  NOT_PUBLISHED: ['EMBEDDING'],
  NATIONAL: ['EMBEDDING'],
  EMBEDDING: ['CLOSED'],
  CLOSED: ['REOPENED'],
  CLOSED_NOT_MET: ['REOPENED'],
  WITHDRAWN: ['REOPENED'],
  REOPENED: [],
}
const BEFORE_SUBMISSION = [
  'SCOPING',
  'GATHERING',
  'MEETING_READY',
  'DRAFTING',
  'ICSC_REVIEW',
  'PARTNER_SHARE',
  'READY_TO_SUBMIT',
]

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

/** What anybody may try: some wish for each form, chosen by chance. */
const choicesFor = (pick: number): Values => {
  const of = <T>(...all: readonly T[]): T => all[pick % all.length] as T
  return {
    ...raised,
    ...notified,
    ...told(of('2026-12-17T17:00', '')),
    ...scoped,
    C2: ['homerton', 'hackney-housing'],
    ...of(nil, { D1: 'yes', D14: 'yes' }),
    ...heldQuorate,
    N2: of('yes', 'yes', 'no'),
    ...drafted,
    ...of<Values>(decides('commission'), decides('no-review'), { F6: 'none', F0: 'yes' }, { F6: 'declared' }),
    G2: of('acknowledge', 'point'),
    G3: of('fact', 'wording', 'decision'),
    G5: of('yes', 'no'),
    ...letterSent,
    ...of(clear, { JH1: 'hold' }, { JH1: 'part' }),
    I2: of('agrees', 'disagrees', 'asks', 'national'),
    IA2: of('confirmed', 'commission', 'no-review'),
    AT3: of('notify', 'not-notifiable', 'disputed', 'notify-only'),
    AV1: of('notify', 'not-notifiable', 'notify'),
    AD1: of('yes', 'no'),
    L1: of('full', 'improvements', 'not'),
    BE1: of('yes', 'no'),
    BE2: of('yes', 'no'),
    K4: 'rev',
    LB3: ['homerton'],
    MP2: of('no', 'yes'),
  }
}

const act = fc.record({
  /** Mostly somebody who may; sometimes anybody. */
  who: fc.option(fc.constantFrom(...PEOPLE), { freq: 3, nil: undefined }),
  what: fc.nat(40),
  pick: fc.nat(11),
  move: fc.boolean(),
  days: fc.constantFrom(0, 0, 0, 1, 2, 5),
})

describe('whatever anybody does to a case', () => {
  it.each(['start', 'raise'] as const)('begun by %s', { timeout: 240_000 }, (entrance) => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 25, maxLength: 60 }), (acts) => {
        const story = aReview({ at: '2026-12-17T17:05' })
        const entering = entrance === 'start' ? { ...notified, ...told('2026-12-17T17:00') } : raised
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
          checkState(before.stage.id, after.stage.id)
          checkClocks(story)
        }
        checkFold(story)
        checkSight(story)
        expect(story.inChat()).not.toContain(AT_THE_DESK)
      }),
      { numRuns: 25, seed: 20261217 },
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
      : story.answers(person, owed.key, values, { form: doing.form, outcome: doing.outcome })
  return reply.kind === 'refusal' ? 'refused' : 'done'
}

function checkState(from: string, to: string): void {
  const allowed = [
    ...(ARROWS[from] ?? []),
    from,
    ...(BEFORE_SUBMISSION.includes(from) ? ['WITHDRAWN', 'LOCAL_REVIEW'] : []),
  ]
  expect(allowed, `${from} to ${to}`).toContain(to)
}

/** Notified and not yet submitted: the fifteen days are owed, dated, and will ring. Commissioned and not yet decided against: so are the six months. */
function checkClocks(story: Story): void {
  const course = story.course()
  if (course.stage.ends) return
  for (const one of course.owed) if (one.status === 'open') expect(one.obligor.label).not.toBe('')
  const isStatutory = course.events.notified !== undefined && course.marks.withdraw !== 'kept'
  if (isStatutory) expect(course.owed.some((one) => one.step === 'submit' && one.limit !== undefined)).toBe(true)
  const submit = course.owed.find((one) => one.step === 'submit' && one.status === 'open')
  if (submit?.limit && submit.limit.limitAt > course.at) {
    const rings = story.store
      .read((tx) => tx.alarms.waiting(story.subject))
      .filter((alarm) => alarm.about.owed === 'submit')
    expect(rings.length).toBeGreaterThan(0)
  }
}

function checkFold(story: Story): void {
  const course = story.course()
  const again = courseOf(course.procedure, course.subject, course.facts, course)
  expect(JSON.stringify(again.owed)).toBe(JSON.stringify(course.owed))
  expect(again.stage.id).toBe(course.stage.id)
}

/** Whoever the table does not let see the case is answered as if there were none. */
function checkSight(story: Story): void {
  const course = story.course()
  for (const person of PEOPLE) {
    const sees = !isRefusal(may(course.partnership, person, 'case.see', aboutCase(course), course.at))
    const reply = story.command('desk', person, `rapid-review ${course.subject.title}`)
    expect(reply.kind, person).toBe(sees ? 'message' : 'refusal')
  }
  for (const person of ['lead-h', 'lay-h'])
    expect(story.command('desk', person, `rapid-review ${course.subject.title}`).kind).toBe('refusal')
}

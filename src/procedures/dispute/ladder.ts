/**
 * The stages of a dispute, as the profile lists them (27.1, 27.2, 29.2; DOMAIN 1.2 D): each has its owners and its days; whoever owns one says that it is
 * settled, or passes it on, and where nobody does the days pass it on by themselves. Past the last one it can only go to the Secretary of State, and that
 * takes a resolution of the safeguarding partners.
 *
 * @example
 *   steps: { ...triageSteps, ...ladder({ name: 'triage-dispute', from: () => 4, opens: isDisputed, parties: eachPartnerOfTheArea, … }) }
 */
import type { Obligor } from '../../chasing/owed.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import { holders, personById, seatsOf } from '../../partnership/partnership.ts'
import { type Course, outcomesIn, outcomeUnder } from '../engine/course.ts'
import { byRule } from '../engine/limits.ts'
import { byForm, type Happened, type Step, type Steps, type Who } from '../engine/procedure.ts'
import { spa } from '../who.ts'

export interface Ladder {
  /** Its steps are called after it: `triage-dispute-4`. */
  readonly name: string
  /** The stage at which it begins, from 1. */
  readonly from: (course: Course) => number
  readonly opens: (course: Course) => boolean
  /** Those who disagree. They hear how each stage ends. */
  readonly parties: Who
  /** What is disputed: once it is done again, every stage is as if it had never been. */
  readonly after?: readonly string[]
  /** What is done again once it is settled, the step first that everything else follows from. */
  readonly settledBack?: readonly string[]
  /** The mark that being settled leaves. */
  readonly settledMark?: readonly [mark: string, value: string]
  /** Set beside the main line under this name, where there is one. */
  readonly beside?: string
}

/** More stages than any ladder that was seen; a profile has as many of them as it lists. */
const MOST = 8
const NUMBERS = Array.from({ length: MOST }, (_, n) => n + 1)

const listed = ({ partnership }: Course) => partnership.profile.disputes.stages
const stageIn = (course: Course, n: number) => listed(course)[n - 1]
const stepFor = ({ name }: Ladder, n: number) => `${name}-${n}`

/** The steps of a ladder, one for each stage, and the one that is left after the last. */
export function ladder(one: Ladder): Steps {
  const stages = NUMBERS.map((n): [string, Step] => [stepFor(one, n), stage(one, n)])
  return { ...Object.fromEntries(stages), [`${one.name}-refer`]: referral(one) }
}

function stage(one: Ladder, n: number): Step {
  return {
    says: `Dispute, stage ${n}: settle it, or pass it on`,
    source: n > 4 ? '27.1, 29.2' : '27.1',
    owes: ownersOf(one, n),
    may: 'dispute.move',
    due: `D-29-${n}`,
    when: (course) =>
      one.opens(course) && n >= one.from(course) && n <= stageNow(course, one) && n <= listed(course).length,
    closes: byForm('Y-stage', { label: 'Say how it stands', anew: true, outcome: ({ YS1 }) => String(YS1) }),
    gap: { at: 'limit' },
    needs: (course, { by }) => ownersSay(course, one, n, by),
    tellsOn: { settled: [one.parties, spa], 'not-settled': [one.parties] },
    heralds: [(course) => toldAt(course, n)],
    explains: (course) => [
      `Stage ${n} of ${listed(course).length}: ${stageIn(course, n)?.title}. If its days pass without a word, it goes to the next stage by itself.`,
      course.partnership.profile.disputes.immediateRisk,
    ],
    ...follows(one),
    ...(one.settledMark === undefined ? {} : { marks: { settled: one.settledMark } }),
    ...(one.settledBack === undefined ? {} : doneAgain(one.settledBack)),
    discreet: (course) => !(stageIn(course, n)?.told ?? []).includes('support'),
    ...(one.beside === undefined ? {} : { beside: one.beside }),
  }
}

/** It may be disputed before it has been done: then nothing is waited for. */
const follows = ({ after, opens }: Ladder): Pick<Step, 'after' | 'atOnce'> =>
  after === undefined ? {} : { after, atOnce: opens }

function doneAgain([first, ...others]: readonly string[]): Pick<Step, 'back' | 'leaves'> {
  return {
    ...(first === undefined ? {} : { back: { settled: first } }),
    leaves: (_course, { outcome }) =>
      outcome === 'settled' && others.length > 0
        ? [{ kind: 'reopened', data: { steps: others, reason: 'the dispute is settled' } }]
        : [],
  }
}

function referral(one: Ladder): Step {
  return {
    says: 'Take the dispute to the Secretary of State, or record that it is not',
    source: '27.2',
    owes: spa,
    may: 'dispute.refer',
    when: (course) => one.opens(course) && stageNow(course, one) > listed(course).length,
    closes: byForm('Y-refer', { label: 'Record the resolution', outcome: ({ YR3 }) => String(YR3) }),
    tellsOn: { referred: [one.parties], 'not-referred': [one.parties] },
    explains: ({ partnership }) => [
      partnership.profile.disputes.final,
      'Muster refers nothing: a person does, and records it here.',
    ],
    ...follows(one),
    ...(one.beside === undefined ? {} : { beside: one.beside }),
  }
}

/** The stage it has come to: one more for each that was passed on, or whose days have passed; past the last when nothing is left but the Secretary of State. */
export function stageNow(course: Course, one: Ladder): number {
  const last = listed(course).length
  for (let n = one.from(course); n <= last; n += 1) if (leftAt(course, one, n) === undefined) return n
  return last + 1
}

export const isSettled = (course: Course, one: Ladder) =>
  NUMBERS.some((n) => outcomesIn(course, stepFor(one, n)).includes('settled'))

export const referralOf = (course: Course, one: Ladder) => outcomeUnder(course, `${one.name}-refer`)

/** When it left a stage for the next; undefined while it is there. */
function leftAt(course: Course, one: Ladder, n: number): Instant | undefined {
  const closing = course.closings.get(stepFor(one, n))
  if (closing?.outcome === 'settled') return undefined
  if (closing !== undefined) return closing.at
  const skipped = skipsTo(course) > n ? course.events.risk : undefined
  if (skipped !== undefined) return skipped
  const limit = byRule(course, `D-29-${n}`)
  return limit !== undefined && course.at > limit.limitAt ? limit.limitAt : undefined
}

/** Where a child is at immediate risk no stage is waited for: it is the safeguarding partners' at once. */
function skipsTo(course: Course): number {
  if (course.marks.risk !== 'yes') return 0
  return 1 + listed(course).findIndex(({ owed }) => owed === 'slt-member')
}

/** When a stage began, for the rule that counts from it: `stage-5`. */
export function stageEvents(
  which: (course: Course) => Ladder | undefined,
): Record<string, (course: Course) => Happened | undefined> {
  const began = (n: number) => (course: Course) => {
    const one = which(course)
    if (one === undefined) return undefined
    const at = n === one.from(course) ? course.events.disputed : leftAt(course, one, n - 1)
    return at === undefined ? undefined : { event: 'disputed', at }
  }
  return Object.fromEntries(NUMBERS.map((n) => [`stage-${n}`, began(n)]))
}

/** How a stage ended is said by those who own it, by their deputies, or by those who keep the record for them. */
function ownersSay(course: Course, one: Ladder, n: number, by: string): Refusal | undefined {
  const [owners] = ownersOf(one, n)(course)
  const { partnership, at } = course
  const theirs = seatsOf(partnership, by, at).flatMap(({ deputyFor }) => deputyFor ?? [])
  const standsIn = partnership.seats.some(({ id, person }) => theirs.includes(id) && owners?.people.includes(person))
  const keepers = [...holding(course, 'spa'), ...holding(course, 'support')]
  if (owners?.people.includes(by) || standsIn || keepers.includes(by)) return undefined
  const names = owners?.people.flatMap((id) => personById(partnership, id)?.name ?? []).join(', ')
  return refuse(
    'not-your-stage',
    `Stage ${n} is not yours to end: ${owners?.label}.`,
    names ? `Ask ${names}.` : 'Ask the support team.',
  )
}

/** The parties' contacts in the first stages; then whoever holds the role the profile names, together: whoever of them says it, it is said. */
function ownersOf({ parties }: Ladder, n: number): Who {
  return (course) => {
    const { owed = 'support', title } = stageIn(course, n) ?? {}
    const people = owed === 'agency-contact' ? parties(course).flatMap((one) => one.people) : holding(course, owed)
    return [{ label: title ?? 'Nobody', people: [...new Set(people)] }]
  }
}

const holding = ({ partnership, at }: Course, role: string) => holders(partnership, role, at).map(({ id }) => id)

function toldAt(course: Course, n: number): readonly Obligor[] {
  return (stageIn(course, n)?.told ?? []).map((role) => ({ label: role, people: holding(course, role) }))
}

/** What a form of a stage asks besides where the commissioner facilitates. */
export function stageFacts(
  course: Course | undefined,
  which: (course: Course) => Ladder | undefined,
): Readonly<Record<string, string>> {
  const one = course && which(course)
  const owed = course && one && stageIn(course, stageNow(course, one))?.owed
  return owed === 'icsc' ? { facilitates: 'yes' } : {}
}

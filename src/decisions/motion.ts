/**
 * A motion, folded from its facts, never stored. It is decided by the vote that decides it, at that vote's moment; what nobody carried before the
 * closing time is not carried, since silence is never assent (DOMAIN 4.1; 29.2).
 *
 * @example
 *   const motion = motionOf(subject, facts, { partnership, calendar, at })
 *   motion.votes.get('slt-nhs/slt-member')   // { vote: 'agree', … } or nothing yet
 *   resultOf(motion)                         // { outcome: 'open', because: '2 of 5 agree so far; 3 are needed. …' }
 */
import { createHash } from 'node:crypto'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Setting } from '../matter.ts'
import { type Group, group, type Member, personById } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'
import { canonical } from '../record/canonical.ts'
import type { Count, MotionFact, Reviewed, Vote, Voted, Worded } from './facts.ts'
import { partnersWithoutVote, votersAt } from './voters.ts'

export interface Stamp {
  readonly by: string
  readonly at: Instant
}

export interface Motion extends Setting {
  readonly subject: Subject
  readonly group: Group
  readonly worded: Worded & Stamp
  /** Of everything a voter must have seen: the words, the rule, the closing time, what it changes. */
  readonly hash: string
  /** Voting is open from then on, and the words are frozen. */
  readonly opened?: Stamp
  /** The latest vote of each seat; none of a secret ballot. */
  readonly votes: ReadonlyMap<string, Voted & Stamp>
  /** Who has answered for each seat, openly or in secret. */
  readonly answered: ReadonlyMap<string, Stamp & { readonly person: string }>
  /** What was in the box of a secret ballot, once it was opened. */
  readonly counted?: Stamp & { readonly ballots: Count }
  readonly reviews: readonly (Reviewed & Stamp)[]
  /** The vote after which it was decided. */
  readonly decided?: Stamp & { readonly carried: boolean }
  readonly withdrawn?: Stamp & { readonly reason: string }
  readonly superseded?: Stamp & { readonly motion: string }
}

export type Stage = 'draft' | 'open' | 'carried' | 'not-carried' | 'withdrawn' | 'superseded'

/** Folds a motion. Throws when its first fact is not its wording: that is a broken record, not a person's mistake. */
export function motionOf(subject: Subject, facts: readonly Fact[], setting: Setting): Motion {
  const [first, ...rest] = facts as unknown as readonly MotionFact[]
  if (first?.kind !== 'worded') throw new Error(`${subject.id} does not begin with its wording`)
  const motion: Making = {
    ...setting,
    subject,
    votes: new Map(),
    answered: new Map(),
    reviews: [],
    ...wordingOf(setting, first),
  }
  for (const fact of rest) tell(motion, fact)
  return motion
}

export function stageOf(motion: Motion): Stage {
  if (motion.withdrawn) return 'withdrawn'
  if (motion.superseded) return 'superseded'
  if (motion.opened === undefined) return 'draft'
  if (motion.decided) return motion.decided.carried ? 'carried' : 'not-carried'
  // Nobody knows what a secret ballot has come to before the box is opened, late or not.
  if (isUncounted(motion)) return 'open'
  return motion.at < motion.worded.closes ? 'open' : 'not-carried'
}

/** A secret ballot whose box is still to be opened. */
export function isUncounted({ worded, opened, counted, withdrawn, superseded, subject }: Motion): boolean {
  const over = counted ?? withdrawn ?? superseded
  return worded.secret === true && opened !== undefined && over === undefined && subject.open
}

/** The day on which a carried decision is to be looked at again; none when nobody asked for one, or it has been. */
export function reviewOn(motion: Motion): LocalDate | undefined {
  if (stageOf(motion) !== 'carried') return undefined
  const last = motion.reviews.at(-1)
  return last === undefined ? motion.worded.review : last.next
}

/** The moment it was over: the deciding vote, or the closing time; now while it is open. */
export function endOf({ decided, withdrawn, superseded, worded, at }: Motion): Instant {
  const over = decided?.at ?? withdrawn?.at ?? superseded?.at ?? worded.closes
  return over < at ? over : at
}

export interface Tally {
  readonly voters: readonly Member[]
  /** Who said what; empty lists in a secret ballot. */
  readonly by: Readonly<Record<Vote, readonly Member[]>>
  /** How many said what; nothing of a secret ballot before it is counted. */
  readonly counts: Count
  readonly silent: readonly Member[]
  readonly needed: number
  /** Partners for whom nobody can vote. */
  readonly vacant: readonly string[]
}

/** The votes as they stood at a moment. A seat that has asked for time has not answered. */
export function tallyOf(motion: Motion, at: Instant = endOf(motion)): Tally {
  const voters = votersAt(motion, at)
  const vacant = partnersWithoutVote(motion, at).map(({ name, short }) => short ?? name)
  const voted = (vote: Vote) => voters.filter(({ seat }) => motion.votes.get(seat.id)?.vote === vote)
  const by = {
    agree: voted('agree'),
    object: voted('object'),
    abstain: voted('abstain'),
    'need-time': voted('need-time'),
  }
  const open = { agree: by.agree.length, object: by.object.length, abstain: by.abstain.length }
  return {
    voters,
    by,
    counts: motion.counted?.ballots ?? open,
    silent: voters.filter(({ seat }) => !motion.answered.has(seat.id)),
    needed: neededOf(motion.worded, voters.length, vacant.length),
    vacant,
  }
}

export function nameIn({ partnership }: Pick<Motion, 'partnership'>, person: string): string {
  return personById(partnership, person)?.name ?? 'Muster'
}

function neededOf({ rule, n = 1 }: Worded, voters: number, vacant: number): number {
  switch (rule) {
    case 'any':
      return 1
    case 'n-of-m':
      return n
    case 'majority':
      return Math.floor(voters / 2) + 1
    case 'all':
      return Math.max(voters, 1)
    case 'unanimous':
      return voters + vacant
    default:
      return rule satisfies never
  }
}

// A motion under construction. Only this file writes to it.
interface Making extends Motion {
  worded: Motion['worded']
  hash: string
  group: Group
  votes: Map<string, Voted & Stamp>
  answered: Map<string, Stamp & { person: string }>
  counted?: Stamp & { ballots: Count }
  reviews: (Reviewed & Stamp)[]
  opened?: Stamp
  decided?: Stamp & { carried: boolean }
  withdrawn?: Stamp & { reason: string }
  superseded?: Stamp & { motion: string }
}

function tell(motion: Making, fact: MotionFact): void {
  const stamp = { by: fact.by, at: fact.at }
  switch (fact.kind) {
    case 'worded':
      Object.assign(motion, wordingOf(motion, fact))
      return
    case 'opened':
      motion.opened = stamp
      return
    case 'voted':
      motion.votes.set(fact.data.seat, { ...fact.data, ...stamp })
      motion.answered.set(fact.data.seat, { person: fact.data.person, ...stamp })
      decide(motion, stamp)
      return
    case 'answered':
      motion.answered.set(fact.data.seat, { person: fact.data.person, ...stamp })
      return
    case 'counted':
      motion.counted = { ballots: fact.data, ...stamp }
      motion.decided = {
        ...stamp,
        carried: fact.data.agree >= tallyOf(motion, endOf({ ...motion, at: stamp.at })).needed,
      }
      return
    case 'reviewed':
      motion.reviews.push({ ...fact.data, ...stamp })
      return
    case 'withdrawn':
      motion.withdrawn = { ...fact.data, ...stamp }
      return
    case 'superseded':
      motion.superseded = { ...fact.data, ...stamp }
      return
    default:
      // A later edition of Muster may write facts this one does not know; a motion is not lost for that.
      fact satisfies never
  }
}

function wordingOf({ partnership }: Setting, { data, by, at }: Extract<MotionFact, { kind: 'worded' }>) {
  const hash = createHash('sha256').update(canonical(data)).digest('hex')
  return { worded: { ...data, by, at }, hash, group: group(partnership, data.group) }
}

/**
 * Looked at after each vote and never between, so that nobody's leaving carries anything. An objection to what must be unanimous does not end it:
 * until the closing time the commissioner may bring the partners together (29.2).
 */
function decide(motion: Making, stamp: Stamp): void {
  const { by, voters, needed } = tallyOf(motion, stamp.at)
  const answered = by.agree.length + by.object.length + by.abstain.length
  if (by.agree.length >= needed) motion.decided = { ...stamp, carried: true }
  else if (answered === voters.length && motion.worded.rule !== 'unanimous')
    motion.decided = { ...stamp, carried: false }
}

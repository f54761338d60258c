/**
 * Where a motion stands, and why, in a sentence people would accept.
 *
 * @example
 *   resultOf(motion)
 *   // { outcome: 'not-carried', because: 'Not carried: not everybody answered. 4 of 5 agree, and 5 were needed. Nothing was heard from Met Police …' }
 */
import { sayMoment } from '../kernel/time.ts'
import { seatLabel } from '../meetings/replies.ts'
import { sayList } from '../meetings/say.ts'
import { type Member, ruleEntry } from '../partnership/partnership.ts'
import { type Motion, nameIn, type Stage, stageOf, type Tally, tallyOf } from './motion.ts'

export interface Result {
  readonly outcome: Stage
  readonly because: string
}

export function resultOf(motion: Motion): Result {
  const outcome = stageOf(motion)
  return { outcome, because: because(motion, outcome) }
}

/** "Every safeguarding partner must agree (29.2)": the rule in words. */
export function sayRule({ partnership, worded: { rule, n } }: Pick<Motion, 'partnership' | 'worded'>): string {
  switch (rule) {
    case 'any':
      return 'One seat that agrees is enough'
    case 'all':
      return 'Every seat that may vote must agree'
    case 'n-of-m':
      return `${n} must agree`
    case 'majority':
      return 'More than half of the seats that may vote must agree'
    case 'unanimous':
      return `Every safeguarding partner must agree (${ruleEntry(partnership, 'D-52').source})`
    default:
      return rule satisfies never
  }
}

function because(motion: Motion, outcome: Stage): string {
  const { withdrawn, superseded, worded } = motion
  switch (outcome) {
    case 'draft':
      return 'A draft: nobody has been asked to vote.'
    case 'withdrawn':
      return `Withdrawn by ${nameIn(motion, withdrawn?.by ?? '')}: ${withdrawn?.reason}`
    case 'superseded':
      return `Another decision has taken its place since ${sayMoment(superseded?.at ?? worded.closes)}.`
    case 'open':
      return open(motion, tallyOf(motion))
    case 'carried':
      return carried(motion, tallyOf(motion))
    case 'not-carried':
      return notCarried(motion, tallyOf(motion))
    default:
      return outcome satisfies never
  }
}

function open(motion: Motion, tally: Tally): string {
  const { voters, silent, needed, by, counts } = tally
  const stuck = sayVacant(motion, tally)
  if (motion.worded.secret) {
    return `${voters.length - silent.length} of ${voters.length} have answered; the ballots are counted when all have, or when voting closes.${stuck}`
  }
  const objections =
    by.object.length === 0 ? '' : ` ${names(motion, by.object)} ${by.object.length === 1 ? 'objects' : 'object'}.`
  const waiting = [...silent, ...by['need-time']]
  const wait = waiting.length === 0 ? '' : ` Waiting for ${names(motion, waiting)}.`
  return `${sayAgree(counts.agree, votes(tally))} so far; ${needed} ${needed === 1 ? 'is' : 'are'} needed.${objections}${wait}${stuck}`
}

function carried(motion: Motion, tally: Tally): string {
  const { needed, counts } = tally
  if (motion.worded.rule === 'unanimous') {
    return `Carried: all ${needed} safeguarding partners agree (${ruleEntry(motion.partnership, 'D-52').source}).`
  }
  return `Carried: ${sayAgree(counts.agree, votes(tally))}, and ${needed} ${needed === 1 ? 'was' : 'were'} needed.`
}

function notCarried(motion: Motion, tally: Tally): string {
  const { needed, by, counts, silent } = tally
  const count = `${sayAgree(counts.agree, votes(tally))}, and ${needed} ${needed === 1 ? 'was' : 'were'} needed.`
  const unheard = [...silent, ...by['need-time']]
  const stuck = sayVacant(motion, tally)
  if (unheard.length === 0) return `Not carried: ${count}${stuck}`
  const who = motion.worded.secret ? `${unheard.length} of them` : names(motion, unheard)
  return `Not carried: not everybody answered. ${count} Nothing was heard from ${who} by ${sayMoment(motion.worded.closes)}, and silence is never assent.${stuck}`
}

/** Unanimity needs a vote that nobody can give (10.2.45). */
function sayVacant({ partnership }: Motion, { vacant }: Tally): string {
  if (vacant.length === 0) return ''
  const whose = vacant.length === 1 ? 'its lead representative' : 'their lead representatives'
  return ` Nobody holds the seat of ${sayList(vacant)}, so it cannot be carried (${ruleEntry(partnership, 'D-52').source}): ask ${whose} to nominate somebody.`
}

/** All the votes there ought to be, a vacant partner's among them; or were, where somebody has gone whose ballot lies in the box. */
const votes = ({ voters, vacant, counts }: Tally) =>
  Math.max(voters.length + vacant.length, counts.agree + counts.object + counts.abstain)

const sayAgree = (agree: number, of: number) => `${agree} of ${of} ${agree === 1 ? 'agrees' : 'agree'}`

function names(motion: Motion, members: readonly Member[]): string {
  return sayList(members.map((member) => seatLabel(motion, member)))
}

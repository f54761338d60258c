/** What a motion makes people owe: a vote from every seat that may vote, until the closing time; and, once it is carried, a second look on its day. */
import { plusMonths } from '../calendar/days.ts'
import type { Owed } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import { type LocalDate, londonInstant } from '../kernel/time.ts'
import { seatLabel } from '../meetings/replies.ts'
import { chairOf, holders, roleTitle } from '../partnership/partnership.ts'
import { limitAt, limitOn } from './limit.ts'
import { isUncounted, type Motion, reviewOn, stageOf, tallyOf } from './motion.ts'

export const COUNT = 'count'
export const REVIEW = 'review'

export function owedOf(motion: Motion): readonly Owed[] {
  return [...votesOwed(motion), ...countOwed(motion), ...reviewOwed(motion)]
}

/** The day in the key of a review. */
export function splitReview(key: string): LocalDate | undefined {
  return key.startsWith(`${REVIEW}/`) ? key.slice(REVIEW.length + 1) : undefined
}

function votesOwed(motion: Motion): readonly Owed[] {
  const stage = stageOf(motion)
  if (motion.opened === undefined || stage === 'withdrawn' || stage === 'superseded') return []
  const { opened, worded, calendar, subject, votes } = motion
  const limit = limitAt(calendar, worded.closes, {
    says: 'The vote closes',
    how: 'as put to the vote',
    since: opened.at,
  })
  return tallyOf(motion).voters.map((member): Owed => {
    const given = motion.answered.get(member.seat.id)
    const vote = votes.get(member.seat.id)?.vote
    const answered = given !== undefined && vote !== 'need-time'
    return {
      subject: subject.id,
      key: voteKey(member.seat.id),
      round: 1,
      step: 'vote',
      what: 'Your vote',
      obligor: {
        id: member.seat.id,
        label: seatLabel(motion, member),
        people: [member.person.id],
        ...(member.seat.agency === undefined ? {} : { agency: member.seat.agency }),
      },
      status: answered ? 'done' : stage === 'open' || isUntold(motion) ? 'open' : 'gap',
      openedAt: opened.at,
      ...(limit === undefined ? {} : { limit }),
      statutory: false,
      urgent: false,
      // The closing time decides by itself: what nobody carried is not carried, and that is told.
      lapses: true,
      does: [],
      ...(answered
        ? { closed: { at: given.at, by: given.by, outcome: worded.secret ? 'voted' : (vote ?? 'voted') } }
        : {}),
    }
  })
}

/** The box is opened when voting closes, by Muster itself; sooner, with the last ballot, it is opened by that. */
function countOwed(motion: Motion): readonly Owed[] {
  if (!isUncounted(motion)) return []
  const { subject, opened, worded } = motion
  return [
    {
      subject: subject.id,
      key: COUNT,
      round: 1,
      step: COUNT,
      what: 'Count the ballots',
      obligor: { label: 'Muster', people: [] },
      status: 'open',
      openedAt: opened?.at ?? worded.at,
      statutory: false,
      urgent: false,
      silent: true,
      itself: { at: worded.closes, outcome: 'counted' },
      does: [],
    },
  ]
}

/** Whoever chairs the group looks at it again on the day that was agreed; it is shown to them a month before. */
export function reviewOwed(motion: Motion): readonly Owed[] {
  const day = reviewOn(motion)
  if (day === undefined) return []
  const { subject, calendar, decided, worded, partnership, group, at } = motion
  const limit = limitOn(calendar, day, {
    says: 'The decision is looked at again',
    how: 'as agreed when it was decided',
    since: decided?.at ?? worded.at,
  })
  const chair = chairOf(partnership, group.id, at)
  const obligor = isRefusal(chair)
    ? { label: 'the support team', people: holders(partnership, 'support', at).map(({ id }) => id) }
    : { label: roleTitle(partnership, group.chair), people: [chair.person.id] }
  return [
    {
      subject: subject.id,
      key: `${REVIEW}/${day}`,
      round: 1,
      step: REVIEW,
      what: `Look again at what was decided: ${worded.text}`,
      obligor,
      status: 'open',
      openedAt: londonInstant(`${plusMonths(day, -1)}T00:00`),
      ...(limit === undefined ? {} : { limit }),
      statutory: false,
      urgent: false,
      silent: true,
      does: [
        { label: 'It stands', outcome: 'stands', style: 'primary' },
        { label: 'Look at it again in a year', outcome: 'again' },
      ],
    },
  ]
}

/** Time is up and nobody has been told: until then what is owed stays, or a plan made anew after an outage would drop the alarm that tells. */
function isUntold(motion: Motion): boolean {
  return stageOf(motion) === 'not-carried' && motion.decided === undefined && motion.subject.open
}

const voteKey = (seat: string) => `vote/${seat}`

/** What a motion makes people owe: a vote from every seat that may vote, until the closing time. */
import type { Owed } from '../chasing/owed.ts'
import { seatLabel } from '../meetings/replies.ts'
import { limitAt } from './limit.ts'
import { type Motion, stageOf, tallyOf } from './motion.ts'

export function owedOf(motion: Motion): readonly Owed[] {
  const stage = stageOf(motion)
  if (motion.opened === undefined || stage === 'withdrawn' || stage === 'superseded') return []
  const { opened, worded, calendar, subject, votes } = motion
  const limit = limitAt(calendar, worded.closes, {
    says: 'The vote closes',
    how: 'as put to the vote',
    since: opened.at,
  })
  return tallyOf(motion).voters.map((member): Owed => {
    const given = votes.get(member.seat.id)
    const answered = given !== undefined && given.vote !== 'need-time'
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
      ...(answered ? { closed: { at: given.at, by: given.by, outcome: worded.secret ? 'voted' : given.vote } } : {}),
    }
  })
}

/** Time is up and nobody has been told: until then what is owed stays, or a plan made anew after an outage would drop the alarm that tells. */
function isUntold(motion: Motion): boolean {
  return stageOf(motion) === 'not-carried' && motion.decided === undefined && motion.subject.open
}

export const voteKey = (seat: string) => `vote/${seat}`

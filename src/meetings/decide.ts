/** A press on what a meeting makes somebody owe: facts, or a refusal that says who did it already and what to do instead. */

import type { Owed } from '../chasing/owed.ts'
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import type { Wish } from '../matter.ts'
import { decideOnItem } from './agenda.ts'
import { isRecorded } from './attendance.ts'
import { markOf } from './errands.ts'
import { answers, choices, type Unsigned } from './facts.ts'
import { type Meeting, nameIn } from './meeting.ts'
import { owedOf, splitKey } from './owed.ts'
import { reply } from './replies.ts'

/** The verb of the authority table that closing something needs. */
export function mayClose(_: Meeting, { step }: Pick<Owed, 'step'>): string {
  switch (step) {
    case 'reply':
      return 'meeting.reply'
    case 'paper':
      return 'meeting.propose-item'
    case 'items':
    case 'forecast-told':
    case 'reminder':
    case 'agenda':
    case 'proposal':
      return 'meeting.agenda'
    case 'forecast':
      return 'meeting.move'
    default:
      return 'meeting.minutes'
  }
}

export function close(meeting: Meeting, wish: Wish): Result<readonly Unsigned[]> {
  const [step, of] = splitKey(wish.owed)
  // An answer may be changed until the meeting starts, so it is not "already done".
  if (step === 'reply') return replyByPress(meeting, wish)
  const owed = owedOf(meeting).find((one) => one.key === wish.owed)
  const trouble = standing(meeting, owed, wish)
  if (trouble) return trouble
  if (step === 'proposal')
    return wish.outcome === 'accept' || wish.outcome === 'decline'
      ? decideOnItem(meeting, of, wish.outcome)
      : unknownOutcome(wish)
  if (step === 'forecast') return chooseForecast(meeting, wish)
  const mark = markOf(wish.owed)
  if (mark === undefined || wish.outcome !== 'done') return unknownOutcome(wish)
  return [{ kind: mark, data: {} }]
}

/** The chair's word on a meeting that will not be quorate. */
function chooseForecast(_: Meeting, wish: Wish): Result<readonly Unsigned[]> {
  const choice = choices.find((one) => one === wish.outcome)
  return choice === undefined ? unknownOutcome(wish) : [{ kind: 'forecast-choice', data: { choice } }]
}

function replyByPress(meeting: Meeting, { by, outcome, round }: Wish): Result<readonly Unsigned[]> {
  const [said, deputy] = outcome.split(':')
  const answer = answers.find((one) => one === said)
  if (answer === undefined) return unknownOutcome({ outcome })
  return reply(meeting, {
    person: by,
    answer,
    ...(deputy === undefined ? {} : { deputy }),
    ...(round === undefined ? {} : { round }),
  })
}

function standing(meeting: Meeting, owed: Owed | undefined, wish: Wish): Refusal | undefined {
  if (meeting.cancelled) {
    return refuse(
      'cancelled',
      `This meeting was cancelled on ${sayMoment(meeting.cancelled.at)}.`,
      'Nothing more is needed from you here.',
    )
  }
  if (owed?.closed) {
    return refuse(
      'already-done',
      `This was already done by ${nameIn(meeting, owed.closed.by)} on ${sayMoment(owed.closed.at)}.`,
      'Nothing more is needed from you here.',
    )
  }
  if (owed === undefined || owed.status !== 'open') {
    return refuse('not-owed', 'That is not asked for at this meeting now.', 'Open the meeting to see how it stands.')
  }
  if (wish.round !== undefined && wish.round !== owed.round) {
    return refuse(
      'out-of-date',
      'This card is out of date: the meeting has moved since.',
      'Open the meeting and use its newest card.',
    )
  }
  return tooEarly(meeting, owed) ?? notTheirs(owed, wish.by)
}

function tooEarly(meeting: Meeting, owed: Owed): Refusal | undefined {
  const afterwards = meeting.at < meeting.endsAt && ['actions', 'minutes-draft'].includes(owed.key)
  if (afterwards) return refuse('not-over', 'The meeting is not over yet.', 'Press again once it has been held.')
  if (owed.key === 'minutes-draft' && !isRecorded(meeting)) {
    return refuse(
      'no-attendance',
      'Nobody has recorded who was there, and minutes say so.',
      'Record the attendance first.',
    )
  }
  return undefined
}

/** What only the chair can say, nobody says for the chair: authority to run meetings is not enough. */
function notTheirs(owed: Owed, by: string): Refusal | undefined {
  const personal = ['proposal', 'forecast', 'minutes-approve'].includes(owed.step)
  if (!personal || owed.obligor.people.includes(by)) return undefined
  return refuse('not-yours', `That is for ${owed.obligor.label} to say.`, 'They have a card about it.')
}

function unknownOutcome({ outcome }: Pick<Wish, 'outcome'>): Refusal {
  return refuse(
    'no-such-outcome',
    `"${outcome}" is not something that can be chosen here.`,
    'Open the meeting and choose from its buttons.',
  )
}

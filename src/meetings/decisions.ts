/** What a meeting decided and agreed to do, and whether it stands: a decision taken while inquorate waits to be confirmed by button (10.2.13). */
import { earlierOf } from '../calendar/days.ts'
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import type { ActionAgreed, Decided, Unsigned } from './facts.ts'
import type { Meeting, Stamp } from './meeting.ts'
import { quorumOf } from './quorum.ts'
import { sayTime } from './say.ts'

export interface Decision extends Decided, Stamp {
  /** Why it is provisional; nothing when it stands. */
  readonly provisional?: string
}

/** Every decision, with its standing by who was in the room at that moment. */
export function decisionsOf(meeting: Meeting): readonly Decision[] {
  const items = new Map(agendaOf(meeting).map((item) => [item.id, item]))
  return meeting.decisions.map((decided) => {
    const provisional = whyProvisional(meeting, decided, items.get(decided.item))
    return provisional === undefined ? decided : { ...decided, provisional }
  })
}

export function decide(meeting: Meeting, decided: Decided): Result<readonly Unsigned[]> {
  return notMinutable(meeting, decided.item) ?? [{ kind: 'decided', data: decided }]
}

export function agreeAction(meeting: Meeting, action: ActionAgreed): Result<readonly Unsigned[]> {
  return notMinutable(meeting, action.item) ?? [{ kind: 'action-agreed', data: action }]
}

function whyProvisional(
  meeting: Meeting,
  { at, when }: Meeting['decisions'][number],
  item: AgendaItem | undefined,
): string | undefined {
  if (meeting.choice?.choice === 'go-without-decisions') return 'The chair let the meeting go ahead without decisions.'
  // Written down afterwards without a time: by then everybody who left early had left, which is the careful reading.
  const moment = when ?? earlierOf(at, meeting.endsAt)
  const quorum = quorumOf(meeting, { by: 'attendance', at: moment, ...(item === undefined ? {} : { item }) })
  return quorum.met ? undefined : `At ${sayTime(moment)}: ${quorum.because}`
}

function notMinutable(meeting: Meeting, item: string): Refusal | undefined {
  if (meeting.cancelled || meeting.at < meeting.startsAt) {
    return refuse('not-begun', 'The meeting has not been held.', 'Record it once the meeting has begun.')
  }
  const approved = meeting.marks.get('minutes-approved')
  if (approved) {
    return refuse(
      'minutes-approved',
      `The minutes were approved on ${sayMoment(approved.at)}.`,
      'Bring it to the next meeting.',
    )
  }
  if (agendaOf(meeting).some(({ id }) => id === item)) return undefined
  return refuse('no-item', 'That item is not on the agenda.', 'Choose one of the items of this meeting.')
}

/** What a meeting decided and agreed to do, and whether it stands: a decision taken while inquorate waits to be confirmed by button (10.2.13). */
import { earlierOf } from '../calendar/days.ts'
import { type Refusal, type Result, refuse } from '../kernel/result.ts'
import { sayMoment } from '../kernel/time.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import { isRecorded } from './attendance.ts'
import type { ActionAgreed, Decided, Unsigned } from './facts.ts'
import type { Meeting, Stamp } from './meeting.ts'
import { quorumOf } from './quorum.ts'
import { sayTime } from './say.ts'

export interface Decision extends Decided, Stamp {
  /** Its place in the meeting's list: what its confirmation names. */
  readonly index: number
  /** Why it was provisional when it was taken; nothing when the meeting was quorate. */
  readonly provisional?: string
  readonly standing: Standing
}

/**
 * `provisional` waits to be put to the vote, `put` is being voted on, and the two after say how that ended. Where no seats vote it comes back at the next
 * meeting instead, which may have its quorum.
 */
export type Standing = 'stands' | 'provisional' | 'put' | 'confirmed' | 'not-confirmed' | 'next-agenda'

/** Every decision, with its standing by who was in the room at that moment. */
export function decisionsOf(meeting: Meeting): readonly Decision[] {
  if (meeting.decisions.length === 0) return []
  const items = new Map(agendaOf(meeting).map((item) => [item.id, item]))
  return meeting.decisions.map((decided, index) => {
    const provisional = whyProvisional(meeting, decided, items.get(decided.item))
    return provisional === undefined
      ? { ...decided, index, standing: 'stands' }
      : { ...decided, index, provisional, standing: confirmationOf(meeting, index) }
  })
}

/** Those that nobody has put to the vote, or whose motion was withdrawn: somebody must, or they never stand. Known once it is known who was there. */
export function unconfirmed(meeting: Meeting): readonly Decision[] {
  if (!isRecorded(meeting)) return []
  return decisionsOf(meeting).filter(({ standing }) => standing === 'provisional')
}

/** Whether what was decided without a quorum has all been confirmed or voted down. */
export function isSettled(meeting: Meeting): boolean {
  return decisionsOf(meeting).every(({ standing }) => standing !== 'provisional' && standing !== 'put')
}

/** "Decided", "Provisional, to be confirmed": how a decision is led in. */
export function sayStanding(standing: Standing): string {
  switch (standing) {
    case 'stands':
      return 'Decided'
    case 'provisional':
      return 'Provisional, to be confirmed'
    case 'put':
      return 'Provisional, being voted on'
    case 'confirmed':
      return 'Decided, and confirmed afterwards'
    case 'not-confirmed':
      return 'Not confirmed, so not decided'
    case 'next-agenda':
      return 'Provisional, and back on the next agenda'
    default:
      return standing satisfies never
  }
}

/** What a group without votes decided while it was not quorate, as items of its next meeting; what a later one has taken up already is left out. */
export function decisionsArising(meetings: readonly Meeting[], next: Pick<Meeting, 'starts'>): readonly Unsigned[] {
  const taken = new Set(meetings.flatMap(({ items }) => [...items.keys()]))
  return meetings
    .filter((meeting) => meeting.starts < next.starts && isRecorded(meeting))
    .flatMap((meeting) => decisionsOf(meeting).flatMap((decision) => cameBack(meeting, decision)))
    .filter(({ data }) => !taken.has(data.item))
}

function cameBack(
  meeting: Meeting,
  { item: id, index, says, standing }: Decision,
): readonly Extract<Unsigned, { kind: 'item-carried' }>[] {
  const item = agendaOf(meeting).find((one) => one.id === id)
  if (standing !== 'next-agenda' || item === undefined) return []
  const { owner, area, confidential, unanimous } = item
  const from = meeting.subject.id
  return [
    {
      kind: 'item-carried',
      data: {
        item: `${from}/decision-${index + 1}`,
        title: `To confirm: ${says}`,
        owner,
        purpose: 'decision',
        from,
        ...(area === undefined ? {} : { area }),
        ...(confidential ? { confidential: true as const } : {}),
        ...(unanimous ? { unanimous: true as const } : {}),
      },
    },
  ]
}

export function decide(meeting: Meeting, decided: Decided): Result<readonly Unsigned[]> {
  return notMinutable(meeting, decided.item) ?? [{ kind: 'decided', data: decided }]
}

export function agreeAction(meeting: Meeting, action: ActionAgreed): Result<readonly Unsigned[]> {
  return notMinutable(meeting, action.item) ?? [{ kind: 'action-agreed', data: action }]
}

function confirmationOf({ confirmations, at, group }: Meeting, index: number): Standing {
  const last = confirmations.get(index)
  switch (last?.outcome) {
    case 'carried':
      return 'confirmed'
    case 'not-carried':
      return 'not-confirmed'
    case 'put':
      // What nobody carried before the closing time is not carried (29.2).
      return at < (last.closes ?? at) ? 'put' : 'not-confirmed'
    default:
      return group.voting === 'seats' ? 'provisional' : 'next-agenda'
  }
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

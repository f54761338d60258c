/** A meeting, told to the rest of the house as a matter. */
import { dateOf } from '../kernel/time.ts'
import type { MatterKind, News } from '../matter.ts'
import { meetingFace, meetingTask } from './card.ts'
import { calledOn } from './cycle.ts'
import { close, mayClose } from './decide.ts'
import { isSettled } from './decisions.ts'
import type { Mark } from './facts.ts'
import { calendarFile } from './invite.ts'
import { audienceOf, isInvited, type Meeting, meetingOf, stageOf } from './meeting.ts'
import { owedOf } from './owed.ts'
import { chair, support } from './who.ts'

export const meetingKind: MatterKind<Meeting> = {
  kind: 'meeting',
  see: 'meeting.see',
  state: meetingOf,
  owed: owedOf,
  // A decision that waits to be confirmed keeps the meeting open, or nobody would be asked any more.
  ended: (meeting) => stageOf(meeting) === 'cancelled' || (stageOf(meeting) === 'finished' && isSettled(meeting)),
  about: ({ group, called: { area, agencies } }) => ({
    kind: 'meeting',
    group: group.id,
    ...(area === undefined ? {} : { area }),
    ...(agencies === undefined ? {} : { agencies }),
  }),
  face: meetingFace,
  task: meetingTask,
  close,
  mayClose,
  news: (before, after) => [
    ...invitation(after),
    ...cancellation(before, after),
    ...deputies(after),
    ...agenda(before, after),
    ...eve(before, after),
    ...afterwards(before, after),
  ],
}

/**
 * Every member has the card of every date, with its calendar file. It is offered again at each change, and its key keeps it from being sent
 * twice: so whoever takes a seat after the meeting was called is invited too.
 */
function invitation(meeting: Meeting): News[] {
  if (meeting.cancelled || !isInvited(meeting) || meeting.at >= meeting.startsAt) return []
  const news = meeting.round === 1 ? 'called' : 'moved'
  return [
    {
      key: `${news}~${meeting.round}`,
      people: audienceOf(meeting),
      groups: [meeting.group.id],
      card: 'matter',
      input: { news },
      attachments: [calendarFile(meeting)],
    },
  ]
}

/** A deputy is asked as soon as a member sends them. */
function deputies(meeting: Meeting): News[] {
  if (meeting.cancelled || meeting.at >= meeting.startsAt) return []
  const sent = [...meeting.replies.values()].flatMap(({ deputy }) => deputy ?? [])
  return sent.length === 0
    ? []
    : [
        {
          key: `deputy~${meeting.round}`,
          people: [...new Set(sent)],
          card: 'matter',
          attachments: [calendarFile(meeting)],
        },
      ]
}

function cancellation(before: Meeting | undefined, after: Meeting): News[] {
  if (after.cancelled === undefined || before?.cancelled) return []
  return [
    {
      key: 'cancelled',
      people: audienceOf(after),
      groups: [after.group.id],
      card: 'matter',
      attachments: [calendarFile(after)],
    },
  ]
}

/** Items are called for, and the agenda goes out. Whoever is invited with it, or was that day, hears it from the invitation. */
function agenda(before: Meeting | undefined, after: Meeting): News[] {
  if (before === undefined || !isInvited(before)) return []
  const said = (news: string) => ({
    key: news,
    people: audienceOf(after),
    groups: [after.group.id],
    card: 'matter',
    input: { news },
  })
  const invitedToday = calledOn(after) === dateOf(after.at)
  return [
    ...(invitedToday ? [] : newly(before, after, 'items-called', said('items'))),
    ...newly(before, after, 'agenda-published', said('agenda')),
  ]
}

/** Whoever chairs hears whether it will be quorate, with the support team; on the eve everybody who has not sent apologies is reminded. */
function eve(before: Meeting | undefined, after: Meeting): News[] {
  return [
    ...newly(before, after, 'forecast-told', {
      key: `forecast~${after.round}`,
      people: [...new Set([...chair(after).people, ...support(after).people])],
      card: 'matter',
      input: { news: 'forecast' },
    }),
    ...newly(before, after, 'reminded', {
      key: `reminder~${after.round}`,
      people: expected(after),
      card: 'matter',
      input: { news: 'reminder' },
    }),
  ]
}

/** What was decided and agreed goes out to everybody in the group, and so do the draft minutes (D-66, D-67). */
function afterwards(before: Meeting | undefined, after: Meeting): News[] {
  const said = (news: string) => ({
    key: news,
    people: audienceOf(after),
    groups: [after.group.id],
    card: 'matter',
    input: { news },
  })
  return [
    ...newly(before, after, 'actions-sent', said('actions')),
    ...newly(before, after, 'minutes-sent', said('minutes')),
  ]
}

function newly(before: Meeting | undefined, after: Meeting, mark: Mark, news: News): News[] {
  return after.marks.has(mark) && !before?.marks.has(mark) ? [news] : []
}

/** Who may be in the room: members who have not sent apologies, and the deputies they send. */
function expected({ members, replies }: Meeting): readonly string[] {
  const people = members.flatMap(({ seat, person }) => {
    const given = replies.get(seat.id)
    if (given?.answer === 'apologies') return []
    return given?.deputy ?? person.id
  })
  return [...new Set(people)]
}

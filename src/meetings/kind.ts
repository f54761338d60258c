/** A meeting, told to the rest of the house as a matter. */
import type { MatterKind, News } from '../matter.ts'
import { meetingFace, meetingTask } from './card.ts'
import { close, mayClose } from './decide.ts'
import { isSettled } from './decisions.ts'
import { calendarFile } from './invite.ts'
import { isInvited, type Meeting, meetingOf, stageOf } from './meeting.ts'
import { owedOf } from './owed.ts'

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
      people: peopleOf(meeting),
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
      people: peopleOf(after),
      groups: [after.group.id],
      card: 'matter',
      attachments: [calendarFile(after)],
    },
  ]
}

/** Items are called for, and the agenda goes out: said in the group's channel; members see it on their card. */
function agenda(before: Meeting | undefined, after: Meeting): News[] {
  const newly = (mark: 'items-called' | 'agenda-published') => after.marks.has(mark) && !before?.marks.has(mark)
  return [
    ...(newly('items-called')
      ? [{ key: 'items', people: [], groups: [after.group.id], card: 'matter', input: { news: 'items' } }]
      : []),
    ...(newly('agenda-published')
      ? [
          {
            key: 'agenda',
            people: peopleOf(after),
            groups: [after.group.id],
            card: 'matter',
            input: { news: 'agenda' },
          },
        ]
      : []),
  ]
}

function peopleOf({ members }: Meeting): readonly string[] {
  return [...new Set(members.map(({ person }) => person.id))]
}

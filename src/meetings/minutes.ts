/**
 * Draft minutes, made from what is known: agenda, attendance, quorum, decisions, actions. In the house's own words, so that chat, desk and a
 * document can all draw them.
 *
 * @example
 *   minutesOf(meeting)                    // { title: 'Strategic Leadership Team', status: 'Draft minutes', blocks: [heading(…), …] }
 *   await minutesDocx(minutesOf(meeting)) // the same as a .docx
 */
import { type Block, facts, heading, list, notice, table, text } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import { chairOf } from '../partnership/partnership.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import { sayCode } from './attendance.ts'
import { type Decision, decisionsOf, sayStanding } from './decisions.ts'
import { type Meeting, nameIn } from './meeting.ts'
import { lostAt, presentAt, quorumOf } from './quorum.ts'
import { seatLabel } from './replies.ts'
import { saySpan, sayStart, sayTime } from './say.ts'

export interface Minutes {
  readonly title: string
  readonly status: 'Draft minutes' | 'Minutes'
  readonly date: string
  readonly blocks: readonly Block[]
}

/** The minutes as they stand. Confidential items are left out unless they are asked for: the summary that is published has none. */
export function minutesOf(meeting: Meeting, { confidential = false } = {}): Minutes {
  const approved = meeting.marks.get('minutes-approved')
  const items = agendaOf(meeting).filter((item) => confidential || !item.confidential)
  const left = agendaOf(meeting).length - items.length
  return {
    title: meeting.group.title,
    status: approved ? 'Minutes' : 'Draft minutes',
    date: sayStart(meeting.starts),
    blocks: [
      facts([
        ['When', saySpan(meeting)],
        ['Where', meeting.called.place ?? meeting.called.link ?? 'Not recorded'],
        ['Chair', chairedBy(meeting)],
        ...(approved ? [['Approved', `${nameIn(meeting, approved.by)}, ${sayMoment(approved.at)}`] as const] : []),
      ]),
      ...attendance(meeting),
      ...quorum(meeting),
      ...lookedBack(meeting),
      ...items.flatMap((item) => itemBlocks(meeting, item)),
      ...(left === 0
        ? []
        : [text(`${left === 1 ? 'One confidential item is' : `${left} confidential items are`} minuted apart.`)]),
      ...actionsTable(meeting, items),
    ],
  }
}

/** Who chaired: the first in the group's own order who was in the room. */
function chairedBy(meeting: Meeting): string {
  const there = new Set(presentAt(meeting, { by: 'attendance' }).map(({ person }) => person))
  const away = [...meeting.partnership.people.keys()].filter((id) => !there.has(id))
  const chair = chairOf(meeting.partnership, meeting.group.id, meeting.startsAt, { away })
  if (isRefusal(chair)) return 'Nobody who may chair'
  return chair.as === 'chair' ? chair.person.name : `${chair.person.name} (${chair.as})`
}

function attendance(meeting: Meeting): Block[] {
  if (meeting.members.length === 0) return []
  const rows = meeting.members.map(({ seat, person, observer }) => {
    const there = meeting.attendance.get(seat.id)
    const left = meeting.left.get(seat.id)
    const code = sayCode(observer && there?.code === 'attended' ? 'observer' : there?.code)
    return [
      seatLabel(meeting, { seat }),
      nameIn(meeting, there?.person ?? person.id),
      left === undefined ? code : `${code}, left at ${sayTime(left)}`,
    ]
  })
  return [heading('Attendance'), table('Who was there', ['Seat', 'Person', 'Attendance'], rows)]
}

function quorum(meeting: Meeting): Block[] {
  if (meeting.group.quorum === undefined) return []
  const { met, because } = quorumOf(meeting, { by: 'attendance' })
  const lost = lostAt(meeting)
  return [
    heading('Quorum'),
    notice(met ? 'good' : 'warn', because),
    ...(lost === undefined
      ? []
      : [
          notice(
            'warn',
            `Quorum was lost at ${sayTime(lost)}. ${quorumOf(meeting, { by: 'attendance', at: lost }).because}`,
          ),
        ]),
    ...(meeting.choice?.choice === 'go-without-decisions'
      ? [text('The chair let the meeting go ahead without decisions.')]
      : []),
  ]
}

/** What was open when the meeting met, which its minutes look back on. */
function lookedBack({ lookedBack: seen }: Meeting): Block[] {
  if (seen === undefined || seen.actions.length === 0) return []
  return [heading('Open actions looked back on'), list(seen.actions.map(({ says }) => says))]
}

function itemBlocks(meeting: Meeting, item: AgendaItem): Block[] {
  const decisions = decisionsOf(meeting).filter((one) => one.item === item.id)
  const agreed = meeting.actions.filter((one) => one.item === item.id)
  const stood = meeting.conflicts.filter((one) => one.item === item.id).map(({ person }) => nameIn(meeting, person))
  return [
    heading(`${item.n}. ${item.title}`),
    ...(stood.length === 0 ? [] : [text(`Declared a conflict of interest and stepped aside: ${stood.join(', ')}.`)]),
    ...(item.papers.length === 0
      ? []
      : [
          text(
            `Papers: ${item.papers.map(({ title, supplement }) => (supplement ? `${title} (supplement)` : title)).join('; ')}.`,
          ),
        ]),
    ...(decisions.length === 0 ? [] : [list(decisions.map(sayDecision))]),
    ...(agreed.length === 0
      ? []
      : [list(agreed.map((action) => `Action: ${action.says} (${nameIn(meeting, action.owner)})`))]),
    ...(item.deferred ? [text('Not reached; carried over to the next meeting.')] : []),
  ]
}

function sayDecision({ says, provisional, standing }: Decision): string {
  const unsettled = provisional === undefined || standing === 'confirmed' ? '' : `. ${provisional}`
  return `${sayStanding(standing)}: ${says}${unsettled}`
}

function actionsTable(meeting: Meeting, items: readonly AgendaItem[]): Block[] {
  const numbers = new Map(items.map(({ id, n }) => [id, n]))
  const rows = meeting.actions
    .filter(({ item }) => numbers.has(item))
    .map(({ item, says, owner, due }) => [
      String(numbers.get(item)),
      says,
      nameIn(meeting, owner),
      due === undefined ? 'To be agreed' : sayDate(due),
    ])
  return rows.length === 0
    ? []
    : [heading('Actions'), table('What was agreed to be done', ['Item', 'Action', 'Owner', 'Due'], rows)]
}

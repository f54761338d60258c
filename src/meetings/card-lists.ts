/** The lists on a meeting's card: the agenda, what it looks back on, what was decided, and who is coming or was there. */
import { type Block, type FactRow, facts, heading, list } from '../chat/words.ts'
import { oncePer } from '../kernel/remembering.ts'
import { dateOf, sayDate } from '../kernel/time.ts'
import { type AgendaItem, agendaFor } from './agenda.ts'
import { sayCode } from './attendance.ts'
import { decisionsOf, sayStanding } from './decisions.ts'
import { isAhead, isInvited, type Meeting, nameIn } from './meeting.ts'
import { chairOn } from './quorum.ts'
import { sayReply, seatLabel } from './replies.ts'

/** The agenda as this viewer may read it: one line an item, and whatever is not usual about it. */
export function agendaBlocks(meeting: Meeting, viewer: string | undefined): Block[] {
  const items = agendaFor(meeting, viewer)
  if (items.length === 0 || meeting.cancelled) return []
  const chair = chairOn(meeting)
  const lead = chair === undefined ? '' : ` Led by ${nameIn(meeting, chair)} where nobody else is named.`
  return [
    heading(meeting.marks.has('agenda-published') || !isAhead(meeting) ? 'Agenda' : 'Agenda so far'),
    { kind: 'text', text: `${items.length} items.${lead}`, quiet: true },
    list(
      items.map((item) => sayItem(meeting, item, chair)),
      true,
    ),
    ...papersOf(items),
  ]
}

function sayItem(
  meeting: Meeting,
  { starts, title, owner, purpose, area, confidential, unanimous, source, deferred, withheld }: AgendaItem,
  chair: string | undefined,
): string {
  const notes = [
    owner === '' || owner === chair ? undefined : nameIn(meeting, owner),
    source === 'standing' ? undefined : `for ${purpose}`,
    area === undefined || withheld ? undefined : meeting.partnership.profile.areas[area]?.title,
    confidential && !withheld ? 'confidential' : undefined,
    unanimous ? 'needs every safeguarding partner' : undefined,
    deferred ? 'not reached; carried over' : undefined,
  ].filter((note) => note !== undefined)
  return `${starts} ${title}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
}

function papersOf(items: readonly AgendaItem[]): Block[] {
  const papers = items.flatMap(({ n, papers }) => papers.map((paper) => ({ n, ...paper })))
  if (papers.length === 0) return []
  return [
    heading('Papers'),
    list(
      papers.map(
        ({ n, title, url, supplement }) =>
          `Item ${n}: ${title}${supplement ? ' (supplement, sent after the papers)' : ''}: ${url}`,
      ),
    ),
  ]
}

/** More than this many are looked up in the list of actions. */
const ACTIONS_SHOWN = 10

/** The group's open actions, as they stood when the agenda was last drawn up. */
export function lookedBackBlocks({ lookedBack, group, cancelled }: Meeting): Block[] {
  if (lookedBack === undefined || lookedBack.actions.length === 0 || cancelled) return []
  const { actions, at } = lookedBack
  const rest = actions.length - ACTIONS_SHOWN
  const more = rest > 0 ? [`${rest} more: say "actions ${group.id}".`] : []
  return [
    heading(`Open actions, as of ${sayDate(dateOf(at))}`),
    list([...actions.slice(0, ACTIONS_SHOWN).map(({ says }) => says), ...more]),
  ]
}

/** What was decided, and whether it stands; what was decided on a confidential item only for those who may read it. */
export function decidedBlocks(meeting: Meeting, viewer: string | undefined): Block[] {
  const decided = decisionsOf(meeting).filter(readableTo(meeting, viewer))
  if (decided.length === 0) return []
  return [heading('Decisions'), list(decided.map(({ says, standing }) => `${sayStanding(standing)}: ${says}`))]
}

/** What was agreed to be done, by whom and until when; the tracker follows it from there. */
export function agreedBlocks(meeting: Meeting, viewer: string | undefined): Block[] {
  const agreed = meeting.actions.filter(readableTo(meeting, viewer))
  if (agreed.length === 0) return []
  const lines = agreed.map(
    ({ says, owner, due }) => `${says} (${nameIn(meeting, owner)}${due === undefined ? '' : `, by ${sayDate(due)}`})`,
  )
  return [heading('Agreed to be done'), list(lines)]
}

function readableTo(meeting: Meeting, viewer: string | undefined): (of: { readonly item: string }) => boolean {
  const readable = new Set(
    agendaFor(meeting, viewer)
      .filter(({ withheld }) => !withheld)
      .map(({ id }) => id),
  )
  return ({ item }) => readable.has(item)
}

/** Every seat in one line: whose it is, and their answer or their attendance. */
export const whoComes: (meeting: Meeting) => readonly Block[] = oncePer((meeting) => {
  if (meeting.members.length === 0 || meeting.cancelled || !isInvited(meeting)) return []
  const recorded = meeting.attendance.size > 0
  const rows = meeting.members.map((member): FactRow => {
    const said = recorded ? sayPresence(meeting, member) : sayReply(meeting, member)
    return { label: `${seatLabel(meeting, member)}, ${member.person.name}${voiceOf(meeting, member)}`, value: said }
  })
  return [heading(recorded ? 'Attendance' : 'Who is coming'), facts(rows)]
})

/** "Attended"; of somebody who came for the member, also who. */
function sayPresence(meeting: Meeting, { seat, person }: Meeting['members'][number]): string {
  const there = meeting.attendance.get(seat.id)
  const came = there === undefined || there.person === person.id ? '' : ` (${nameIn(meeting, there.person)})`
  return `${sayCode(there?.code)}${came}`
}

/** Where seats vote, those that do not are said to; an observer everywhere. */
function voiceOf({ group }: Meeting, { observer, voting }: Meeting['members'][number]): string {
  if (observer) return ' (observer)'
  return group.voting === 'seats' && !voting ? ' (no vote)' : ''
}

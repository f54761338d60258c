/** The face of a meeting: when and where, who is coming, whether it will be quorate and why, the agenda, and what this viewer can do. */
import type { Owed } from '../chasing/owed.ts'
import { type Block, type FactRow, facts, heading, list, type Message, notice, text } from '../chat/words.ts'
import { oncePer } from '../kernel/remembering.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import type { Calling } from '../matter.ts'
import { vacancies } from '../partnership/partnership.ts'
import { agendaFor, agendaOf } from './agenda.ts'
import { buttonsFor } from './card-buttons.ts'
import { agendaBlocks, agreedBlocks, decidedBlocks, lookedBackBlocks, whoComes } from './card-lists.ts'
import { limitOf } from './cycle.ts'
import { isAhead, isDeciding, isInvited, type Meeting, nameIn, seatsIn, shortOf, stageOf, titleOf } from './meeting.ts'
import { owedOf } from './owed.ts'
import { lostAt, quorumOf } from './quorum.ts'
import { pleaseConfirm, sayReply } from './replies.ts'
import { saySpan, sayStart, sayTime } from './say.ts'

/** Draws a meeting for a viewer, or, without one, the read-only mirror of a channel. `input.news` names what has just happened. */
export function meetingFace(
  meeting: Meeting,
  viewer: string | undefined,
  input: Readonly<Record<string, string>>,
): Message {
  return {
    summary: `${shortOf(meeting)}, ${sayStart(meeting.starts)}: ${summaryOf(meeting, viewer, input.news)}`,
    sensitivity: 'group',
    blocks: [
      heading(`${titleOf(meeting)}: ${sayStart(meeting.starts)}`),
      ...newsOf(meeting, input.news),
      ...asked(meeting, viewer),
      facts(whenAndWhere(meeting, viewer)),
      ...standing(meeting),
      ...shortItems(meeting, viewer),
      ...decidedBlocks(meeting, viewer),
      ...agreedBlocks(meeting, viewer),
      ...whoComes(meeting),
      ...agendaBlocks(meeting, viewer),
      ...lookedBackBlocks(meeting),
      ...buttonsFor(meeting, viewer, input),
    ],
  }
}

/** One owed thing of a meeting, as a reminder shows it: the same card, with what it is about on top. */
export function meetingTask(meeting: Meeting, key: string, { viewer, rung, late }: Calling): Message {
  const owed = owedOf(meeting).find((one) => one.key === key)
  const face = meetingFace(meeting, viewer, {})
  if (owed === undefined) return face
  const due = owed.limit === undefined ? '' : ` by ${sayDate(owed.limit.limit)} (${owed.limit.because})`
  const lead =
    owed.status === 'open'
      ? `${rung === undefined ? 'For you' : 'Reminder'}: ${owed.what}${due}.`
      : `${owed.what}: nothing more is needed.`
  const [title, ...rest] = face.blocks
  const lateness = late === undefined ? [] : [notice('warn', `This reminder is late: it was meant for ${late}.`)]
  return {
    ...face,
    summary: `${shortOf(meeting)}, ${sayStart(meeting.starts)}: ${owed.status === 'open' ? 'action for you' : 'done'}`,
    blocks: [
      title as Block,
      ...lateness,
      notice(owed.status === 'open' ? 'warn' : 'good', lead),
      ...howToSend(meeting, owed),
      ...rest,
    ],
  }
}

/** A paper is an address, and an address is typed. */
function howToSend(meeting: Meeting, { step, status, obligor }: Owed): Block[] {
  const n = agendaOf(meeting).find(({ id }) => id === obligor.id)?.n
  if (step !== 'paper' || status !== 'open' || n === undefined) return []
  return [text(`Say "meetings paper ${meeting.group.id} ${n}" with its address and its title.`)]
}

function summaryOf(meeting: Meeting, viewer: string | undefined, news: string | undefined): string {
  const stage = stageOf(meeting)
  if (stage === 'called' && news === 'forecast') return 'quorum forecast'
  if (stage === 'called' && news === 'reminder') return 'reminder'
  if (news === 'actions') return 'decisions and actions'
  if (news === 'minutes') return 'draft minutes'
  switch (stage) {
    case 'cancelled':
      return 'cancelled'
    case 'planned':
      return 'date held'
    case 'called':
      return viewer !== undefined && mustAnswer(meeting, viewer) ? 'please answer' : 'invitation'
    case 'under-way':
      return 'under way'
    case 'held':
      return 'held'
    case 'finished':
      return 'finished'
    default:
      return stage satisfies never
  }
}

function newsOf(meeting: Meeting, news: string | undefined): Block[] {
  if (meeting.cancelled) {
    return [notice('bad', `Cancelled by ${nameIn(meeting, meeting.cancelled.by)}: ${meeting.cancelled.reason}`)]
  }
  const moved = meeting.moves.at(-1)
  const change = moved && notice('warn', `Moved from ${sayStart(moved.from)} to ${saySpan(meeting)}: ${moved.reason}`)
  return [
    ...(change === undefined ? [] : [change]),
    ...calling(meeting),
    ...(isAhead(meeting) ? ahead(meeting, news) : past(meeting, news)),
  ]
}

function past({ marks }: Meeting, news: string | undefined): Block[] {
  switch (news) {
    case 'actions':
      return [notice('good', 'What was decided and agreed is out. Whoever agreed to do something has a card of it.')]
    case 'minutes':
      return marks.has('minutes-sent') ? [notice('good', 'The draft minutes are out, on the desk.')] : []
    default:
      return []
  }
}

/** From the call for items until papers are due, members are told how to propose one. */
function calling(meeting: Meeting): Block[] {
  const { marks, group } = meeting
  if (!isAhead(meeting) || !marks.has('items-called') || marks.has('agenda-published')) return []
  const by = limitOf(meeting, 'papers-in')
  if (by !== undefined && meeting.at > by.limitAt) return []
  const until = by === undefined ? '' : ` by ${sayDate(by.limit)}, when papers are due`
  const how = `Say "meetings propose ${group.id}" and its title.`
  return [notice('neutral', `Agenda items are called for: propose yours${until}. ${how}`)]
}

function ahead(meeting: Meeting, news: string | undefined): Block[] {
  switch (news) {
    case 'agenda':
      return [notice('good', 'The agenda and papers are out.')]
    case 'forecast':
      return [
        notice('neutral', `The quorum forecast, ${limitOf(meeting, 'forecast')?.because ?? 'before the meeting'}.`),
      ]
    case 'reminder': {
      const out = meeting.marks.has('agenda-published') ? '' : ' Its agenda is not out yet.'
      return [notice('neutral', `Reminder: the meeting is on ${saySpan(meeting)}.${out}`)]
    }
    default:
      return []
  }
}

function asked(meeting: Meeting, viewer: string | undefined): Block[] {
  const confirm = viewer === undefined || !isAhead(meeting) ? undefined : pleaseConfirm(meeting, viewer)
  return confirm === undefined ? [] : [notice('warn', confirm)]
}

function whenAndWhere(meeting: Meeting, viewer: string | undefined): FactRow[] {
  const { called } = meeting
  const by = limitOf(meeting, 'deputies')
  const mine = viewer === undefined ? [] : seatsIn(meeting, viewer)
  const row = (label: string, value: string, note?: string): FactRow => ({
    label,
    value,
    ...(note === undefined ? {} : { note }),
  })
  return [
    row('When', saySpan(meeting), 'London time'),
    row(
      'Where',
      called.place ?? called.link ?? 'To be announced',
      called.place === undefined ? undefined : called.link,
    ),
    ...(called.shortNotice === undefined ? [] : [row('Short notice', called.shortNotice)]),
    ...(isAhead(meeting) && isInvited(meeting) && by ? [row('Answer by', sayDate(by.limit), by.because)] : []),
    ...mine.slice(0, 1).map((member) => row('Your answer', sayReply(meeting, member))),
    ...vacantHere(meeting).map((says) => row('Vacancy', says)),
  ]
}

const vacantHere = oncePer(({ partnership, group, at }: Meeting): readonly string[] =>
  vacancies(partnership, at)
    .filter((one) => one.group === group.id && one.agency !== undefined)
    .map(({ says }) => says),
)

/** Whether it will be quorate, or was; said with its reason. */
const standing = oncePer((meeting: Meeting): readonly Block[] => {
  if (!isDeciding(meeting) || meeting.cancelled || !isInvited(meeting)) return []
  const recorded = meeting.attendance.size > 0
  const { met, because } = quorumOf(meeting, { by: recorded ? 'attendance' : 'replies' })
  const lost = lostAt(meeting)
  return [
    notice(met ? 'good' : 'warn', because),
    ...(lost === undefined
      ? []
      : [
          notice(
            'warn',
            `Quorum was lost at ${sayTime(lost)}. What was decided from then on is provisional until it is confirmed.`,
          ),
        ]),
    ...(meeting.choice
      ? [
          text(
            `${sayChoice(meeting.choice.choice)} ${nameIn(meeting, meeting.choice.by)}, ${sayMoment(meeting.choice.at)}.`,
          ),
        ]
      : []),
  ]
})

/** Items that need more than the meeting does, and would not have it: those of one area, those that need every partner (DOMAIN 4.1). */
function shortItems(meeting: Meeting, viewer: string | undefined): Block[] {
  if (!isAhead(meeting) || !isInvited(meeting)) return []
  const asking = agendaFor(meeting, viewer).filter(
    ({ id, area, unanimous }) => area !== undefined || unanimous || meeting.conflicts.some(({ item }) => item === id),
  )
  if (asking.length === 0 || !quorumOf(meeting, { by: 'replies' }).met) return []
  const short = asking.flatMap((item) => {
    const { met, because } = quorumOf(meeting, { by: 'replies', item })
    return met ? [] : [`Item ${item.n}, ${item.title}: ${because}`]
  })
  return short.length === 0 ? [] : [notice('warn', 'Some items cannot be decided by the answers so far:'), list(short)]
}

function sayChoice(choice: NonNullable<Meeting['choice']>['choice']): string {
  switch (choice) {
    case 'go':
      return 'The meeting goes ahead.'
    case 'go-without-decisions':
      return 'The meeting goes ahead without decisions.'
    case 'move':
      return 'The meeting is to be moved.'
    default:
      return choice satisfies never
  }
}

function mustAnswer(meeting: Meeting, viewer: string): boolean {
  return seatsIn(meeting, viewer).some(({ seat, observer }) => !observer && !meeting.replies.has(seat.id))
}

/** The face of a meeting: when and where, who is coming, whether it will be quorate and why, the agenda, and what this viewer can do. */
import type { Owed } from '../chasing/owed.ts'
import {
  actions,
  type Block,
  type Button,
  type FactRow,
  facts,
  heading,
  type Message,
  notice,
  quiet,
  table,
  text,
} from '../chat/words.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import type { Calling } from '../matter.ts'
import { vacancies } from '../partnership/partnership.ts'
import { type AgendaItem, agendaFor } from './agenda.ts'
import { isRecorded, sayCode } from './attendance.ts'
import { limitOf } from './cycle.ts'
import { isAhead, isDeciding, isInvited, type Meeting, nameIn, seatsIn, stageOf } from './meeting.ts'
import { answersFor, owedOf } from './owed.ts'
import { lostAt, quorumOf } from './quorum.ts'
import { pleaseConfirm, sayReply, seatLabel, standsInFor } from './replies.ts'
import { saySpan, sayStart, sayTime } from './say.ts'

/** Draws a meeting for a viewer, or, without one, the read-only mirror of a channel. `input.news` names what has just happened. */
export function meetingFace(
  meeting: Meeting,
  viewer: string | undefined,
  input: Readonly<Record<string, string>>,
): Message {
  return {
    summary: `${meeting.group.short}, ${sayStart(meeting.starts)}: ${summaryOf(meeting, viewer)}`,
    sensitivity: 'group',
    blocks: [
      heading(`${meeting.group.title}: ${sayStart(meeting.starts)}`),
      ...newsOf(meeting, input.news),
      ...asked(meeting, viewer),
      facts(whenAndWhere(meeting, viewer)),
      ...standing(meeting),
      ...whoComes(meeting),
      ...agendaBlocks(meeting, viewer),
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
    summary: `${meeting.group.short}, ${sayStart(meeting.starts)}: ${owed.status === 'open' ? 'action for you' : 'done'}`,
    blocks: [title as Block, ...lateness, notice(owed.status === 'open' ? 'warn' : 'good', lead), ...rest],
  }
}

function summaryOf(meeting: Meeting, viewer: string | undefined): string {
  const stage = stageOf(meeting)
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
  const moved = meeting.moves.at(-1)
  if (meeting.cancelled) {
    return [notice('bad', `Cancelled by ${nameIn(meeting, meeting.cancelled.by)}: ${meeting.cancelled.reason}`)]
  }
  if (moved) return [notice('warn', `Moved from ${sayStart(moved.from)} to ${saySpan(meeting)}: ${moved.reason}`)]
  if (news === 'agenda') return [notice('good', 'The agenda and papers are out.')]
  if (news === 'items') return [notice('neutral', 'Agenda items are called for: propose yours now.')]
  return []
}

function asked(meeting: Meeting, viewer: string | undefined): Block[] {
  const confirm = viewer === undefined || !isAhead(meeting) ? undefined : pleaseConfirm(meeting, viewer)
  return confirm === undefined ? [] : [notice('warn', confirm)]
}

function whenAndWhere(meeting: Meeting, viewer: string | undefined): FactRow[] {
  const { called, group } = meeting
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
    ...vacancies(meeting.partnership, meeting.at)
      .filter((one) => one.group === group.id && one.agency !== undefined)
      .map((one) => row('Vacancy', one.says)),
  ]
}

/** Whether it will be quorate, or was; said with its reason. */
function standing(meeting: Meeting): Block[] {
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
            `Quorum was lost at ${sayTime(lost)}: what was decided from then on is provisional, to be confirmed by button.`,
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

function agendaBlocks(meeting: Meeting, viewer: string | undefined): Block[] {
  const items = agendaFor(meeting, viewer)
  if (items.length === 0 || meeting.cancelled) return []
  const said = meeting.marks.has('agenda-published') ? 'Agenda' : 'Agenda so far'
  return [
    table(
      said,
      ['', 'Time', 'Item', 'Lead'],
      items.map((item) => [String(item.n), item.starts, sayItem(item), nameOf(meeting, item)]),
    ),
    ...papersOf(items),
  ]
}

function sayItem({ title, purpose, minutes, unanimous, source }: AgendaItem): string {
  const notes = [
    source === 'standing' ? undefined : `for ${purpose}`,
    unanimous ? 'needs all five partners' : undefined,
    `${minutes} min`,
  ]
  return `${title} (${notes.filter((note) => note !== undefined).join(', ')})`
}

function nameOf(meeting: Meeting, { owner }: AgendaItem): string {
  return owner === '' ? '' : nameIn(meeting, owner)
}

function papersOf(items: readonly AgendaItem[]): Block[] {
  const papers = items.flatMap(({ n, papers }) => papers.map((paper) => ({ n, ...paper })))
  if (papers.length === 0) return []
  return [
    {
      kind: 'list',
      items: papers.map(
        ({ n, title, url, supplement }) =>
          `Item ${n}: ${title}${supplement ? ' (supplement, sent after the papers)' : ''}: ${url}`,
      ),
    },
  ]
}

function whoComes(meeting: Meeting): Block[] {
  if (meeting.members.length === 0 || meeting.cancelled || !isInvited(meeting)) return []
  const recorded = meeting.attendance.size > 0
  const rows = meeting.members.map((member) => [
    seatLabel(meeting, member),
    member.person.name,
    recorded ? sayCode(meeting.attendance.get(member.seat.id)?.code) : sayReply(meeting, member),
    member.observer ? 'observer' : member.voting ? 'votes' : '',
  ])
  return [
    table(recorded ? 'Attendance' : 'Who is coming', ['Seat', 'Member', recorded ? 'Attendance' : 'Answer', ''], rows),
  ]
}

function mustAnswer(meeting: Meeting, viewer: string): boolean {
  return seatsIn(meeting, viewer).some(({ seat, observer }) => !observer && !meeting.replies.has(seat.id))
}

function buttonsFor(meeting: Meeting, viewer: string | undefined, input: Readonly<Record<string, string>>): Block[] {
  if (viewer === undefined || meeting.cancelled) return []
  const owed = owedOf(meeting)
  const buttons = [
    ...answerButtons(meeting, viewer, input.change !== undefined),
    ...taskButtons(meeting, owed, viewer),
    ...moreButtons(meeting, owed, viewer),
  ]
  const note =
    isRecorded(meeting) || meeting.at < meeting.startsAt ? [] : [quiet('Attendance has not been recorded yet.')]
  return [...note, ...(buttons.length === 0 ? [] : [actions(buttons)])]
}

/** The three answers as long as the viewer's seat owes one; afterwards the way to change it. */
function answerButtons(meeting: Meeting, viewer: string, change: boolean): Button[] {
  if (!isAhead(meeting) || !isDeciding(meeting)) return []
  const own = seatsIn(meeting, viewer)
  const [seat] = own.length > 0 ? own : standsInFor(meeting, viewer)
  if (seat === undefined) return []
  const base = { subject: meeting.subject.id, version: meeting.subject.version }
  if (meeting.replies.has(seat.seat.id) && !change) {
    return [{ ...base, label: 'Change my answer', verb: 'meeting.see', input: { change: 'yes' } }]
  }
  const doings = answersFor(meeting, seat).filter(({ outcome }) => own.length > 0 || !outcome.startsWith('deputy'))
  return doings.map(({ label, outcome, style }): Button => {
    const [answer, deputy] = outcome.split(':') as [string, string?]
    const input = { answer, round: String(meeting.round), ...(deputy === undefined ? {} : { deputy }) }
    return { ...base, label, verb: 'meeting.reply', input, ...(style === undefined ? {} : { style }) }
  })
}

/** Whatever else is open and this viewer's to do. */
function taskButtons(meeting: Meeting, all: readonly Owed[], viewer: string): Button[] {
  return all
    .filter(
      (owed) =>
        owed.step !== 'reply' &&
        owed.status === 'open' &&
        owed.openedAt <= meeting.at &&
        owed.obligor.people.includes(viewer),
    )
    .flatMap((owed) => owed.does.map((doing) => pressOn(meeting, owed, doing)))
}

function pressOn({ subject }: Meeting, owed: Owed, doing: Owed['does'][number]): Button {
  return {
    label: owed.step === 'proposal' ? `${doing.label}: ${owed.what.split(': ').slice(1).join(': ')}` : doing.label,
    verb: 'owed.do',
    subject: subject.id,
    version: subject.version,
    input: { owed: owed.key, round: String(owed.round), outcome: doing.outcome },
    ...(doing.style === undefined ? {} : { style: doing.style }),
    ...(doing.confirm === undefined
      ? {}
      : { confirm: { title: `${doing.label}?`, text: doing.confirm, yes: doing.label, no: 'Not yet' } }),
  }
}

function moreButtons(meeting: Meeting, all: readonly Owed[], viewer: string): Button[] {
  const subject = meeting.subject.id
  const runs = all.some(({ key, obligor }) => key === 'agenda' && obligor.people.includes(viewer))
  const begun = meeting.at >= meeting.startsAt && runs && !meeting.marks.has('minutes-approved')
  return [
    ...(begun ? [{ label: 'Attendance', verb: 'meeting.attendance', subject }] : []),
    ...(isAhead(meeting) ? [{ label: 'Add to calendar', verb: 'meeting.calendar', subject }] : []),
  ]
}

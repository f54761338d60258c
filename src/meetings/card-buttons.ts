/** The buttons of a meeting's card: a viewer's answer, what is theirs to do, and what they may do besides. */
import type { Owed } from '../chasing/owed.ts'
import { actions, type Block, type Button, quiet } from '../chat/words.ts'
import { mayAtAll } from '../partnership/authority/may.ts'
import { isRecorded } from './attendance.ts'
import { unconfirmed } from './decisions.ts'
import { isAhead, isDeciding, type Meeting, seatsIn } from './meeting.ts'
import { answersFor, owedOf } from './owed.ts'
import { standsInFor } from './replies.ts'

export function buttonsFor(
  meeting: Meeting,
  viewer: string | undefined,
  input: Readonly<Record<string, string>>,
): Block[] {
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
    ...callButton(meeting, runs),
    ...itemButton(meeting, viewer),
    ...confirmButton(meeting, viewer),
    ...(begun ? [{ label: 'Attendance', verb: 'meeting.attendance', subject }] : []),
    ...minutesButton(meeting),
    ...(isAhead(meeting) ? [{ label: 'Add to calendar', verb: 'meeting.calendar', subject }] : []),
  ]
}

/** The minutes are a document, and documents are on the desk. */
function minutesButton({ subject, marks }: Meeting): Button[] {
  if (!marks.has('minutes-drafted')) return []
  const input = { target: `matter/${subject.id}` }
  return [{ label: 'Minutes, on the desk', verb: 'desk.link', subject: subject.id, input }]
}

/** Whoever sets the agenda puts an item on it by a form, until the meeting begins. */
function itemButton(meeting: Meeting, viewer: string): Button[] {
  const { subject, group, partnership, at } = meeting
  const sets = mayAtAll(partnership, viewer, 'meeting.item', { kind: 'meeting', group: group.id }, at)
  if (!sets || !isAhead(meeting) || !isDeciding(meeting)) return []
  return [{ label: 'Add an item', verb: 'meeting.item', subject: subject.id, opens: 'form' }]
}

/** Muster calls for items on their day; whoever runs the meeting can do it sooner. */
function callButton(meeting: Meeting, runs: boolean): Button[] {
  const { subject, marks } = meeting
  const called = marks.has('items-called') || marks.has('agenda-published')
  if (!runs || called || !isAhead(meeting) || !isDeciding(meeting)) return []
  const input = { owed: 'items', outcome: 'done' }
  return [{ label: 'Call for items now', verb: 'owed.do', subject: subject.id, version: subject.version, input }]
}

/** Putting what was decided without a quorum to the vote is for whoever may put a motion (10.2.13). */
function confirmButton(meeting: Meeting, viewer: string): Button[] {
  const { subject, group, partnership, at } = meeting
  const waiting = unconfirmed(meeting).length
  if (waiting === 0 || !mayAtAll(partnership, viewer, 'motion.put', { kind: 'meeting', group: group.id }, at)) return []
  const what = waiting === 1 ? 'one decision' : `${waiting} decisions`
  return [
    {
      label: `Put ${what} to be confirmed`,
      verb: 'motion.confirm',
      subject: subject.id,
      style: 'primary',
      confirm: {
        title: 'Put to be confirmed?',
        text: `Everybody who votes in ${group.title} is asked, each by a card of their own. Silence does not count as agreement.`,
        yes: 'Put to be confirmed',
        no: 'Not yet',
      },
    },
  ]
}

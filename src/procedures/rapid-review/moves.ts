/** What may happen to a case on the way, by those with the right to it (DOMAIN 2.3, T11, T29, T39, T40; 10.2.7, 10.2.29, 10.2.34). */

import { isRefusal, refuse } from '../../kernel/result.ts'
import { dateOf, londonInstant, sayDate } from '../../kernel/time.ts'
import { type Course, latest, limitFor, outcomeUnder, owedUnder, reached } from '../engine/course.ts'
import type { Unsigned } from '../engine/facts.ts'
import type { Move } from '../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate, leadArea, spa } from '../who.ts'
import { corrections } from './corrections.ts'
import { isPast, isStatutoryDate } from './dates.ts'
import { isCommissioned, isPublished, isStatutory, kindOf } from './kind.ts'
import { delayApproved } from './pages/practice-review.ts'
import { askedForMore, cutOff } from './requests.ts'

const mark = (name: string, value: string, reason?: string): Unsigned => ({
  kind: 'marked',
  data: { mark: name, value, ...(reason === undefined ? {} : { reason }) },
})
const anew = (reason: string, ...steps: readonly string[]): Unsigned => ({ kind: 'reopened', data: { steps, reason } })

/** Cases are linked, never merged (10.2.29): each keeps its own course and names the other. */
const linkedWith = ({ marks }: Course, title: string): Unsigned =>
  mark('linked', [...new Set([...(marks.linked?.split(' ') ?? []), title])].join(' '))

/** From scoping until it goes to the Panel: until then a notification can be withdrawn (T40). */
const BEFORE_SUBMISSION = [
  'SCOPING',
  'GATHERING',
  'MEETING_READY',
  'DRAFTING',
  'ICSC_REVIEW',
  'PARTNER_SHARE',
  'READY_TO_SUBMIT',
]

export const moves: Readonly<Record<string, Move>> = {
  ...corrections,
  extend: {
    says: 'Give an agency more time',
    may: 'case.extend',
    form: 'C-extend',
    when: (course) => reached(course, 'returns') && outcomeUnder(course, 'meeting') === undefined,
    does: (course, { answers }) => {
      const agency = String(answers.CE1)
      const to = String(answers.CE2)
      const last = limitFor(course, 'meeting')?.limit ?? ''
      const owed = owedUnder(course, `returns/${agency}`)
      if (owed?.status !== 'open') {
        return refuse(
          'not-owed',
          'That agency owes no return here now.',
          'Choose an agency that has not answered yet.',
          'CE1',
        )
      }
      if (to > last || isPast(course, to)) {
        return refuse(
          'past-the-meeting',
          `More time can be given until ${sayDate(last)}, the day of the meeting, and no longer.`,
          'Choose a day from today until then.',
          'CE2',
        )
      }
      return [{ kind: 'extended', data: { owed: owed.key, to, reason: String(answers.CE3) } }]
    },
  },
  'follow-up': {
    says: 'Ask an agency to say more',
    may: 'case.follow-up',
    form: 'C-more',
    when: (course) => reached(course, 'returns') && outcomeUnder(course, 'submit') === undefined,
    does: (course, { answers }) => {
      const asked = askedForMore(course, String(answers.CP1))
      return isRefusal(asked) ? asked : [asked]
    },
  },
  'cut-off': {
    says: 'Go on without the returns that are missing',
    may: 'case.extend',
    form: 'C-cutoff',
    at: ['GATHERING'],
    when: (course) => course.marks.cutoff !== 'yes',
    does: (course, { answers }) => {
      const cut = cutOff(course, answers.CU1)
      return isRefusal(cut) ? cut : [cut]
    },
    escalates: 'returns',
  },
  'move-date': {
    says: 'Move a date',
    may: 'case.move-date',
    form: 'C-move',
    when: (course) => course.marks.moving !== 'proposed' && limitFor(course, 'meeting') !== undefined,
    does: (course, { answers }) => {
      const step = String(answers.CM1)
      const to = String(answers.CM2)
      if (limitFor(course, step) === undefined || outcomeUnder(course, step) !== undefined) {
        return refuse('no-such-date', 'That date does not run in this case now.', 'Choose one that does.', 'CM1')
      }
      if (isPast(course, to))
        return refuse('past', 'Nothing can be due in the past.', 'Choose a day from today on.', 'CM2')
      const last = limitFor(course, 'submit')?.limit
      if (!isStatutoryDate(step) && last !== undefined && to > last) {
        return refuse(
          'past-the-limit',
          `The submission to the Panel is due on ${sayDate(last)}, and this must come before.`,
          'Choose an earlier day.',
          'CM2',
        )
      }
      return [anew('another date is proposed', 'confirm-date'), mark('moving', 'proposed')]
    },
  },
  link: {
    says: 'Link to another case',
    may: 'case.link',
    form: 'A-link',
    does: (course, { answers }) => [linkedWith(course, String(answers.AL1))],
    mirrors: { question: 'AL1', does: (other, course) => [linkedWith(other, course.subject.title)] },
  },
  'second-area': {
    says: 'A second area is touched',
    may: 'case.link',
    form: 'A-area',
    does: (course, { answers }) =>
      answers.AO1 === leadArea(course)
        ? refuse('leads-already', 'That area leads this case already.', 'Choose the other one.', 'AO1')
        : [mark('alsoArea', String(answers.AO1))],
  },
  dispute: {
    says: 'Dispute this',
    may: 'case.dispute',
    form: 'A-dispute',
    at: ['TRIAGE', 'NOTIFICATION_DUE'],
    when: (course) => course.entrance === 'raise' && course.events.notified === undefined,
    does: (course) => [
      mark('triage', 'disputed', 'a safeguarding partner disputes it'),
      { kind: 'event', data: { event: 'disputed', at: course.at, reason: 'disputed' } },
    ],
  },
  suspect: {
    says: 'Abuse or neglect is suspected after all',
    may: 'rapid-review.notified',
    form: 'B-suspect',
    when: (course) => kindOf(course) === 'notify-only',
    does: (course, { answers }) => [
      mark('triage', 'notify', 'abuse or neglect is suspected after all'),
      { kind: 'event', data: { event: 'aware', at: londonInstant(String(answers.BS1)), reason: 'the new suspicion' } },
      ...(outcomeUnder(course, 'notify') === undefined
        ? []
        : [anew('it must be notified after all', 'notify', 'tell')]),
    ],
  },
  withdraw: {
    says: 'Withdraw the notification',
    may: 'case.withdraw',
    form: 'B-withdraw',
    at: BEFORE_SUBMISSION,
    when: (course) => isStatutory(course) && course.marks.withdraw !== 'asked',
    does: () => [anew('the withdrawal is asked for', 'withdraw-view'), mark('withdraw', 'asked')],
    tells: [spa, icscOrAlternate],
  },
  hold: {
    says: 'Police or CPS ask to wait, or lift a hold',
    may: 'case.hold',
    form: 'J-hold',
    when: (course) => course.events.asked !== undefined,
    does: (course, { answers }) => {
      const value = String(answers.JH1)
      const begins = value !== 'clear' && (course.marks.hold === 'clear' || course.marks.hold === undefined)
      return [
        mark('hold', value, 'police or CPS'),
        ...(begins ? [{ kind: 'event', data: { event: 'held', at: course.at, reason: 'a new hold' } } as const] : []),
      ]
    },
  },
  proceedings: {
    says: 'Record proceedings that run beside it',
    may: 'case.hold',
    form: 'J-proceedings',
    when: (course) => course.events.notified !== undefined,
    does: () => [],
  },
  delay: {
    says: 'Recommend a delay',
    may: 'case.delay',
    form: 'K-delay',
    when: (course) => isCommissioned(course) && !isPublished(course) && course.marks.delay !== 'proposed',
    does: (course, { answers }) =>
      isPast(course, String(answers.KD2))
        ? refuse('past', 'A review cannot be delayed into the past.', 'Choose a day from today on.', 'KD2')
        : [anew('a delay is recommended', 'delay-vote'), mark('delay', 'proposed'), mark('delay-by', 'votes')],
  },
  'delay-resolution': {
    says: 'Record that a quorate meeting of the safeguarding partners approved the delay',
    may: 'case.panel',
    form: 'K-resolution',
    when: (course) => course.marks.delay === 'proposed',
    does: (course, { answers }) => {
      const on = String(answers.KX1)
      const since = dateOf(latest(course, 'K-delay')?.at ?? course.openedAt)
      if (on < since) {
        return refuse(
          'before-the-proposal',
          `The delay was recommended on ${sayDate(since)}, so no meeting before that can have approved it.`,
          'Check the date of the meeting.',
          'KX1',
        )
      }
      return [
        ...delayApproved(course, `approved by the resolution of ${sayDate(on)}, minute ${answers.KX2}`),
        mark('delay-by', 'resolution'),
        { kind: 'event', data: { event: 'approved', at: londonInstant(`${on}T12:00`), reason: 'by resolution' } },
      ]
    },
  },
  reopen: {
    says: 'Reopen: there is new information',
    may: 'case.reopen',
    form: 'A-reopen',
    at: ['CLOSED', 'CLOSED_NOT_MET', 'WITHDRAWN', 'NOTIFY_ONLY'],
    does: () => [mark('reopened', 'yes')],
    tells: [eachSafeguardingPartner],
    begins: {
      entrance: 'raise',
      about: (course) => ({ ...course.about, kind: 'raised', linked: course.subject.title }),
    },
  },
}

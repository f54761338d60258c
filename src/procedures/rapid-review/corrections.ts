/**
 * A moment that was not what people thought (10.2.7): when the authority became aware, when it notified, when the review was submitted, when the Panel
 * answered. What was believed stays in the record, and every limit that is counted from it is counted again.
 */
import type { Answers } from '../../forms/form.ts'
import { refuse } from '../../kernel/result.ts'
import { dateOf, type Instant, londonInstant, sayDate, sayMoment } from '../../kernel/time.ts'
import { answersOf, type Course, limitFor } from '../engine/course.ts'
import type { Unsigned } from '../engine/facts.ts'
import type { Move, Remark } from '../engine/procedure.ts'
import { icscOrAlternate, notifierForArea, spa, supportTeam } from '../who.ts'
import { within } from './dates.ts'
import { isStatutory } from './kind.ts'

const happened = (event: string, at: Instant, reason: unknown): Unsigned => ({
  kind: 'event',
  data: { event, at, reason: String(reason) },
})

const noChange = (question: string) =>
  refuse('not-a-change', 'That is the moment that is recorded already.', 'Enter another one, or leave it.', question)

export const corrections: Readonly<Record<string, Move>> = {
  awareness: {
    says: 'Correct when the authority became aware',
    may: 'case.awareness',
    form: 'B-aware',
    when: (course) => isStatutory(course) && course.events.aware !== undefined,
    does: ({ events }, { answers }) => {
      const at = londonInstant(String(answers.BA1))
      if (events.notified !== undefined && at > events.notified) {
        return refuse(
          'after-notification',
          'The authority cannot have become aware after it notified.',
          'Check the date and time.',
          'BA1',
        )
      }
      return [happened('aware', at, answers.BA2)]
    },
  },
  sent: {
    says: 'Correct when it was notified',
    may: 'case.awareness',
    form: 'B-sent',
    when: (course) => isStatutory(course) && course.events.notified !== undefined && course.marks.sent !== 'proposed',
    does: (course, { answers }) => {
      const { at } = sendingIn(answers)
      const { aware, notified = '' } = course.events
      if (at === notified) return noChange('BN1')
      if (aware !== undefined && at < aware) {
        return refuse(
          'before-awareness',
          `It cannot have been notified before the authority became aware, on ${sayMoment(aware)}.`,
          'Check the date and time; or correct that moment first.',
          'BN1',
        )
      }
      // The submission would move back, and a statutory date takes two people (DOMAIN 6, rule 3). What brings it forward counts at once.
      return dateOf(at) > dateOf(notified)
        ? [
            { kind: 'reopened', data: { steps: ['confirm-sent'], reason: 'it is said to have been notified later' } },
            { kind: 'marked', data: { mark: 'sent', value: 'proposed' } },
          ]
        : resent(course)
    },
    tells: [icscOrAlternate, spa, supportTeam, notifierForArea],
  },
  'panel-moment': {
    says: 'Correct when it was submitted, or when the Panel answered',
    may: 'case.panel',
    form: 'I-when',
    when: ({ events }) => events.submitted !== undefined,
    does: ({ events }, { answers }) => {
      const event = String(answers.IW1)
      const at = londonInstant(String(answers.IW2))
      const was = events[event]
      if (was === undefined)
        return refuse('not-yet', 'That has not been recorded yet.', 'Choose the other one, or record it.', 'IW1')
      if (at === was) return noChange('IW2')
      const [first, then] = event === 'submitted' ? [at, events.answered] : [events.submitted, at]
      if ((events.notified ?? '') > at || (first !== undefined && then !== undefined && first > then)) {
        return refuse(
          'out-of-order',
          'It is notified first, then submitted, and then the Panel answers.',
          'Check the date and time.',
          'IW2',
        )
      }
      return [happened(event, at, answers.IW3)]
    },
    tells: [icscOrAlternate, spa, supportTeam],
  },
}

const sendingIn = ({ BN1, BN2 }: Answers) => ({ at: londonInstant(String(BN1)), reason: String(BN2) })

/** The true moment; and no planned date stays behind the submission, which has come nearer. */
export function resent(course: Course): readonly Unsigned[] {
  const { at, reason } = sendingIn(answersOf(course, 'B-sent'))
  return [happened('notified', at, reason), ...within(hadItBeen(course, at))]
}

const hadItBeen = (course: Course, notified: Instant): Course => ({ ...course, events: { ...course.events, notified } })

/** For whoever confirms it: what it moves. */
export function resentMoves(course: Course): readonly string[] {
  const { at, reason } = sendingIn(answersOf(course, 'B-sent'))
  const was = limitFor(course, 'submit')?.limit
  const now = limitFor(hadItBeen(course, at), 'submit')?.limit
  return [
    `Recorded: notified on ${sayMoment(course.events.notified ?? at)}. Now it is said to have been ${sayMoment(at)}: ${reason}.`,
    ...(was === undefined || now === undefined || was === now
      ? []
      : [
          `Submission to the Panel: ${sayDate(was)} becomes ${sayDate(now)}. Until this is confirmed the earlier day holds.`,
        ]),
    'This date is statutory, so a second person must confirm it.',
  ]
}

/** What the card says of each; whether the notification was late belongs to the two moments it is measured by. */
export function correctionRemarks(course: Course): readonly Remark[] {
  const late = wasLate(course)
  return course.corrected.flatMap(({ event, was, now }): Remark[] => {
    const says = SAYS[event]
    if (says === undefined) return []
    const isMeasured = event === 'aware' || event === 'notified'
    const text = says(sayMoment(now), sayMoment(was), late ? ' The notification was late.' : '')
    return [{ tone: late && isMeasured ? 'warn' : 'neutral', text }]
  })
}

const SAYS: Readonly<Record<string, (now: string, was: string, late: string) => string>> = {
  aware: (now, was, late) =>
    `The authority became aware on ${now}, not on ${was} as was believed.${late} The fifteen days do not move.`,
  notified: (now, was, late) =>
    `It was notified on ${now}, not on ${was} as was recorded.${late} The fifteen days run from there.`,
  submitted: (now, was) => `It was submitted on ${now}, not on ${was} as was recorded.`,
  answered: (now, was) => `The Panel answered on ${now}, not on ${was} as was recorded.`,
}

function wasLate(course: Course): boolean {
  const limit = limitFor(course, 'notify')
  const { notified } = course.events
  return limit !== undefined && notified !== undefined && notified > limit.limitAt
}

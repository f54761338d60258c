/** What a form begins with, where the case knows something already: nobody is asked twice for what they, or another, have said. */
import type { Answers } from '../../forms/form.ts'
import { dateOf, timeOf } from '../../kernel/time.ts'
import { personById } from '../../partnership/partnership.ts'
import { answersOf, type Course } from '../engine/course.ts'
import { leadArea } from '../who.ts'
import { closuresBegin } from './closures.ts'
import { datesBegin, workedOut } from './dates.ts'
import { planBegins, termsBegin } from './plan.ts'

export function prefills(form: string, course: Course): Answers {
  switch (form) {
    case 'B':
      return notificationBegins(course)
    case 'B-told':
      return tellingBegins(course)
    case 'C':
      return scopingBegins(course)
    case 'K':
      return termsBegin(course)
    case 'M-plan':
      return planBegins(course)
    default:
      return {}
  }
}

/** The authority records where it is for, and what has been said of when it knew and why. */
function notificationBegins(course: Course): Answers {
  const { aware } = course.events
  const area = leadArea(course)
  const { A11: suspected } = answersOf(course, 'A')
  return {
    ...(area === undefined ? {} : { B14: area }),
    ...(aware === undefined ? {} : { B1: `${dateOf(aware)}T${timeOf(aware)}` }),
    ...(suspected === undefined ? {} : { B3: suspected }),
  }
}

/** Whoever was told when the notification was recorded has been told: only the others are still to be added. */
function tellingBegins(course: Course): Answers {
  const said = answersOf(course, 'B')
  const telling = ['B9', 'B10', 'B11', 'B11a'] as const
  return Object.fromEntries(telling.flatMap((id) => (said[id] === undefined ? [] : [[id, said[id]]])))
}

/** Those who are usually asked in this area are ticked; the adviser adds and removes (form C2). */
function scopingBegins(course: Course): Answers {
  const usual = course.partnership.profile.areas[course.about.area ?? '']?.usuallyAsked ?? []
  return { C2: usual, ...closuresBegin(course, usual), ...datesBegin(course) }
}

/** What a form says of the case: the working dates, where they are to be kept or changed; who checked what is to be published. */
export function termsIn(form: string, course: Course): Readonly<Record<string, string>> {
  if (form === 'C') return { dates: workedOut(course) }
  return form === 'L' ? { checkers: checkers(course) } : {}
}

/** The two who checked, each on their own, that nobody can be identified. */
function checkers({ closings, partnership }: Course): string {
  const by = ['anonymity', 'anonymity-again'].map((step) => closings.get(step)?.by)
  return by.map((id) => (id && personById(partnership, id)?.name) || 'somebody').join(' and ')
}

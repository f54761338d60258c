/** Other cases that a case may touch: named by somebody, or near it in place and time. Only those that whoever asks may see are ever named. */
import { dayOf } from '../calendar/days.ts'
import { byLikeness } from '../kernel/nearest.ts'
import { isRefusal } from '../kernel/result.ts'
import { dateOf, type Instant } from '../kernel/time.ts'
import type { Matter } from '../matter.ts'
import type { Course } from '../procedures/engine/course.ts'
import { leadArea } from '../procedures/who.ts'
import type { Ctx } from './ctx.ts'

/** So many are offered to somebody whose reference fits none. */
const OFFERED = 3

/** The case that a code word or a number means; undefined when there is none that this person may see. */
export function caseCalled(ctx: Ctx, said: string): Matter | undefined {
  const wanted = said.toLowerCase()
  return ctx.tx.subjects
    .all('case')
    .filter(({ id, title }) => id === wanted || title.toLowerCase() === wanted)
    .flatMap(({ id }) => seen(ctx, id))[0]
}

/** What a reference to another case means from within a case; or why it fits none, with the nearest ones that would. */
export function refersFrom(
  ctx: Ctx,
  course: Course | undefined,
  said: string,
): { readonly fits: string } | { readonly unfit: string } {
  const here = course?.subject.title
  const found = caseCalled(ctx, said)?.subject.title
  if (found === undefined) return { unfit: `There is no such case. ${offers(ctx, here, said)}` }
  if (found === here) return { unfit: `That is this case itself. ${offers(ctx, here, said)}` }
  const isLinked = course?.marks.linked?.split(' ').includes(found)
  return isLinked ? { unfit: 'These two are linked already. Nothing more is needed' } : { fits: found }
}

function offers(ctx: Ctx, here: string | undefined, said: string): string {
  const titles = ctx.tx.subjects
    .all('case')
    .filter(({ id, title }) => title !== here && seen(ctx, id).length > 0)
    .map(({ title }) => title)
  const near = byLikeness(said, titles).slice(0, OFFERED)
  if (near.length === 0) return 'There is no other case yet'
  return near.length === 1 ? `The only other is ${near[0]}` : `The nearest are ${near.join(', ')}`
}

/** The open cases of the same area whose incident lies within so many days of this one's, in a sentence; undefined when there is none. */
export function nearCases(ctx: Ctx, course: Course): string | undefined {
  const { sameIncidentWithinDays } = course.partnership.profile.settings
  const near = ctx.tx.subjects
    .open('case')
    .filter(({ id }) => id !== course.subject.id)
    .flatMap(({ id }) => seen(ctx, id))
    .filter(({ state }) => {
      const other = state as Course
      return leadArea(other) === leadArea(course) && daysBetween(other, course) <= sameIncidentWithinDays
    })
    .map(({ subject }) => subject.title)
  return near.length === 0 ? undefined : `Open in the same area, about the same day: ${near.join(', ')}.`
}

function daysBetween(one: Course, other: Course): number {
  const [a, b] = [one, other].map(({ events }): Instant | undefined => events.incident ?? events.aware)
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY
  return Math.abs(
    dayOf(dateOf(a))
      .diff(dayOf(dateOf(b)))
      .as('days'),
  )
}

function seen(ctx: Ctx, id: string): readonly Matter[] {
  const matter = ctx.matter(id)
  if (isRefusal(matter)) return []
  return isRefusal(ctx.may(matter.kind.see, matter.kind.about(matter.state))) ? [] : [matter]
}

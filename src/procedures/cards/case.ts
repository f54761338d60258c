/** The face of a case: where it stands, every clock with its sum, who has answered, and what this viewer can do. No story, ever (PR-1). */
import type { Limit, Owed } from '../../chasing/owed.ts'
import {
  actions,
  type Block,
  type Button,
  type FactRow,
  facts,
  heading,
  type Message,
  notice,
  progress,
  quiet,
  text,
} from '../../chat/words.ts'
import { sayDate } from '../../kernel/time.ts'
import { type Course, inStep, limitFor } from '../engine/course.ts'
import { whoAndWhen } from './outcome.ts'
import { standingOf, sumOf } from './standing.ts'
import { taskButtons } from './task.ts'

/** Draws a case for a viewer, or, without one, the read-only mirror: the same facts and no buttons. `input.news` names a step that has just been done. */
export function caseFace(course: Course, viewer: string | undefined, input: Readonly<Record<string, string>>): Message {
  const { subject, procedure, stage } = course
  return {
    summary: `${subject.title}: ${stage.says.toLowerCase()}`,
    sensitivity: 'person',
    blocks: [
      heading(`${subject.title}: ${procedure.title} ${course.ref}`),
      ...newsOf(course, input.news),
      text(`${stage.says}.`),
      facts([
        ['Area', areaTitle(course), kindWords(course)],
        ...Object.entries(procedure.steps).flatMap(([name]) => clock(course, name)),
      ]),
      ...gathered(course),
      ...buttonsFor(course, viewer),
      quiet('Muster records what people have done; it notifies nobody outside the partnership.'),
    ],
  }
}

function newsOf(course: Course, step: string | undefined): Block[] {
  const done = step === undefined ? undefined : inStep(course, step).find((one) => one.closed)
  return done?.closed ? [notice('good', `Done: ${done.what}. ${whoAndWhen(course, done.closed)}`)] : []
}

function clock(course: Course, step: string): FactRow[] {
  const limit = limitFor(course, step)
  if (limit === undefined) return []
  const owed = inStep(course, step)
  const says = course.procedure.steps[step]?.says ?? step
  const closed = owed.length > 0 && owed.every((one) => one.status === 'done')
  if (closed)
    return [
      {
        label: says,
        value: `Done. ${lateness(owed, limit)}`,
        note: whoAndWhen(course, lastOf(owed).closed),
        tone: 'good',
      },
    ]
  const { word, tone } = standingOf(limit, course.at)
  return [{ label: says, value: `${sayDate(limit.limit)} (${word})`, note: sumOf(limit), tone }]
}

function lateness(owed: readonly Owed[], limit: Limit): string {
  const when = lastOf(owed).closed?.at
  return when !== undefined && when > limit.limitAt
    ? `Late: the limit was ${sayDate(limit.limit)}.`
    : `In time: the limit was ${sayDate(limit.limit)}.`
}

function lastOf(owed: readonly Owed[]): Owed {
  return owed.reduce((last, one) => ((one.closed?.at ?? '') > (last.closed?.at ?? '') ? one : last))
}

/** Where several owe the same: how many have answered, and whose answer is missing. */
function gathered(course: Course): Block[] {
  return Object.entries(course.procedure.steps).flatMap(([name, step]) => {
    const owed = inStep(course, name)
    if (owed.length < 2) return []
    const done = owed.filter((one) => one.status === 'done')
    const missing = owed.filter((one) => one.status !== 'done').map((one) => one.obligor.label)
    return [
      progress(step.says, done.length, owed.length),
      ...(missing.length > 0 ? [quiet(`Waiting for ${missing.join(', ')}.`)] : []),
    ]
  })
}

function buttonsFor(course: Course, viewer: string | undefined): Block[] {
  if (viewer === undefined) return []
  const mine = course.owed.filter((one) => one.status !== 'done' && one.obligor.people.includes(viewer))
  const buttons: Button[] = mine.flatMap((owed) => taskButtons(course, owed))
  const read: Button = {
    label: 'Read on the desk',
    verb: 'desk.link',
    subject: course.subject.id,
    input: { target: `matter/${course.subject.id}` },
  }
  return [actions([...buttons, read])]
}

function areaTitle({ partnership, about }: Course): string {
  return partnership.profile.areas[about.area ?? '']?.title ?? 'Not said'
}

function kindWords({ about }: Course): string {
  if (about.kind === 'statutory') return 'Statutory: notified by the local authority, submitted to the Panel'
  return about.kind === 'local' ? 'Local: nothing is sent to the Panel' : ''
}

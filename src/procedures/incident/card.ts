/** The face of an incident: what kind of thing it is, when the seventy-two hours end, who has been told. Never what was in it. */

import { standingOf, sumOf } from '../../chasing/standing.ts'
import {
  actions,
  type Block,
  type FactRow,
  facts,
  heading,
  type Message,
  notice,
  quiet,
  text,
} from '../../chat/words.ts'
import { sayMoment } from '../../kernel/time.ts'
import { personById } from '../../partnership/partnership.ts'
import { mayDo } from '../about.ts'
import { clocksOf } from '../cards/clocks.ts'
import { taskButtons } from '../cards/task.ts'
import { type Course, inStep } from '../engine/course.ts'
import { byRule } from '../engine/limits.ts'
import { KINDS, PLACES } from './forms.ts'

export function incidentFace(
  course: Course,
  viewer: string | undefined,
  input: Readonly<Record<string, string>>,
): Message {
  const { stage, subject } = course
  const { done, near, later } = clocksOf(course, () => true)
  const open = [...near, ...later]
  return {
    summary: `${subject.title}: ${stage.says.toLowerCase()}`,
    sensitivity: 'person',
    blocks: [
      heading(`Data incident ${subject.title}`),
      ...newsOf(course, input.news),
      text(`${stage.says}.`),
      facts([...whatItIs(course), ...hours(course)]),
      ...(open.length === 0 ? [] : [heading('To do'), facts(open)]),
      ...(done.length === 0 ? [] : [heading('Done last'), facts(done)]),
      ...(viewer === undefined ? [] : buttonsFor(course, viewer)),
      quiet('Never repeat here what should not have been seen. Muster reports to nobody outside; a person does.'),
    ],
  }
}

function newsOf(course: Course, step: string | undefined): Block[] {
  const done = step === undefined ? undefined : inStep(course, step).find((one) => one.closed)
  return done === undefined ? [] : [notice('good', `Done: ${done.what}.`)]
}

function whatItIs({ about, events, openedAt, openedBy, partnership }: Course): FactRow[] {
  const name = (id: string | undefined) => (id === undefined ? undefined : personById(partnership, id)?.name)
  const group = partnership.groups.find(({ id }) => id === about.group)?.title
  return [
    { label: 'What', value: KINDS[about.kind as keyof typeof KINDS] ?? 'Not said yet' },
    {
      label: 'Where',
      value: PLACES[about.place as keyof typeof PLACES] ?? 'Not said yet',
      ...(about.platform === undefined
        ? {}
        : {
            note: `${about.platform === 'teams' ? 'Teams' : 'Slack'}, ${group ? `the channel of ${group}` : 'a channel'}`,
          }),
    },
    {
      label: 'Noticed',
      value: sayMoment(events.found ?? openedAt),
      note: `Reported by ${name(openedBy) ?? 'Muster itself'}`,
    },
    ...(about.writer === undefined
      ? []
      : [{ label: 'Written by', value: name(about.writer) ?? 'Somebody Muster does not know' }]),
  ]
}

/** To the minute: the hours end at a time of day, whatever day it is (C-8). */
function hours(course: Course): FactRow[] {
  const limit = byRule(course, 'E-BREACH')
  if (limit === undefined || course.marks.ico === 'not') return []
  const sent = course.events.report
  const { word, tone } = standingOf(limit, sent ?? course.at)
  const value = sayMoment(limit.limitAt)
  const row =
    sent === undefined ? { value: `${value} (${word})`, tone } : { value: `${value}; reported ${sayMoment(sent)}` }
  return [{ label: 'The 72 hours end', ...row, note: sumOf(limit) }]
}

function buttonsFor(course: Course, viewer: string): Block[] {
  const buttons = course.owed
    .filter(({ status, key }) => status === 'open' && mayDo(course, viewer, key))
    .flatMap((owed) => taskButtons(course, owed))
  return buttons.length === 0 ? [] : [actions(buttons)]
}

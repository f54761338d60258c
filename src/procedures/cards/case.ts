/** The face of a case: where it stands, every clock with its sum, who has answered, and what this viewer can do. No story, ever (PR-1). */

import type { Owed } from '../../chasing/owed.ts'
import {
  actions,
  type Block,
  type Button,
  divider,
  type FactRow,
  facts,
  heading,
  list,
  type Message,
  notice,
  quiet,
  quietFacts,
  text,
} from '../../chat/words.ts'
import { aboutCase, mayDo, sightOf } from '../about.ts'
import { type Course, inStep } from '../engine/course.ts'
import { labelOf } from '../engine/decide.ts'
import { stepOf } from '../engine/keys.ts'
import type { Remark } from '../engine/procedure.ts'
import { areaTitle } from './area.ts'
import { clocksOf } from './clocks.ts'
import { moreButtons } from './more.ts'
import { whoAndWhen } from './outcome.ts'
import { ownAgencyNotice, panels } from './panel.ts'
import { publicFace } from './public.ts'
import { taskButtons, waitedFor } from './task.ts'
import { timelineOf } from './timeline.ts'

/**
 * Draws a case for a viewer, or, without one, the read-only mirror: the same facts and no buttons. `input.news` names a step that has just been done;
 * `input.view` asks for what more can be done, for the timeline, or for the desk, which has room for all of it.
 */
export function caseFace(course: Course, viewer: string | undefined, input: Readonly<Record<string, string>>): Message {
  const { subject, procedure, stage } = course
  const onDesk = input.view === 'desk'
  const title = heading(`${subject.title}: ${procedure.title}${subject.title === course.ref ? '' : ` ${course.ref}`}`)
  const message = (blocks: readonly Block[]): Message => ({
    summary: `${subject.title}: ${stage.says.charAt(0).toLowerCase()}${stage.says.slice(1)}`,
    sensitivity: 'person',
    blocks: [title, ...blocks],
  })
  if (input.view === 'public') return publicFace(course)
  const sight = viewer === undefined ? 'whole' : sightOf(course, viewer)
  if (sight === 'none') {
    const blocks = [
      title,
      ...newsOf(course, input, 'always'),
      text('What becomes of it is told to you by the support team.'),
    ]
    return { summary: `${subject.title}: news for you`, sensitivity: 'person', blocks }
  }
  if (input.view === 'timeline' && sight === 'whole')
    return message([timelineOf(course), ...buttons([backButton(course)])])
  if (input.view === 'more' && viewer !== undefined) {
    return message([
      text('What else can be done here:'),
      ...buttons([...moreButtons(course, viewer), backButton(course)]),
    ])
  }
  if (viewer !== undefined && sight === 'own') return message(ownPart(course, viewer, input))
  return message([
    ...newsOf(course, input),
    text(`${stage.says}.`),
    ...(viewer === undefined || stage.ends ? [] : [...askedOf(course, viewer), ...waitsOf(course, viewer)]),
    ...remarksOn(course, viewer),
    ...ownAgencyNotice(course, viewer),
    // What is asked of whoever reads comes with its buttons before the clocks: on a phone those are screens long.
    ...(viewer === undefined ? [] : buttons(ownButtons(course, viewer))),
    ...clockBlocks(course),
    ...(onDesk ? [heading('Timeline'), timelineOf(course, { whole: true }), divider] : []),
    ...(viewer === undefined ? [] : buttons(otherButtons(course, viewer, onDesk))),
    quiet('Muster records what people have done; it notifies nobody outside the partnership.'),
  ])
}

/** What an agency that was asked has before it: where the case stands, and what is its own. What others owe or have said is not theirs to see. */
function ownPart(course: Course, viewer: string, input: Readonly<Record<string, string>>): readonly Block[] {
  const { near, later, done } = clocksOf(course, ({ obligor }) => obligor.people.includes(viewer))
  return [
    ...newsOf(course, input),
    text(`${course.stage.says}.`),
    ...(course.stage.ends ? [] : [...askedOf(course, viewer), ...waitsOf(course, viewer)]),
    ...remarksOn(course, viewer, ({ forAgencies }) => forAgencies === true),
    ...buttons(ownButtons(course, viewer)),
    quietFacts(areaOf(course)),
    facts([...near, ...later]),
    ...(done.length === 0 ? [] : [heading('Done last'), quietFacts(done)]),
    ...buttons(otherButtons(course, viewer, input.view === 'desk', false)),
    quiet(
      'You see your own agency’s part. Muster records what people have done; it notifies nobody outside the partnership.',
    ),
  ]
}

/** A leader reads first whether anything is wanted of them: most of what runs is others' to do. */
function askedOf(course: Course, viewer: string): Block[] {
  const mine = course.owed.filter((one) => one.status === 'open' && !one.ahead && one.obligor.people.includes(viewer))
  const [first, ...more] = new Set(mine.map(({ what }) => what))
  if (first === undefined) return [text('Nothing is asked of you here now.')]
  return more.length === 0 ? [text(`Asked of you: ${first}`)] : [text('Asked of you:'), list([first, ...more])]
}

/** Whoever looks for a button that is not there yet reads what it waits for. */
function waitsOf(course: Course, viewer: string): Block[] {
  const waiting = doable(course, viewer).flatMap((owed) => waitedFor(course, owed))
  return [...new Set(waiting)].map(text)
}

function remarksOn(
  course: Course,
  viewer: string | undefined,
  theirs: (remark: Remark) => boolean = () => true,
): Block[] {
  const concerns = ({ onlyFor }: Remark) =>
    onlyFor === undefined || (viewer !== undefined && mayDo(course, viewer, onlyFor))
  const remarks = (course.procedure.remarks?.(course) ?? []).filter((remark) => theirs(remark) && concerns(remark))
  return remarks.map(({ tone, text: words }) => (tone === 'neutral' ? quiet(words) : notice(tone, words)))
}

const buttons = (all: readonly Button[]): Block[] => (all.length === 0 ? [] : [actions(all)])

/** How many other things may be done before a card no longer begins with what was new when it was sent. */
const NEWS_UNTIL = 3

function newsOf(course: Course, { news: step, said }: Readonly<Record<string, string>>, kept?: 'always'): Block[] {
  if (step !== undefined && said !== undefined) return saidLast(course, step, said)
  const done = step === undefined ? undefined : inStep(course, step).find((one) => one.closed)
  if (done?.closed === undefined) return []
  const { at } = done.closed
  const since = new Set(course.past.flatMap((one) => (one.at > at ? stepOf(one.owed) : [])))
  const isOld = kept === undefined && since.size >= NEWS_UNTIL
  return isOld ? [] : [notice('good', `Done: ${done.what}. ${whoAndWhen(course, done.closed)}`)]
}

/** An outcome that did not settle its step: a meeting without a quorum, a monthly check. */
function saidLast(course: Course, step: string, outcome: string): Block[] {
  const last = course.past.findLast((one) => stepOf(one.owed) === step && one.outcome === outcome)
  const rule = course.procedure.steps[step]
  if (last === undefined || rule === undefined) return []
  return [notice('neutral', `${rule.says}: ${labelOf(rule, outcome)}. ${whoAndWhen(course, last)}`)]
}

function clockBlocks(course: Course): Block[] {
  const { near, later, done } = clocksOf(course)
  const where = areaOf(course)
  return [
    ...(where.length === 0 ? [] : [quietFacts(where)]),
    ...(near.length === 0 ? [] : [facts(near)]),
    ...panels(course),
    ...(later.length === 0 ? [] : [heading('Later'), quietFacts(later)]),
    ...(done.length === 0 ? [] : [heading('Done last'), quietFacts(done)]),
  ]
}

const areaOf = (course: Course): readonly FactRow[] =>
  course.about.area === undefined ? [] : [{ label: 'Area', value: areaTitle(course), ...note(kindWords(course)) }]

const note = (words: string) => (words === '' ? {} : { note: words })

/** Whoever may press sees the button. */
function doable(course: Course, viewer: string): readonly Owed[] {
  const about = aboutCase(course)
  return course.owed.filter(
    (one) => one.status !== 'done' && one.does.length > 0 && mayDo(course, viewer, one.key, about),
  )
}

const isTheirs = (viewer: string) => (one: Owed) => one.obligor.people.includes(viewer)

const ownButtons = (course: Course, viewer: string): readonly Button[] =>
  doable(course, viewer)
    .filter(isTheirs(viewer))
    .flatMap((owed) => taskButtons(course, owed))

/** What they may do on another's behalf, which says for whom; and where more is to be seen and done. */
function otherButtons(course: Course, viewer: string, onDesk: boolean, whole = true): readonly Button[] {
  const { subject } = course
  const others = doable(course, viewer).filter((one) => !isTheirs(viewer)(one) && one.status === 'open')
  return [
    ...others.flatMap((owed) => taskButtons(course, owed, viewer)),
    ...(moreButtons(course, viewer).length === 0
      ? []
      : [{ label: 'More…', verb: 'matter.see', subject: subject.id, input: { view: 'more' } }]),
    ...(onDesk
      ? []
      : [
          ...(whole
            ? [{ label: 'Timeline', verb: 'matter.see', subject: subject.id, input: { view: 'timeline' } }]
            : []),
          {
            label: 'Read on the desk',
            verb: 'desk.link',
            subject: subject.id,
            input: { target: `matter/${subject.id}` },
          },
        ]),
  ]
}

const backButton = ({ subject }: Course): Button => ({
  label: 'Back',
  verb: 'matter.see',
  subject: subject.id,
  input: { view: 'face' },
})

function kindWords(course: Course): string {
  return course.procedure.kindSays?.(course) ?? ''
}

/** The face of a case: where it stands, every clock with its sum, who has answered, and what this viewer can do. No story, ever (PR-1). */
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
import { taskButtons } from './task.ts'
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
    ...(viewer === undefined || stage.ends ? [] : askedOf(course, viewer)),
    ...remarksOn(course, viewer),
    ...ownAgencyNotice(course, viewer),
    ...clockBlocks(course),
    ...(onDesk ? [heading('Timeline'), timelineOf(course, { whole: true }), divider] : []),
    ...(viewer === undefined ? [] : buttons(buttonsFor(course, viewer, onDesk))),
    quiet('Muster records what people have done; it notifies nobody outside the partnership.'),
  ])
}

/** What an agency that was asked has before it: where the case stands, and what is its own. What others owe or have said is not theirs to see. */
function ownPart(course: Course, viewer: string, input: Readonly<Record<string, string>>): readonly Block[] {
  const { now, done } = clocksOf(course, ({ obligor }) => obligor.people.includes(viewer))
  return [
    ...newsOf(course, input),
    text(`${course.stage.says}.`),
    ...(course.stage.ends ? [] : askedOf(course, viewer)),
    ...remarksOn(course, viewer, ({ forAgencies }) => forAgencies === true),
    facts([...areaOf(course), ...now]),
    ...(done.length === 0 ? [] : [heading('Done last'), facts(done)]),
    ...buttons(buttonsFor(course, viewer, input.view === 'desk', false)),
    quiet(
      'You see your own agency’s part. Muster records what people have done; it notifies nobody outside the partnership.',
    ),
  ]
}

/** A leader reads first whether anything is wanted of them: most of what runs is others' to do. */
function askedOf({ owed }: Course, viewer: string): Block[] {
  const mine = owed.filter((one) => one.status === 'open' && !one.ahead && one.obligor.people.includes(viewer))
  const [first, ...more] = new Set(mine.map(({ what }) => what))
  if (first === undefined) return [text('Nothing is asked of you here now.')]
  return more.length === 0 ? [text(`Asked of you: ${first}`)] : [text('Asked of you:'), list([first, ...more])]
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
  const { now, coming, done } = clocksOf(course)
  const where = areaOf(course)
  return [
    ...(where.length + now.length === 0 ? [] : [facts([...where, ...now])]),
    ...panels(course),
    // Every clock runs from the notification, so each says its sum, also where its step comes later.
    ...(coming.length === 0 ? [] : [heading('Later'), facts(coming)]),
    ...(done.length === 0 ? [] : [heading('Done last'), facts(done)]),
  ]
}

const areaOf = (course: Course): readonly FactRow[] =>
  course.about.area === undefined ? [] : [{ label: 'Area', value: areaTitle(course), ...note(kindWords(course)) }]

const note = (words: string) => (words === '' ? {} : { note: words })

/** Whoever may press sees the button: their own first, then what they may do on another's behalf, which says for whom. */
function buttonsFor(course: Course, viewer: string, onDesk: boolean, whole = true): readonly Button[] {
  const { subject } = course
  const about = aboutCase(course)
  const doable = course.owed.filter(
    (one) => one.status !== 'done' && one.does.length > 0 && mayDo(course, viewer, one.key, about),
  )
  const mine = doable.filter((one) => one.obligor.people.includes(viewer))
  const others = doable.filter((one) => !mine.includes(one) && one.status === 'open')
  const own = (key: string) => `matter/${subject.id}${key}`
  return [
    ...mine.flatMap((owed) => taskButtons(course, owed)),
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
          { label: 'Read on the desk', verb: 'desk.link', subject: subject.id, input: { target: own('') } },
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

/** What was agreed to be done, read from the one tracker: from each recommendation to its action, its evidence, and what it changed (19.30; D-28). */
import { type Action, isOverdue, nameIn, stageOf } from '../../actions/action.ts'
import { sayChanged, sayStage } from '../../actions/card.ts'
import { type Block, heading, quiet, table, text } from '../../chat/words.ts'
import { sayDate, sayMoment } from '../../kernel/time.ts'
import { agencyName, ruleEntry } from '../../partnership/partnership.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { type Section, short, signed, type Taken } from './taken.ts'

export function actions(taken: Taken): Section {
  const { actions: tracked, course } = taken
  if (tracked.length === 0) return { title: 'Actions', blocks: [quiet('No action has been agreed.')] }
  const checks = checksOf(course)
  return {
    title: 'Actions: from recommendation to impact',
    blocks: [
      text('Read from the action tracker, where each is kept, asked after, evidenced and accepted.'),
      table(
        'What was recommended, what is done, what shows it, and what it changed',
        ['Recommendation', 'Action', 'Evidence', ...checks.map((after) => `Impact after ${after}`)],
        tracked.map((action) => [
          recommended(action),
          agreed(action),
          evidence(action),
          ...checks.map((after) => impact(course, action, after)),
        ]),
      ),
      ...origins(taken),
      ...updates(tracked),
    ],
  }
}

/** How long after the plan or the publication each check of impact is, in the order of the procedure: "6 months", "12 months". */
function checksOf({ partnership, procedure }: Course): readonly string[] {
  const steps = Object.values(procedure.steps).filter(({ assesses }) => assesses !== undefined)
  return [...new Set(steps.flatMap(({ due }) => (due === undefined ? [] : (ruleEntry(partnership, due).count ?? []))))]
}

function recommended({ set }: Action): string {
  return [
    set.recommendation ?? 'Agreed in the course of the review',
    ...(set.impact === undefined ? [] : [`For children: ${set.impact}`]),
    ...(set.measure === undefined ? [] : [`We will know by: ${set.measure}`]),
  ].join('\n')
}

function agreed(action: Action): string {
  const { agency, at, owner, partnership, set, subject } = action
  const who = [
    nameIn(action, owner),
    agencyName(partnership, agency, at),
    ...(set.role === undefined ? [] : [set.role]),
  ]
  const stands = `${isOverdue(action) ? 'Overdue; ' : ''}${sayStage(stageOf(action))}`
  return [`${subject.title}: ${set.what}`, who.join(', '), `By ${sayDate(set.due)}. ${sentence(stands)}`].join('\n')
}

function evidence(action: Action): string {
  const { accepted, dropped, evidence: shown, returned } = action
  if (dropped !== undefined) return `Dropped: ${dropped.reason}\n${by(action, dropped)}`
  if (shown === undefined) return 'None yet'
  return [
    shown.reference,
    `Shown by ${by(action, shown)}`,
    accepted !== undefined
      ? `Accepted by ${by(action, accepted)}`
      : returned !== undefined
        ? `More was asked for: ${returned.reason}`
        : 'Not accepted yet',
  ].join('\n')
}

function impact(course: Course, action: Action, after: string): string {
  const found = action.assessed.findLast((one) => one.after === after)
  if (found !== undefined) return `${sayChanged(found.changed)}. ${found.how}\n${by(action, found)}`
  const { steps } = course.procedure
  const due = course.owed.find(
    ({ limit, status, step }) => status === 'open' && steps[step]?.assesses && limit?.rule.count === after,
  )?.limit
  return due === undefined ? 'Not checked' : `To be checked by ${sayDate(due.target ?? due.limit)}`
}

const by = (action: Action, stamp: { readonly by: string; readonly at: string }) =>
  `${nameIn(action, stamp.by)}, ${sayMoment(stamp.at)}`

/** Which version of which form set them: form M is where they come from, the tracker is where they live. */
function origins({ actions: tracked, course }: Taken): readonly Block[] {
  const forms = new Map(
    tracked.flatMap(({ set }) =>
      set.origin === undefined ? [] : [[`${set.origin.form}/${set.origin.version}`, set.origin]],
    ),
  )
  return [...forms.values()].flatMap(({ form, version }) => {
    const submitted = course.submitted.find((one) => one.form === form && one.version === version)
    if (submitted === undefined) return []
    const title = course.procedure.forms[form]?.title ?? form
    return [
      quiet(
        `Set by “${title}”, version ${version}, fingerprint ${short(submitted.hash)}: ${signed(course, submitted.by)}, ${sayMoment(submitted.at)}.`,
      ),
    ]
  })
}

function updates(tracked: readonly Action[]): readonly Block[] {
  const rows = tracked.flatMap((action) =>
    action.updates.map((one) => [
      action.subject.title,
      one.status === 'done' ? 'Done.' : sentence(sayStage(one.status)),
      nameIn(action, one.by),
      sayMoment(one.at),
    ]),
  )
  return rows.length === 0
    ? []
    : [heading('How they stood'), table('What their owners said', ['Action', 'Said', 'By', 'When'], rows)]
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

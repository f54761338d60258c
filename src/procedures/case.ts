/** A case: one course of a procedure, told to the rest of the house as a matter. Every procedure of the partnership is one of these. */
import type { Owed } from '../chasing/owed.ts'
import type { MatterKind, News } from '../matter.ts'
import { aboutCase } from './about.ts'
import { caseFace } from './cards/case.ts'
import { taskFace } from './cards/task.ts'
import { type Course, inStep } from './engine/course.ts'
import { close } from './engine/decide.ts'
import type { Opened } from './engine/facts.ts'
import { courseOf } from './engine/fold.ts'
import type { Who } from './engine/procedure.ts'
import { procedures } from './index.ts'

export const caseKind: MatterKind<Course> = {
  kind: 'case',
  see: 'case.see',
  state: (subject, facts, setting) => {
    const opened = facts[0]?.data as Opened | undefined
    const procedure = procedures[opened?.procedure ?? '']
    if (procedure === undefined)
      throw new Error(`${subject.id} follows no procedure that is known: ${opened?.procedure}`)
    return courseOf(procedure, subject, facts, setting)
  },
  owed: (course) => course.owed,
  ended: (course) => course.stage.ends === true,
  about: aboutCase,
  face: caseFace,
  task: taskFace,
  close,
  mayClose: (course, owed) => course.procedure.steps[owed.step]?.may ?? 'nothing',
  news: (before, after) => (before === undefined ? beginning(after) : closings(before, after)),
}

/**
 * Those whom the arrangements say must know that it began get its card, which then stays fresh. Whoever is to hear of a step that its beginning has
 * settled already hears of it there, and not twice.
 */
function beginning(course: Course): News[] {
  const entrance = course.procedure.entrances[course.entrance]
  const settledAlready = Object.keys(course.procedure.steps).filter((name) => isDone(course, name))
  const whos = [
    ...(entrance?.tells ?? []),
    ...settledAlready.flatMap((name) => course.procedure.steps[name]?.tells ?? []),
  ]
  return whos.length === 0 ? [] : [told(course, 'began', whos)]
}

/** A step that has just been settled is news for those its procedure names. */
function closings(before: Course, after: Course): News[] {
  return Object.entries(after.procedure.steps).flatMap(([name, { tells }]) => {
    if (tells === undefined || !isDone(after, name)) return []
    const [first] = inStep(after, name)
    const doneBefore = inStep(before, name).some((one) => isSame(one, first) && one.status === 'done')
    return doneBefore ? [] : [told(after, `${name}~${first?.round}`, tells, name)]
  })
}

function isDone(course: Course, step: string): boolean {
  const owed = inStep(course, step)
  return owed.length > 0 && owed.every((one) => one.status === 'done')
}

const isSame = (one: Owed, other: Owed | undefined) => one.key === other?.key && one.round === other.round

function told(course: Course, key: string, whos: readonly Who[], step?: string): News {
  const people = new Set(whos.flatMap((who) => who(course)).flatMap((obligor) => obligor.people))
  return {
    key: `told/${key}`,
    people: [...people],
    card: 'matter',
    ...(step === undefined ? {} : { input: { news: step } }),
    statutory: true,
  }
}

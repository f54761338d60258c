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
  news: (before, after) => [...beginning(before, after), ...closings(before, after)],
}

/** Those whom the arrangements say must know that it began get its card, which then stays fresh. */
function beginning(before: Course | undefined, after: Course): News[] {
  if (before !== undefined) return []
  const entrance = after.procedure.entrances[after.entrance]
  return entrance === undefined ? [] : [told(after, 'began', entrance.tells ?? [])]
}

/** A step that has just been settled is news for those its procedure names. */
function closings(before: Course | undefined, after: Course): News[] {
  return Object.entries(after.procedure.steps).flatMap(([name, step]) => {
    if (step.tells === undefined) return []
    const owed = inStep(after, name)
    const done = owed.length > 0 && owed.every((one) => one.status === 'done')
    const doneBefore =
      before !== undefined && inStep(before, name).some((one) => isSame(one, owed[0]) && one.status === 'done')
    return done && !doneBefore ? [told(after, `${name}~${owed[0]?.round}`, step.tells, name)] : []
  })
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

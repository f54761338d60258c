/** A case: one course of a procedure, told to the rest of the house as a matter. Every procedure of the partnership is one of these. */
import type { MatterKind } from '../matter.ts'
import { aboutCase } from './about.ts'
import { caseFace } from './cards/case.ts'
import { taskFace } from './cards/task.ts'
import type { Course } from './engine/course.ts'
import { close } from './engine/decide.ts'
import type { Opened } from './engine/facts.ts'
import { courseOf } from './engine/fold.ts'
import { procedures } from './index.ts'
import { newsOfCourse } from './news.ts'

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
  news: newsOfCourse,
}

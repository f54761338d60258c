/** What else may be done to a case by this viewer, without being owed: moves, and versions of what is done already. */
import type { Button } from '../../chat/words.ts'
import { aboutCase, mayDo } from '../about.ts'
import type { Course } from '../engine/course.ts'
import { moveKey, movesIn } from '../engine/decide.ts'

export function moreButtons(course: Course, viewer: string): readonly Button[] {
  const { subject } = course
  const about = aboutCase(course)
  const amending = course.owed.flatMap((owed): Button[] => {
    const closes = course.procedure.steps[owed.step]?.closes
    const open = owed.closed && closes?.by === 'form' && closes.amendable?.(course)
    if (!open || !mayDo(course, viewer, owed.key, about)) return []
    const input = { owed: owed.key, form: closes.form }
    return [
      { label: `Amend: ${closes.label ?? owed.what}`, verb: 'form.open', subject: subject.id, input, opens: 'form' },
    ]
  })
  const moving = movesIn(course).flatMap(([id, move]): Button[] => {
    if (!mayDo(course, viewer, moveKey(id), about)) return []
    if (move.form !== undefined) {
      const input = { owed: moveKey(id), form: move.form }
      return [{ label: move.says, verb: 'form.open', subject: subject.id, input, opens: 'form' }]
    }
    const confirm = move.confirm && { title: 'Are you sure?', text: move.confirm, yes: 'Yes', no: 'Not yet' }
    return [
      {
        label: move.says,
        verb: 'case.move',
        subject: subject.id,
        input: { move: id },
        ...(confirm ? { confirm } : {}),
      },
    ]
  })
  return [...amending, ...moving]
}

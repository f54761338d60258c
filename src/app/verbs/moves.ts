/** What may be done to a course on the way, without being owed: the handler. */
import { z } from 'zod'
import { isRefusal, refuse } from '../../kernel/result.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { moveKey } from '../../procedures/engine/decide.ts'
import type { Handler } from '../ctx.ts'
import { openForm } from './forms.ts'
import { makeMove } from './make-move.ts'
import { read } from './read.ts'

const wish = z.object({ move: z.string() })

/** A press on one of "More…": opens the form it asks for, or does it there and then. */
export const makeAMove: Handler = (ctx) => {
  const wanted = read(wish, ctx.intent.input)
  if (isRefusal(wanted)) return wanted
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const course = matter.state as Course
  const found = course.procedure.moves[wanted.move]
  if (found === undefined)
    return refuse(
      'no-such-move',
      'Muster does not know how to do that.',
      'Open the case again and choose from its buttons.',
    )
  if (found.form !== undefined) {
    return openForm({ ...ctx, intent: { ...ctx.intent, input: { owed: moveKey(wanted.move), form: found.form } } })
  }
  const standing = ctx.may(found.may, matter.kind.about(course))
  if (isRefusal(standing)) return standing
  return makeMove(ctx, course, wanted.move, standing, { answers: {}, slots: [], hash: '', by: ctx.person.id })
}

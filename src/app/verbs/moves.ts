/** What may be done to a course on the way, without being owed: the handler, and what it leaves. */
import { z } from 'zod'
import type { Reply } from '../../chat/intent.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/result.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import { caseFace } from '../../procedures/cards/case.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { move, moveKey, type Submission } from '../../procedures/engine/decide.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { openForm } from './forms.ts'
import { read } from './read.ts'
import { beginCourse } from './submit.ts'

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

/** Makes a move and shows the case as it is then; where the move begins another course, that is begun, linked to this one. */
export function makeMove(
  ctx: Ctx,
  course: Course,
  id: string,
  standing: Standing,
  given: Omit<Submission, 'owed' | 'form'>,
): Reply | Refusal {
  const facts = move(course, id, given)
  if (isRefusal(facts)) return facts
  ctx.record(course.subject.id, standing, facts)
  const begins = course.procedure.moves[id]?.begins
  const shown =
    begins === undefined
      ? course.subject.id
      : beginCourse(ctx, course.procedure, standing, {
          entrance: begins.entrance,
          events: { raised: ctx.at },
          about: begins.about(course),
        })
  const after = ctx.matter(shown)
  return isRefusal(after) ? after : { kind: 'done', message: caseFace(after.state as Course, ctx.person.id, {}) }
}

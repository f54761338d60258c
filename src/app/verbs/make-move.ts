/** What a move leaves behind it. */
import type { Reply } from '../../chat/intent.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import { caseFace } from '../../procedures/cards/case.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { move, type Submission } from '../../procedures/engine/decide.ts'
import { caseCalled } from '../cases-near.ts'
import type { Ctx } from '../ctx.ts'
import { beginCourse } from './begin-course.ts'

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
  const trouble = mirror(ctx, course, id, given.answers)
  if (trouble) return trouble
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

/** What the move leaves in the other case it names; whoever may not do it there either leaves nothing in this one. */
function mirror(ctx: Ctx, course: Course, id: string, answers: Answers): Refusal | undefined {
  const move = course.procedure.moves[id]
  const other = move?.mirrors && caseCalled(ctx, String(answers[move.mirrors.question]))
  if (move?.mirrors === undefined || other === undefined) return undefined
  const allowed = ctx.may(move.may, other.kind.about(other.state))
  if (isRefusal(allowed)) return allowed
  ctx.record(other.subject.id, allowed, move.mirrors.does(other.state as Course, course))
  return undefined
}

/** A form of people that has been finished is carried out, and nothing of it is kept but what it changed. */
import type { Reply } from '../../../chat/intent.ts'
import type { Message } from '../../../chat/words.ts'
import type { Answers } from '../../../forms/form.ts'
import { isRefusal, type Refusal } from '../../../kernel/result.ts'
import { type Entering, membership } from '../../../membership/paper.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Ctx } from '../../ctx.ts'
import { finished, type Intake, type Sheet } from '../../sheet.ts'
import { correct, join } from './join.ts'
import { leave } from './leave.ts'

/** Carries out a form of people, and shows whom it was about. */
export function submitPeople(ctx: Ctx, sheet: Sheet, { about = '', entrance }: Intake): Reply | Refusal {
  const standing = ctx.may(membership.entrances[entrance as Entering].may)
  if (isRefusal(standing)) return standing
  const { answers } = finished(ctx, sheet)
  const done = carry(ctx, standing, entrance as Entering, answers, about)
  if (isRefusal(done)) return done
  // Their details stand in the fact; of the form nothing is kept.
  ctx.tx.drafts.amend(sheet.draft.id, { status: 'submitted' })
  ctx.tx.drafts.forget(sheet.draft.id)
  ctx.tx.subjects.amend(sheet.draft.subject, { open: false })
  return { kind: 'done', message: done }
}

function carry(ctx: Ctx, standing: Standing, entrance: Entering, answers: Answers, about: string): Message | Refusal {
  switch (entrance) {
    case 'join':
      return join(ctx, standing, answers)
    case 'correct':
      return correct(ctx, standing, answers, about)
    case 'leave':
      return leave(ctx, standing, answers, about)
    default:
      return entrance satisfies never
  }
}

/** Somebody leaves, or is taken over from. */
import type { Message } from '../../../chat/words.ts'
import { asText } from '../../../forms/answer.ts'
import type { Answers } from '../../../forms/form.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/result.ts'
import { passable } from '../../../membership/paper.ts'
import { type Standing, whoMay } from '../../../partnership/authority/may.ts'
import type { Ctx } from '../../ctx.ts'
import { shown } from './face.ts'
import { offerActions } from './hand-over.ts'
import { record, takenOver } from './record.ts'

/** Closes every way in, and passes on what was owed; of somebody who has left already, only that. */
export function leave(ctx: Ctx, standing: Standing, answers: Answers, about: string): Message | Refusal {
  const { partnership, at } = ctx
  const successor = asText(answers.PL1) === 'yes' ? asText(answers.PL2) : ''
  const follows = successor === '' ? {} : { successor }
  const name = partnership.people.get(about)?.name ?? about
  const isGone = partnership.people.get(about)?.left !== undefined
  if (isGone && successor === '')
    return refuse('left-already', `${name} has left already.`, 'Nothing more is needed until somebody takes over.')
  const trouble = isGone ? undefined : lastHand(ctx, about)
  if (trouble) return trouble
  const wanted =
    successor !== '' && answers.PL3 === 'yes'
      ? passable(partnership, about, at).map((seat) => takenOver(seat, successor, at))
      : []
  const done = record(ctx, standing, wanted, [
    isGone
      ? { kind: 'person-succeeded', person: about, successor }
      : { kind: 'person-left', person: about, ...follows },
  ])
  if (isRefusal(done)) return done
  if (successor !== '') offerActions(ctx, standing, about, successor)
  const said = isGone ? `What ${name} owed passes on.` : `${name} has left: nothing leads them in any more.`
  return shown(ctx, done, about, said)
}

/** Somebody must be left who can add people. */
function lastHand(ctx: Ctx, leaver: string): Refusal | undefined {
  const others = whoMay(ctx.partnership, 'person.join', {}, ctx.at).some(({ person }) => person.id !== leaver)
  return others
    ? undefined
    : refuse('last-hand', 'Nobody would be left who can add people.', 'Add somebody to the support team first.')
}

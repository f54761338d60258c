/** Who joins the partnership, and who leaves it. */
import { z } from 'zod'
import { heading, list, say } from '../../../chat/words.ts'
import { isRefusal, refuse } from '../../../kernel/result.ts'
import { roleTitle, seatsOf } from '../../../partnership/partnership.ts'
import type { Handler } from '../../ctx.ts'
import { carryOut } from '../changes.ts'
import { personCalled } from '../people.ts'
import { read } from '../read.ts'

const joining = z.object({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .transform((id) => id.toLowerCase()),
  agency: z.string(),
  email: z.email(),
  name: z.string().trim().min(3).max(80),
})

/** Somebody new: known from then on; what they may do follows from the seats they are given. */
export const joinPerson: Handler = (ctx) => {
  const wish = read(joining, ctx.intent.input)
  if (isRefusal(wish))
    return refuse(
      'person-unclear',
      'Somebody new has a short name, an agency, an address and a name.',
      'Add them to the people file beside the profile, then say "muster reload".',
    )
  const standing = ctx.may('seat.end')
  if (isRefusal(standing)) return standing
  if (ctx.partnership.people.has(wish.id))
    return refuse('person-exists', `"${wish.id}" is taken.`, 'Choose another short name.')
  if (ctx.partnership.profile.agencies[wish.agency] === undefined)
    return refuse(
      'no-agency',
      `There is no agency called "${wish.agency}".`,
      'Write its short name as it stands in the profile.',
    )
  const change = { kind: 'person-joined' as const, person: { ...wish, reach: ['email' as const] } }
  return (
    carryOut(ctx, standing, [change]) ?? {
      kind: 'message',
      message: say(
        `${wish.name} is known from now on. Give them a seat with "muster seat give", and a link code if they use Slack or Teams.`,
      ),
    }
  )
}

/** Somebody leaves: every seat, link and door of theirs is closed at once. */
export const leavePerson: Handler = (ctx) => {
  const person = personCalled(ctx, String(ctx.intent.input.person ?? ''))
  if (isRefusal(person)) return person
  const standing = ctx.may('seat.end')
  if (isRefusal(standing)) return standing
  if (person.id === ctx.person.id)
    return refuse('not-oneself', 'Nobody signs themselves off.', 'Ask a colleague of the support team.')
  const held = seatsOf(ctx.partnership, person.id, ctx.at).map(({ role }) => roleTitle(ctx.partnership, role))
  const left = say(
    `${person.name} has left: nothing leads them in any more.`,
    ...(held.length === 0 ? [] : [heading('Seats that are vacant now'), list([...new Set(held)])]),
  )
  return carryOut(ctx, standing, [{ kind: 'person-left', person: person.id }]) ?? { kind: 'message', message: left }
}

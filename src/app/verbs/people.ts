/** Who is meant when somebody types a name: an id, an e-mail address, a whole name, or a part of one that only one person has. */
import { type Result, refuse } from '../../kernel/result.ts'
import type { Person } from '../../partnership/partnership.ts'
import type { Ctx } from '../ctx.ts'

export function personCalled({ partnership, at }: Pick<Ctx, 'partnership' | 'at'>, named: string): Result<Person> {
  const wanted = named.trim().replace(/^@/, '').toLowerCase()
  const here = [...partnership.people.values()].filter(({ left }) => left === undefined || at < left)
  const exactly = here.find(({ id, email, name }) => [id, email, name].some((one) => one?.toLowerCase() === wanted))
  const partly = here.filter(({ name }) => name.toLowerCase().split(/\s+/).includes(wanted))
  const found = exactly ?? (partly.length === 1 ? partly[0] : undefined)
  if (found !== undefined) return found
  if (partly.length > 1) {
    return refuse(
      'which-person',
      `Several people are called ${named}.`,
      `Say which: ${partly.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
    )
  }
  return refuse(
    'no-such-person',
    `Nobody in the partnership is called "${named}".`,
    'Write their e-mail address, or their name as it stands in the profile.',
  )
}

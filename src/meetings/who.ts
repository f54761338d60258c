/** Who owes what a meeting asks for: the support team, or whoever chairs. */
import type { Obligor } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import { chairOf, holders, roleTitle } from '../partnership/partnership.ts'
import type { Meeting } from './meeting.ts'

export function support({ partnership, at }: Meeting): Obligor {
  return { label: 'the support team', people: holders(partnership, 'support', at).map(({ id }) => id) }
}

/** What Muster does by itself nobody owes. */
export const muster = (): Obligor => ({ label: 'Muster', people: [] })

/** Whoever chairs, or the vice-chair when the chair has sent apologies; where the rule names nobody, the support team, who must find a chair. */
export function chair(meeting: Meeting): Obligor {
  const away = [...meeting.replies.values()].filter(({ answer }) => answer !== 'attending').map(({ person }) => person)
  const found = chairOf(meeting.partnership, meeting.group.id, meeting.startsAt, { away })
  if (isRefusal(found)) return support(meeting)
  const label = found.as === 'chair' ? roleTitle(meeting.partnership, meeting.group.chair) : `the ${found.as}`
  return { label, people: [found.person.id] }
}

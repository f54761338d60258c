/** What somebody owed in their own name when they left: it passes to whoever takes over, and to the support team while nobody does. */
import type { Instant } from '../kernel/time.ts'
import { heirOf, holders, type Partnership, personById } from '../partnership/partnership.ts'
import type { Owed } from './owed.ts'

/** The same thing, owed by those who are still here. What a seat owes needs nothing of this: it follows the seat. */
export function passedOn(owed: Owed, p: Partnership, at: Instant): Owed {
  const { obligor } = owed
  const gone = obligor.people.filter((id) => hasLeft(p, id, at))
  if (gone.length === 0) return owed
  const heirs = obligor.people.flatMap((id) => heirOf(p, id, at)?.id ?? [])
  const people = heirs.length > 0 ? [...new Set(heirs)] : holders(p, 'support', at).map(({ id }) => id)
  const now = heirs.length > 0 ? people.map((id) => personById(p, id)?.name ?? id).join(', ') : 'the support team'
  return { ...owed, obligor: { ...obligor, people, label: `${now}, for ${obligor.label}` } }
}

function hasLeft(p: Partnership, id: string, at: Instant): boolean {
  const left = personById(p, id)?.left
  return left !== undefined && left <= at
}

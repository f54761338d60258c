/** Whom a rung of the ladder means: the words of the profile, resolved to people on the day. */
import type { Owed } from '../chasing/owed.ts'
import type { Instant } from '../kernel/time.ts'
import { holders, leadsOf, type Partnership } from '../partnership/partnership.ts'

/** The people a call is made to, without doubles. */
export function calledBy(to: readonly string[], owed: Owed, partnership: Partnership, at: Instant): readonly string[] {
  return [...new Set(to.flatMap((who) => one(who, owed, partnership, at)))]
}

function one(who: string, owed: Owed, partnership: Partnership, at: Instant): readonly string[] {
  const held = (role: string, where = {}) => holders(partnership, role, at, where).map((person) => person.id)
  switch (who) {
    case 'owner':
      return owed.obligor.people
    case 'backup':
      return held('support')
    // What nobody has done in a week is the adviser's to put before the chair.
    case 'chair-agenda':
      return held('spa')
    case 'agency-lead': {
      const { agency } = owed.obligor
      const leads = agency === undefined ? [] : leadsOf(partnership, agency, at)
      return leads.length > 0 ? leads.map(({ id }) => id) : held('spa')
    }
    default:
      return held(who)
  }
}

/**
 * Whether a call that goes out on its own reaches this person as a card. Whoever owes it has one. What others owe is one line in a morning's digest, since a
 * meeting without answers would else ring once for each of its members; only the law's clocks call everybody.
 */
export function concerns({ statutory, obligor }: Owed, person: string): boolean {
  return statutory || obligor.people.includes(person)
}

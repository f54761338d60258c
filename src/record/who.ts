import { type Partnership, personById, roleTitle } from '../partnership/partnership.ts'

/** Who acted, in which capacity and for whom, as the journal has it: "Bo Standinsky, Strategic Leadership Team member for Kit Fixtureton". */
export function whoActed(partnership: Partnership, by: string, as?: string): string {
  const name = personById(partnership, by)?.name ?? (by === 'muster' ? 'Muster' : 'Somebody not yet known')
  if (as === undefined) return name
  const [role = '', principal] = as.split(' for ')
  const title = role in partnership.profile.roles ? roleTitle(partnership, role) : role
  const whom = principal === undefined ? '' : ` for ${personById(partnership, principal)?.name ?? principal}`
  return `${name}, ${title}${whom}`
}

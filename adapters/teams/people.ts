/** Who somebody in Teams is, as far as Teams can vouch for it. */
import type { Member, TeamsHost } from './host.ts'
import type { Heard } from './parse/hear.ts'

export interface Introduction {
  /** Only an address that a trusted tenant stands for: whoever holds it is that person (FEATURES theme 6). */
  readonly email?: string
  readonly name?: string
}

/** Asks the roster. `trusts`: whether a tenant's administrators may say what somebody's address is. */
export async function lookUp(
  host: TeamsHost,
  { origin, account, who }: Heard,
  trusts: (tenant: string) => boolean,
): Promise<Introduction> {
  const member = await host.member(origin.reach, account, origin.team)
  const email = trusts(who.tenant) ? addressOf(member) : undefined
  return { ...(email ? { email } : {}), ...(member.name ? { name: member.name } : {}) }
}

/** A guest's principal name (`anna_police.example#EXT#@…`) is no address. */
function addressOf({ email, userPrincipalName = '' }: Member): string | undefined {
  return email || (/^[^@#\s]+@[^@#\s]+$/.test(userPrincipalName) ? userPrincipalName : undefined)
}

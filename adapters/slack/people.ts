/** Who somebody in Slack is, as far as Slack can vouch for it. */
import type { Client } from './send/perform.ts'

export interface Introduction {
  /** Only an address that Slack has confirmed: whoever holds it is that person (FEATURES theme 6). */
  readonly email?: string
  readonly name?: string
}

export async function lookUp(client: Client, user: string): Promise<Introduction> {
  const { user: found } = await client.users.info({ user })
  if (!found || found.deleted || found.is_bot) return {}
  const { email } = found.profile ?? {}
  const name = found.profile?.real_name ?? found.real_name
  return {
    ...(email && found.is_email_confirmed !== false ? { email } : {}),
    ...(name ? { name } : {}),
  }
}

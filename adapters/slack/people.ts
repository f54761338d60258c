/** Who somebody in Slack is, as far as Slack can vouch for it. */
import type { Door } from '../../src/chat/intent.ts'
import { failureOf } from './send/failure.ts'
import type { Client } from './send/perform.ts'

export interface Introduction {
  /** Only an address that Slack has confirmed: whoever holds it is that person (FEATURES theme 6). */
  readonly email?: string
  readonly name?: string
}

/** Whose word is taken: only the workspace's own. In a shared channel anybody could bring an account with any address from a workspace of theirs. */
export async function lookUp(client: Client, user: string): Promise<Introduction> {
  const [{ user: found }, { team_id: home }] = await Promise.all([client.users.info({ user }), client.auth.test()])
  if (!found || found.deleted || found.is_bot) return {}
  const { email } = found.profile ?? {}
  const name = found.profile?.real_name ?? found.real_name
  const vouchedFor = found.is_email_confirmed !== false && !found.is_stranger && found.team_id === home
  return { ...(email && vouchedFor ? { email } : {}), ...(name ? { name } : {}) }
}

/** The account of whoever holds this address in the workspace; undefined when nobody does. Throws when Slack cannot say. */
export async function findByEmail(client: Client, email: string): Promise<Door | undefined> {
  try {
    const { user } = await client.users.lookupByEmail({ email })
    return user?.id && user.team_id && !user.deleted
      ? { platform: 'slack', tenant: user.team_id, user: user.id }
      : undefined
  } catch (error) {
    if (failureOf(error).code === 'users_not_found') return undefined
    throw error
  }
}

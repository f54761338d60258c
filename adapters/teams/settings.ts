/** What the environment says about Teams. */
import { z } from 'zod'
import type { HostSettings } from './host.ts'

const environment = z.object({
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMsi']).default('SingleTenant'),
  /** Other tenants whose administrators vouch for their people's e-mail addresses, separated by commas. */
  TEAMS_TRUSTED_TENANTS: z.string().default(''),
  TEAMS_EMULATOR: z.string().default(''),
})

export interface TeamsSettings extends HostSettings {
  /** Tenants whose e-mail addresses say who somebody is; anybody can write any address into a tenant of their own. */
  readonly trustedTenants: readonly string[]
}

/** Undefined when this house has no Teams. Throws when what it has contradicts itself. */
export function teamsSettings(env: Readonly<Record<string, string | undefined>>): TeamsSettings | undefined {
  const { MICROSOFT_APP_ID, MICROSOFT_APP_TYPE, TEAMS_EMULATOR, ...rest } = environment.parse(env)
  const emulated = TEAMS_EMULATOR === '1'
  if (emulated && MICROSOFT_APP_ID)
    throw new Error('TEAMS_EMULATOR=1 trusts whoever calls: it cannot go with a real MICROSOFT_APP_ID')
  const trustedTenants = [rest.MICROSOFT_APP_TENANT_ID ?? '', ...rest.TEAMS_TRUSTED_TENANTS.split(',')]
    .map((tenant) => tenant.trim())
    .filter(Boolean)
  if (emulated) return { configuration: {}, emulated, trustedTenants }
  if (!MICROSOFT_APP_ID) return undefined
  const configuration = {
    MicrosoftAppId: MICROSOFT_APP_ID,
    MicrosoftAppType: MICROSOFT_APP_TYPE,
    MicrosoftAppPassword: rest.MICROSOFT_APP_PASSWORD ?? '',
    MicrosoftAppTenantId: rest.MICROSOFT_APP_TENANT_ID ?? '',
  }
  return { configuration, trustedTenants }
}

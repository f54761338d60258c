import { describe } from 'vitest'
import { ANNA, createHouse, HOST_TENANT, populate } from '../teams/house.ts'
import { type Platform, takesMessagesAway } from './contract.ts'

describe('Teams', () => takesMessagesAway(inTeams))

async function inTeams(): Promise<Platform> {
  const { close, messenger, world } = await createHouse()
  populate(world)
  const since = '2026-01-01T00:00:00.000Z'
  const seen = () => world.seenBy(ANNA)
  return {
    messenger,
    person: {
      kind: 'person',
      name: 'Anna Bell',
      door: {
        ...{ platform: 'teams', tenant: HOST_TENANT, user: 'oid-anna', person: 'anna', how: 'email' },
        ...{ since, lastUsed: since },
      },
    },
    reads: () =>
      seen()
        .map(({ words }) => words)
        .join('\n'),
    deletesByHand: () => {
      for (const { message } of seen()) message.deleted = true
    },
    forbidsDeleting: () => world.next('delete', { status: 403, code: 'DeleteActivityAPINotImplemented' }, 100),
    shutsTheBotOut: async () => void (await world.as(ANNA).uninstall()),
    isBusy: () => world.next('delete', { status: 429, retryAfter: 1 }, 4),
    close,
  }
}

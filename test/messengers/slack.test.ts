import { describe } from 'vitest'
import { stage } from '../slack/stage.ts'
import { type Platform, takesMessagesAway } from './contract.ts'

describe('Slack', () => takesMessagesAway(inSlack))

async function inSlack(): Promise<Platform> {
  const { app, slack } = await stage()
  const since = '2026-01-01T00:00:00.000Z'
  const standing = () => slack.messages(slack.channels.dm('USPA').id).filter(({ deleted }) => !deleted)
  return {
    messenger: app.messenger,
    person: {
      kind: 'person',
      name: 'Priya Sampleton',
      door: { platform: 'slack', tenant: 'T1', user: 'USPA', person: 'spa', how: 'email', since, lastUsed: since },
    },
    reads: () => JSON.stringify(standing().map(({ blocks }) => blocks)),
    deletesByHand: () => slack.moderate(standing().at(-1)?.ts ?? ''),
    forbidsDeleting: () => slack.exportForCompliance(),
    shutsTheBotOut: async () => {
      slack.faults.next('chat.delete', { error: 'cant_delete_message' })
      slack.faults.next('chat.update', { error: 'cant_update_message' })
    },
    isBusy: () => slack.faults.next('chat.delete', { status: 429, retryAfter: 1 }),
  }
}

/** A tiny bot on the real CloudAdapter, to prove the fake with: it does what its test tells it to. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import express from 'express'
import { createTeamsWorld, type TeamsWorld } from '../../../adapters/rehearsal/teams/world.ts'

export const APP_ID = '11111111-2222-3333-4444-555555555555'
export const HOST_TENANT = { id: 'aaaaaaaa-0000-0000-0000-000000000001', name: 'Chesterfield' }

export interface Stage {
  readonly world: TeamsWorld
  readonly adapter: CloudAdapter
  /** Every activity the bot heard, oldest first. */
  readonly heard: Activity[]
  /** What the bot does with the next activities. */
  behave(logic: (turn: TurnContext) => Promise<void>): void
  close(): Promise<void>
}

/** A world with a bot in it that hears and stays silent. */
export async function createStage(): Promise<Stage> {
  const world = createTeamsWorld({
    clock: () => '2026-12-17T16:40:00.000Z',
    wallClock: Date.now,
    appId: APP_ID,
    tenant: HOST_TENANT,
  })
  await world.listen()
  const { configuration, credentials } = world.settingsForBot()
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, credentials))
  const heard: Activity[] = []
  let logic: (turn: TurnContext) => Promise<void> = async () => {}

  const app = express().use(express.json({ limit: '1mb' }))
  app.post('/api/messages', (request, response) =>
    adapter.process(request, response, async (turn) => {
      heard.push(turn.activity)
      await logic(turn)
    }),
  )
  const server = await new Promise<Server>((resolve) => {
    const opening = app.listen(0, '127.0.0.1', () => resolve(opening))
  })
  world.connectBot(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`)

  return {
    world,
    adapter,
    heard,
    behave: (next) => {
      logic = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await world.close()
    },
  }
}

export const ANNA = '29:anna'
export const BRAM = '29:bram'
export const GUEST = '29:guest'
export const TEAM = '19:partnership@thread.tacv2'
export const REVIEWS = '19:reviews@thread.tacv2'
export const CHAT = '19:chairs@thread.v2'

/** Anna has the bot, Bram has not, the guest comes from another tenant; the team and the chat have it. */
export function populate({ people, teams, groupChats }: TeamsWorld): void {
  people.add({
    id: ANNA,
    aadObjectId: 'oid-anna',
    name: 'Anna Bell',
    email: 'anna@chesterfield.example',
    installed: true,
  })
  people.add({ id: BRAM, aadObjectId: 'oid-bram', name: 'Bram Cole', email: 'bram@chesterfield.example' })
  people.add({
    id: GUEST,
    aadObjectId: 'oid-guest',
    name: 'Gita Dunn',
    email: 'gita@police.example',
    tenantId: 'bbbbbbbb-0000-0000-0000-000000000002',
    installed: true,
  })
  teams.add({
    id: TEAM,
    name: 'Partnership',
    channels: [{ id: REVIEWS, name: 'Reviews' }],
    members: [ANNA, BRAM, GUEST],
    installed: true,
  })
  groupChats.add({ id: CHAT, name: 'Chairs', members: [ANNA, BRAM], installed: true })
}

/** A message with a card, as a bot would send it. */
export function cardMessage(card: Record<string, unknown>, summary = 'A card'): Partial<Activity> {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: adaptiveCard(card) }],
  }
}

export function adaptiveCard(parts: Record<string, unknown>): Record<string, unknown> {
  return { type: 'AdaptiveCard', version: '1.5', ...parts }
}

/** The answer to an Action.Execute or a refresh: another card. */
export function cardAnswer(card: Record<string, unknown>) {
  return answer({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: adaptiveCard(card) })
}

/** The answer to any invoke. */
export function answer(body: unknown, status = 200): Partial<Activity> {
  return { type: 'invokeResponse', value: { status, body } }
}

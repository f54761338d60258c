/** A house with Teams at its door: the adapter over the wire against the fake of Microsoft's servers, and a core small enough to read. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createTeamsWorld, type TeamsWorld } from '../../adapters/rehearsal/teams/world.ts'
import { type TeamsApp, teamsApp } from '../../adapters/teams/app.ts'
import { createTeamsHost, type TeamsHost } from '../../adapters/teams/host.ts'
import type { Introduction } from '../../adapters/teams/people.ts'
import type { Door, Handle, Intent } from '../../src/chat/intent.ts'
import type { Log, Posted } from '../../src/ports.ts'

export const HOST_TENANT = 'aaaaaaaa-0000-0000-0000-000000000001'
export const OTHER_TENANT = 'bbbbbbbb-0000-0000-0000-000000000002'
const APP_ID = '11111111-2222-3333-4444-555555555555'

export interface House extends TeamsApp {
  readonly world: TeamsWorld
  readonly host: TeamsHost
  /** POST /api/messages. */
  readonly url: string
  /** Everything the core was asked, oldest first. */
  readonly asked: Intent[]
  /** What the log was told. */
  readonly logged: Record<string, unknown>[]
  readonly introduced: { door: Door; who: Introduction }[]
  /** The answers that stay in a conversation. */
  readonly answered: { door: Door; posted: Posted }[]
  readonly reaches: Map<string, string>
  /** What the core does from now on. */
  behave(core: Handle): void
  close(): Promise<void>
}

export async function createHouse(): Promise<House> {
  const world = createTeamsWorld({
    clock: () => '2026-12-17T16:40:00.000Z',
    wallClock: Date.now,
    appId: APP_ID,
    tenant: { id: HOST_TENANT, name: 'Chesterfield' },
  })
  const serviceUrl = await world.listen()
  const host = createTeamsHost({ ...world.settingsForBot(), serviceUrl })
  const asked: Intent[] = []
  const logged: Record<string, unknown>[] = []
  const introduced: House['introduced'] = []
  const answered: House['answered'] = []
  const reaches = new Map<string, string>()
  let core: Handle = () => ({ kind: 'nothing' })
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, words: string) => {
    logged.push({ level, words, ...fields })
  }
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') }
  const app = teamsApp({
    host,
    log,
    trustedTenants: [HOST_TENANT],
    handle: (intent) => {
      asked.push(intent)
      return core(intent)
    },
    knows: ({ user }) => introduced.some(({ door, who }) => door.user === user && who.email !== undefined),
    introduce: (door, who) => introduced.push({ door, who }),
    remember: (door, reach) => reaches.set(door.user, reach),
    answered: (door, posted) => answered.push({ door, posted }),
  })
  const { url, close } = await listen(app)
  world.connectBot(url)
  return {
    ...app,
    world,
    host,
    url,
    asked,
    logged,
    introduced,
    answered,
    reaches,
    behave: (next) => {
      core = next
    },
    async close() {
      await close()
      await world.close()
    },
  }
}

/** Puts the adapter's router on a free port; gives the address of its POST /api/messages. */
export async function listen({ router }: Pick<TeamsApp, 'router'>): Promise<{ url: string; close(): Promise<void> }> {
  const server = await new Promise<Server>((resolve) => {
    const opening = express()
      .use(router)
      .listen(0, '127.0.0.1', () => resolve(opening))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const ANNA = '29:anna'
export const BRAM = '29:bram'
export const GITA = '29:gita'
export const TEAM = '19:partnership@thread.tacv2'
export const REVIEWS = '19:reviews@thread.tacv2'
export const CHAIRS = '19:chairs@thread.v2'

/** Anna has Muster, Bram has not, Gita comes from another tenant; the team and the chat have it. */
export function populate({ people, teams, groupChats }: TeamsWorld): void {
  const person = (id: string, name: string, email: string) => ({ id, aadObjectId: `oid-${id.slice(3)}`, name, email })
  people.add({ ...person(ANNA, 'Anna Bell', 'anna@chesterfield.example'), installed: true })
  people.add(person(BRAM, 'Bram Cole', 'bram@chesterfield.example'))
  people.add({ ...person(GITA, 'Gita Dunn', 'gita@police.example'), tenantId: OTHER_TENANT, installed: true })
  const channels = [{ id: REVIEWS, name: 'Reviews' }]
  teams.add({ id: TEAM, name: 'Partnership', channels, members: [ANNA, BRAM, GITA], installed: true })
  groupChats.add({ id: CHAIRS, name: 'Chairs', members: [ANNA, BRAM], installed: true })
}

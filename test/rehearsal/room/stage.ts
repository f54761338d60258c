/** A partnership of four in the room, with a tiny bot under it on the real Bolt and the real CloudAdapter: enough to see cards, modals and dialogs. */
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import express from 'express'
import { createMovableClock, createRehearsal, type Rehearsal } from '../../../adapters/rehearsal/index.ts'
import { onTurn, wireSlack } from './bot.ts'

export const BEGINS = '2026-12-17T16:40:00.000Z'

export interface RoomStage {
  readonly rehearsal: Rehearsal
  /** Where the room answers. */
  readonly origin: string
  /** What the bot was told, oldest first: `slack press agree`, `teams submit {…}`. */
  readonly heard: string[]
  /** Does something as a person, as the page does. */
  act(deed: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }>
  /** What a person sees, as HTML. */
  see(person: string, more?: Record<string, string>): Promise<string>
  close(): Promise<void>
}

export const PEOPLE = [
  {
    id: 'spa',
    name: 'Priya Sampleton',
    email: 'priya.sampleton@chscp.example',
    agency: 'CHSCP support team',
    role: 'Senior Professional Adviser',
    reach: ['slack', 'teams'],
  },
  {
    id: 'bm',
    name: 'Jo Mockford',
    email: 'jo.mockford@chscp.example',
    agency: 'CHSCP support team',
    role: 'Business manager',
    reach: ['slack'],
  },
  {
    id: 'slt-nhs',
    name: 'Noor Exampleton',
    email: 'noor.exampleton@nhs.example',
    agency: 'NHS North East London',
    role: 'SLT member',
    reach: ['teams'],
  },
  {
    id: 'housing',
    name: 'Gil Nullman',
    email: 'gil.nullman@hackney.example',
    agency: 'Hackney Housing',
    role: 'Agency contact',
    reach: ['slack', 'teams'],
  },
  {
    id: 'lay-c',
    name: 'Toby Sitamet',
    email: 'toby.sitamet@lay.example',
    agency: 'City of London',
    role: 'Lay member',
    reach: ['email'],
  },
] as const

export async function openRoom(): Promise<RoomStage> {
  const heard: string[] = []
  const realClock = () => new Date().toISOString()
  let count = 0
  const rehearsal = createRehearsal({
    clock: createMovableClock(realClock, BEGINS),
    wallClock: realClock,
    random: () => `secret-${++count}`,
    people: PEOPLE,
    groups: [{ id: 'slt', name: 'Strategic Leadership Team', members: ['spa', 'bm', 'slt-nhs'] }],
    nextWorkingDay: (after) => ({ '2026-12-17': '2026-12-18', '2026-12-24': '2026-12-29' })[after],
    commands: [{ words: 'rapid-review start', says: 'record a notification and start the clocks' }],
    deskLink: (person) => `/desk/in/${person}`,
  })
  const { slack, teams } = await rehearsal.listen()
  const app = express()
  app.use(rehearsal.router)

  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const bolt = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  })
  wireSlack(bolt, heard)
  app.post('/slack/events', (request, response) => receiver.requestListener(request, response))

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(teams.configuration, teams.credentials))
  app.post('/api/messages', express.json(), (request, response) =>
    adapter.process(request, response, (turn) => onTurn(turn, heard)),
  )

  const server = await new Promise<ReturnType<typeof app.listen>>((resolve) => {
    const opening = app.listen(0, '127.0.0.1', () => resolve(opening))
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  rehearsal.connect({ slackEventsUrl: `${origin}/slack/events`, teamsMessagesUrl: `${origin}/api/messages` })

  return {
    rehearsal,
    origin,
    heard,
    async act(deed) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${origin}/room/act`, { method: 'POST', headers, body: JSON.stringify(deed) })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    async see(person, more = {}) {
      return (await fetch(`${origin}/room/see?${new URLSearchParams({ person, ...more })}`)).text()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rehearsal.close()
    },
  }
}

/** The words of some HTML, a blank between them. */
export const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

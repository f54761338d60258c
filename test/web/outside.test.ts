import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Counter, Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarRouter } from '../../adapters/web/calendar.ts'
import { type Check, healthRouter } from '../../adapters/web/health.ts'

let server: Server
let base: string
let found: readonly Check[] = []

beforeAll(async () => {
  const registry = new Registry()
  new Counter({ name: 'muster_intents_total', help: 'Intents', registers: [registry] }).inc(3)
  const ics = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
  const app = express()
    .use(healthRouter({ checks: async () => found, registry }))
    .use(
      '/calendar',
      calendarRouter({
        calendars: (token) => (token === 'priya-s-feed' ? { ics } : undefined),
        clock: () => '2026-12-21T10:00:00.000Z',
      }),
    )
  server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

describe('a calendar that subscribes', () => {
  test('gets the meetings of its person', async () => {
    const feed = await fetch(`${base}/calendar/priya-s-feed.ics`)
    expect(feed.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(feed.headers.get('cache-control')).toContain('private')
    expect(await feed.text()).toContain('BEGIN:VCALENDAR')
  })

  test.each(['taken-back.ics', 'priya-s-feed', 'priya-s-feed.ics.exe', '..%2Fsecret.ics'])(
    '%s is not there',
    async (file) => {
      expect((await fetch(`${base}/calendar/${file}`)).status).toBe(404)
    },
  )

  test('nobody finds a feed by trying', async () => {
    for (let n = 0; n < 30; n++) await fetch(`${base}/calendar/guess-number-${n}.ics`)
    expect((await fetch(`${base}/calendar/priya-s-feed.ics`)).status).toBe(404)
  })
})

describe('whoever runs Muster', () => {
  test('sees that it lives', async () => {
    expect(await (await fetch(`${base}/healthz`)).text()).toBe('ok')
  })

  test('sees that it is ready, and what to look at all the same', async () => {
    found = [{ code: 'queue-embedded', sentence: 'The queue lives in the memory of this process.', blocks: false }]
    const ready = await fetch(`${base}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ ready: true, checks: [{ code: 'queue-embedded' }] })
  })

  test('is told not to send anybody when it cannot work', async () => {
    found = [{ code: 'store-away', sentence: 'The database cannot be written.', blocks: true }]
    const away = await fetch(`${base}/readyz`)
    expect(away.status).toBe(503)
    expect(await away.json()).toMatchObject({ ready: false })
  })

  test('can count', async () => {
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('muster_intents_total 3')
  })
})

import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRoom, type RoomStage } from './stage.ts'

let room: RoomStage
beforeEach(async () => {
  room = await openRoom()
})
afterEach(() => room.close())

describe('nobody else', () => {
  const ask = (headers: Record<string, string>, method = 'GET', path = '/room/roster') =>
    new Promise<number>((resolve, reject) => {
      request(`${room.origin}${path}`, { method, headers }, ({ statusCode = 0 }) => resolve(statusCode))
        .on('error', reject)
        .end(method === 'POST' ? '{}' : undefined)
    })

  it('a name that was pointed at this machine is refused', async () => {
    expect(await ask({ host: 'evil.example' })).toBe(403)
    expect(await ask({ host: 'evil.example' }, 'GET', '/')).toBe(403)
  })

  it('another page’s request is refused, and one that came through a proxy', async () => {
    expect(await ask({ 'sec-fetch-site': 'cross-site' }, 'POST', '/room/act')).toBe(403)
    expect(await ask({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await ask({ 'x-forwarded-for': '10.0.0.7' })).toBe(403)
  })

  it('a body that is no JSON changes nothing', async () => {
    const sent = await fetch(`${room.origin}/room/act`, {
      method: 'POST',
      body: new URLSearchParams({ do: 'slack.home', person: 'bm' }),
    })
    expect(sent.status).toBe(400)
    expect(room.rehearsal.slack.deliveries).toEqual([])
  })

  it('the page runs no script but its own', async () => {
    const policy = (await fetch(room.origin)).headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
  })
})

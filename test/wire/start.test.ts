import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { takeAlone } from '../../db/alone.ts'
import { settingIn } from '../../db/peek.ts'
import { NotReady, readEnvironment } from '../../wire/environment.ts'
import { createLog } from '../../wire/log.ts'
import { start } from '../../wire/start.ts'
import { openWeb } from '../../wire/web.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function opened() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-start-'))
  folders.push(folder)
  const file = join(folder, 'muster.db')
  return { file, running: await openedOn(file) }
}

const openedOn = (file: string) =>
  start({
    environment: readEnvironment({ PORT: '0', DATABASE_FILE: file, REHEARSAL_START: '2026-12-17T17:00' }),
    wallClock: () => new Date().toISOString(),
    elapsed: () => performance.now(),
    log: createLog('silent'),
  })

describe('a house that opens', () => {
  it('has planned its alarms for today by the time it answers', async () => {
    const { file, running } = await opened()
    try {
      expect((await fetch(`${running.address}/readyz`)).status).toBe(200)
      expect(settingIn(file, 'aligned')).toMatch(/^2026-12-17 /)
    } finally {
      await running.stop()
    }
  })
})

describe('an address at which there is nothing', () => {
  const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

  it('answers a browser with a page that says what to do, machines with a few words, and nobody with what was asked or where it failed', async () => {
    const { running } = await opened()
    const ask = async (path: string, how?: object) => {
      const answer = await fetch(`${running.address}${path}`, how)
      return { answer, said: await answer.text() }
    }
    try {
      const desk = await ask('/desk/x', browser)
      for (const path of ['/x', '/x/juniper', '/room/x', '/%E0', '/desk/matter/%E0']) {
        const { answer, said } = await ask(path, browser)
        expect([answer.status, path]).toEqual([path === '/desk/matter/%E0' ? 400 : 404, path])
        expect(said).toContain('Page not found')
        expect(said).toContain('href="/desk"')
        expect(said).not.toMatch(/Cannot GET|juniper|%E0|\.ts/)
        for (const header of ['content-security-policy', 'cache-control', 'x-robots-tag', 'referrer-policy'])
          expect(answer.headers.get(header), header).toBe(desk.answer.headers.get(header))
      }
      for (const path of ['/slack/events', '/api/messages', '/slack/x']) {
        const { answer, said } = await ask(path, browser)
        expect([answer.status, said]).toEqual([404, 'There is nothing here.'])
      }
      expect((await ask('/x', { headers: { accept: 'application/json' } })).said).toBe('There is nothing here.')
      expect((await ask('/calendar/x', browser)).said).toBe('There is no such calendar.')
      const garbled = await ask('/calendar/%E0', browser)
      expect([garbled.answer.status, garbled.said]).toEqual([400, 'This cannot be read.'])
      expect(garbled.answer.headers.get('content-type')).toContain('text/plain')
    } finally {
      await running.stop()
    }
  })
})

describe('a second Muster', () => {
  it('on the same file is refused before it has touched anything, and the first works on', async () => {
    const { file, running } = await opened()
    try {
      const refused = takeAlone(file, 0)
      expect(refused).toBeUndefined()
      await expect(openedOn(file)).rejects.toThrow(/Another Muster is at work on .*muster\.db/)
      expect((await fetch(`${running.address}/readyz`)).status).toBe(200)
      expect(existsSync(`${file}.previous`)).toBe(false)
    } finally {
      await running.stop()
    }
  })

  it('may begin as soon as the first has stopped, or was killed', async () => {
    const { file, running } = await opened()
    await running.stop()
    const child = spawn(process.execPath, ['--input-type=module', '--eval', HOLD, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(takeAlone(file, 0)).toBeUndefined()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const letGo = takeAlone(file, 0)
    expect(letGo).toBeDefined()
    letGo?.()
  })

  it('on the same port says so in a sentence', async () => {
    const taken = await openWeb({ host: '127.0.0.1', port: 0 })
    try {
      const port = Number(new URL(taken.address).port)
      const trouble = openWeb({ host: '127.0.0.1', port })
      await expect(trouble).rejects.toThrow(NotReady)
      await expect(trouble).rejects.toThrow(/is taken by another program.*choose another PORT/)
    } finally {
      await taken.close()
    }
  })
})

const HOLD = `
const { takeAlone } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../db/alone.ts')).href)})
globalThis.held = takeAlone(process.argv[1], 0)
process.stdout.write('held')
setInterval(() => {}, 1_000)
`

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { settingIn } from '../../db/peek.ts'
import { readEnvironment } from '../../wire/environment.ts'
import { createLog } from '../../wire/log.ts'
import { start } from '../../wire/start.ts'
import { until } from '../jobs/until.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function opened() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-start-'))
  folders.push(folder)
  const file = join(folder, 'muster.db')
  const running = await start({
    environment: readEnvironment({ PORT: '0', DATABASE_FILE: file, REHEARSAL_START: '2026-12-17T17:00' }),
    wallClock: () => new Date().toISOString(),
    elapsed: () => performance.now(),
    log: createLog('silent'),
  })
  return { file, running }
}

describe('a house that opens', () => {
  it('answers first, and plans its alarms for today a moment later', async () => {
    const { file, running } = await opened()
    try {
      expect(settingIn(file, 'aligned')).toBeUndefined()
      expect((await fetch(`${running.address}/readyz`)).status).toBe(200)
      await until('the alarms are planned', () => settingIn(file, 'aligned')?.startsWith('2026-12-17 ') === true)
    } finally {
      await running.stop()
    }
  })

  it('told to stop before it has planned, lets its file alone from then on', async () => {
    const { file, running } = await opened()
    await running.stop()
    await pause(1_000)
    expect(settingIn(file, 'aligned')).toBeUndefined()
  })
})

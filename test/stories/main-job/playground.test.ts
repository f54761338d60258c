import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnvironment } from '../../../wire/environment.ts'
import { createLog } from '../../../wire/log.ts'
import { type Running, start } from '../../../wire/start.ts'
import { startBrowser } from '../../peers/browser.ts'
import { needs } from '../../peers/needs.ts'
import { type PlaygroundClient, startPlayground } from '../../peers/playground.ts'

describe.skipIf(!needs('chromium') || !needs('playground'))("the whole house in Microsoft's own client", () => {
  let house: Running
  let browser: Browser
  let playground: Awaited<ReturnType<typeof startPlayground>>
  let priya: PlaygroundClient

  beforeAll(async () => {
    // Given a house that is no rehearsal, on the real clock, with its own file and key
    const environment = readEnvironment({
      PORT: '0',
      DATABASE_FILE: join(mkdtempSync(join(tmpdir(), 'muster-playground-')), 'muster.db'),
      MUSTER_KEY: randomBytes(32).toString('base64'),
      TEAMS_EMULATOR: '1',
      LOG_LEVEL: 'silent',
    })
    const log = createLog('silent')
    house = await start({
      environment,
      wallClock: () => new Date().toISOString(),
      elapsed: () => performance.now(),
      log,
    })
    playground = await startPlayground({
      botUrl: `${house.address}/api/messages`,
      currentUser: {
        id: 'priya',
        aadObjectId: 'oid-priya',
        name: 'Priya Sampleton',
        email: 'priya.sampleton@chscp.example',
      },
    })
    browser = await startBrowser()
    priya = await playground.open(browser)
  }, 90_000)

  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    await house?.stop()
  })

  const card = () => priya.page.locator('.ac-adaptiveCard').last()
  const saved = () =>
    house.household.store.read((tx) =>
      tx.subjects.all('intake').flatMap(({ id }) => tx.drafts.of(id).flatMap((draft) => tx.drafts.answers(draft.id))),
    )

  it('the SPA is known by her address, and a mention in a channel is answered to her alone', async () => {
    await priya.goTo('Reviews')
    await priya.say('muster help', { mention: 'Muster' })
    await priya.goTo('Personal Chat')
    await priya.sees('Muster is not a way to report that a child is at risk.')
  })

  it('"rapid-review start" opens the form on a card; its first page leads to the next', async () => {
    await priya.say('rapid-review start')
    await priya.sees('Is every child involved safe right now?')
    await card().getByRole('radio', { name: 'Yes' }).check()
    await priya.press('Next')
    await priya.sees('Which local authority area is it for?')
    expect(saved()).toContainEqual(expect.objectContaining({ question: 'B00', value: 'yes' }))
  })

  it('an error stands beside its field, and nothing typed is lost', async () => {
    await card().getByRole('radio', { name: 'Hackney' }).check()
    await priya.press('Next')
    await priya.sees('Error:')
    expect(await card().getByRole('radio', { name: 'Hackney' }).isChecked()).toBe(true)
    expect(saved()).toContainEqual(expect.objectContaining({ question: 'B14', value: 'hackney' }))
  })

  it('she stops for now, and is told how far it is', async () => {
    await priya.press('Save and stop for now')
    await priya.sees('questions answered')
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teamsApp } from '../../adapters/teams/app.ts'
import { createTeamsHost } from '../../adapters/teams/host.ts'
import { startBrowser } from '../peers/browser.ts'
import { needs } from '../peers/needs.ts'
import { type PlaygroundClient, startPlayground } from '../peers/playground.ts'
import { createStory } from './core.ts'
import { listen } from './house.ts'

describe.skipIf(!needs('chromium') || !needs('playground'))("Muster in Microsoft's own client", () => {
  const story = createStory()
  const introduced: unknown[] = []
  let bot: Awaited<ReturnType<typeof listen>>
  let browser: Browser
  let playground: Awaited<ReturnType<typeof startPlayground>>
  let anna: PlaygroundClient
  const card = () => anna.page.locator('.ac-adaptiveCard').last()

  beforeAll(async () => {
    bot = await listen(
      teamsApp({
        host: createTeamsHost({ configuration: {}, emulated: true }),
        handle: story.handle,
        knows: () => introduced.length > 0,
        introduce: (_door, who) => introduced.push(who),
        remember: () => {},
        answered: () => {},
        log: { info: () => {}, warn: () => {}, error: () => {} },
        trustedTenants: [],
      }),
    )
    const currentUser = { id: 'anna', aadObjectId: 'oid-anna', name: 'Anna Bell', email: 'anna@chesterfield.example' }
    playground = await startPlayground({ botUrl: bot.url, currentUser })
    browser = await startBrowser()
    anna = await playground.open(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    await bot?.close()
  })

  it('a mention in a channel is answered in the own chat, to who the roster says they are', async () => {
    await anna.goTo('Reviews')
    await anna.say('rapid-review', { mention: 'Muster' })
    await anna.sees('I have answered you in our own chat.')
    expect(introduced[0]).toEqual({ email: 'anna@chesterfield.example', name: 'Anna Bell' })
    await anna.goTo('Personal Chat')
    await anna.sees('Waits to be acknowledged')
  })

  it('a press replaces the card', async () => {
    await anna.press('Acknowledge')
    await anna.sees('Acknowledged')
    // "Waits to be acknowledged" holds the same letters: only when it has gone was the card replaced.
    await expect.poll(() => anna.lastCard(), { timeout: 10_000 }).not.toContain('Waits')
    expect(await anna.lastCard()).toContain('Acknowledged')
  })

  it('a form is filled on its card: an error beside its field, what was typed kept, the next page, the end', async () => {
    await anna.say('scope')
    await anna.sees('What happened')
    await card().getByRole('combobox', { name: 'When? (date)' }).click()
    await anna.page.getByRole('button', { name: /^17, / }).first().click()
    await anna.fill('When? (time, London)', '16:40')
    await anna.press('Next')
    await anna.sees('Error: Choose what happened')
    expect(await card().getByRole('textbox', { name: 'When? (time, London)' }).inputValue()).toBe('16:40')
    await card().getByRole('radio', { name: 'Died' }).check()
    await anna.press('Next')
    await anna.sees('Who knows')
    await anna.press('Submit')
    await anna.sees('scoping recorded.')
    expect(story.answers).toEqual({ A1: 'died', A2: expect.stringMatching(/^\d{4}-\d\d-17T16:40$/) })
  })
})

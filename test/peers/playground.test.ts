import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import express from 'express'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from './browser.ts'
import { needs } from './needs.ts'
import { type PlaygroundClient, startPlayground } from './playground.ts'

const QUESTION = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Are you coming?' },
    { type: 'Input.Text', id: 'reason', label: 'Reason' },
    {
      type: 'Input.ChoiceSet',
      id: 'deputy',
      label: 'Deputy',
      choices: [
        { title: 'Bram Cole', value: 'bram' },
        { title: 'Nobody', value: 'none' },
      ],
    },
    { type: 'Input.Toggle', id: 'papers', title: 'Send me the papers' },
  ],
  actions: [{ type: 'Action.Execute', title: 'Apologies', verb: 'apologise', data: { meeting: 'm1' } }],
}

/** Echoes what it hears, asks when told to ask, and answers a press with the inputs. */
async function echoBot(turn: TurnContext): Promise<void> {
  const { type, value } = turn.activity
  const contentType = 'application/vnd.microsoft.card.adaptive'
  if (type === 'message') {
    const text = wordsTo(turn)
    if (text === 'ask') await turn.sendActivity({ type, attachments: [{ contentType, content: QUESTION }] })
    else await turn.sendActivity(`heard: ${text}`)
  }
  if (type === 'invoke') {
    const { reason, deputy, papers } = value.action.data
    const body = [{ type: 'TextBlock', text: `Recorded: ${reason}, ${deputy}, ${papers}`, wrap: true }]
    const card = { ...QUESTION, body, actions: [] }
    await turn.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: { statusCode: 200, type: contentType, value: card } },
    })
  }
}

function wordsTo(turn: TurnContext): string {
  return turn.activity.text.replace(/<at>.*<\/at>/, '').trim()
}

describe.skipIf(!needs('chromium') || !needs('playground'))("a bot in Microsoft's own client", () => {
  let bot: Server
  let browser: Browser
  let playground: Awaited<ReturnType<typeof startPlayground>>
  let anna: PlaygroundClient

  beforeAll(async () => {
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
    const app = express().use(express.json())
    app.post('/api/messages', (request, response) => adapter.process(request, response, echoBot))
    bot = await new Promise((resolve) => {
      const opening = app.listen(0, '127.0.0.1', () => resolve(opening))
    })
    const botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`
    const currentUser = { id: 'anna', aadObjectId: 'oid-anna', name: 'Anna Bell', email: 'anna@chesterfield.example' }
    playground = await startPlayground({ botUrl, currentUser })
    browser = await startBrowser()
    anna = await playground.open(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
    bot?.closeAllConnections()
    bot?.close()
  })

  it('answers a message', async () => {
    await anna.say('hello')
    await anna.sees('heard: hello')
  })

  it('gets what was typed into a card, and its answer replaces the card', async () => {
    await anna.say('ask')
    await anna.sees('Are you coming?')
    await anna.fill('Reason', 'on leave')
    await anna.choose('Deputy', 'Bram Cole')
    await anna.tick('Send me the papers')
    await anna.press('Apologies')
    await anna.sees('Recorded:')
    expect(await anna.lastCard()).toBe('Recorded: on leave, bram, true')
  })

  it.each(['Chairs', 'Reviews'])('hears a mention in %s', async (place) => {
    await anna.goTo(place)
    await anna.say('status', { mention: 'Muster' })
    await anna.sees('heard: status')
    expect(await anna.timesSaid('heard: hello')).toBe(0)
  })
})

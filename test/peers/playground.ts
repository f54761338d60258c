/**
 * Microsoft 365 Agents Playground: Microsoft's own Teams client, driven in Chromium against a bot of ours. It speaks without app id or token.
 *
 * @example
 *   const playground = await startPlayground({ botUrl, currentUser: anna, others: [bram, …] })
 *   const teams = await playground.open(browser)
 *   await teams.say('help')
 *   await teams.press('Apologies')
 *   await teams.lastCard()      // the words of the newest card
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { PLAYGROUND_CLI } from './needs.ts'
import { freePort } from './redis.ts'

export interface PlaygroundPerson {
  readonly id: string
  readonly aadObjectId: string
  readonly name: string
  readonly email: string
}

export interface PlaygroundOptions {
  /** The bot's POST /api/messages. */
  readonly botUrl: string
  /** Whoever sits at the browser. */
  readonly currentUser: PlaygroundPerson
  /** The playground wants exactly five others; missing ones are made up. */
  readonly others?: readonly PlaygroundPerson[]
  readonly tenantId?: string
}

const PATIENCE = { tries: 150, everyMs: 100 }

/** Starts the playground on a free port, with its configuration in a folder of its own. */
export async function startPlayground(options: PlaygroundOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-playground-'))
  await writeFile(join(folder, '.m365agentsplayground.yml'), JSON.stringify(configuration(options)))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const flags = ['start', '--disable-telemetry', '-p', String(port), '-c', 'msteams', '-e', options.botUrl]
  const child = spawn(process.execPath, [PLAYGROUND_CLI, ...flags], {
    cwd: folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: 'ignore',
  })

  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill()
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }

  try {
    await untilReady(child, url, folder)
  } catch (error) {
    await stop()
    throw error
  }

  return {
    url,
    stop,
    /** Opens the client of the current user in a new page. */
    async open(browser: Browser): Promise<PlaygroundClient> {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      page.setDefaultTimeout(PATIENCE.tries * PATIENCE.everyMs)
      await page.goto(url)
      return client(page)
    },
  }
}

/** The browser page of the current user. Every helper waits for what it needs, and fails by name after the same patience. */
function client(page: Page) {
  const compose = page.locator('[data-lexical-editor=true]')
  /** What the bot said in a chat, or a post and its thread in a channel; without the list of chats and the log beside it. */
  const said = page.locator('.fai-OutputCard, .fui-Card')
  const card = page.locator('.ac-adaptiveCard').last()

  return {
    page,

    /** Goes to a chat or channel by its name in the list on the left: Personal Chat, Chairs, General, Reviews. */
    async goTo(place: string): Promise<void> {
      await page.getByRole('treeitem', { name: place }).click()
      await compose.first().waitFor()
    },

    /** Sends a message; `mention` picks the member of that name from the @ list first. */
    async say(text: string, { mention }: { mention?: string } = {}): Promise<void> {
      await compose.first().click()
      if (mention) {
        await page.keyboard.type('@')
        await page.getByRole('menuitem', { name: mention }).first().click()
      }
      await page.keyboard.type(text)
      const postButton = page.getByRole('button', { name: 'Post', exact: true })
      if (await postButton.isVisible()) await postButton.click()
      else await page.keyboard.press('Enter')
    },

    /** Fills a text input of the newest card, by its label. */
    fill: (label: string, value: string): Promise<void> => card.getByRole('textbox', { name: label }).fill(value),

    /** Picks from a compact choice of the newest card. */
    async choose(label: string, option: string): Promise<void> {
      await card.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', { name: option }).click()
    },

    /** Ticks a toggle, or one choice of an expanded set, on the newest card. */
    tick: (label: string): Promise<void> => card.getByRole('checkbox', { name: label }).check(),

    /** Presses a button of the newest card. */
    press: (title: string): Promise<void> => card.getByRole('button', { name: title }).click(),

    /** The words of the newest card. */
    // biome-ignore lint/performance/useDomNodeTextContent: the words as they are drawn, a line each
    lastCard: (): Promise<string> => card.innerText(),

    /** Waits until the bot has said these words in the open conversation. */
    sees: (words: string): Promise<void> => said.filter({ hasText: words }).last().waitFor(),

    /** How often the bot has said these words in the open conversation so far. */
    timesSaid: (words: string): Promise<number> => said.filter({ hasText: words }).count(),

    screenshot: (path: string): Promise<Buffer> => page.screenshot({ path }),
  }
}

export type PlaygroundClient = ReturnType<typeof client>

const OTHERS = 5

function configuration({ currentUser, others = [], tenantId = 'playground-tenant' }: PlaygroundOptions) {
  const madeUp = Array.from({ length: OTHERS }, (_, place) => {
    const id = `member-${place + 1}`
    return { id, aadObjectId: `oid-${id}`, name: `Member ${place + 1}`, email: `${id}@partners.example` }
  })
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: 'playground-bot', name: 'Muster' },
    currentUser: asUser(currentUser),
    users: [...others, ...madeUp].slice(0, OTHERS).map(asUser),
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Chairs' },
    team: { id: 'team', name: 'Partnership', aadGroupId: 'group', channels: [{ id: 'reviews', name: 'Reviews' }] },
  }
}

function asUser({ id, aadObjectId, name, email }: PlaygroundPerson) {
  const [givenName = '', ...surname] = name.split(' ')
  // The misspelling is the playground's own; it refuses keys it does not know.
  return { id, aadObjectId, name, givenName, surname: surname.join(' ') || name, email, userPrincipleName: email }
}

async function untilReady(child: ChildProcess, url: string, folder: string): Promise<void> {
  for (let tries = 0; tries < PATIENCE.tries; tries++) {
    if (child.exitCode !== null) break
    const answered = await fetch(`${url}/_debug/ping`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await pause(PATIENCE.everyMs)
  }
  // It tells only its log why it refused a configuration.
  const log = await readFile(join(folder, 'devTools/m365agentsplayground.log'), 'utf8').catch(() => 'no log')
  throw new Error(`the playground did not start: ${log}`)
}

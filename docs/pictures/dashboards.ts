/**
 * Makes the five dashboards of JUNIPER anew (docs/juniper.md): the review is told until each of the five moments, and its card and timeline are drawn as
 * one of those who read them sees them.
 *
 * @example npm run pictures
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import type { Page } from 'playwright-core'
import { indexedPng } from '../../adapters/teams/png.ts'
import type { Platform } from '../../src/chat/intent.ts'
import type { Message } from '../../src/chat/words.ts'
import { personById, rolesOf, roleTitle } from '../../src/partnership/partnership.ts'
import { startBrowser } from '../../test/peers/browser.ts'
import { DASHBOARDS, tellJuniper } from '../../test/stories/juniper.ts'
import { openGallery } from './gallery.ts'

/** Who looks at each, and where. */
const READERS: readonly (readonly [person: string, platform: Exclude<Platform, 'email'>])[] = [
  ['spa', 'slack'],
  ['slt-mps', 'teams'],
  ['icsc', 'slack'],
  ['slt-clp', 'teams'],
  ['bm', 'desk'],
]

const TALLEST = 2_400

const { story, until } = tellJuniper()
const gallery = await openGallery()
const browser = await startBrowser()

/** What this person gets when they ask for the case, or press Timeline on it. */
function asked(person: string, platform: Platform, view?: string): Message {
  const reply = story.say(platform, person, {
    verb: 'matter.see',
    subject: story.subject,
    input: view === undefined ? {} : { view },
  })
  if (!('message' in reply)) throw new Error(`${person} was answered with ${reply.kind}`)
  return reply.message
}

function titleOf(person: string): string {
  const [role = ''] = rolesOf(story.partnership, person, story.clock())
  return `${personById(story.partnership, person)?.name}, ${roleTitle(story.partnership, role)}`
}

/** The top of it, as far as anybody scrolls; with a palette, as a repository keeps it for ever. */
async function shot(page: Page, of: string): Promise<Buffer> {
  const { x, y, width, height } = (await page.locator(of).boundingBox()) ?? { x: 0, y: 0, width: 1200, height: 900 }
  const clip = { x, y, width, height: Math.min(height, TALLEST) }
  const png = await page.screenshot({ clip, fullPage: true })
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${clip.height}"><image href="data:image/png;base64,${png.toString('base64')}" width="${width}" height="${clip.height}"/></svg>`
  return indexedPng(new Resvg(frame).render())
}

async function see(address: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'en-GB' })
  await page.goto(address, { waitUntil: 'networkidle' })
  return page
}

for (const [index, moment] of DASHBOARDS.entries()) {
  const [person, platform] = READERS[index] as (typeof READERS)[number]
  await until(moment)
  const messages =
    platform === 'desk' ? [asked(person, platform)] : [asked(person, platform), asked(person, platform, 'timeline')]
  const address = gallery.hang(platform, messages, { at: story.clock(), to: titleOf(person) })
  const page = await see(address, platform === 'desk' ? 860 : 1240)
  const picture = await shot(page, platform === 'desk' ? 'body' : '.wall')
  writeFileSync(join(import.meta.dirname, `juniper-${index + 1}.png`), picture)
  await page.close()
}

await browser.close()
gallery.close()

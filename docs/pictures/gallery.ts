/**
 * A wall on which messages are hung as their readers see them: drawn by the real renderers, and by Slack's and Microsoft's own look as the rehearsal
 * room draws it. Nothing but a browser comes by.
 *
 * @example
 *   const gallery = await openGallery()
 *   const address = gallery.hang('slack', [card, timeline], { at, to: 'Priya Sampleton, Senior Professional Adviser' })
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { musterFace } from '../../adapters/rehearsal/room/draw/face.ts'
import { h, html, type Node } from '../../adapters/rehearsal/room/draw/html.ts'
import { drawBlocks } from '../../adapters/rehearsal/room/draw/slack/blocks.ts'
import { cardPlace } from '../../adapters/rehearsal/room/draw/teams/card.ts'
import { staticFiles } from '../../adapters/rehearsal/room/static.ts'
import { renderMessage as forSlack } from '../../adapters/slack/render/message.ts'
import { inlinePictures } from '../../adapters/teams/pictures.ts'
import { renderMessage as forTeams } from '../../adapters/teams/render/message.ts'
import { assetsPath, assetsRouter } from '../../adapters/web/assets.ts'
import { renderMessage as forDesk } from '../../adapters/web/render/message.ts'
import type { Platform } from '../../src/chat/intent.ts'
import type { Message } from '../../src/chat/words.ts'
import { type Instant, sayMoment, timeOf } from '../../src/kernel/time.ts'
import { createPictures } from '../../wire/pictures.ts'

export interface Hung {
  readonly at: Instant
  /** Whose eyes it is seen with, in words. */
  readonly to: string
}

export type Gallery = Awaited<ReturnType<typeof openGallery>>

export async function openGallery() {
  const pages = new Map<string, string>()
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const pictures = createPictures(address, 'gallery')
  app
    .use('/room/static', staticFiles())
    .use('/desk/assets', assetsRouter())
    .use(pictures.router)
    .get('/wall.css', (_req, res) => void res.type('css').send(WALL))
    .get('/wall.js', (_req, res) => void res.type('js').send(DRAW))
    .get('/wall/:name', (req, res) => void res.type('html').send(pages.get(req.params.name) ?? ''))

  const draw: Readonly<Record<'slack' | 'teams', (message: Message, at: Instant) => Node>> = {
    slack: (message, at) => inSlack(message, at, pictures),
    teams: inTeams,
  }

  return {
    /** Hangs messages side by side and says where. At the desk there is one page. */
    hang(platform: Exclude<Platform, 'email'>, messages: readonly Message[], { at, to }: Hung): string {
      const name = String(pages.size + 1)
      const [first] = messages
      if (platform !== 'desk')
        pages.set(
          name,
          wall(
            platform,
            messages.map((one) => draw[platform](one, at)),
            { at, to },
          ),
        )
      else if (first !== undefined) pages.set(name, atTheDesk(first, to))
      return `${address}/wall/${name}`
    },
    close: () => void server.close(),
  }
}

/** The page: a line that says who is looking, where and when; and below it what they see. */
function wall(platform: 'slack' | 'teams', columns: readonly Node[], { at, to }: Hung): string {
  const sheets = ['slack-kit', 'room', 'bar', 'roster', 'screens', 'slack', 'slack-controls', 'teams']
  const head = [
    h('meta', { key: 'charset', charSet: 'utf-8' }),
    ...sheets.map((sheet) => h('link', { key: sheet, rel: 'stylesheet', href: `/room/static/${sheet}.css` })),
    h('link', { key: 'wall', rel: 'stylesheet', href: '/wall.css' }),
    h('script', { key: 'cards', src: '/room/static/adaptivecards.min.js' }),
    h('script', { key: 'draw', type: 'module', src: '/wall.js' }),
  ]
  const body = h(
    'main',
    { id: 'screens', className: `wall ${platform}` },
    h(
      'p',
      { className: 'wall-caption' },
      h('b', null, to),
      ` in ${platform === 'slack' ? 'Slack' : 'Teams'}, ${sayMoment(at)}`,
    ),
    h(
      'div',
      { className: 'wall-columns' },
      ...columns.map((column, n) => h('div', { key: String(n), className: 'wall-column' }, column)),
    ),
  )
  return `<!doctype html>${html(h('html', { lang: 'en-GB' }, h('head', null, ...head), h('body', null, body)))}`
}

const WALL = `
html, body { height: auto; min-width: 0; overflow: visible; background: #fff; display: block }
.wall { display: inline-block; padding: 0 0 12px; background: #fff }
.wall.teams { background: #f5f5f5 }
.wall-caption { padding: 10px 18px; background: #1d4d4f; color: #fff; font-size: 15px }
.wall-columns { display: flex; align-items: flex-start }
.wall-column { width: 600px; padding-top: 8px }
.slack-kit { max-width: 520px }
`

/** Microsoft's renderer draws cards in the browser. */
const DRAW = `import { readyTeams, typedInCards } from '/room/static/teams.js'
readyTeams(document.body, () => {}, new Set(), typedInCards(document.body))
`

function inSlack(message: Message, at: Instant, pictures: { url(svg: string): string }): Node {
  const names = { users: [], channels: [] }
  const pages = forSlack(message, { pictures })
  const blocks = pages.flatMap((page) => page.blocks) as unknown as Parameters<typeof drawBlocks>[0]
  const by = [
    h('b', { key: 'by' }, 'Muster'),
    h('span', { key: 'app', className: 'slack-app' }, 'APP'),
    h('time', { key: 'at' }, timeOf(at)),
  ]
  const said = h(
    'div',
    { className: 'slack-grow' },
    h('header', { className: 'slack-by' }, ...by),
    ...drawBlocks(blocks, { names, id: message.summary }),
  )
  return h('div', { className: 'slack-message' }, h('article', { className: 'slack-said' }, musterFace, said))
}

function inTeams(message: Message, at: Instant): Node {
  const cards = forTeams(message, { pictures: inlinePictures }).map(({ card }) => cardPlace(card as never, {}, {}))
  const by = h('header', { className: 'teams-by' }, h('b', null, 'Muster'), h('time', null, timeOf(at)))
  return h(
    'div',
    { className: 'teams-message' },
    h('article', { className: 'teams-said' }, musterFace, h('div', { className: 'teams-bubble' }, by, ...cards)),
  )
}

function atTheDesk(message: Message, to: string): string {
  const [name = to] = to.split(',')
  return forDesk(message, {
    partnership: 'City & Hackney Safeguarding Children Partnership',
    assets: assetsPath(),
    visitor: { name, csrf: '' },
    nonce: () => '',
    here: '/desk',
  })
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { static as files, type RequestHandler, Router } from 'express'

const require = createRequire(import.meta.url)

/** The page's own scripts and styles, and those of the two renderers. */
export function staticFiles(): Router {
  const router = Router()
  const cards = join(dirname(require.resolve('adaptivecards/package.json')), 'dist/adaptivecards.min.js')
  router.get('/adaptivecards.min.js', (_request, response) => response.sendFile(cards))
  router.get('/slack-kit.css', slackKit())
  router.use(files(join(import.meta.dirname, 'browser'), { index: false, etag: true }))
  router.use('/host-config', files(join(import.meta.dirname, 'host-config'), { index: false }))
  return router
}

/** The renderer's style sheet reaches its one id; here each message has the class instead, as there are many on a page. The rules weigh as before. */
function slackKit(): RequestHandler {
  const sheet = require.resolve('slack-blocks-to-jsx').replace(/index\.\w+$/, 'style.css')
  const css = readFileSync(sheet, 'utf8').replaceAll('#slack_blocks_to_jsx', ':is(.slack-kit, #slack_blocks_to_jsx)')
  return (_request, response) => {
    response.type('css').send(css)
  }
}

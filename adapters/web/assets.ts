/** The desk's style and script: GOV.UK Frontend without what belongs to GOV.UK (its typeface, its crest), and our own beside it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RequestHandler, Router } from 'express'
import { govuk } from './render/templates.ts'

const own = (name: string) => readFileSync(join(import.meta.dirname, 'assets', name), 'utf8')
const theirs = (name: string) => readFileSync(join(govuk, name), 'utf8')

interface Assets {
  readonly files: Readonly<Record<string, { readonly type: string; readonly text: string }>>
  /** Another text has another version. */
  readonly version: string
}

let known: Assets | undefined

/** Read with the first page, and kept. */
function assets(): Assets {
  known ??= read()
  return known
}

function read(): Assets {
  const files = {
    'govuk.css': { type: 'text/css', text: unbranded(theirs('govuk-frontend.min.css')) },
    'govuk.js': {
      type: 'text/javascript',
      text: theirs('govuk-frontend.min.js').replace(/\n\/\/# sourceMappingURL=.*/, ''),
    },
    'desk.css': { type: 'text/css', text: own('desk.css') },
    'desk.js': { type: 'text/javascript', text: own('desk.js') },
    'muster.svg': { type: 'image/svg+xml', text: own('muster.svg') },
  }
  const texts = Object.values(files).map(({ text }) => text)
  return { files, version: createHash('sha256').update(texts.join()).digest('hex').slice(0, 12) }
}

/** Where this version is served; another version has another address, so browsers may keep what they have. */
export const assetsPath = (): string => `/desk/assets/${assets().version}`

export function assetsRouter(): RequestHandler {
  return Router().get('/:version/:name', (req, res, next) => {
    const { files, version } = assets()
    const { name } = req.params
    const file = req.params.version === version && Object.hasOwn(files, name) ? files[name] : undefined
    if (file === undefined) return next()
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type(file.type).send(file.text)
  })
}

/** The GDS Transport typeface and the crest may be used on GOV.UK only. */
function unbranded(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/\/\*![^*]*Margaret Calvert[^*]*\*\//g, '')
    .replace(/\.govuk-footer[^{},]*\{[^{}]*govuk-crest[^{}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'var(--muster-face)')
    .replace(/\n?\/\*# sourceMappingURL=[^*]*\*\//, '')
}

/**
 * Pictures for Slack, which takes addresses only. Each lives under a name nobody can guess, for as long as this process does: Slack fetches it once and
 * keeps its own copy. A picture shows counts and dates, never people (PR-1).
 */
import { createHmac } from 'node:crypto'
import { Router } from 'express'

const MOST = 500
const WIDTH = 1200

export interface Pictures {
  url(svg: string): string
  readonly router: Router
}

export function createPictures(baseUrl: string, secret: string): Pictures {
  const kept = new Map<string, string>()
  const router = Router().get('/pictures/:file', async (req, res) => {
    const svg = kept.get(req.params.file.replace(/\.png$/, ''))
    if (svg === undefined) return void res.status(404).type('text/plain').send('There is no such picture.')
    const { Resvg } = await import('@resvg/resvg-js')
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, background: '#ffffff' }).render().asPng()
    res.set({ 'Cache-Control': 'private, max-age=86400', 'X-Robots-Tag': 'noindex' }).type('image/png').send(png)
  })
  return {
    router,
    url(svg) {
      const name = createHmac('sha256', secret).update(svg).digest('base64url')
      kept.delete(name)
      kept.set(name, svg)
      const oldest = kept.size > MOST ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      return `${baseUrl}/pictures/${name}.png`
    },
  }
}

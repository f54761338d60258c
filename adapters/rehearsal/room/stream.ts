import type { Request, Response } from 'express'
import type { Stage } from './stage.ts'

/** Tells open pages that something has changed; they look again themselves. */
export interface Stream {
  open(request: Request, response: Response): void
}

/** So many milliseconds of changes are told as one: a single click may cause dozens. */
const GATHERED_MS = 40

export function createStream({ slack, teams, mail, reading, clock }: Stage): Stream {
  const open = new Set<Response>()
  let waiting: NodeJS.Timeout | undefined

  const tell = (event: string, data: unknown) => {
    for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const changed = () => {
    if (open.size === 0 || waiting) return
    waiting = setTimeout(() => {
      waiting = undefined
      tell('changed', {})
    }, GATHERED_MS)
  }

  slack.onChange(changed)
  teams.onChange(changed)
  mail.onChange(changed)
  reading.onChange(changed)
  clock.onMove((now) => tell('moved', { now }))

  return {
    open(request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(`event: moved\ndata: ${JSON.stringify({ now: clock.now() })}\n\n`)
      open.add(response)
      request.on('close', () => open.delete(response))
    },
  }
}

import { type RequestHandler, Router } from 'express'
import type { Registry } from 'prom-client'

/** Something an administrator should know; `blocks` when nobody should be sent here until it is put right. */
export interface Check {
  readonly code: string
  readonly sentence: string
  readonly blocks: boolean
}

export interface HealthOptions {
  /** What is not as it should be, now; nothing when all is well. */
  readonly checks: () => Promise<readonly Check[]>
  readonly registry: Pick<Registry, 'metrics' | 'contentType'>
}

/**
 * For those who run Muster, at the root: `/healthz` says the process lives, `/readyz` whether it can do its work, `/metrics` counts. They name
 * nobody; still, keep `/metrics` and `/readyz` inside the house.
 */
export function healthRouter({ checks, registry }: HealthOptions): RequestHandler {
  return Router()
    .use((_req, res, next) => {
      res.set('Cache-Control', 'no-store')
      next()
    })
    .get('/healthz', (_req, res) => {
      res.type('text/plain').send('ok')
    })
    .get('/readyz', async (_req, res) => {
      const found = await checks()
      const ready = !found.some(({ blocks }) => blocks)
      res.status(ready ? 200 : 503).json({ ready, checks: found })
    })
    .get('/metrics', async (_req, res) => {
      res.type(registry.contentType).send(await registry.metrics())
    })
}

/** Bad days of Microsoft's servers, one answer at a time. */
import { setTimeout as pause } from 'node:timers/promises'
import type { RequestHandler } from 'express'

export type Route = 'createConversation' | 'send' | 'reply' | 'update' | 'delete' | 'members' | 'team' | 'any'

export type Fault =
  /** Refuse with this HTTP status; `retryAfter` in seconds becomes the Retry-After header. */
  | { readonly status: number; readonly code?: string; readonly retryAfter?: number }
  /** Answer, but this many milliseconds late. */
  | { readonly delayMs: number }
  /** Break the connection before the work is done, or after it: done, but the bot never hears of it. */
  | { readonly hangUp: 'before' | 'after' }

/** Faults waiting for their request, and the latency of every request. */
export function createFaults() {
  const waiting: { route: Route; fault: Fault }[] = []
  let latencyMs = 0

  /** The middleware that lets the next waiting fault of this route happen. */
  const on =
    (route: Route): RequestHandler =>
    async (_request, response, next) => {
      if (latencyMs > 0) await pause(latencyMs)
      const place = waiting.findIndex((one) => one.route === route || one.route === 'any')
      const fault = place < 0 ? undefined : waiting.splice(place, 1)[0]?.fault
      if (!fault) return next()
      if ('delayMs' in fault) {
        await pause(fault.delayMs)
        return next()
      }
      if ('hangUp' in fault) {
        if (fault.hangUp === 'before') return response.socket?.destroy()
        response.json = () => {
          response.socket?.destroy()
          return response
        }
        return next()
      }
      if (fault.retryAfter !== undefined) response.set('Retry-After', String(fault.retryAfter))
      response.status(fault.status).json({
        error: {
          code: fault.code ?? (fault.status === 429 ? 'Throttled' : 'ServiceError'),
          message: 'arranged by the rehearsal',
        },
      })
    }

  return {
    on,
    /** The next `times` requests of this route suffer this fault. */
    next(route: Route, fault: Fault, times = 1): void {
      for (let count = 0; count < times; count++) waiting.push({ route, fault })
    },
    /** Every request waits this long, in milliseconds. */
    setLatency(ms: number): void {
      latencyMs = ms
    },
    /** Faults arranged that have not happened yet. */
    get waiting(): number {
      return waiting.length
    },
  }
}

export type Faults = ReturnType<typeof createFaults>

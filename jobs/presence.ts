import type { Log } from '../src/ports.ts'

/**
 * Whether the queue server is there, told once per change. Half a dozen connections each retry every second or two: without this the log
 * of an outage would be nothing but the outage.
 */
export function createPresence(log: Log) {
  const listeners = new Set<() => void>()
  const said = new Set<string>()
  let here = false
  let reason: string | undefined

  /** Logs a complaint, but each only once until the server is next seen. */
  function mishap(error: unknown): void {
    const message = wordsOf(error)
    if (said.has(message)) return
    said.add(message)
    log.warn({ reason: message }, 'The queue complains')
  }

  return {
    mishap,
    up: () => here,
    trouble: () => reason,
    onUp(listener: () => void): () => void {
      listeners.add(listener)
      if (here) listener()
      return () => listeners.delete(listener)
    },
    arrived(): void {
      if (here) return
      here = true
      reason = undefined
      said.clear()
      log.info({}, 'The queue is there')
      for (const listener of listeners) listener()
    },
    left(error: unknown): void {
      // A bare "closed" follows most errors and says less than they did.
      reason = error === undefined ? (reason ?? 'the connection was closed') : wordsOf(error)
      if (here) log.warn({ reason }, 'The queue is gone: nothing is lost, but things will be late')
      else mishap(reason)
      here = false
    },
  }
}

/** An error in words; a refused connection arrives as an AggregateError whose own message is empty. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join('; ')
  return error instanceof Error ? error.message || error.name : String(error)
}

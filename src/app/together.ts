/**
 * Commits that are shared: what comes to be written in the same turn of the event loop waits for the disk once. Whoever is waiting before a screen never
 * waits for others; this is for the workers, of whom several finish at the same time.
 *
 * @example
 *   const together = sharedCommits(store)
 *   await together((tx) => tx.outbox.mark(id, 'sent', at, 'sent'))   // committed when this goes on
 */
import type { Store, Sync, Tx } from '../ports.ts'

/** Resolves once the work's writes have been committed; rejects with what the work threw, and then nothing of it is kept. */
export type Together = <T>(work: (tx: Tx) => Sync<T>) => Promise<T>

interface Waiting {
  run(tx: Tx): void
  done(): void
  fail(problem: unknown): void
}

export function sharedCommits(store: Store): Together {
  let waiting: Waiting[] = []

  function commit(): void {
    const batch = waiting
    waiting = []
    try {
      store.transaction((tx) => {
        for (const one of batch) one.run(tx)
      })
    } catch {
      // One of them failed and took the others with it: now each for itself, so that it fails alone.
      for (const one of batch) alone(store, one)
      return
    }
    for (const one of batch) one.done()
  }

  return <T>(work: (tx: Tx) => Sync<T>) =>
    new Promise<T>((resolve, reject) => {
      let result: T
      if (waiting.length === 0) setImmediate(commit)
      waiting.push({
        run: (tx) => {
          result = work(tx)
        },
        done: () => resolve(result),
        fail: reject,
      })
    })
}

function alone(store: Store, one: Waiting): void {
  try {
    store.transaction((tx) => one.run(tx))
  } catch (problem) {
    one.fail(problem)
    return
  }
  one.done()
}

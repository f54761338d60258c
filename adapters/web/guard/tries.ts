import { type Clock, minutesAfter } from '../../../src/kernel/time.ts'

/** Counts links that did not open, per address, so that nobody can try them out. Kept in memory: a restart forgives. */
export interface Tries {
  isTired(of: string): boolean
  failed(of: string): void
}

/** `most` failures within `minutes`, then no more until the window has passed. Remembers at most `addresses` of them. */
export function createTries(clock: Clock, { most = 10, minutes = 10, addresses = 10_000 } = {}): Tries {
  const windows = new Map<string, { until: string; failures: number }>()
  const current = (of: string) => {
    const window = windows.get(of)
    return window === undefined || window.until <= clock() ? undefined : window
  }
  return {
    isTired: (of) => (current(of)?.failures ?? 0) >= most,
    failed(of) {
      const window = current(of) ?? { until: minutesAfter(clock(), minutes), failures: 0 }
      windows.delete(of)
      windows.set(of, { ...window, failures: window.failures + 1 })
      const oldest = windows.size > addresses ? windows.keys().next().value : undefined
      if (oldest !== undefined) windows.delete(oldest)
    },
  }
}

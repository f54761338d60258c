/** What can go wrong on the way to Slack. Asked for in advance, spent one call at a time. */

export type Fault =
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly status: 500 | 502 | 503 }
  | { readonly error: string }
  | { readonly delayMs: number }
  /** The connection breaks: before anything is done, or (worse) after it is done but before the answer arrives. */
  | { readonly hangUp: true | 'after-doing-it' }

export interface Faults {
  /** The next `times` calls of this method (`'*'`: any; `'response_url'`: answers to interactions) fail like this. */
  next(method: string, fault: Fault, times?: number): void
  /** The fault this call must suffer, if any; asking spends it. */
  take(method: string): Fault | undefined
  clear(): void
  /** Every answer waits this long, as it does on a real network. */
  latencyMs: number
}

export function createFaults(latencyMs = 0): Faults {
  const queues = new Map<string, Fault[]>()
  return {
    latencyMs,
    next(method, fault, times = 1) {
      queues.set(method, [...(queues.get(method) ?? []), ...Array<Fault>(times).fill(fault)])
    },
    take: (method) => queues.get(method)?.shift() ?? queues.get('*')?.shift(),
    clear: () => queues.clear(),
  }
}

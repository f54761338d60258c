import type { State } from './state.ts'

/** Waits until `check` gives something; asked now and again at each change, so no test has to sleep. */
export function until<T>(state: State, check: () => T | undefined | false, withinMs = 5_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = state.onChange(look)
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`not seen within ${withinMs} ms: ${check}`))
    }, withinMs)
    look()

    function look(): void {
      try {
        const found = check()
        if (found) settle(() => resolve(found))
      } catch (error) {
        settle(() => reject(error))
      }
    }

    function settle(answer: () => void): void {
      clearTimeout(timer)
      stop()
      answer()
    }
  })
}

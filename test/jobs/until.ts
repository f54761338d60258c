import { setTimeout as pause } from 'node:timers/promises'

/** Waits until it is true; after 20 seconds says what never became true. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < 1_000; look++) {
    if (await isSo()) return
    await pause(20)
  }
  throw new Error(`it never came to be that ${what}`)
}

/** A door that a fake can wait at until the story opens it. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: () => resolve() }
}

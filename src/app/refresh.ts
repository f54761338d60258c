/** Draws every live copy of a subject again, on every platform, and sends only those that look different now (idea 3). */
import { type Copy, DeliveryError, type Tx } from '../ports.ts'
import { readRun } from '../record/removal.ts'
import { drawCard } from './cards.ts'
import type { House } from './house.ts'
import { overtaken, pointer } from './overtaken.ts'
import { drawnHash, NOT_KNOWN } from './posted.ts'
import { clear } from './removal.ts'

/** Refreshes a subject's copies. A copy that no longer exists on its platform is forgotten; trouble that may pass is thrown, to be tried again. */
export async function refresh(house: House, subject: string): Promise<void> {
  const run = readRun(subject)
  if (run !== undefined) return clear(house, subject, run)
  const at = house.clock()
  const { touched, drawn } = house.store.read((tx) => {
    const copies = tx.copies.of(subject)
    const old = overtaken(tx, copies)
    const drawn = copies.flatMap((copy) => {
      if (copy.card === 'said') return []
      const card = drawCard({ house, tx, at }, copy, copy.viewer)
      if (card === undefined) return []
      const message = old.has(copy) ? pointer(card) : card
      return [{ copy, message, hash: drawnHash(message) }]
    })
    return { touched: tx.copies.touched(subject), drawn }
  })
  const changed = drawn.filter(({ copy, hash }) => hash !== copy.drawn)
  if (changed.length > 0) house.store.transaction((tx) => forget(tx, changed))
  const trouble: unknown[] = []
  for (const { copy, message, hash } of changed) {
    const messenger = house.messengers.find((one) => one.platform === copy.posted.platform)
    if (messenger === undefined) continue
    try {
      await messenger.update(copy.posted, message)
      house.store.transaction((tx) => tx.copies.redrawn(copy.id, hash, at))
    } catch (thrown) {
      if (!(thrown instanceof DeliveryError)) throw thrown
      if (thrown.permanent) house.store.transaction((tx) => tx.copies.retire(copy.id))
      else trouble.push(thrown)
    }
  }
  if (trouble.length > 0) throw trouble[0]
  house.store.transaction((tx) => tx.copies.settled(subject, touched))
}

/**
 * Until the new face has been written down nobody knows which of both a copy shows: the process may end, or the answer be lost. Should the matter look as
 * before by then, the copy must not seem to need nothing.
 */
function forget(tx: Tx, changed: readonly { readonly copy: Copy }[]): void {
  for (const { copy } of changed) tx.copies.redrawn(copy.id, NOT_KNOWN, copy.at)
}

/**
 * What a card looks like out there is known once its redrawing has been written down. In between, when the process ended or the answer was lost, it may show
 * either face; and should its matter return to the earlier one, it would seem to need nothing. So it is drawn again whatever it looks like.
 */
import type { Copy, Tx } from '../ports.ts'
import type { House } from './house.ts'

/** No drawing has this hash. */
const NOT_KNOWN = ''

/** From now on it is not known what this copy shows. */
export function doubt(tx: Tx, { id, at }: Copy): void {
  tx.copies.redrawn(id, NOT_KNOWN, at)
}

/** At a start: every copy that may have been on its way to be redrawn when the process ended. */
export function doubtUnsettled({ store }: House): void {
  store.transaction((tx) => {
    for (const subject of tx.copies.stale()) for (const copy of tx.copies.of(subject)) doubt(tx, copy)
  })
}

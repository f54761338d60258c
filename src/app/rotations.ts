/** Every group whose vice-chair goes round is watched, so that the next is proposed on its day without anybody having to remember (D-34). */
import { rotates, rotationId } from '../decisions/rotation.ts'
import { groupsAt } from '../partnership/partnership.ts'
import { asMuster } from './as-muster.ts'
import type { House } from './house.ts'
import { newRing, type Ring } from './work.ts'

/** Begins to watch those that are not watched yet: after a start, and after the day on which the profile or the groups changed. */
export function watchRotations(house: House): Ring {
  const ring = newRing()
  house.store.transaction((tx) => {
    const at = house.clock()
    const unwatched = groupsAt(house.partnership(), at).filter(
      (group) => rotates(group) && tx.subjects.get(rotationId(group.id)) === undefined,
    )
    asMuster({ house, tx, at, ring }, (ctx) => {
      for (const { id, short } of unwatched) {
        ctx.begin({ id: rotationId(id), kind: 'rotation', title: `Vice-chair of ${short}` })
        ctx.record(rotationId(id), undefined, [{ kind: 'watched', data: { group: id } }])
      }
    })
  })
  return ring
}

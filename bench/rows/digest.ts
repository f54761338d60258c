/** The morning digest, drawn for five hundred people one after the other, as the outbox does, with a review under way. */
import { drawCard } from '../../src/app/cards.ts'
import { digestOf } from '../../src/app/digest.ts'
import { aFolder, people, prepare } from '../kit/muster.ts'
import { type Row, rowOf } from '../kit/row.ts'
import { NOW, openCase, openWorld } from '../kit/world.ts'

const DIGESTS = 500
const CASES = 6
/** A digest must not be what holds up a press: a hundredth of a second each. */
const LIMIT_MS = DIGESTS * 10

export function digest({ rounds = 3 } = {}): Row[] {
  const folder = aFolder()
  try {
    prepare(`${folder.path}/digest.db`)
    const world = openWorld(`${folder.path}/digest.db`)
    for (let cases = 0; cases < CASES; cases++) openCase(world)
    const took = Array.from({ length: rounds }, () => {
      const began = performance.now()
      for (let n = 0; n < DIGESTS; n++) {
        const person = people[n % people.length] ?? ''
        // A transaction each, as when each is delivered.
        world.store.read((tx) => {
          drawCard({ house: world.house, tx, at: NOW }, { card: 'digest', subject: digestOf(person, NOW) }, person)
        })
      }
      return performance.now() - began
    })
    world.store.close()
    return [
      rowOf({
        name: `digests for ${DIGESTS} people, ${CASES} reviews open`,
        goal: 1,
        ours: took,
        peer: took.map(() => LIMIT_MS),
        unit: 'ms',
        dominates: 'who is called about what',
      }),
    ]
  } finally {
    folder.remove()
  }
}

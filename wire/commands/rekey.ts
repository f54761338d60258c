import { takeAlone } from '../../db/alone.ts'
import { rewrap } from '../../db/open.ts'
import { readVaultKey } from '../../db/seal.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { type Command, Misused } from './command.ts'
import { recordAt } from './house.ts'

export const rekeyCommand: Command = {
  usage: 'rekey <new key>',
  says: 'change MUSTER_KEY while Muster is stopped: every data key is wrapped anew with the new one, or none is',
  run: ([given], _options, { environment }) => {
    const before = readVaultKey(environment.MUSTER_KEY)
    if (isRefusal(before)) throw new Misused(`${before.sentence} MUSTER_KEY must still be the old key.`)
    const after = readVaultKey(given)
    if (isRefusal(after)) throw new Misused(`The new key cannot be used. ${after.next}`)
    const file = recordAt(environment)
    // One that runs would go on with the old key, and read nothing any more.
    const letGo = takeAlone(file, 0)
    if (!letGo) throw new Misused(`Muster is at work on ${file}. Stop it first.`)
    try {
      const changed = rewrap(file, before, after)
      return {
        json: { changed },
        lines: [`${changed} data keys are wrapped with the new key. Set MUSTER_KEY to it before you start Muster.`],
      }
    } finally {
      letGo()
    }
  },
}

import { rewrap } from '../../db/open.ts'
import { readVaultKey } from '../../db/seal.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { type Command, Misused } from './command.ts'

export const rekeyCommand: Command = {
  usage: 'rekey <new key>',
  says: 'change MUSTER_KEY while Muster is stopped: every data key is wrapped anew with the new one, or none is',
  run: ([given], _options, { environment }) => {
    const before = readVaultKey(environment.MUSTER_KEY)
    if (isRefusal(before)) throw new Misused(`${before.sentence} MUSTER_KEY must still be the old key.`)
    const after = readVaultKey(given)
    if (isRefusal(after)) throw new Misused(`The new key cannot be used. ${after.next}`)
    const changed = rewrap(environment.DATABASE_FILE, before, after)
    return {
      json: { changed },
      lines: [`${changed} data keys are wrapped with the new key. Set MUSTER_KEY to it before you start Muster.`],
    }
  },
}

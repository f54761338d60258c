/** A process that presses until it is killed, and says each press that was kept. Run by durability.test.ts. */
import { writeSync } from 'node:fs'
import { openStore } from '../../db/open.ts'
import { aLine, anAlarm, at, juniper, key } from './given.ts'

const store = openStore({ file: process.argv[2] as string, key, clock: () => at })
store.transaction((tx) => tx.subjects.add(juniper))
for (;;) {
  const kept = store.transaction((tx) => {
    const version = tx.subjects.append(juniper.id, { kind: 'pressed', at, by: 'p-spa', data: {} })
    tx.journal.append({ at, by: 'p-spa', verb: 'case.press', subject: juniper.id, detail: { version } })
    tx.outbox.add(aLine(`press/${version}`))
    tx.alarms.put(anAlarm(`press/${version}`))
    tx.vault.seal(juniper.id, `press/${version}`, `words ${version}`)
    tx.copies.touch(juniper.id)
    return version
  })
  writeSync(1, `${kept}\n`)
}

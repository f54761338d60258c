/** The evidence pack of a case, and the way for a second person to check one against the journal. */
import { writeFileSync } from 'node:fs'
import { readVaultKey } from '../../db/seal.ts'
import { takeEvidence } from '../../src/app/evidence.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { inspectRecord } from '../../src/record/pins.ts'
import { fileOf } from '../evidence.ts'
import { type Command, Misused } from './command.ts'
import { within } from './house.ts'

export const evidenceCommand: Command = {
  usage: 'evidence <case> [--out file.docx] [--without-narrative]',
  says: 'the record of a case as a document, verified; with its narrative it needs MUSTER_KEY and is confidential',
  run: async ([subject], { out, 'without-narrative': without }, setting) => {
    if (subject === undefined) throw new Misused('Say which case: evidence RR-2026-04, or its code word.')
    const narrative = without !== true
    const key = readVaultKey(setting.environment.MUSTER_KEY)
    if (narrative && isRefusal(key))
      throw new Misused(`${key.sentence} With --without-narrative the pack is made without what is sealed.`)
    const pack = within(setting, ({ house }) => takeEvidence(house, { subject, narrative }))
    if (isRefusal(pack)) throw new Misused(`${pack.sentence} ${pack.next}`)
    const { bytes, name } = await fileOf(pack)
    const file = String(out ?? name)
    // For whoever made it alone: it may hold what the vault holds.
    writeFileSync(file, bytes, { mode: 0o600 })
    return { json: { file, narrative }, lines: [`Written to ${file}.`] }
  },
}

export const evidenceCheckCommand: Command = {
  usage: 'evidence-check <entry> <hash>',
  says: 'whether the journal still passes through the entry that an evidence pack names',
  run: ([entry, hash], _options, setting) => {
    const n = Number(entry)
    if (!Number.isSafeInteger(n) || n < 1 || !/^[0-9a-f]{64}$/.test(hash ?? ''))
      throw new Misused('Say the entry and the hash as they stand in the pack: evidence-check 214 5c1f…')
    return within(setting, ({ store }) => {
      const verdict = store.read((tx) => inspectRecord(tx, { n, hash: hash as string }))
      return verdict.ok
        ? { json: verdict, lines: [`The record is whole, and passes through entry ${n} as the pack has it.`] }
        : { json: verdict, ok: false, lines: [`The record is not the one the pack was made from. ${verdict.because}`] }
    })
  },
}

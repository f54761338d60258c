import { writeFileSync } from 'node:fs'
import { takeMinutes } from '../../src/app/minutes.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { minutesFile } from '../minutes.ts'
import { type Command, Misused } from './command.ts'
import { within } from './house.ts'

export const minutesCommand: Command = {
  usage: 'minutes <meeting> [--out file.docx]',
  says: 'the minutes of a meeting as a document, drafted from its agenda, attendance, decisions and actions',
  run: async ([subject], { out }, setting) => {
    if (subject === undefined) throw new Misused('Say which meeting, by its id: "dates" lists them.')
    const minutes = within(setting, ({ house }) => takeMinutes(house, { subject }))
    if (isRefusal(minutes)) throw new Misused(`${minutes.sentence} ${minutes.next}`)
    const { name, bytes } = await minutesFile(subject, minutes)
    const file = String(out ?? name)
    writeFileSync(file, bytes, { mode: 0o600 })
    return { json: { file }, lines: [`Written to ${file}.`] }
  },
}

/** What is due to be deleted, and what is held: to look at; deciding takes two people, on the desk or in chat. */
import { dueRecords, heldRecords } from '../../src/app/retention.ts'
import { sayDate, sayMoment } from '../../src/kernel/time.ts'
import type { Command } from './command.ts'
import { within } from './house.ts'

export const retentionCommand: Command = {
  usage: 'retention',
  says: 'how long each class of record is kept, which records are due to be deleted, and which are under a legal hold',
  run: (_args, _options, setting) =>
    within(setting, ({ house, store }) => {
      const classes = Object.entries(house.partnership().profile.retention)
      const at = setting.now()
      const { due, held } = store.read((tx) => ({ due: dueRecords({ house, tx, at }), held: heldRecords(tx) }))
      return {
        json: { classes: Object.fromEntries(classes), due, held },
        lines: [
          ...classes.map(([id, { keep, says, source }]) => `${id}: ${says}; ${keep} (${source})`),
          '',
          ...(due.length === 0
            ? ['No record is due to be deleted.']
            : due.map(
                ({ because, record, until }) => `Due: ${record.title}, kept until ${sayDate(until)}. ${because}.`,
              )),
          ...held.map(
            ({ hold, title }) =>
              `Held: ${title}, since ${sayMoment(hold.at)}${hold.reason === undefined ? '' : `: ${hold.reason}`}.`,
          ),
        ],
      }
    }),
}

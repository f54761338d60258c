/** What is due to be deleted, and what is held: to look at; deciding takes two people, on the desk or in chat. */
import { linesOf, sayRun } from '../../src/app/removal.ts'
import { dueRecords, heldRecords } from '../../src/app/retention.ts'
import { sayDate, sayMoment } from '../../src/kernel/time.ts'
import { reportsOf } from '../../src/record/removal.ts'
import { keptClasses, undecided } from '../../src/record/retention.ts'
import type { Command } from './command.ts'
import { within } from './house.ts'

export const retentionCommand: Command = {
  usage: 'retention',
  says: 'how long each class of record is kept and what waits for a decision, which records are due or held, and what was taken away from chat',
  run: (_args, _options, setting) =>
    within(setting, ({ house, store }) => {
      const { retention } = house.partnership().profile
      const classes = keptClasses(retention)
      const at = setting.now()
      return store.read((tx) => {
        const [due, held, removed] = [dueRecords({ house, tx, at }), heldRecords(tx), reportsOf(tx.copies.removed())]
        return {
          json: { classes: Object.fromEntries(classes.map((one) => [one.id, one])), due, held, removed },
          lines: [
            ...classes.map(
              ({ atItsEnd, id, keep, says, source }) => `${id}: ${says}; ${keep} (${source}). Then: ${atItsEnd}.`,
            ),
            '',
            ...undecided(retention).map((words) => `Not decided: ${words}`),
            ...(due.length === 0
              ? ['No record is due to be deleted.']
              : due.map(
                  ({ because, record, until }) => `Due: ${record.title}, kept until ${sayDate(until)}. ${because}.`,
                )),
            ...held.map(
              ({ hold, title }) =>
                `Held: ${title}, since ${sayMoment(hold.at)}${hold.reason === undefined ? '' : `: ${hold.reason}`}.`,
            ),
            ...removed.map(
              (report) => `Taken away: ${sayRun(house, tx, report.run)}. ${linesOf(house, report).join('. ')}.`,
            ),
          ],
        }
      })
    }),
}

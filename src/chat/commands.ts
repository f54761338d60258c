/**
 * The words people type: the same after a Slack slash, a Teams mention and on the desk. A table, so `help` prints it and nothing is spelt twice.
 *
 * @example
 *   readCommand('rapid-review start')                       // { verb: 'rapid-review.start', input: {} }
 *   readCommand('meetings call slt 2027-02-25 14:00')       // { verb: 'meeting.call', input: { group: 'slt', date: …, time: … } }
 *   readCommand('rapid-reviw start')                        // a refusal that offers "rapid-review"
 */
export type { Command } from './commands/command.ts'
export { type ReadCommand, readCommand } from './commands/read.ts'
export { commands, families } from './commands/table.ts'

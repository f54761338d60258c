/** The command line: `npm run --silent muster -- <command> [--json]`. With main.ts the one place where the time is read. */

import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Command, Misused } from './wire/commands/command.ts'
import { dueCommand } from './wire/commands/due.ts'
import { evidenceCheckCommand, evidenceCommand } from './wire/commands/evidence.ts'
import { backupCommand, datesCommand, healthCommand, keyCommand, verifyCommand } from './wire/commands/house.ts'
import { mailCommand } from './wire/commands/mail.ts'
import { minutesCommand } from './wire/commands/minutes.ts'
import { permissionsCommand, profileCommand } from './wire/commands/partnership.ts'
import { rekeyCommand } from './wire/commands/rekey.ts'
import { retentionCommand } from './wire/commands/retention.ts'
import { teamsCommand } from './wire/commands/teams.ts'
import { loadEnvFile } from './wire/env-file.ts'
import { readEnvironment } from './wire/environment.ts'
import { troubleIn } from './wire/trouble.ts'

const commands: Readonly<Record<string, Command>> = {
  due: dueCommand,
  dates: datesCommand,
  permissions: permissionsCommand,
  profile: profileCommand,
  health: healthCommand,
  verify: verifyCommand,
  evidence: evidenceCommand,
  'evidence-check': evidenceCheckCommand,
  retention: retentionCommand,
  backup: backupCommand,
  key: keyCommand,
  mail: mailCommand,
  minutes: minutesCommand,
  rekey: rekeyCommand,
  'teams-manifest': teamsCommand,
}

function usage(): string {
  const lines = Object.values(commands).map(({ usage: words, says }) => `  ${words}\n      ${says}`)
  return `npm run --silent muster -- <command> [--json]\n\n${lines.join('\n')}\n`
}

/** What was typed, taken apart. An option that nobody knows is a slip of whoever typed it, and is said without a stack. */
function options(typed: string[]) {
  try {
    return parseArgs({
      args: typed,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        calendar: { type: 'string' },
        'app-id': { type: 'string' },
        'base-url': { type: 'string' },
        out: { type: 'string' },
        'without-narrative': { type: 'boolean' },
      },
    })
  } catch (problem) {
    const { code = '', message } = problem as NodeJS.ErrnoException
    if (!code.startsWith('ERR_PARSE_ARGS')) throw problem
    throw new Misused(`${message.split('. ')[0]}. "npm run --silent muster -- help" lists every command.`)
  }
}

async function main(): Promise<number> {
  loadEnvFile()
  const { positionals, values } = options(process.argv.slice(2))
  const [name = '', ...args] = values.help ? [] : positionals
  const command = commands[name]
  if (command === undefined) {
    process.stderr.write(name === '' || name === 'help' ? usage() : `There is no command "${name}".\n\n${usage()}`)
    return name === '' || name === 'help' ? 0 : 2
  }
  const answer = await command.run(args, values, {
    environment: readEnvironment(process.env),
    now: () => new Date().toISOString(),
    stdin: () => buffer(process.stdin),
  })
  process.stdout.write(values.json ? `${JSON.stringify(answer.json)}\n` : `${answer.lines.join('\n')}\n`)
  return answer.ok === false ? 1 : 0
}

main().then(
  (code) => process.exit(code),
  (problem: unknown) => {
    const trouble = troubleIn(problem)
    if (trouble === undefined) throw problem
    process.stderr.write(`${trouble}\n`)
    process.exit(2)
  },
)

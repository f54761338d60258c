/** Commands that open the partnership's file: is the record whole, is all well, what is due, a backup. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backup } from '../../db/backup.ts'
import { check } from '../../db/check.ts'
import { settingIn } from '../../db/peek.ts'
import { newVaultKey, readVaultKey } from '../../db/seal.ts'
import { checkQueue } from '../../jobs/health.ts'
import { openQueue } from '../../jobs/queue.ts'
import { openMatters } from '../../src/app/digest.ts'
import { calendarWarning } from '../../src/calendar/working-calendar.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { dateOf, sayDate } from '../../src/kernel/time.ts'
import { vacancies } from '../../src/partnership/partnership.ts'
import { inspectRecord } from '../../src/record/pins.ts'
import { hasCredentials } from '../environment.ts'
import { type Household, openHousehold } from '../household.ts'
import { createLog } from '../log.ts'
import { REHEARSAL } from '../rehearse.ts'
import { type Command, Misused, type Setting } from './command.ts'

/** Opens the file for one command and closes it again. Class S answers stay closed when there is no key: none of these commands needs one. */
export function within<T>({ environment, now }: Setting, work: (household: Household) => T): T {
  const key = readVaultKey(environment.MUSTER_KEY)
  const household = openHousehold({
    file: recordAt(environment),
    key: isRefusal(key) ? newVaultKey() : key,
    clock: now,
    log: createLog('silent'),
    baseUrl: environment.BASE_URL ?? '',
    profile: environment.PROFILE,
    people: environment.PEOPLE,
    ...(environment.PROFILES_FOLDER === undefined ? {} : { profilesFolder: environment.PROFILES_FOLDER }),
  })
  try {
    return work(household)
  } finally {
    household.store.close()
  }
}

/** The file of the record. Throws Misused when it is not there: a wrong path would be answered with a new, empty one, and that is always whole. */
export function recordAt({ DATABASE_FILE: file }: Setting['environment']): string {
  if (!isThere(file)) throw new Misused(`${noFile(file).sentence} ${noFile(file).next}`)
  return file
}

const isThere = (file: string) => file === ':memory:' || existsSync(file)

const noFile = (file: string): Finding => ({
  code: 'no-file',
  sentence: `There is no ${file}.`,
  next: 'DATABASE_FILE names the record; the first `npm start` makes it.',
})

export const verifyCommand: Command = {
  usage: 'verify',
  says: 'check that nothing in the record has been altered, removed or added: every entry, and every fact it pins',
  run: (_args, _options, setting) =>
    within(setting, ({ store }) => {
      const verdict = store.read((tx) => inspectRecord(tx))
      return verdict.ok
        ? {
            json: verdict,
            lines: [`The record is whole: ${verdict.entries} entries, each following from the one before.`],
          }
        : {
            json: verdict,
            ok: false,
            lines: [`The record has been altered at entry ${verdict.at}: ${verdict.because}`],
          }
    }),
}

export const healthCommand: Command = {
  usage: 'health',
  says: 'check the file, the queue, the record, the calendar and the seats; each finding says what to do',
  run: async (_args, _options, setting) => {
    const { environment } = setting
    const findings = [
      ...configuration(setting),
      ...fileFindings(setting),
      ...(isThere(environment.DATABASE_FILE)
        ? within(setting, (household) => houseFindings(household, setting.now()))
        : [noFile(environment.DATABASE_FILE)]),
    ]
    findings.push(...(await queueFindings(environment.QUEUE_URL)))
    const serious = findings.filter(({ code }) => !NOTICES.has(code))
    const lines = findings.length === 0 ? ['All is well.'] : findings.map(({ sentence, next }) => `${sentence} ${next}`)
    return { json: { ok: serious.length === 0, findings }, lines, ok: serious.length === 0 }
  },
}

/** Worth knowing, but no reason to call the house unwell. */
const NOTICES: ReadonlySet<string> = new Set(['queue-embedded', 'rehearsal', 'vacancy'])

interface Finding {
  readonly code: string
  readonly sentence: string
  readonly next: string
}

/** The queue inside the process is there only while Muster runs, so there is nothing to open and look at. */
async function queueFindings(url: string | undefined): Promise<readonly Finding[]> {
  if (url === undefined) {
    return [
      {
        code: 'queue-embedded',
        sentence: 'QUEUE_URL is not set: the queue lives in the memory of the process.',
        next: 'Set QUEUE_URL=redis://… before real work depends on it.',
      },
    ]
  }
  const queue = await openQueue(url, { log: createLog('silent') })
  const findings = await checkQueue(queue)
  await queue.close()
  return findings
}

function configuration({ environment }: Setting): Finding[] {
  if (!hasCredentials(environment)) {
    return [
      {
        code: 'rehearsal',
        sentence: 'There are no credentials, so `npm start` opens the rehearsal room.',
        next: 'For a real workspace see .env.example.',
      },
    ]
  }
  const key = readVaultKey(environment.MUSTER_KEY)
  return [
    ...(isRefusal(key) ? [{ code: 'no-key', sentence: key.sentence, next: key.next }] : []),
    ...(environment.BASE_URL
      ? []
      : [
          {
            code: 'no-base-url',
            sentence: 'BASE_URL is not set, so personal links would lead to this machine only.',
            next: 'Set it to the address members use, such as https://muster.example.org.',
          },
        ]),
    ...(environment.SMTP_URL
      ? []
      : [
          {
            code: 'no-mail',
            sentence: 'SMTP_URL is not set, so members on neither platform cannot be reached.',
            next: 'Set it to the mail server, such as smtp://user:password@mail.example.org:587.',
          },
        ]),
  ]
}

function fileFindings({ environment }: Setting): Finding[] {
  if (settingIn(environment.DATABASE_FILE, REHEARSAL) === undefined && !hasCredentials(environment)) return []
  const file = check(environment.DATABASE_FILE)
  return file.ok
    ? []
    : file.problems.map((sentence) => ({
        code: 'file-damaged',
        sentence,
        next: 'Stop Muster and restore the last backup that passes this check.',
      }))
}

function houseFindings({ store, house }: Household, at: string): Finding[] {
  const partnership = house.partnership()
  const verdict = store.read((tx) => inspectRecord(tx))
  const warning = calendarWarning(house.calendar(), dateOf(at))
  const undelivered = store.read((tx) => tx.outbox.waiting(at).filter((line) => line.attempts > 2)).length
  return [
    ...(verdict.ok
      ? []
      : [
          {
            code: 'record-broken',
            sentence: `The record has been altered at entry ${verdict.at}.`,
            next: 'Restore the last backup that verifies, and report a data incident.',
          },
        ]),
    ...(warning ? [{ code: 'calendar', ...warning }] : []),
    ...(undelivered === 0
      ? []
      : [
          {
            code: 'undelivered',
            sentence: `${undelivered} messages have been tried several times and not delivered.`,
            next: 'Look at the log for "not delivered this way", and check the accounts named there.',
          },
        ]),
    ...vacancies(partnership, at).map(({ says }) => ({
      code: 'vacancy',
      sentence: says,
      next: 'Ask the organisation to nominate somebody, and add the seat.',
    })),
  ]
}

export const datesCommand: Command = {
  usage: 'dates',
  says: 'every date that is owed, as a plain list; keep it where it can be read when the platforms are down (10.2.43)',
  run: (_args, _options, setting) =>
    within(setting, ({ house, store }) => {
      const at = setting.now()
      const matters = store.read((tx) => openMatters({ house, tx, at }))
      const rows = matters
        .flatMap(({ subject, owed }) =>
          owed
            .filter((one) => one.status === 'open' && one.limit)
            .map((one) => ({
              matter: subject.title,
              what: one.what,
              who: one.obligor.label,
              due: one.limit?.limit ?? '',
              because: one.limit?.because ?? '',
            })),
        )
        .sort((a, b) => a.due.localeCompare(b.due))
      return {
        json: { dates: rows },
        lines: rows.map((row) => `${sayDate(row.due)}  ${row.matter}: ${row.what} (${row.who})`),
      }
    }),
}

export const backupCommand: Command = {
  usage: 'backup [folder]',
  says: 'copy the file while Muster runs; the last 14 copies are kept',
  run: ([folder], _options, { environment, now }) => {
    const to = backup(environment.DATABASE_FILE, folder ?? join(dirname(environment.DATABASE_FILE), 'backups'), now())
    return { json: { file: to }, lines: [`Copied to ${to}.`] }
  },
}

export const keyCommand: Command = {
  usage: 'key',
  says: 'make a new vault key for MUSTER_KEY; keep it apart from the backups',
  run: () => {
    const key = newVaultKey().toString('base64')
    return { json: { key }, lines: [key] }
  },
}

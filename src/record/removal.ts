/**
 * Taking messages away from the platforms, run by run: why each run was begun, what it leaves in a message's place, and what it has done where.
 *
 * @example
 *   runId({ kind: 'chat', on: '2028-01-17' })              // 'retention/2028-01-17'
 *   reportsOf(tx.copies.removed())[0]?.lines               // ['Slack: 12 deleted', 'Teams: 7 deleted, 1 overwritten', 'E-mail: 3, which cannot be recalled']
 */
import { type Message, quiet, say } from '../chat/words.ts'
import { type LocalDate, sayDate } from '../kernel/time.ts'
import type { Removal, Removed } from '../ports.ts'

export type Run =
  /** The day on which messages had stood in chat for as long as they may. */
  | { readonly kind: 'chat'; readonly on: LocalDate }
  /** What was told of a case has been deleted: so is what chat says about it. */
  | { readonly kind: 'record'; readonly subject: string }
  /** What somebody was shown before they left. */
  | { readonly kind: 'leaver'; readonly person: string; readonly on: LocalDate }

/** The name under which a run is kept; no subject has such an id. */
export function runId(run: Run): string {
  switch (run.kind) {
    case 'chat':
      return `retention/${run.on}`
    case 'record':
      return `record/${run.subject}`
    case 'leaver':
      return `leaver/${run.on}/${run.person}`
    default:
      return run satisfies never
  }
}

/** The run of a name; undefined for what is none. */
export function readRun(id: string): Run | undefined {
  const [kind, first = '', ...rest] = id.split('/')
  if (kind === 'retention') return { kind: 'chat', on: first }
  if (kind === 'record') return { kind: 'record', subject: [first, ...rest].join('/') }
  return kind === 'leaver' ? { kind: 'leaver', on: first, person: rest.join('/') } : undefined
}

/** What stands where a platform does not let a message be deleted: that it was removed and when, and nothing of what it said. */
export function insteadOf(run: Run, today: LocalDate): Message {
  const words =
    run.kind === 'leaver'
      ? `Removed on ${sayDate(today)}: it was for members of the partnership.`
      : `Removed on ${sayDate(today)} under the retention rule.`
  return { ...say(words, quiet('Nothing is asked of you here.')), sensitivity: 'open' }
}

export interface RunReport {
  readonly run: string
  /** A line for each platform. */
  readonly lines: readonly string[]
  /** How many are still to be taken away. */
  readonly waiting: number
  /** Where a message still stands that could be neither deleted nor overwritten: before whom, or in a channel. */
  readonly stands: readonly { readonly platform: string; readonly viewer?: string; readonly count: number }[]
}

/** What each run has done where, the latest first. */
export function reportsOf(removed: readonly Removed[]): readonly RunReport[] {
  const runs = Map.groupBy(removed, ({ run }) => run)
  return [...runs].map(([run, rows]) => ({
    run,
    lines: [...Map.groupBy(rows, ({ platform }) => platform)].map(
      ([platform, there]) => `${PLATFORMS[platform] ?? platform}: ${sayRemoved(there)}`,
    ),
    waiting: rows.reduce((sum, { how, count }) => (how === undefined ? sum + count : sum), 0),
    stands: rows.flatMap(({ how, platform, viewer, count }) =>
      how === 'stands'
        ? [{ platform: PLATFORMS[platform] ?? platform, count, ...(viewer === undefined ? {} : { viewer }) }]
        : [],
    ),
  }))
}

const PLATFORMS: Readonly<Record<string, string>> = { slack: 'Slack', teams: 'Teams', email: 'E-mail' }

const WORDS: readonly (readonly [Removal | undefined, (count: number) => string])[] = [
  ['deleted', (count) => `${count} deleted`],
  ['gone', (count) => `${count} gone before`],
  ['overwritten', (count) => `${count} overwritten, since deleting is not allowed there`],
  ['stands', (count) => `${count} could be neither deleted nor overwritten`],
  ['mailed', (count) => `${count} sent, and a letter cannot be recalled`],
  [undefined, (count) => `${count} still to be taken away`],
]

function sayRemoved(rows: readonly Removed[]): string {
  return WORDS.flatMap(([how, words]) => {
    const count = rows.reduce((sum, row) => (row.how === how ? sum + row.count : sum), 0)
    return count === 0 ? [] : [words(count)]
  }).join(', ')
}

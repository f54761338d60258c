/**
 * What Muster costs, each row beside its peer in the same run.
 *
 * @example
 *   npm run bench                      the table
 *   npm run --silent bench -- --json   {"rows":[{"name", "ratio", "goal", "ok", …}]}
 *   npm run bench -- outbox process    these rows only
 *   npm run bench -- --quick           short rounds, to see that everything runs; its ratios mean little
 */
import { parseArgs } from 'node:util'
import type { Row } from './kit/row.ts'
import { print } from './kit/table.ts'
import { acknowledgement } from './rows/acknowledge.ts'
import { digest } from './rows/digest.ts'
import { evidence } from './rows/evidence.ts'
import { history } from './rows/history.ts'
import { invitation } from './rows/invitation.ts'
import { outbox } from './rows/outbox.ts'
import { process as processRows } from './rows/process.ts'
import { year } from './rows/year.ts'

type Bench = (quick: boolean) => Row[] | Promise<Row[]>

const benches: Readonly<Record<string, Bench>> = {
  acknowledge: (quick) => acknowledgement(quick ? { rounds: 1, seconds: 1, warmUp: 1 } : {}),
  outbox: (quick) => outbox(quick ? { messages: 200 } : {}),
  process: (quick) => processRows(quick ? { rounds: 1 } : {}),
  history: (quick) => history(quick ? { rounds: 1, seconds: 1, partnerships: 1 } : {}),
  invitation: () => invitation(),
  year: (quick) => year(quick ? { rounds: 1 } : {}),
  digest: (quick) => digest(quick ? { rounds: 1 } : {}),
  evidence: (quick) => evidence(quick ? { rounds: 1 } : {}),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(benches)
const rows: Row[] = []
for (const name of wanted) {
  const bench = benches[name]
  if (bench === undefined) throw new Error(`no bench "${name}": there are ${Object.keys(benches).join(', ')}`)
  if (!values.json) process.stderr.write(`${name} …\n`)
  rows.push(...(await bench(values.quick)))
}
process.stdout.write(values.json ? `${JSON.stringify({ rows })}\n` : print(rows))
process.exitCode = rows.every(({ ok }) => ok) || values.quick ? 0 : 1

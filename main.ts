/** Starts Muster: reads the environment, opens the rooms, and closes them when asked to stop. The one place, with cli.ts, where the time is read. */
import { performance } from 'node:perf_hooks'
import { loadEnvFile } from './wire/env-file.ts'
import { readEnvironment } from './wire/environment.ts'
import { createLog } from './wire/log.ts'
import { type Running, start } from './wire/start.ts'
import { troubleIn } from './wire/trouble.ts'

/** A process that has been told to stop is given this long to finish what it is doing. */
const STOP_WITHIN_MS = 15_000

const wallClock = () => new Date().toISOString()

async function main(): Promise<void> {
  loadEnvFile()
  const environment = readEnvironment(process.env)
  const log = createLog(environment.LOG_LEVEL)
  const running = await start({ environment, wallClock, elapsed: () => performance.now(), log })
  stopWhenAsked(running)
  process.stdout.write(
    running.rehearsing
      ? `\nThe rehearsal room is open: ${running.address}\nNobody outside can be reached from it. For a real workspace see .env.example and docs/administrators.md.\n\n`
      : `\nMuster is ready: ${running.address}\n\n`,
  )
}

function stopWhenAsked(running: Running): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await running.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((problem: unknown) => {
  const trouble = troubleIn(problem)
  if (trouble === undefined) throw problem
  process.stderr.write(`\n${trouble}\n\n`)
  process.exit(1)
})

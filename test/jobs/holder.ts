/** A process that takes a line, says so, and never finishes it: to be killed. */
import { createBell } from '../../jobs/bell.ts'
import { openQueue } from '../../jobs/queue.ts'
import { FakeCore, quiet, Rehearsal } from './core.ts'

const clock = new Rehearsal()
const core = new FakeCore(clock)
core.writes('out_1')
core.when('out_1', () => {
  process.stdout.write('holding out_1\n')
  return new Promise(() => {})
})
const house = await openQueue(process.argv[2], { log: quiet })
const tuning = { lockDuration: 500, stalledInterval: 300 }
await createBell({ house, target: core, clock: clock.now, intended: core.intended, log: quiet, tuning }).start()

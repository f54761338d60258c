import { describe, expect, test } from 'vitest'
import { statementOf } from '../../jobs/pglite.ts'
import { openQueue } from '../../jobs/queue.ts'
import { bellContract } from './contract.ts'
import { quiet } from './core.ts'

describe('the bell over the embedded queue', () => {
  bellContract(async () => {
    const house = await openQueue(undefined, { log: quiet })
    return { house, close: () => house.close() }
  })
})

describe('reading a statement', () => {
  test('the comments BullMQ begins its command files with do not hide a LISTEN', () => {
    const text = '-- Subscribe to the channel: a worker must LISTEN.\n-- Twice.\nLISTEN bullmq_jobs;\n'
    expect(statementOf(text)).toEqual({ verb: 'LISTEN', rest: 'bullmq_jobs' })
  })

  test('a comment that speaks of BEGIN begins nothing', () => {
    expect(statementOf('/* BEGIN */ select 1').verb).toBe('SELECT')
    expect(statementOf('  -- BEGIN').verb).toBe('')
  })
})

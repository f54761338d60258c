/** Whoever asks is told something, whatever happens. */
import { describe, expect, it } from 'vitest'
import { ask } from '../../src/chat/ask.ts'
import type { Handle, Intent, Reply } from '../../src/chat/intent.ts'
import type { Log } from '../../src/ports.ts'

const intent: Intent = {
  id: 'slack/Ev1',
  who: { platform: 'slack', tenant: 'T1', user: 'U7' },
  where: { platform: 'slack', tenant: 'T1', conversation: 'D1', kind: 'direct' },
  verb: 'case.acknowledge',
  input: { words: 'private' },
}

function house(handle: Handle) {
  const logged: object[] = []
  const write = (fields: object, words: string) => void logged.push({ ...fields, words })
  const log: Log = { info: write, warn: write, error: write }
  return { logged, asks: (asked: Intent | undefined) => ask(asked, { handle, log }, codeOf) }
}
const codeOf = (reply: Reply) => (reply.kind === 'refusal' ? reply.refusal.code : reply.kind)

describe('whoever asks the core', () => {
  it('is told what it says', () => {
    expect(house(() => ({ kind: 'nothing' })).asks(intent)).toBe('nothing')
  })

  it('is told that a press was never one of ours, and the core is not asked', () => {
    const { asks, logged } = house(() => {
      throw new Error('asked')
    })
    expect(asks(undefined)).toBe('garbled')
    expect(logged).toEqual([])
  })

  it('is told when the core fails; the log knows where, and not a word of what was said', () => {
    const { asks, logged } = house(() => {
      throw new TypeError('private words')
    })
    expect(asks(intent)).toBe('failed')
    expect(logged).toEqual([
      expect.objectContaining({
        platform: 'slack',
        verb: 'case.acknowledge',
        name: 'TypeError',
        at: expect.any(String),
      }),
    ])
    expect(JSON.stringify(logged)).not.toContain('private')
  })
})

import { expect, it } from 'vitest'
import { type Arrived, memoryTransport } from '../../adapters/email/memory.ts'
import { emailMessenger } from '../../adapters/email/messenger.ts'
import { say } from '../../src/chat/words.ts'
import { INSTEAD } from './contract.ts'

it('a letter that has been sent cannot be recalled: no second letter goes out, and that it stays is said', async () => {
  const arrived: Arrived[] = []
  const silent = () => {}
  const mail = emailMessenger({
    transport: memoryTransport((letter) => void arrived.push(letter)),
    from: 'Muster <muster@chscp.example>',
    clock: () => '2027-01-17T10:00:00.000Z',
    log: { info: silent, warn: silent, error: silent },
  })
  const to = { kind: 'email', email: 'priya@chscp.example', name: 'Priya Sampleton' } as const
  const posted = await mail.post(to, say('JUNIPER: your return is due'))
  expect(await mail.remove(posted, INSTEAD)).toBe('mailed')
  expect(arrived).toHaveLength(1)
})

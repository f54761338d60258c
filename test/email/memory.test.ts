/** The rehearsal's post: what a person would see in their box, without a mail server. */
import { expect, it } from 'vitest'
import { type Arrived, memoryTransport } from '../../adapters/email/memory.ts'
import { emailMessenger } from '../../adapters/email/messenger.ts'
import { createPostOffice } from '../../adapters/rehearsal/room/mail.ts'
import { say } from '../../src/chat/words.ts'
import { FROM, invitation, LINK, NOW, priya, rememberingLog } from './given.ts'

it('a letter arrives as it would in a mailbox, and its invitation can be answered', async () => {
  const office = createPostOffice(() => NOW)
  const arrived: Arrived[] = []
  const transport = memoryTransport((mail) => {
    arrived.push(mail)
    office.deliver(mail)
  })
  const mail = emailMessenger({ transport, from: FROM, clock: () => NOW, log: rememberingLog() })
  await mail.post(priya({ link: LINK }), say('Executive: invitation'), [invitation('REQUEST')])

  expect(arrived[0]?.text).toContain('Muster for Priya Sampleton')
  expect(arrived[0]?.html).toContain('<h1')
  const [letter] = office.inboxOf('priya@chscp.example')
  expect(letter).toMatchObject({ from: 'muster@chscp.example', subject: 'Executive: invitation' })
  expect(letter?.invitation).toMatchObject({ method: 'REQUEST', uid: 'meeting-7@chscp.example', sequence: '2' })
  const answer = office.answer(letter?.id ?? '', 'priya@chscp.example', 'ACCEPTED')
  expect(answer.ics).toContain('METHOD:REPLY')
})

it('a box that takes nothing is a letter that did not go', async () => {
  const transport = memoryTransport(() => {
    throw new Error('full')
  })
  const mail = emailMessenger({ transport, from: FROM, clock: () => NOW, log: rememberingLog() })
  await expect(mail.post(priya(), say('x'))).rejects.toMatchObject({ name: 'DeliveryError', permanent: false })
})

it('a mail server that takes the letter but not the recipient has not delivered it', async () => {
  const transport = memoryTransport(() => {})
  const choosy = {
    ...transport,
    send: (mail: Parameters<typeof transport.send>[0], done: Parameters<typeof transport.send>[1]) =>
      transport.send(mail, (error, info) =>
        done(error, info && { ...info, accepted: [], rejected: ['priya@chscp.example'] }),
      ),
  }
  const mail = emailMessenger({ transport: choosy, from: FROM, clock: () => NOW, log: rememberingLog() })
  await expect(mail.post(priya(), say('x'))).rejects.toMatchObject({ code: 'rejected', permanent: true })
})

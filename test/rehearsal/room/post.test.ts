import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readReply } from '../../../src/calendar/ics-reply.ts'
import { openRoom, type RoomStage, wordsOf } from './stage.ts'

let room: RoomStage
beforeEach(async () => {
  room = await openRoom()
})
afterEach(() => room.close())

describe('the post', () => {
  const invitation = (sequence = 0) => ({
    to: 'Toby Sitamet <toby.sitamet@lay.example>',
    subject: 'Partnership event',
    text: 'Will you come? https://muster.example/desk/in/tok-1',
    attachments: [
      {
        filename: 'event.ics',
        contentType: 'text/calendar; method=REQUEST',
        content: `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:event-1\r\nSEQUENCE:${sequence}\r\nSUMMARY:Partnership event\r\nDTSTART;TZID=Europe/London:20270225T140000\r\nORGANIZER:mailto:muster@chscp.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      },
    ],
  })

  it('a letter arrives with those it is addressed to, its calendar file to be kept', async () => {
    const { id } = room.rehearsal.mail.deliver(invitation())
    expect(wordsOf(await room.see('lay-c'))).toContain('Will you come?')
    expect(wordsOf(await room.see('bm', { tab: 'email' }))).toContain('No letters')
    const file = await fetch(`${room.origin}/room/attachment/${id}/0`)
    expect(file.headers.get('content-disposition')).toContain('event.ics')
    expect(await file.text()).toContain('UID:event-1')
  })

  it('an answer is the very reply a calendar programme sends', async () => {
    const replies: string[] = []
    room.rehearsal.mail.onAnswer(({ ics }) => replies.push(ics))
    const { id } = room.rehearsal.mail.deliver(invitation(2))
    await room.act({ do: 'email.answer', person: 'lay-c', letter: id, partstat: 'ACCEPTED' })
    expect(readReply(replies[0] ?? '')).toEqual({
      uid: 'event-1',
      sequence: 2,
      email: 'toby.sitamet@lay.example',
      partstat: 'ACCEPTED',
    })
    expect(wordsOf(await room.see('lay-c'))).toContain('You have accepted.')
  })

  it('the desk tab gathers the links somebody was sent, and can give a fresh one', async () => {
    room.rehearsal.mail.deliver(invitation())
    expect(await room.see('lay-c', { tab: 'desk' })).toContain('href="https://muster.example/desk/in/tok-1"')
    const opened = await fetch(`${room.origin}/room/desk/lay-c`, { redirect: 'manual' })
    expect(opened.headers.get('location')).toBe('/desk/in/lay-c')
  })
})

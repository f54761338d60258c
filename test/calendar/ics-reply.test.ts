import { describe, expect, test } from 'vitest'
import { readReply } from '../../src/calendar/ics-reply.ts'

/** An answer as Outlook writes it: lines folded at 75 octets, in the middle of a word if need be. */
function reply(...event: string[]): string {
  return ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
}

const uid = 'UID:slt-2027-1@muster.example'

describe('an answer from a calendar counts', () => {
  test.each(['ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'])('%s', (partstat) => {
    const text = reply(uid, 'SEQUENCE:2', `ATTENDEE;PARTSTAT=${partstat}:mailto:lan@example.org`)
    expect(readReply(text)).toEqual({
      uid: 'slt-2027-1@muster.example',
      sequence: 2,
      email: 'lan@example.org',
      partstat,
    })
  })

  test('a folded line is one line, wherever it was folded', () => {
    const folded = reply(
      'UID:slt-2027',
      ' -1@muster.example',
      'ATTENDEE;CN="Lan: Hackney; Council";PARTST',
      ' AT=ACCEPTED;X-RESPONSE-COMMENT="Yes: see you, there":MAI',
      '\tLTO:Lan@Example.org',
    )
    expect(readReply(folded)).toEqual({
      uid: 'slt-2027-1@muster.example',
      sequence: 0,
      email: 'lan@example.org',
      partstat: 'ACCEPTED',
    })
  })

  test('bare line feeds and small letters are forgiven', () => {
    const text = reply(uid, 'attendee;partstat=declined:mailto:lan@example.org').replaceAll('\r\n', '\n')
    expect(readReply(text)).toMatchObject({ email: 'lan@example.org', partstat: 'DECLINED' })
  })

  test('an alarm or a time zone inside the file is not mistaken for the meeting', () => {
    const text = reply(
      uid,
      'BEGIN:VALARM',
      'UID:an-alarm',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:alarm@example.org',
      'END:VALARM',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:lan@example.org',
    )
    expect(readReply(text)).toMatchObject({ email: 'lan@example.org', partstat: 'ACCEPTED' })
  })
})

describe('what is not a clear answer is refused, with another way to answer', () => {
  const attendee = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:lan@example.org'

  test('an invitation that came back is not an answer', () => {
    expect(readReply(reply(uid, attendee).replace('REPLY', 'REQUEST'))).toMatchObject({ code: 'not-a-reply' })
    expect(readReply('')).toMatchObject({ code: 'not-a-reply', next: expect.stringContaining('buttons') })
  })

  test.each([
    ['no meeting', [attendee]],
    ['nobody', [uid]],
    ['two people', [uid, attendee, attendee.replace('lan', 'other')]],
    ['no answer', [uid, 'ATTENDEE:mailto:lan@example.org']],
    ['an answer nobody knows', [uid, attendee.replace('ACCEPTED', 'PERHAPS')]],
    ['no address', [uid, 'ATTENDEE;PARTSTAT=ACCEPTED:invalid:nomail']],
    ['a version that is no number', [uid, 'SEQUENCE:two', attendee]],
  ])('%s', (_, event) => {
    expect(readReply(reply(...event))).toMatchObject({ code: 'reply-unclear' })
  })

  test('a hostile line of a million colons is read at once', () => {
    expect(readReply(reply(`${uid}${':'.repeat(1_000_000)}`))).toMatchObject({ code: 'reply-unclear' })
  })
})

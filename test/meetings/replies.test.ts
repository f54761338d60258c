/** Who is coming: answers, deputies, a date that moves, and everybody who may not answer. */
import { describe, expect, it } from 'vitest'
import { move } from '../../src/meetings/call.ts'
import { meetingFace } from '../../src/meetings/card.ts'
import { whoComes } from '../../src/meetings/card-lists.ts'
import { uidOf } from '../../src/meetings/meeting.ts'
import { answerInCalendar, pleaseConfirm, reply, sayReply } from '../../src/meetings/replies.ts'
import { demo, joined, seated } from '../partnership/demo.ts'
import { Played, refusal, seat, slt } from './world.ts'

const march = { starts: '2027-03-04T14:00', ends: '2027-03-04T16:00' }

describe('an answer', () => {
  it('is the seat’s, and a later one takes its place', () => {
    const played = new Played(slt).says('slt-nhs', 'attending').says('slt-nhs', 'apologies')
    expect(played.meeting.replies.get(seat.nhs)).toMatchObject({ answer: 'apologies', person: 'slt-nhs' })
  })

  it('is not taken once the meeting has begun', () => {
    const played = new Played(slt).at('2027-02-25T14:00')
    expect(refusal(reply(played.meeting, { person: 'slt-nhs', answer: 'attending' }))).toMatchObject({ code: 'begun' })
  })

  it('is not taken for a meeting that was cancelled', () => {
    const played = new Played(slt).does('bm', [{ kind: 'cancelled', data: { reason: 'No business' } }])
    expect(refusal(reply(played.meeting, { person: 'slt-nhs', answer: 'attending' })).code).toBe('cancelled')
  })

  it('is not taken from somebody without a seat, nor from one whose seat ends before the day', () => {
    expect(refusal(reply(new Played(slt).meeting, { person: 'housing', answer: 'attending' })).code).toBe(
      'not-a-member',
    )
    const left = demo([{ kind: 'person-left', at: '2027-01-25T09:00:00.000Z', person: 'slt-nhs' }])
    const played = new Played(slt, { partnership: left })
    expect(refusal(reply(played.meeting, { person: 'slt-nhs', answer: 'attending' })).code).toBe('not-a-member')
  })
})

describe('a deputy', () => {
  it('comes when registered, of the same organisation and trusted to decide', () => {
    const played = new Played(slt).says('slt-mps', 'deputy')
    expect(played.meeting.replies.get(seat.met)).toMatchObject({ answer: 'deputy', deputy: 'slt-mps-dep' })
    const member = played.meeting.members.find((one) => one.seat.id === seat.met)!
    expect(sayReply(played.meeting, member)).toBe('Deputy (Bo Standinsky)')
  })

  it('stands in the list of who comes with one colon, after seat and name', () => {
    const [, list] = whoComes(new Played(slt).says('slt-mps', 'deputy').meeting)
    expect(list?.kind === 'facts' && list.rows).toContainEqual({
      label: 'Met Police, Kit Fixtureton',
      value: 'Deputy (Bo Standinsky)',
    })
  })

  it.each([
    ['works for another agency', 'slt-clp', 'other-agency'],
    ['is not registered', 'pol-dis', 'not-registered'],
    ['is nobody we know', 'nobody', 'no-deputy'],
  ])('who %s is refused with the reason', (_, deputy, code) => {
    const refused = refusal(reply(new Played(slt).meeting, { person: 'slt-mps', answer: 'deputy', deputy }))
    expect(refused.code).toBe(code)
    expect(refused.next).toContain('apologies')
  })

  it('who is registered but may not decide is refused', () => {
    const junior = demo([
      joined('nhs-junior', 'nhs'),
      {
        ...seated('nhs-junior', 'slt-member', { deputyFor: seat.nhs, mayDecide: false }),
        kind: 'deputy-registered',
      } as never,
    ])
    const played = new Played(slt, { partnership: junior })
    const refused = refusal(reply(played.meeting, { person: 'slt-nhs', answer: 'deputy', deputy: 'nhs-junior' }))
    expect(refused.code).toBe('may-not-decide')
  })

  it('cannot send a deputy, but can say that they cannot come', () => {
    const played = new Played(slt).says('slt-mps', 'deputy')
    expect(refusal(reply(played.meeting, { person: 'slt-mps-dep', answer: 'deputy' })).code).toBe('deputys-deputy')
    expect(played.says('slt-mps-dep', 'apologies').meeting.replies.get(seat.met)).toMatchObject({ answer: 'apologies' })
  })
})

describe('a date that moves', () => {
  const moved = () => {
    const played = new Played(slt).says('slt-nhs', 'attending').says('slt-mps', 'deputy')
    return played.does('bm', move(played.meeting, march, 'The room is not free'))
  }

  it('asks everybody again, and shows what they had said', () => {
    const { meeting } = moved()
    expect(meeting.replies.size).toBe(0)
    expect(pleaseConfirm(meeting, 'slt-nhs')).toBe(
      'You said attending for Thu 25 Feb 2027; please confirm for Thu 4 Mar 2027.',
    )
    const texts = JSON.stringify(meetingFace(meeting, 'slt-nhs', {}))
    expect(texts).toContain('please confirm for Thu 4 Mar 2027')
    expect(texts).toContain('The room is not free')
  })

  it('does not take a press on the old card, nor a calendar’s answer to the old date', () => {
    const { meeting } = moved()
    expect(refusal(reply(meeting, { person: 'slt-nhs', answer: 'attending', round: 1 })).code).toBe('out-of-date')
    const old = {
      uid: uidOf(meeting),
      sequence: 0,
      email: 'noor.exampleton@nhs.example',
      partstat: 'ACCEPTED' as const,
    }
    expect(refusal(answerInCalendar(meeting, old)).code).toBe('out-of-date')
    expect(answerInCalendar(meeting, { ...old, sequence: 1 })).toBe('attending')
  })
})

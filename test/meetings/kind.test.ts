/** A meeting as a matter: who is told, what they see, and what lands in their calendar. */
import { sync as calendar } from 'node-ical'
import { describe, expect, it } from 'vitest'
import type { Block, Message } from '../../src/chat/words.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { recordAsAnswered } from '../../src/meetings/attendance.ts'
import { cancel, freeDates, groupCalled, move, slotFor } from '../../src/meetings/call.ts'
import { close } from '../../src/meetings/decide.ts'
import { agreeAction } from '../../src/meetings/decisions.ts'
import { calendarFile } from '../../src/meetings/invite.ts'
import { meetingKind } from '../../src/meetings/kind.ts'
import { uidOf } from '../../src/meetings/meeting.ts'
import { safeguarding, sure } from '../calendar/calendars.ts'
import { demo, joined, seated } from '../partnership/demo.ts'
import { chscp, Played, refusal, slt } from './world.ts'

const buttons = ({ blocks }: Message) =>
  blocks.flatMap((block: Block) => (block.kind === 'actions' ? block.buttons.map(({ label }) => label) : []))
const told = (before: Played['meeting'] | undefined, after: Played['meeting']) => meetingKind.news(before, after)
const members = ['icsc', 'slt-clp', 'slt-col', 'slt-hac', 'slt-mps', 'slt-nhs', 'spa']
const inCalendar = ({ base64 }: { base64: string }) => {
  const parsed = calendar.parseICS(Buffer.from(base64, 'base64').toString())
  return Object.values(parsed).find((one) => one?.type === 'VEVENT') as unknown as {
    uid: string
    sequence: number
    status: string
    start: Date
  }
}

describe('who is told', () => {
  it('every member and the channel, with a calendar file, when it is called', () => {
    const { meeting } = new Played(slt)
    const [news] = told(undefined, meeting)
    expect(news).toMatchObject({ key: 'called~1', groups: ['slt'], card: 'matter' })
    expect([...news!.people].sort()).toEqual(members)
    expect(inCalendar(news!.attachments![0]!)).toMatchObject({
      uid: uidOf(meeting),
      sequence: 0,
      status: 'CONFIRMED',
    })
  })

  it('with the same key at every later change, so that nobody is invited twice and a newcomer once', () => {
    const played = new Played(slt)
    const before = played.meeting
    const grown = demo([joined('new-nhs', 'nhs'), seated('new-nhs', 'slt-member')])
    const [again] = told(before, played.says('slt-nhs', 'attending').in(grown))
    expect(again?.key).toBe('called~1')
    expect(again?.people).toContain('new-nhs')
  })

  it('again when it moves and when it is cancelled, in the same calendar entry', () => {
    const played = new Played(slt)
    const called = played.meeting
    played.does('bm', move(called, { starts: '2027-04-01T14:00', ends: '2027-04-01T16:00' }, 'Room'))
    const moved = played.meeting
    expect(told(called, moved)[0]).toMatchObject({ key: 'moved~2', groups: ['slt'] })
    const entry = inCalendar(calendarFile(moved))
    expect(entry).toMatchObject({ uid: uidOf(called), sequence: 1 })
    expect(entry.start.toISOString()).toBe('2027-04-01T13:00:00.000Z')
    played.does('bm', cancel(moved, 'No business'))
    const [news] = told(moved, played.meeting)
    expect(news?.key).toBe('cancelled')
    expect(inCalendar(news!.attachments![0]!)).toMatchObject({ uid: uidOf(called), sequence: 2, status: 'CANCELLED' })
    expect(told(played.meeting, played.meeting)).toEqual([])
  })

  it('the deputy a member sends', () => {
    const played = new Played(slt).says('slt-mps', 'deputy')
    expect(told(undefined, played.meeting).find(({ key }) => key === 'deputy~1')?.people).toEqual(['slt-mps-dep'])
  })

  it('of a planned date nobody until items are called for', () => {
    const played = new Played({ ...slt, planned: true }, { at: '2027-01-04T10:00' })
    expect(told(undefined, played.meeting)).toEqual([])
    const before = played.at('2027-02-04T09:30').meeting
    played.does('bm', close(before, { owed: 'items', outcome: 'done', by: 'bm' }))
    expect(told(before, played.meeting).map(({ key }) => key)).toEqual(['called~1'])
  })

  it('of an event everybody with a seat in the partnership, by its own name', () => {
    const conference = {
      group: 'partnership',
      name: 'Annual conference',
      starts: '2027-06-16T09:30',
      ends: '2027-06-16T13:00',
    }
    const played = new Played({ ...conference, planned: true }, { at: '2027-06-09T10:00' })
    const before = played.meeting
    played.does('bm', close(before, { owed: 'agenda', outcome: 'done', by: 'bm' }))
    const [news, ...more] = told(before, played.meeting)
    expect(more).toEqual([])
    expect(news).toMatchObject({ key: 'called~1', groups: ['partnership'] })
    expect(news?.people).toEqual(expect.arrayContaining(['slt-nhs', 'lan-hac', 'lay-c', 'rev']))
    expect(meetingKind.face(played.meeting, 'rev', {}).summary).toBe('Annual conference, Wed 16 Jun 2027: invitation')
  })

  it('everybody, when the agenda is out', () => {
    const played = new Played(slt)
    const before = played.meeting
    played.does('bm', close(before, { owed: 'agenda', outcome: 'done', by: 'bm' }))
    expect(told(before, played.meeting).find(({ key }) => key === 'agenda')).toMatchObject({ groups: ['slt'] })
  })

  it('everybody in the group, when what was decided and agreed goes out, and when the minutes do', () => {
    const played = new Played(slt).at('2027-02-25T16:10')
    played.does('bm', recordAsAnswered(played.meeting))
    played.does('bm', agreeAction(played.meeting, { item: 'standing-5', says: 'Draft the plan', owner: 'slt-nhs' }))
    for (const [owed, by, news, says] of [
      ['actions', 'bm', 'actions', 'What was decided and agreed is out.'],
      ['minutes-draft', 'bm', undefined, ''],
      ['minutes-approve', 'icsc', undefined, ''],
      ['minutes-send', 'bm', 'minutes', 'The draft minutes are out, on the desk.'],
    ] as const) {
      const before = played.meeting
      played.does(by, close(before, { owed, outcome: 'done', by }))
      expect(told(before, played.meeting).map(({ key }) => key)).toEqual(news === undefined ? [] : [news])
      if (news === undefined) continue
      const face = meetingKind.face(played.meeting, 'slt-nhs', { news })
      expect(JSON.stringify(face)).toContain(says)
      expect(JSON.stringify(face)).toContain('Draft the plan (Noor Exampleton)')
    }
    expect(buttons(meetingKind.face(played.meeting, 'slt-nhs', {}))).toEqual(['Minutes, on the desk'])
  })
})

describe('what they see', () => {
  it('a member the three answers, the quorum with its reason, and a way into the calendar', () => {
    const face = meetingKind.face(new Played(slt).meeting, 'slt-mps', {})
    expect(buttons(face)).toEqual(['Attending', 'Apologies', 'Send a deputy: Bo Standinsky', 'Add to calendar'])
    expect(JSON.stringify(face)).toContain('Not quorate by the answers so far')
    expect(face.summary).toBe('SLT, Thu 25 Feb 2027: please answer')
  })

  it('who has answered a way to change it', () => {
    const { meeting } = new Played(slt).says('slt-nhs', 'attending')
    expect(buttons(meetingKind.face(meeting, 'slt-nhs', {}))).toEqual(['Change my answer', 'Add to calendar'])
    expect(buttons(meetingKind.face(meeting, 'slt-nhs', { change: 'yes' }))).toContain('Apologies')
  })

  it('the channel the same facts and no button', () => {
    const mirror = meetingKind.face(new Played(slt).meeting, undefined, {})
    expect(buttons(mirror)).toEqual([])
    expect(mirror.sensitivity).toBe('group')
  })

  it('a reminder what it is about and until when, and that it is late when it is', () => {
    const task = meetingKind.task!(new Played(slt).meeting, 'reply/slt-nhs/slt-member', {
      viewer: 'slt-nhs',
      rung: 'T-2',
      late: 'Thu 18 Feb 2027 09:00',
    })
    const said = JSON.stringify(task)
    expect(said).toContain('by Mon 22 Feb 2027 (3 working days before Thu 25 Feb 2027 (day 0))')
    expect(said).toContain('This reminder is late')
  })
})

describe('calling', () => {
  const setting = { partnership: chscp, calendar: safeguarding, at: '2027-01-20T10:00:00.000Z' }
  const put = (wanted: Parameters<typeof slotFor>[1], taken: Played['meeting'][] = [], at = setting.at) =>
    slotFor({ ...setting, at }, wanted, taken)

  it('takes the group’s usual time and length', () => {
    expect(put({ group: 'slt', date: '2027-02-25' })).toEqual({ starts: '2027-02-25T14:00', ends: '2027-02-25T16:00' })
    expect(put({ group: 'SLT', date: '2027-02-25', from: '09:30' })).toEqual({
      starts: '2027-02-25T09:30',
      ends: '2027-02-25T11:30',
    })
  })

  it.each([
    ['a bank holiday', '2027-03-26', 'bank-holiday', 'Tue 30 Mar 2027'],
    ['the eve of one', '2027-03-25', 'holiday-eve', 'Tue 30 Mar 2027'],
    ['a weekend', '2027-02-27', 'weekend', 'Mon 1 Mar 2027'],
    ['a day that has passed', '2027-01-19', 'past', 'Mon 25 Jan 2027'],
    ['too soon', '2027-01-21', 'short-notice', 'Mon 25 Jan 2027'],
  ])('on %s is refused with the next free dates', (_, date, code, free) => {
    const refused = refusal(put({ group: 'slt', date }))
    expect(refused.code).toBe(code)
    expect(refused.next).toContain(free)
  })

  it('at short notice is possible with the reason on record', () => {
    expect(isRefusal(put({ group: 'slt', date: '2027-01-21', shortNotice: 'The Panel disagrees' }))).toBe(false)
  })

  it('on the eve of a holiday it is too; and a rapid review, whose clock runs, needs no reason', () => {
    expect(isRefusal(put({ group: 'slt', date: '2027-03-25', shortNotice: 'The Panel disagrees' }))).toBe(false)
    expect(isRefusal(put({ group: 'rapid-review', date: '2027-03-25' }))).toBe(false)
  })

  it('when members would have to be in two places is refused, and its own old date is no hindrance to a move', () => {
    const { meeting } = new Played(slt)
    const refused = refusal(put({ group: 'case-review', date: '2027-02-25', from: '15:00' }, [meeting]))
    expect(refused.sentence).toBe('4 members would also be at SLT, Thu 25 Feb 2027, 14:00 to 16:00.')
    expect(
      sure(put({ group: 'slt', date: '2027-02-25', from: '15:00', moving: meeting.subject.id }, [meeting])).starts,
    ).toBe('2027-02-25T15:00')
    expect(refusal(put({ group: 'slt', date: '2027-02-25', from: '15:00' }, [meeting])).code).toBe('already-called')
  })

  it('in a year whose holidays are unknown, or for no group, is refused', () => {
    expect(refusal(put({ group: 'slt', date: '2029-02-25' })).code).toBe('calendar-unknown')
    expect(refusal(put({ group: 'sld', date: '2027-02-25' })).next).toContain('slt')
    expect(refusal(put({ group: 'slt', date: '2027-02-30' })).code).toBe('date-unclear')
  })

  it('offers only dates on which nobody is in two places', () => {
    const { meeting } = new Played(slt)
    const free = freeDates(
      setting,
      sure(groupCalled(setting, 'case-review')),
      { group: 'case-review', date: '2027-02-25' },
      [meeting],
    )
    expect(free[0]).toBe('2027-02-26')
  })
})

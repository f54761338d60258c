/** Whether enough of the right people are there: by the rule of the group, from answers and from attendance. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { londonInstant } from '../../src/kernel/time.ts'
import { leave, recordAsAnswered, recordAttendance } from '../../src/meetings/attendance.ts'
import { lostAt, quorumOf, votersAt } from '../../src/meetings/quorum.ts'
import { demo, joined, seated } from '../partnership/demo.ts'
import { chscp, executive, Played, refusal, seat, slt } from './world.ts'

const everybody = ['icsc', 'slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp'] as const
const held = (...attending: readonly string[]) => {
  const played = new Played(slt)
  for (const person of attending) played.says(person, 'attending')
  return played.at('2027-02-25T14:05').does('bm', recordAsAnswered(played.meeting))
}

describe('the forecast', () => {
  it('names the sector that is missing, and how each who could bring it stands', () => {
    const played = new Played(slt).says('icsc', 'attending').says('slt-hac', 'attending').says('slt-nhs', 'attending')
    const quorum = quorumOf(played.says('slt-mps', 'apologies').meeting, { by: 'replies' })
    expect(quorum.met).toBe(false)
    expect(quorum.because).toBe(
      'Not quorate by the answers so far: police is missing. Met Police: apologies; City of London Police: no answer yet.',
    )
  })

  it('is met by the chair and one voting partner of each statutory sector, a deputy among them', () => {
    const played = new Played(slt).says('icsc', 'attending').says('slt-hac', 'attending').says('slt-nhs', 'attending')
    const quorum = quorumOf(played.says('slt-mps', 'deputy').meeting, { by: 'replies' })
    expect(quorum.met).toBe(true)
    expect(quorum.because).toBe(
      'Quorate by the answers so far: the chair (Marlowe Testwick), local authority (Hackney Council), health (NHS) and police (Met Police).',
    )
  })

  it('is met under the vice-chair when the chair cannot come', () => {
    const played = new Played(slt).says('icsc', 'apologies')
    for (const person of ['slt-hac', 'slt-nhs', 'slt-clp'] as const) played.says(person, 'attending')
    expect(quorumOf(played.meeting, { by: 'replies' })).toMatchObject({
      met: true,
      present: expect.arrayContaining([{ need: 'the chair', by: 'Dana Demosworth' }]),
    })
  })

  it('has nobody to chair case review without the commissioner, since no rule names anybody', () => {
    const played = new Played({ group: 'case-review', starts: '2027-02-23T13:30', ends: '2027-02-23T15:30' })
    for (const person of ['lan-hac', 'slt-nhs', 'slt-clp']) played.says(person, 'attending')
    const quorum = quorumOf(played.meeting, { by: 'replies' })
    expect(quorum.missing.map(({ need }) => need)).toEqual(['the chair'])
  })

  it('counts the deputy no more once the registration has ended', () => {
    const played = new Played(slt)
    for (const person of ['icsc', 'slt-hac', 'slt-nhs']) played.says(person, 'attending')
    played.says('slt-mps', 'deputy')
    const ended = demo([{ kind: 'seat-ended', at: '2027-02-01T09:00:00.000Z', seat: 'slt-mps-dep/slt-member' }])
    expect(quorumOf(played.in(ended), { by: 'replies' }).met).toBe(false)
  })
})

describe('an item', () => {
  it('marked City needs the City’s own local authority and police force', () => {
    const { meeting } = held('icsc', 'slt-hac', 'slt-nhs', 'slt-mps')
    expect(quorumOf(meeting, { by: 'attendance' }).met).toBe(true)
    const city = quorumOf(meeting, { by: 'attendance', item: { area: 'city' } })
    expect(city.missing.map(({ need }) => need)).toEqual(['City of London Corporation', 'City of London Police'])
  })

  it('that must be unanimous needs all five, there or by recorded button', () => {
    const { meeting } = held('icsc', 'slt-hac', 'slt-col', 'slt-nhs', 'slt-mps')
    const unanimous = { unanimous: true }
    const without = quorumOf(meeting, { by: 'attendance', item: unanimous })
    expect(without.met).toBe(false)
    expect(without.because).toContain('This needs every safeguarding partner.')
    expect(quorumOf(meeting, { by: 'attendance', item: unanimous, recorded: ['city-police'] }).met).toBe(true)
  })

  it('cannot be unanimous over a vacancy, and says who can fill it', () => {
    const vacant = demo([{ kind: 'seat-ended', at: '2027-01-05T09:00:00.000Z', seat: seat.cityPolice }])
    const played = new Played(slt, { partnership: vacant })
    for (const person of ['icsc', 'slt-hac', 'slt-col', 'slt-nhs', 'slt-mps']) played.says(person, 'attending')
    expect(quorumOf(played.meeting, { by: 'replies', item: { unanimous: true } }).because).toContain('nominate')
  })

  it('is not chaired by a vice-chair whose agency it is about', () => {
    const played = held('slt-hac', 'slt-nhs', 'slt-mps', 'slt-clp', 'slt-col')
    played.does('slt-hac', [{ kind: 'conflict-declared', data: { item: 'standing-3', person: 'slt-hac' } }])
    expect(quorumOf(played.meeting, { by: 'attendance' }).met).toBe(true)
    const about = quorumOf(played.meeting, { by: 'attendance', item: { id: 'standing-3' } })
    expect(about.missing.map(({ need }) => need)).toEqual(['the chair'])
  })
})

describe('at the meeting', () => {
  it('a junior who turns up is an observer, and is not counted', () => {
    const played = held('icsc', 'slt-hac', 'slt-nhs')
    const junior = { seat: seat.met, code: 'deputy-attended' as const, person: 'pol-dis' }
    played.does('bm', recordAttendance(played.meeting, junior))
    expect(played.meeting.attendance.get(seat.met)?.code).toBe('observer')
    expect(quorumOf(played.meeting, { by: 'attendance' }).because).toContain('was only observed')
  })

  it('member and deputy both there are one voice', () => {
    const { meeting } = held(...everybody)
    const both = { seat: seat.met, code: 'deputy-attended' as const, person: 'slt-mps-dep' }
    expect(refusal(recordAttendance(meeting, both)).code).toBe('one-voice')
    expect(votersAt(meeting, { by: 'attendance' })).toHaveLength(5)
  })

  it('one person in two seats has one vote', () => {
    const twice = demo([seated('slt-nhs', 'slt-member', { id: 'nhs-twice', agency: 'city-police' })])
    const played = new Played(slt, { partnership: twice }).says('slt-nhs', 'attending')
    expect(played.meeting.replies.get('nhs-twice')?.answer).toBe('attending')
    expect(votersAt(played.meeting, { by: 'replies' }).map(({ person }) => person)).toEqual(['slt-nhs'])
  })

  it('is lost with the last of a sector, at that minute', () => {
    const played = held('icsc', 'slt-hac', 'slt-nhs', 'slt-clp')
    const at = londonInstant('2027-02-25T15:10')
    played.at('2027-02-25T15:30').does('bm', leave(played.meeting, { seat: seat.nhs, at }))
    expect(lostAt(played.meeting)).toBe(at)
    expect(quorumOf(played.meeting, { by: 'attendance', at }).because).toBe(
      'Not quorate: health is missing. NHS: had left.',
    )
  })
})

describe('whatever people answer', () => {
  const seats = new Played(executive).meeting.members.map(({ person }) => person.id)
  const answered = fc.uniqueArray(fc.constantFrom(...seats), { maxLength: seats.length })
  const quorumWith = (people: readonly string[]) => {
    const played = new Played(executive, { at: '2026-12-20T10:00' })
    for (const person of people) played.says(person, 'attending')
    return quorumOf(played.meeting, { by: 'replies' })
  }

  it('one more who comes never makes it inquorate', () => {
    fc.assert(
      fc.property(answered, fc.constantFrom(...seats), (people, more) => {
        if (quorumWith(people).met) expect(quorumWith([...people, more]).met).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('observers never matter', () => {
    const observers = new Played(executive).meeting.members.filter(({ observer }) => observer)
    expect(observers.map(({ person }) => person.id).sort()).toEqual(['lead-c', 'lead-h'])
    fc.assert(
      fc.property(answered, (people) => {
        const without = people.filter((person) => !person.startsWith('lead-'))
        expect(quorumWith([...without, 'lead-h', 'lead-c'])).toEqual(quorumWith(without))
      }),
      { numRuns: 60 },
    )
  })

  it('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(answered, (people) => {
        expect(quorumWith([...people].reverse())).toEqual(quorumWith(people))
      }),
      { numRuns: 60 },
    )
  })
})

it('an event has nobody to count', () => {
  const event = new Played({ group: 'partnership', starts: '2027-06-16T09:30', ends: '2027-06-16T13:00' })
  expect(quorumOf(event.meeting, { by: 'replies' })).toMatchObject({ met: true, missing: [] })
  expect(chscp.profile.groups.partnership?.quorum).toBeUndefined()
})

it('somebody who joins after the call has a seat to answer for', () => {
  const grown = demo([joined('new-nhs', 'nhs'), seated('new-nhs', 'slt-member')])
  const played = new Played(slt).says('slt-nhs', 'apologies')
  expect(played.in(grown).members.map(({ person }) => person.id)).toContain('new-nhs')
})

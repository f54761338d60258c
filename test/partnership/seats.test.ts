import { describe, expect, it } from 'vitest'
import {
  checkChange,
  deputiesOf,
  holders,
  personById,
  readSeatChange,
  rolesOf,
  type SeatChange,
  seatFor,
  seatsOf,
  vacancies,
} from '../../src/partnership/partnership.ts'
import { isProblems } from '../../src/partnership/profile.ts'
import { readRoster } from '../../src/partnership/roster.ts'
import { at, demo, demoProfile, joined, later, load, seated } from './demo.ts'

const names = (people: readonly { name: string }[]) => people.map((person) => person.name)

describe('seats are held for a time', () => {
  it('each partner has its own officer, and a deputy is not a holder', () => {
    expect(names(holders(demo(), 'slt-member', at, { agency: 'mps' }))).toEqual(['Kit Fixtureton'])
    expect(holders(demo(), 'slt-member', at)).toHaveLength(5)
    expect(rolesOf(demo(), 'slt-mps-dep', at)).toEqual(['member', 'chair'])
  })

  it('a seat begins with its first day in London and is over on its last', () => {
    const chair = (when: string) => holders(demo(), 'vice-chair', when, { group: 'slt' }).map((one) => one.id)
    expect(chair('2026-06-23T22:59:59.999Z')).toEqual([])
    expect(chair('2026-06-23T23:00:00.000Z')).toEqual(['slt-hac'])
    expect(chair('2027-06-23T22:59:59.999Z')).toEqual(['slt-hac'])
    expect(chair('2027-06-23T23:00:00.000Z')).toEqual([])
  })

  it('a leaver holds nothing from that moment, and what they held before stays true', () => {
    const p = demo([{ kind: 'person-left', at, person: 'lan-hac' }])
    expect(holders(p, 'la-notifier', at, { area: 'hackney' })).toEqual([])
    expect(names(holders(p, 'la-notifier', '2027-01-10T10:00:00.000Z', { area: 'hackney' }))).toEqual(['Alex Dummyson'])
    expect(personById(p, 'lan-hac')?.name).toBe('Alex Dummyson')
    expect(vacancies(p, at).map((one) => one.says)).toContain('No local authority notifier for Hackney Council.')
  })

  it('two seats make one holder', () => {
    const p = demo([
      seated('slt-mps', 'lead-representative'),
      seated('slt-mps', 'lead-representative', { id: 'again' }),
    ])
    expect(names(holders(p, 'lead-representative', at))).toEqual(['Kit Fixtureton'])
    expect(rolesOf(p, 'slt-mps', at)).toContain('slt-member')
  })

  it('a vacancy is named; the Executive seats nobody of the cast holds are vacant', () => {
    const says = vacancies(demo(), at).map((one) => one.says)
    expect(says).toContain('No Executive seat for Public Health.')
    expect(says.filter((words) => words.includes('Strategic'))).toEqual([])
    const p = demo([{ kind: 'seat-ended', at, seat: 'slt-clp/slt-member' }])
    expect(vacancies(p, at).map((one) => one.says)).toContain(
      'No Strategic Leadership Team member for City of London Police.',
    )
  })
})

describe('deputies', () => {
  it('are registered for one seat', () => {
    const seat = seatFor(demo(), 'slt-mps', 'slt-member', at)
    expect(seat && names(deputiesOf(demo(), seat, at).map((one) => one.person))).toEqual(['Bo Standinsky'])
  })

  it('stand in for nobody once the member\u2019s seat has ended', () => {
    const p = demo([{ kind: 'seat-ended', at, seat: 'slt-mps/slt-member' }])
    const seat = p.seats.find((one) => one.id === 'slt-mps/slt-member')
    expect(seat && deputiesOf(p, seat, at)).toEqual([])
  })

  it('have no deputy of their own, come from the same organisation, and are one a seat', () => {
    const register = (person: string, deputyFor: string): SeatChange => ({
      kind: 'deputy-registered',
      at,
      seat: { id: `${person}/for`, person, role: 'slt-member', from: at, to: later, deputyFor, mayDecide: true },
    })
    const p = demo([joined('third', 'mps'), joined('colleague', 'nhs')])
    const deputySeat = p.seats.find((one) => one.deputyFor === 'slt-mps/slt-member')?.id ?? ''
    expect(checkChange(p, register('third', deputySeat))?.code).toBe('deputys-deputy')
    expect(checkChange(p, register('third', 'slt-mps/slt-member'))?.code).toBe('deputy-exists')
    expect(checkChange(p, register('third', 'slt-nhs/slt-member'))?.code).toBe('other-agency')
    expect(checkChange(p, register('slt-nhs', 'slt-nhs/slt-member'))?.code).toBe('own-deputy')
    expect(checkChange(p, register('colleague', 'slt-nhs/slt-member'))).toBeUndefined()
  })
})

describe('what is recorded while Muster runs', () => {
  it('a seat must say until when (a role always ends)', () => {
    const change = seated('hospital', 'reviewer', { to: undefined })
    expect(checkChange(demo(), change)?.sentence).toBe('A seat needs the day on which it ends.')
    expect(checkChange(demo(), seated('nobody', 'reviewer'))?.code).toBe('no-person')
    expect(checkChange(demo(), seated('hospital', 'reviewr'))?.code).toBe('no-role')
  })

  it('is read back from stored facts, and other facts are left alone', () => {
    const fact = { kind: 'seat-ended', at, data: { seat: 'rev/reviewer' } }
    expect(readSeatChange(fact)).toEqual({ kind: 'seat-ended', at, seat: 'rev/reviewer' })
    expect(readSeatChange({ kind: 'closed', at, data: {} })).toBeUndefined()
    expect(() => readSeatChange({ kind: 'seat-ended', at, data: {} })).toThrow()
  })

  it('never changes the partnership it began with', () => {
    const before = demo()
    const seats = before.seats.length
    demo([seated('hospital', 'reviewer')])
    expect(before.seats).toHaveLength(seats)
    expect(seatsOf(before, 'hospital', at).map((seat) => seat.role)).not.toContain('reviewer')
  })
})

describe('the roster file', () => {
  const roster = load('people-fictional')
  const problems = (from: string, to: string) => {
    const read = readRoster(roster.replace(from, to), { name: 'people' }, demoProfile())
    return isProblems(read) ? read.map((one) => one.sentence) : []
  }

  it('names the line of a person, a role or a group nobody knows', () => {
    const line = roster.split('\n').findIndex((one) => one.includes('{ person: icsc, role: icsc }')) + 1
    expect(problems('{ person: icsc, role: icsc }', '{ person: icsc, role: isc }')).toEqual([
      `people.yaml, line ${line}: seats.0.role: no role is called 'isc'. Did you mean 'icsc'?`,
    ])
    expect(problems('{ person: bm, role: support }', '{ person: mb, role: support }')[0]).toContain(
      "no person is called 'mb'. Did you mean 'bm'?",
    )
  })

  it('refuses a deputy\u2019s deputy and a seat written twice', () => {
    const twice = '  - { person: icsc, role: icsc }\n'
    expect(problems(twice, twice + twice)[0]).toContain('the seat icsc/icsc is there twice.')
    const dep = '  - { person: slt-clp, role: slt-member }\n'
    const deputys = `${dep}  - { person: pol-dis, role: slt-member, deputyFor: slt-mps-dep/slt-member }\n`
    expect(problems(dep, deputys)[0]).toContain('a deputy has no deputy of their own')
  })

  it('every address is fictional', () => {
    expect([...demo().people.values()].filter((one) => !one.email?.endsWith('.example'))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/result.ts'
import {
  chairOf,
  groupMembers,
  groupsAt,
  nextViceChair,
  partnershipOf,
  type SeatChange,
} from '../../src/partnership/partnership.ts'
import { at, demo, demoProfile, demoRoster, later, seated } from './demo.ts'

const voters = (p: ReturnType<typeof demo>, group: string, matter = {}) =>
  groupMembers(p, group, at, matter)
    .filter((one) => one.voting)
    .map((one) => one.person.id)

describe('who belongs to a group, and who votes', () => {
  it('the five safeguarding partners vote; the commissioner chairs and does not', () => {
    expect(voters(demo(), 'slt')).toEqual(['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp'])
    expect(groupMembers(demo(), 'slt', at).map((one) => one.person.id)).toContain('icsc')
  })

  it('Lead Members observe; Lay Members take part without a vote until the partners say otherwise', () => {
    const of = (person: string) => groupMembers(demo(), 'executive', at).find((one) => one.person.id === person)
    expect(of('lead-h')).toMatchObject({ observer: true, voting: false })
    expect(of('lay-c')).toMatchObject({ observer: false, voting: false })

    const profile = demoProfile()
    const voting = { ...profile, settings: { ...profile.settings, layMembersVote: true } }
    const p = partnershipOf(voting, demoRoster(voting))
    expect(voters(p, 'executive')).toContain('lay-c')
  })

  it('one person with two seats has one vote', () => {
    const p = demo([seated('slt-mps', 'slt-member', { id: 'second-seat', agency: 'city-police' })])
    expect(voters(p, 'slt').filter((one) => one === 'slt-mps')).toHaveLength(1)
  })

  it('a rapid review meeting is the partners of the area and the agencies that were asked', () => {
    const matter = { area: 'city', agencies: ['homerton'] }
    expect(voters(demo(), 'rapid-review', matter)).toEqual(['slt-col', 'slt-nhs', 'slt-clp'])
    const all = groupMembers(demo(), 'rapid-review', at, matter).map((one) => one.person.id)
    expect(all).toEqual(['slt-col', 'slt-nhs', 'slt-clp', 'hospital', 'icsc', 'spa'])
  })

  it('a task and finish group lives from its creation to its dissolution, and its seats end with it', () => {
    const { usual: _, ...definition } = {
      ...demoProfile().groups.learning!,
      id: 'neglect',
      short: 'Neglect',
      kind: 'task-and-finish' as const,
    }
    const changes: SeatChange[] = [
      { kind: 'group-created', at, definition: { ...definition, endsOn: '2027-12-31' } },
      seated('hcvs', 'chair', { group: 'neglect' }),
    ]
    expect(chairOf(demo(changes), 'neglect', at)).toMatchObject({ person: { id: 'hcvs' }, as: 'chair' })
    const p = demo([...changes, { kind: 'group-dissolved', at: later, group: 'neglect' }])
    expect(groupsAt(p, at).map((one) => one.id)).toContain('neglect')
    expect(groupsAt(p, later).map((one) => one.id)).not.toContain('neglect')
    expect(groupMembers(p, 'neglect', later)).toEqual([])
  })
})

describe('who chairs', () => {
  it('the commissioner; the vice-chair when they are away', () => {
    expect(chairOf(demo(), 'slt', at)).toMatchObject({ person: { id: 'icsc' }, as: 'chair' })
    expect(chairOf(demo(), 'slt', at, { away: ['icsc'] })).toMatchObject({
      person: { id: 'slt-hac' },
      as: 'vice-chair',
    })
    expect(chairOf(demo(), 'quality', at)).toMatchObject({ person: { id: 'spa' } })
  })

  it('nobody at Case Review without the commissioner: the partners must say who', () => {
    const answer = chairOf(demo(), 'case-review', at, { away: ['icsc'] })
    expect(isRefusal(answer) && answer.sentence).toContain('nobody is named to chair Case Review instead')
  })

  it('no vice-chair for an item about their own agency', () => {
    const answer = chairOf(demo(), 'executive', at, { away: ['icsc'], conflictedAgencies: ['hackney-council'] })
    expect(isRefusal(answer) && answer.code).toBe('no-chair')
  })
})

describe('the vice-chair rotates', () => {
  const declined = (agency: string): SeatChange => ({ kind: 'vice-chair-declined', at, group: 'slt', agency })
  const next = (...changes: SeatChange[]) => {
    const answer = nextViceChair(demo(changes), 'slt', later)
    if (isRefusal(answer)) return answer.code
    return [answer.agency, ...answer.passedOver.map((one) => `${one.agency}: ${one.because}`)]
  }

  it('Hackney is followed by the NHS', () => {
    expect(next()).toEqual(['nhs'])
  })

  it('a partner may decline and pass it on', () => {
    expect(next(declined('nhs'))).toEqual(['mps', 'nhs: it declined'])
  })

  it('never two of one sector running, and never a vacant seat', () => {
    expect(next(declined('nhs'), { kind: 'seat-ended', at, seat: 'slt-mps/slt-member' })).toEqual([
      'city-police',
      'nhs: it declined',
      'mps: nobody holds the seat',
      'city-corporation: the same sector would follow itself',
    ])
  })

  it('once rotated, the old one is over and an earlier refusal is forgotten', () => {
    const rotated: SeatChange = {
      kind: 'vice-chair-rotated',
      at: later,
      seat: { id: 'slt-mps/vice-chair/slt', person: 'slt-mps', role: 'vice-chair', group: 'slt', from: later },
    }
    const p = demo([declined('nhs'), rotated])
    expect(chairOf(p, 'slt', later, { away: ['icsc'] })).toMatchObject({ person: { id: 'slt-mps' } })
    expect(nextViceChair(p, 'slt', '2027-02-01T10:00:00.000Z')).toMatchObject({ agency: 'city-corporation' })
  })

  it('all declining is a refusal, not a guess', () => {
    expect(next(declined('nhs'), declined('mps'), declined('city-corporation'), declined('city-police'))).toBe(
      'no-vice-chair',
    )
    expect(isRefusal(nextViceChair(demo(), 'quality', at))).toBe(true)
  })
})

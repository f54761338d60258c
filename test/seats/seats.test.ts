/** People and seats over the real core and store: given, confirmed by a second hand, deputised for, ended, passed on, left. */
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/result.ts'
import { deputiesOf, holders, rolesOf } from '../../src/partnership/partnership.ts'
import { buttonIn, livingHouse, words } from './house.ts'

const held = (house: ReturnType<typeof livingHouse>, role: string, where = {}) =>
  holders(house.now(), role, house.clock(), where).map(({ id }) => id)

describe('a seat', () => {
  it('is given until a day, is in force at once, and is in the list', () => {
    const house = livingHouse('2027-02-22T10:00')
    expect(words(house.command('slack', 'spa', 'muster seat give housing member 2029-04-01 quality'))).toContain(
      'Gil Nullman is group member from Mon 22 Feb 2027 until Sun 1 Apr 2029.',
    )
    expect(held(house, 'member', { group: 'quality' })).toContain('housing')
    expect(words(house.command('slack', 'spa', 'muster seats quality'))).toContain(
      'Quality Assurance | housing/member/quality | Gil Nullman | Sun 1 Apr 2029',
    )
  })

  it('ends now, and is said to be vacant', () => {
    const house = livingHouse('2027-02-22T10:00')
    house.command('slack', 'spa', 'muster seat end slt-clp/slt-member')
    expect(held(house, 'slt-member')).not.toContain('slt-clp')
    expect(words(house.command('slack', 'spa', 'muster seats slt'))).toContain(
      'No Strategic Leadership Team member for City of London Police.',
    )
    expect(words(house.command('slack', 'spa', 'muster seat end slt-clp/slt-member'))).toContain(
      'Nobody holds such a seat now.',
    )
  })

  it.each([
    ['by somebody who may not', 'bm', 'muster seat give housing member 2029-04-01 quality', 'Only'],
    [
      'to nobody',
      'spa',
      'muster seat give ghost member 2029-04-01 quality',
      'Nobody in the partnership is called "ghost".',
    ],
    ['in no role', 'spa', 'muster seat give housing wizard 2029-04-01 quality', 'There is no role called wizard.'],
    ['in no group', 'spa', 'muster seat give housing member 2029-04-01 qualty', 'There is no group called "qualty".'],
    ['until yesterday', 'spa', 'muster seat give housing member 2027-02-21 quality', 'is not after'],
  ])('is not given %s', (_, person, said, answer) => {
    const house = livingHouse('2027-02-22T10:00')
    expect(words(house.command('slack', person, said))).toContain(answer)
    expect(held(house, 'member', { group: 'quality' })).not.toContain('housing')
  })
})

describe('a seat that takes two people', () => {
  it('is not given by the first hand, nor by the same hand twice, but by the second', async () => {
    const house = livingHouse('2027-02-22T10:00')
    const offer = house.command('slack', 'spa', 'muster seat give rev case-alternate 2028-04-01')
    expect(words(offer)).toContain('Two people give this seat; the second has not confirmed yet.')
    expect(held(house, 'case-alternate')).not.toContain('rev')
    await house.settle()
    expect(
      words(
        house.say('slack', 'spa', { verb: 'seat.answer', subject: 'appointment_000001', input: { outcome: 'agreed' } }),
      ),
    ).toContain('Two people give this seat, and you are the first.')
    expect(words(house.press('slack', 'icsc', 'Confirm'))).toContain('Marlowe Testwick said yes')
    expect(held(house, 'case-alternate')).toContain('rev')
    await house.settle()
    expect(
      words(
        house.say('slack', 'icsc', {
          verb: 'seat.answer',
          subject: 'appointment_000001',
          input: { outcome: 'declined' },
        }),
      ),
    ).toContain('Nothing more is needed')
  })

  it('the commissioner’s is then the partners’ to decide, all five of them', async () => {
    const house = livingHouse('2027-02-22T10:00')
    house.command('slack', 'spa', 'muster seat give rev icsc 2029-04-01')
    await house.settle()
    house.press('slack', 'icsc', 'Confirm')
    await house.settle()
    expect(held(house, 'icsc')).toEqual(['icsc'])
    for (const person of ['slt-hac', 'slt-col'])
      house.press('slack', person, 'Agree', 'To appoint Dr Ottoline Fakenham-Sample')
    for (const person of ['slt-nhs', 'slt-mps'])
      house.press('teams', person, 'Agree', 'To appoint Dr Ottoline Fakenham-Sample')
    expect(held(house, 'icsc')).toEqual(['icsc'])
    expect(words(house.press('teams', 'slt-clp', 'Agree'))).toContain(
      'Carried: all 5 safeguarding partners agree (29.2).',
    )
    expect(held(house, 'icsc')).toContain('rev')
  })
})

describe('what takes two people', () => {
  it('is not confirmed by whoever is to hold the seat', async () => {
    const house = livingHouse('2027-02-22T10:00')
    house.command('slack', 'icsc', 'muster seat give spa case-alternate 2028-04-01')
    await house.settle()
    const input = { outcome: 'agreed' }
    expect(words(house.say('slack', 'spa', { verb: 'seat.answer', subject: 'appointment_000001', input }))).toContain(
      'Two people give this seat, and you are the one who is to hold it.',
    )
    expect(held(house, 'case-alternate')).not.toContain('spa')
  })

  it('is not gone round by one hand that registers a deputy', () => {
    const house = livingHouse('2027-02-22T10:00')
    for (const [member, title] of [
      ['icsc', 'Independent Child Safeguarding Commissioner'],
      ['qa-alt', 'case alternate'],
    ] as const) {
      const answer = words(house.command('slack', 'spa', `muster deputy ${member} lay-h 2027-12-31 decides`))
      expect(answer).toContain(`One hand cannot let somebody decide as ${title}: such a seat takes two`)
    }
    expect(house.now().seats.filter(({ person, deputyFor }) => person === 'lay-h' && deputyFor)).toEqual([])
  })
})

describe('a deputy', () => {
  it('is registered for the seats of a member, of the same organisation, and decides only when that is said', () => {
    const house = livingHouse('2027-02-22T10:00')
    const register = (said: string) => words(house.command('slack', 'spa', `muster deputy ${said}`))
    expect(register('slt-clp pol-dis 2027-12-31 decides')).toContain(
      "A deputy comes from the member's own organisation",
    )
    expect(register('slt-mps pol-dis 2027-12-31')).toContain('This seat has a deputy already.')
    expect(register('slt-hac lan-hac 2027-12-31 decides')).toContain(
      'Alex Dummyson stands in for Dana Demosworth in 2 seats until Fri 31 Dec 2027, and may decide.',
    )
    const seat = house.now().seats.find(({ id }) => id === 'slt-hac/slt-member')!
    expect(deputiesOf(house.now(), seat, house.clock())).toMatchObject([
      { person: { id: 'lan-hac' }, seat: { mayDecide: true } },
    ])
  })

  it('then votes for the seat', () => {
    const house = livingHouse('2027-02-22T10:00')
    house.command('slack', 'slt-hac', 'muster deputy slt-hac lan-hac 2027-12-31 decides')
    house.say('slack', 'spa', {
      verb: 'motion.put',
      input: { group: 'slt', closes: '2027-03-05', rule: 'any', text: 'The register is reviewed' },
    })
    const open = buttonIn(house.command('slack', 'spa', 'decisions see 1'), 'Open the vote')
    house.say('slack', 'spa', { verb: 'motion.open', subject: 'decision-2027-1', input: open.input ?? {} })
    const voted = house.say('slack', 'lan-hac', {
      verb: 'motion.vote',
      subject: 'decision-2027-1',
      input: { vote: 'agree' },
    })
    expect(words(voted)).toContain('Dana Demosworth (Alex Dummyson, deputising) | Agrees')
  })
})

describe('somebody who leaves', () => {
  it('has no seat, no link and no account from that moment on', () => {
    const house = livingHouse('2027-02-22T10:00')
    const desk = house.command('slack', 'slt-hac', 'muster desk')
    const url = buttonIn(desk, 'Open the desk').url ?? ''
    const token = url.slice(url.lastIndexOf('/') + 1)
    expect(isRefusal(house.core.access.peek(token))).toBe(false)
    expect(words(house.command('slack', 'bm', 'muster left Dana Demosworth'))).toContain(
      'nothing leads them in any more',
    )
    expect(rolesOf(house.now(), 'slt-hac', house.clock())).toEqual([])
    expect(house.store.read((tx) => tx.doors.of('slt-hac'))).toEqual([])
    expect(isRefusal(house.core.access.peek(token))).toBe(true)
    expect(words(house.command('slack', 'slt-hac', 'meetings'))).toContain('Muster does not know this account')
  })

  it('is not signed off by themselves or by a member', () => {
    const house = livingHouse('2027-02-22T10:00')
    expect(words(house.command('slack', 'bm', 'muster left bm'))).toContain('Nobody signs themselves off.')
    expect(words(house.command('slack', 'slt-hac', 'muster left slt-col'))).toContain('Only')
  })

  it('makes room for somebody new, who is known by address and given a seat', () => {
    const house = livingHouse('2027-02-22T10:00')
    const joined = house.fill('slack', 'bm', house.command('slack', 'bm', 'muster join'), {
      PJ1: 'Alex Madeupson',
      PJ2: 'city-police',
      PJ3: 'alex.madeupson@citypolice.example',
      PJ4: ['teams'],
      PJ5: 'yes',
    })
    expect(words(joined)).toContain('Alex Madeupson is known from now on.')
    house.command('slack', 'spa', 'muster left slt-clp')
    house.command('slack', 'spa', 'muster seat give alex-madeupson slt-member 2029-04-01')
    expect(held(house, 'slt-member', { agency: 'city-police' })).toEqual(['alex-madeupson'])
  })
})

describe('the vice-chair', () => {
  it('passes to the next in the order, never the same sector twice running, once that partner says yes', async () => {
    const house = livingHouse('2027-06-01T10:00')
    expect(words(house.command('slack', 'spa', 'muster rotate slt 2027-06-24'))).toContain(
      'Noor Exampleton is proposed as vice-chair from Thu 24 Jun 2027 until Sat 24 Jun 2028.',
    )
    await house.settle()
    house.press('teams', 'slt-nhs', 'I take it')
    await house.until('2027-06-25T10:00')
    expect(held(house, 'vice-chair', { group: 'slt' })).toEqual(['slt-nhs'])
  })

  it('is passed on by whoever declines, to the next who can, and the list says why others were passed over', async () => {
    const house = livingHouse('2027-06-01T10:00')
    house.command('slack', 'spa', 'muster rotate slt')
    await house.settle()
    house.press('teams', 'slt-nhs', 'Decline, pass it on')
    await house.settle()
    expect(house.reads('slt-mps', 'teams')).toContain(
      'Passed over: City & Hackney Clinical Commissioning Group: it declined.',
    )
    expect(
      words(
        house.say('teams', 'slt-nhs', {
          verb: 'seat.answer',
          subject: 'appointment_000002',
          input: { outcome: 'agreed' },
        }),
      ),
    ).toContain('That is for Kit Fixtureton to say.')
    house.press('teams', 'slt-mps', 'I take it')
    expect(held(house, 'vice-chair', { group: 'slt' })).toEqual(['slt-mps'])
  })

  it('of a group that elects its own is not rotated', () => {
    const house = livingHouse('2027-06-01T10:00')
    expect(words(house.command('slack', 'spa', 'muster rotate quality'))).toContain('does not rotate its vice-chair')
  })
})

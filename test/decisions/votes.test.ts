/** What a vote is, whose it is, and what it decides; told at the desk of the safeguarding partners. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Vote } from '../../src/decisions/facts.ts'
import { stageOf } from '../../src/decisions/motion.ts'
import { open, reword, supersede, withdraw, word } from '../../src/decisions/put.ts'
import { resultOf } from '../../src/decisions/result.ts'
import { demo, joined, seated } from '../partnership/demo.ts'
import { chscp, closes, Put, partnersOf, refusal } from './world.ts'

const vacant = demo([{ kind: 'seat-ended', at: '2027-02-20T09:00:00.000Z', seat: 'slt-clp/slt-member' }])
const setting = { partnership: chscp, calendar: new Put().motion.calendar, at: '2027-02-22T10:00:00.000Z' }

describe('how many must agree', () => {
  it.each([
    ['any', undefined, 1],
    ['n-of-m', 2, 2],
    ['majority', undefined, 3],
    ['all', undefined, 5],
    ['unanimous', undefined, 5],
  ] as const)('%s is carried by the vote that makes it so, and not by the one before', (rule, n, needed) => {
    const put = new Put({ rule, ...(n === undefined ? {} : { n }) })
    put.all(partnersOf.slice(0, needed - 1), 'agree')
    expect(resultOf(put.motion).outcome).toBe('open')
    expect(resultOf(put.says(partnersOf[needed - 1]!, 'agree').motion).outcome).toBe('carried')
  })

  it('says so in a sentence', () => {
    expect(resultOf(new Put().all(partnersOf.slice(0, 3), 'agree').motion).because).toBe(
      'Carried: 3 of 5 agree, and 3 were needed.',
    )
    expect(resultOf(new Put({ rule: 'unanimous' }).all(partnersOf, 'agree').motion).because).toBe(
      'Carried: all 5 safeguarding partners agree (29.2).',
    )
    expect(resultOf(new Put().says('slt-nhs', 'agree').says('slt-mps', 'object').motion).because).toBe(
      '1 of 5 agrees so far; 3 are needed. Met Police objects. Waiting for Hackney Council, City of London Corporation and City of London Police.',
    )
  })

  it('an abstention answers and agrees to nothing', () => {
    const put = new Put().all(['slt-hac', 'slt-nhs'], 'agree').all(['slt-col', 'slt-mps', 'slt-clp'], 'abstain')
    expect(resultOf(put.motion)).toEqual({
      outcome: 'not-carried',
      because: 'Not carried: 2 of 5 agree, and 3 were needed.',
    })
  })

  it('asking for time keeps the vote open; an objection to what must be unanimous does too, for the commissioner to bring them together', () => {
    expect(stageOf(new Put().all(partnersOf.slice(1), 'abstain').says('slt-hac', 'need-time').motion)).toBe('open')
    const put = new Put({ rule: 'unanimous' }).all(partnersOf.slice(1), 'agree').says('slt-hac', 'object')
    expect(stageOf(put.motion)).toBe('open')
    expect(stageOf(put.says('slt-hac', 'agree').motion)).toBe('carried')
  })
})

describe('silence is never assent', () => {
  it('what not everybody has answered by the closing time is not carried, and it is said who said nothing', () => {
    const put = new Put({ rule: 'unanimous' }).all(partnersOf.slice(0, 4), 'agree').at('2027-03-05T17:00')
    expect(resultOf(put.motion)).toEqual({
      outcome: 'not-carried',
      because:
        'Not carried: not everybody answered. 4 of 5 agree, and 5 were needed. Nothing was heard from City of London Police by Fri 5 Mar 2027 17:00, and silence is never assent.',
    })
  })

  it('nobody’s leaving carries a motion', () => {
    const put = new Put({ rule: 'all' }).all(partnersOf.slice(0, 4), 'agree').at('2027-02-25T10:00')
    const left = demo([{ kind: 'person-left', at: '2027-02-24T10:00:00.000Z', person: 'slt-clp' }])
    expect(stageOf(put.with(left).motion)).toBe('open')
    expect(stageOf(put.at('2027-03-06T09:00').motion)).toBe('not-carried')
  })

  it('a vacant seat makes unanimity impossible, and it is said whom to ask', () => {
    const put = new Put({ rule: 'unanimous' }, { partnership: vacant }).all(partnersOf.slice(0, 4), 'agree')
    expect(resultOf(put.motion).outcome).toBe('open')
    expect(resultOf(put.motion).because).toContain(
      'Nobody holds the seat of City of London Police, so it cannot be carried (29.2): ask its lead representative to nominate somebody.',
    )
  })

  it('until somebody has been nominated, who then votes', () => {
    const filled = demo([
      { kind: 'seat-ended', at: '2027-02-20T09:00:00.000Z', seat: 'slt-clp/slt-member' },
      joined('new-clp', 'city-police'),
      seated('new-clp', 'slt-member', { from: '2027-02-24T00:00:00.000Z' }),
    ])
    const put = new Put({ rule: 'unanimous' }, { partnership: vacant }).all(partnersOf.slice(0, 4), 'agree')
    expect(stageOf(put.with(filled).at('2027-02-25T10:00').says('new-clp', 'agree').motion)).toBe('carried')
  })
})

describe('one vote a seat', () => {
  it('a deputy who may decide votes for the seat, and the member has the last word', () => {
    const put = new Put().says('slt-mps-dep', 'agree')
    expect([...put.motion.votes.keys()]).toEqual(['slt-mps/slt-member'])
    put.says('slt-mps', 'abstain')
    expect([...put.motion.votes.values()].map(({ vote }) => vote)).toEqual(['abstain'])
    expect(refusal(put.tries('slt-mps-dep', 'agree')).code).toBe('one-voice')
  })

  it('a deputy who may not decide is told so, and whoever has no seat too', () => {
    const junior = demo([
      joined('nhs-junior', 'nhs'),
      {
        ...seated('nhs-junior', 'slt-member', { deputyFor: 'slt-nhs/slt-member', mayDecide: false }),
        kind: 'deputy-registered',
      } as never,
    ])
    const put = new Put({}, { partnership: junior })
    expect(refusal(put.tries('nhs-junior', 'agree')).code).toBe('may-not-decide')
    expect(refusal(put.tries('icsc', 'agree')).code).toBe('no-vote')
  })

  it('a second press changes nothing; an objection needs its reason; other words are not voted on', () => {
    const put = new Put().says('slt-nhs', 'agree')
    expect(refusal(put.tries('slt-nhs', 'agree')).code).toBe('already-done')
    expect(refusal(put.tries('slt-mps', 'object', { reason: undefined as never, read: 'f00' })).code).toBe(
      'out-of-date',
    )
    expect(refusal(put.tries('slt-mps', 'agree', { read: 'another' })).code).toBe('out-of-date')
  })

  it('a press after it was decided gets the result', () => {
    const put = new Put({ rule: 'any' }).says('slt-nhs', 'agree')
    expect(refusal(put.tries('slt-mps', 'object')).sentence).toBe(
      'Voting is over. Carried: 1 of 5 agrees, and 1 was needed.',
    )
  })

  const ballots = fc.record(
    Object.fromEntries(
      partnersOf.map((person) => [person, fc.constantFrom<Vote>('agree', 'object', 'abstain', 'need-time')]),
    ),
  ) as fc.Arbitrary<Record<string, Vote>>

  it('the order of the votes does not matter', () => {
    const rule = fc.constantFrom('any', 'all', 'majority', 'unanimous', 'n-of-m' as const)
    const order = fc.shuffledSubarray([...partnersOf], { minLength: 5 })
    fc.assert(
      fc.property(rule, ballots, order, order, (rule, votes, one, other) => {
        const outcome = (people: readonly string[]) => {
          const put = new Put({ rule, ...(rule === 'n-of-m' ? { n: 2 } : {}) } as never)
          for (const person of people) if (stageOf(put.motion) === 'open') put.says(person, votes[person]!)
          return stageOf(put.at('2027-03-06T09:00').motion)
        }
        expect(outcome(one)).toBe(outcome(other))
      }),
    )
  })

  it('however often and by whomever it is pressed, a seat never has two votes, and nothing is carried by fewer than agreed', () => {
    const people = fc.constantFrom(...partnersOf, 'slt-mps-dep', 'icsc', 'hcvs')
    const presses = fc.array(fc.tuple(people, fc.constantFrom<Vote>('agree', 'object', 'abstain', 'need-time')), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(presses, (pressed) => {
        const put = new Put()
        for (const [person, vote] of pressed) {
          const decided = put.tries(person, vote)
          if (!('refused' in decided)) put.does(person, decided)
        }
        const { votes } = put.motion
        const agreed = [...votes.values()].filter(({ vote }) => vote === 'agree').length
        expect(votes.size).toBeLessThanOrEqual(5)
        expect(new Set([...votes.values()].map(({ person }) => person)).size).toBe(votes.size)
        expect(stageOf(put.motion) === 'carried').toBe(agreed >= 3)
      }),
    )
  })
})

describe('the words', () => {
  it('are frozen once voting is open, and a vote is opened only on the words that were read', () => {
    const draft = new Put({}, { opened: false })
    const read = draft.motion.hash
    draft.does('spa', reword(draft.motion, { text: 'Other words altogether', group: 'slt', rule: 'all', closes }))
    expect(refusal(open(draft.motion, { read })).code).toBe('out-of-date')
    draft.does('spa', open(draft.motion, { read: draft.motion.hash }))
    expect(refusal(reword(draft.motion, draft.motion.worded)).code).toBe('frozen')
  })

  it('are withdrawn or superseded, never edited', () => {
    const put = new Put().does('spa', withdraw(new Put().motion, 'Overtaken by events'))
    expect(resultOf(put.motion).because).toBe('Withdrawn by Priya Sampleton: Overtaken by events')
    const carried = new Put({ rule: 'any' }).says('slt-nhs', 'agree')
    expect(refusal(withdraw(carried.motion, 'Regret')).code).toBe('decided')
    carried.does('spa', supersede(carried.motion, 'decision-2027-2'))
    expect(stageOf(carried.motion)).toBe('superseded')
    expect(refusal(supersede(carried.motion, 'decision-2027-3')).code).toBe('superseded')
  })

  it.each([
    ['a group that decides by consensus', { group: 'quality' }, 'nobody-votes'],
    ['no group at all', { group: 'sltt' }, 'no-group'],
    ['a closing time that has passed', { closes: '2027-02-01T17:00:00.000Z' }, 'past'],
    ['a seat that does not vote', { seats: ['icsc/icsc'] }, 'no-seat'],
    ['more votes than there are seats', { rule: 'n-of-m', n: 6 }, 'how-many'],
  ] as const)('cannot be put to %s', (_, wrong, code) => {
    const worded = { text: 'The words', group: 'slt', rule: 'majority', closes, ...wrong } as never
    expect(refusal(word(setting, worded)).code).toBe(code)
  })
})

/** A date put to a poll: chosen by who must be there, not by how many can come; choosing it calls the meeting. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { answerPoll, bestOf, type Poll, pollOf, prospectsOf } from '../../src/decisions/poll/poll.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { londonInstant } from '../../src/kernel/time.ts'
import type { Fact } from '../../src/ports.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { demo } from '../partnership/demo.ts'
import { aHouse, wordsOf } from '../stories/house.ts'

const at = londonInstant('2027-02-22T10:00')
const slots = ['2027-03-03', '2027-03-04', '2027-03-05'].map((day) => ({
  starts: `${day}T14:00`,
  ends: `${day}T16:00`,
}))
const partnership = demo()

function poll(answers: readonly (readonly [person: string, can: readonly number[]])[]): Poll {
  const facts: Fact[] = [
    { kind: 'asked', at, by: 'bm', data: { group: 'slt', slots, closes: londonInstant('2027-02-25T17:00') } },
  ]
  const subject = {
    id: 'poll_1',
    kind: 'poll',
    title: 'SLT: a date',
    profile: 'wt2018-chscp',
    open: true,
    createdAt: at,
    version: 1,
  }
  const now = () => pollOf(subject, facts, { partnership, calendar: safeguarding, at })
  for (const [person, can] of answers) {
    const said = answerPoll(now(), person, can)
    if (isRefusal(said)) throw new Error(said.sentence)
    facts.push(...said.map((fact) => ({ ...fact, at, by: person })))
  }
  return now()
}

describe('the date', () => {
  it('is the one that is quorate, though more people could come on another, and says why', () => {
    const { best, because } = bestOf(
      poll([
        ['icsc', [0, 1]],
        ['spa', [0]],
        ['slt-hac', [0, 1]],
        ['slt-col', [0]],
        ['slt-nhs', [0, 1]],
        ['slt-mps', [1]],
      ]),
    )
    expect(best.index).toBe(1)
    expect(because).toContain('Thu 4 Mar 2027, 14:00 to 16:00: quorate by the answers so far')
    expect(because).toContain('Wed 3 Mar 2027, 14:00 to 16:00 has more who can (5 to 4), but police is missing.')
  })

  it('may come with a deputy who may decide', () => {
    const { best } = bestOf(
      poll([
        ['icsc', [2]],
        ['slt-hac', [2]],
        ['slt-nhs', [2]],
        ['slt-mps-dep', [2]],
      ]),
    )
    expect(best).toMatchObject({ index: 2, quorum: { met: true } })
  })

  it('is said not to be quorate when none is', () => {
    expect(bestOf(poll([['icsc', [1]]])).because).toContain('No date is quorate yet. The nearest is Thu 4 Mar 2027')
  })

  it('is never one without quorum while another has it', () => {
    const person = fc.constantFrom('icsc', 'spa', 'slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp', 'slt-mps-dep')
    const answer = fc.tuple(person, fc.subarray([0, 1, 2]))
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 10 }), (answers) => {
        const asked = poll(answers)
        const quorate = prospectsOf(asked).filter(({ quorum }) => quorum.met)
        const { best } = bestOf(asked)
        expect(quorate.length === 0 || best.quorum.met).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('over the whole house', () => {
  const words = (reply: Reply) => {
    if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
    return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
  }

  it('is asked on both platforms, answered with a tap, and calls the meeting without asking again whoever can', async () => {
    const house = aHouse({ at: '2027-02-22T10:00' })
    expect(words(house.command('slack', 'bm', 'meetings poll slt 2027-03-03,2027-03-04'))).toContain(
      'No date is quorate yet.',
    )
    await house.settle()
    house.press('slack', 'icsc', 'I can: Thu 4 Mar 2027')
    house.press('slack', 'slt-hac', 'I can: Thu 4 Mar 2027')
    house.press('teams', 'slt-nhs', 'I can: Thu 4 Mar 2027')
    house.press('teams', 'slt-mps', 'I can: Thu 4 Mar 2027')
    house.press('slack', 'slt-col', 'None of these')
    house.press('slack', 'spa', 'I can: Wed 3 Mar 2027')
    await house.settle()
    expect(house.reads('slt-clp', 'teams')).toContain('quorate by the answers so far')
    await house.until('2027-02-25T17:30')
    const chosen = house.press('slack', 'bm', 'Call it for Thu 4 Mar 2027')
    expect(words(chosen)).toContain('Chosen: Thu 4 Mar 2027, 14:00 to 16:00.')
    await house.settle()
    expect(words(house.say('slack', 'bm', { verb: 'meeting.see', subject: 'slt-2027-03-04' }))).toContain(
      'Quorate by the answers so far',
    )
    expect(house.reads('slt-nhs', 'teams')).toContain('Your answer: Attending')
    expect(
      words(house.say('slack', 'bm', { verb: 'poll.choose', subject: 'poll_000001', input: { slot: '0' } })),
    ).toContain('was chosen on')
    expect(
      words(house.say('teams', 'slt-nhs', { verb: 'poll.answer', subject: 'poll_000001', input: { can: '0' } })),
    ).toContain('was chosen on')
  })

  it.each([
    ['a single date', 'slt', '2027-03-04', 'two dates at least'],
    ['a bank holiday', 'slt', '2027-03-26 2027-03-30', 'is a bank holiday'],
    ['dates before anybody could answer', 'slt', '2027-02-25 2027-03-04', 'Answers could not be in'],
    ['no group', 'sltt', '2027-03-03 2027-03-04', 'There is no group called'],
  ])('is not asked about %s', (_, group, dates, answer) => {
    const house = aHouse({ at: '2027-02-22T10:00' })
    expect(words(house.say('slack', 'bm', { verb: 'poll.ask', input: { group, dates } }))).toContain(answer)
  })

  it('is asked and chosen by those who run meetings, and answered by members', async () => {
    const house = aHouse({ at: '2027-02-22T10:00' })
    expect(words(house.command('slack', 'slt-col', 'meetings poll slt 2027-03-03,2027-03-04'))).toContain('Only')
    house.command('slack', 'bm', 'meetings poll slt 2027-03-03,2027-03-04')
    expect(
      words(house.say('slack', 'hcvs', { verb: 'poll.answer', subject: 'poll_000001', input: { can: '0' } })),
    ).toContain('Only')
    expect(
      words(house.say('slack', 'slt-col', { verb: 'poll.choose', subject: 'poll_000001', input: { slot: '0' } })),
    ).toContain('Only')
  })
})

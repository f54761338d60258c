/** A secret ballot over the real core and store: who has answered is kept, and what they said is not (FEATURES row 46). */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) => {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}
const subject = 'decision-2027-1'

/** Puts a question to the SLT in secret, until Fri 5 Mar 2027 17:00. */
async function asked(rule = 'majority'): Promise<House> {
  const house = aHouse({ at: '2027-02-22T10:00' })
  house.command('slack', 'spa', `decisions put slt 2027-03-05 ${rule} The vice-chair is asked to stay another year`)
  const draft = house.say('slack', 'spa', { verb: 'motion.put', subject, input: { secret: 'yes' } })
  const open =
    draft.kind === 'message' ? buttonsOf(draft.message).find(({ label }) => label === 'Open the vote') : undefined
  house.say('slack', 'spa', { verb: 'motion.open', subject, input: open?.input ?? {} })
  await house.settle()
  return house
}

const vote = (house: House, person: string, said: string) =>
  house.say('desk', person, { verb: 'motion.vote', subject, input: { vote: said } })
const facts = (house: House) => house.store.read((tx) => tx.subjects.facts(subject))
/** Everything that is kept of the matter and can be read. */
const kept = (house: House) =>
  JSON.stringify(
    house.store.read((tx) => [
      tx.subjects.facts(subject),
      tx.journal.from(0, 1_000),
      tx.outbox.about(subject),
      tx.alarms.waiting(subject),
    ]),
  )

describe('a secret ballot', () => {
  it('says before anybody votes what is kept and what is not', async () => {
    const house = await asked()
    expect(house.reads('slt-nhs', 'teams')).toContain(
      'Secret ballot: Muster keeps who has answered, and in the end how many said what. It does not keep who said what',
    )
  })

  it('leaves on record who answered and nothing of what they said', async () => {
    const house = await asked()
    house.press('teams', 'slt-nhs', 'Object')
    house.press('slack', 'slt-hac', 'Agree')
    house.press('slack', 'slt-col', 'Abstain')
    await house.settle()
    expect(facts(house).map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'worded spa',
      'worded spa',
      'opened spa',
      'answered slt-nhs',
      'answered slt-hac',
      'answered slt-col',
    ])
    expect(kept(house)).not.toMatch(/"(agree|object|abstain)"/)
    for (const person of ['slt-nhs', 'slt-hac', 'spa'])
      expect(house.reads(person)).not.toMatch(/Objects|Agrees|Abstains/)
    expect(house.reads('slt-nhs')).toContain('Your ballot: In the box')
    expect(house.reads('slt-nhs')).not.toContain('[Object]')
  })

  it('is counted by Muster with the last answer, whoever gave it', async () => {
    const house = await asked()
    for (const person of ['slt-hac', 'slt-col', 'slt-mps']) vote(house, person, 'agree')
    expect(words(vote(house, 'slt-nhs', 'object'))).toContain('4 of 5 have answered')
    expect(words(vote(house, 'slt-clp', 'abstain'))).toContain('Carried: 3 of 5 agree, and 3 were needed.')
    await house.settle()
    expect(facts(house).at(-1)).toMatchObject({
      kind: 'counted',
      by: 'muster',
      data: { agree: 3, object: 1, abstain: 1 },
    })
    expect(house.reads('icsc')).toContain('3 agreed, 1 objected, 1 abstained.')
    expect(house.store.read((tx) => tx.vault.has(subject, 'ballot-box'))).toBe(false)
    expect(house.store.read((tx) => tx.subjects.get(subject))).toMatchObject({ open: false })
  })

  it('is counted when voting closes though not everybody has answered, and silence is not assent', async () => {
    const house = await asked()
    for (const person of ['slt-hac', 'slt-col']) vote(house, person, 'agree')
    await house.until('2027-03-05T16:59')
    expect(house.reads('slt-nhs')).toContain('2 of 5 have answered')
    await house.until('2027-03-08T09:00')
    expect(facts(house).at(-1)).toMatchObject({ kind: 'counted', at: '2027-03-05T17:00:00.000Z' })
    expect(house.reads('slt-nhs')).toContain('Not carried: not everybody answered. 2 of 5 agree, and 3 were needed.')
    expect(words(vote(house, 'slt-nhs', 'agree'))).toContain('Voting is over.')
  })

  it('is counted late after an outage, and takes no ballot meanwhile', async () => {
    const house = await asked('any')
    vote(house, 'slt-hac', 'agree')
    house.jump('2027-03-09T10:00')
    expect(words(vote(house, 'slt-nhs', 'object'))).toContain('Voting closed on Fri 5 Mar 2027 17:00.')
    await house.settle()
    expect(house.reads('slt-nhs')).toContain('Carried: 1 of 5 agrees, and 1 was needed.')
  })

  it('takes one ballot from a seat and one from a person, and gives none back', async () => {
    const house = await asked()
    vote(house, 'slt-mps', 'agree')
    expect(words(vote(house, 'slt-mps', 'object'))).toContain('so it cannot be changed.')
    expect(words(vote(house, 'slt-mps-dep', 'object'))).toContain('Kit Fixtureton has answered for this seat')
    expect(words(vote(house, 'slt-nhs', 'need-time'))).toContain('A ballot says agree, object or abstain.')
    expect(words(vote(house, 'housing', 'agree'))).toContain('Only')
    expect(facts(house).filter(({ kind }) => kind === 'answered')).toHaveLength(1)
  })

  it('that is withdrawn is never counted', async () => {
    const house = await asked()
    vote(house, 'slt-hac', 'agree')
    house.say('slack', 'spa', { verb: 'motion.withdraw', subject, input: { reason: 'No longer needed' } })
    await house.until('2027-03-08T09:00')
    expect(facts(house).map(({ kind }) => kind)).not.toContain('counted')
    expect(house.store.read((tx) => tx.vault.has(subject, 'ballot-box'))).toBe(false)
  })
})

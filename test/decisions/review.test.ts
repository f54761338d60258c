/** Decisions are looked at again on the day that was agreed; and a draft is its author's alone. */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) => {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}
const subject = 'decision-2027-1'
const text = 'The risk register is reviewed every month'

const drafted = (house: House, more: Record<string, string> = {}) =>
  house.say('slack', 'spa', {
    verb: 'motion.put',
    input: { group: 'slt', closes: '2027-03-05', rule: 'any', text, ...more },
  })

/** Carried on 22 February, to be looked at again on 1 September. */
async function carried(): Promise<House> {
  const house = aHouse({ at: '2027-02-22T10:00' })
  const draft = drafted(house, { review: '2027-09-01' })
  const open =
    draft.kind === 'message' ? buttonsOf(draft.message).find(({ label }) => label === 'Open the vote') : undefined
  house.say('slack', 'spa', { verb: 'motion.open', subject, input: open?.input ?? {} })
  await house.settle()
  house.press('teams', 'slt-nhs', 'Agree')
  await house.settle()
  return house
}

const isOpen = (house: House) => house.store.read((tx) => tx.subjects.get(subject))?.open

describe('a decision with a day of review', () => {
  it('is quiet until then, and asked for on its day from whoever chairs, who says that it stands', async () => {
    const house = await carried()
    expect(isOpen(house)).toBe(true)
    await house.until('2027-08-20T12:00')
    expect(house.reads('icsc')).not.toContain('look again')
    await house.until('2027-09-01T12:00')
    expect(house.reads('icsc')).toContain('For you: look again at what was decided, by Wed 1 Sep 2027')
    expect(words(house.press('slack', 'icsc', 'It stands'))).toContain(
      'Looked at again: It stands (Marlowe Testwick, Wed 1 Sep 2027',
    )
    await house.until('2027-09-20T12:00')
    expect(isOpen(house)).toBe(false)
    expect(house.reads('icsc')).not.toContain('For you: look again')
  })

  it('is asked for again a year later, where that is wanted', async () => {
    const house = await carried()
    await house.until('2027-09-01T12:00')
    house.press('slack', 'icsc', 'Look at it again in a year')
    expect(words(house.command('slack', 'slt-hac', 'decisions'))).toContain('carried, private | Fri 1 Sep 2028')
    await house.until('2028-09-01T12:00')
    expect(house.reads('icsc')).toContain('For you: look again at what was decided, by Fri 1 Sep 2028')
  })

  it('that nobody looks at is brought to the adviser', async () => {
    const house = await carried()
    await house.until('2027-09-02T12:00')
    expect(house.reads('spa')).toContain('Look again at what was decided')
  })

  it('is asked for no more once another decision has taken its place', async () => {
    const house = await carried()
    const next = drafted(house, { supersedes: '1', text: 'The risk register is reviewed every quarter' })
    const open =
      next.kind === 'message' ? buttonsOf(next.message).find(({ label }) => label === 'Open the vote') : undefined
    house.say('slack', 'spa', { verb: 'motion.open', subject: 'decision-2027-2', input: open?.input ?? {} })
    await house.until('2027-09-10T12:00')
    expect(house.reads('icsc')).not.toContain('look again')
    expect(isOpen(house)).toBe(false)
  })

  it('is not looked at again by a member, nor twice', async () => {
    const house = await carried()
    await house.until('2027-09-01T12:00')
    const press = (person: string) =>
      words(
        house.say('slack', person, {
          verb: 'owed.do',
          subject,
          input: { owed: 'review/2027-09-01', outcome: 'stands' },
        }),
      )
    expect(press('slt-col')).toContain('Only')
    press('icsc')
    expect(press('spa')).toContain('is not asked for')
  })
})

describe('a draft', () => {
  it.each([
    ['by its number', (house: House, who: string) => house.command('slack', who, 'decisions see 1')],
    ['as a matter', (house: House, who: string) => house.say('slack', who, { verb: 'matter.see', subject })],
    ['on the desk', (house: House, who: string) => house.say('desk', who, { verb: 'matter.see', subject })],
    ['by its button', (house: House, who: string) => house.say('slack', who, { verb: 'motion.see', subject })],
  ])('is not opened %s by anybody but its author', (_, opened) => {
    const house = aHouse({ at: '2027-02-22T10:00' })
    drafted(house)
    for (const person of ['slt-hac', 'icsc', 'bm', 'housing']) expect(words(opened(house, person))).not.toContain(text)
    expect(words(opened(house, 'spa'))).toContain(text)
  })

  it('is not withdrawn or opened to the vote by anybody else either', () => {
    const house = aHouse({ at: '2027-02-22T10:00' })
    drafted(house)
    expect(words(house.command('slack', 'bm', 'decisions withdraw 1 not now'))).toContain('There is no such decision.')
  })
})

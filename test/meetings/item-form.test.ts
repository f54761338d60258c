/** An item of the agenda by a form: what it is about decides who must be there, who must agree and who may read it. */
import { describe, expect, it } from 'vitest'
import type { Platform, Reply } from '../../src/chat/intent.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

type House = ReturnType<typeof aHouse>

const words = (reply: Reply) =>
  reply.kind === 'refusal' ? reply.refusal.sentence : 'message' in reply ? wordsOf(reply.message) : reply.kind

/** The SLT is called for 25 February. */
function called(): House {
  const house = aHouse({ at: '2027-01-25T10:00' })
  house.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00')
  house.command('slack', 'bm', 'meetings call executive 2027-03-16 10:00')
  return house
}

const values = { NI1: 'Funding for next year', NI2: 'decision', NI3: 'slt-nhs', NI5: 'no', NI6: 'no', NI8: 'no' }

const adds = (house: House, platform: Platform, person: string, more: Record<string, unknown>, group = 'slt') => {
  const open = house.command(platform, person, `meetings item ${group}`)
  return open.kind === 'form' ? house.fill(platform, person, open, { ...values, ...more }) : open
}
const asks = (reply: Reply) => (reply.kind === 'form' ? reply.view.fields.map(({ id }) => id) : [])
const agenda = (house: House, person: string, meeting = 'slt-2027-02-25') =>
  words(house.say('desk', person, { verb: 'matter.see', subject: meeting }))

describe('an item by a form', () => {
  it.each([
    ['slack', 'bm'],
    ['teams', 'icsc'],
    ['desk', 'spa'],
  ] as const)('is on the agenda in %s as soon as whoever sets the agenda submits it', (platform, person) => {
    const house = called()
    expect(words(adds(house, platform, person, {}))).toMatch(
      /^SLT, Thu 25 Feb 2027: “Funding for next year” is item 11 of the agenda, at 15:40\./,
    )
    expect(agenda(house, 'slt-hac')).toContain('Funding for next year (Noor Exampleton, for decision)')
  })

  it('is opened from the meeting’s card by whoever sets the agenda, and by nobody else', () => {
    const house = called()
    const labels = (person: string) => {
      const reply = house.say('desk', person, { verb: 'matter.see', subject: 'slt-2027-02-25' })
      return 'message' in reply ? buttonsOf(reply.message).map(({ label }) => label) : []
    }
    expect(labels('bm')).toContain('Add an item')
    expect(labels('icsc')).toContain('Add an item')
    expect(labels('slt-clp')).not.toContain('Add an item')
    expect(words(house.command('teams', 'slt-clp', 'meetings item slt'))).toContain('may put an item on the agenda')
  })

  it('that needs every safeguarding partner says so, and is decided only when all five are there', () => {
    const house = called()
    adds(house, 'slack', 'bm', { NI8: 'yes' })
    expect(agenda(house, 'slt-hac')).toContain('for decision, needs every safeguarding partner')
  })

  it('about the City cannot be decided while only Hackney’s own have said that they come', () => {
    const house = called()
    adds(house, 'slack', 'bm', { NI7: 'city' })
    for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps']) {
      const input = { answer: 'attending' }
      house.say('desk', person, { verb: 'meeting.reply', subject: 'slt-2027-02-25', input })
    }
    expect(agenda(house, 'bm')).toContain('Funding for next year (Noor Exampleton, for decision, City of London)')
    expect(agenda(house, 'bm')).toMatch(
      /Some items cannot be decided by the answers so far:\s+.*Funding for next year: .*City of London/,
    )
  })

  it('that is confidential is read by the group’s members, and by an observer only as that', () => {
    const house = called()
    adds(house, 'slack', 'bm', { NI6: 'yes', NI2: 'discussion' }, 'executive')
    expect(agenda(house, 'hospital', 'executive-2027-03-16')).toContain(
      'Funding for next year (Noor Exampleton, for discussion, confidential)',
    )
    expect(agenda(house, 'lead-h', 'executive-2027-03-16')).toContain('Confidential item')
    expect(agenda(house, 'lead-h', 'executive-2027-03-16')).not.toContain('Funding')
  })

  it('asks for the area and for unanimity only where they make a difference', () => {
    const house = called()
    const second = (group: string, purpose: string) => {
      const open = house.command('desk', 'bm', `meetings item ${group}`)
      if (open.kind !== 'form') throw new Error(words(open))
      const input = { draft: open.view.draft, page: open.view.page, go: 'next', values: { ...values, NI2: purpose } }
      return asks(house.say('desk', 'bm', { verb: 'form.page', input }))
    }
    expect(second('slt', 'decision')).toContain('NI8')
    expect(second('slt', 'information')).not.toContain('NI8')
    expect(second('executive', 'decision')).not.toContain('NI8')
    house.command('slack', 'bm', 'meetings call quality 2027-03-09 10:00')
    expect([second('executive', 'decision'), second('quality', 'decision')].map((one) => one.includes('NI7'))).toEqual([
      true,
      false,
    ])
  })

  it('without a title is asked for it; one that holds personal detail is not kept', () => {
    const house = called()
    expect(asks(adds(house, 'slack', 'bm', { NI1: '' }))).toContain('NI1')
    const personal = adds(house, 'slack', 'bm', { NI1: 'Baby Milo Waterfield, born 3 May 2026' })
    expect(personal.kind === 'form' && personal.view.fields.find(({ id }) => id === 'NI1')?.error).toBeTruthy()
  })
})

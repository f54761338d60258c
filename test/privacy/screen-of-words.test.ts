/** Whatever is typed to Muster is screened before it is read (PR-3, 10.2.44). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsPersonalDetail } from '../../src/app/verbs/incident.ts'
import { commands } from '../../src/chat/commands.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { aHouse, wordsOf } from '../stories/house.ts'

const NAMED = 'rapid-review JUNIPER mum Tracey Oakapple is at 14 Example Road'
const inChannel = { platform: 'teams', tenant: 'T', conversation: '19:slt', kind: 'channel' } as const

function typed(house: ReturnType<typeof aHouse>, person: string, words: string, more: object = {}) {
  const [command, ...rest] = words.split(' ')
  return house.say('teams', person, { verb: 'command', input: { command, text: rest.join(' ') }, ...more })
}

const everything = (house: ReturnType<typeof aHouse>) =>
  house.store.read((tx) =>
    JSON.stringify([
      tx.journal.from(1, 1000),
      tx.subjects.open().map(({ id }) => [id, tx.subjects.facts(id)]),
      tx.outbox.waiting('9999'),
      house.letters,
    ]),
  )

describe('somebody types a name', () => {
  it('in a direct message: a private answer, nothing echoed or kept, one line in the journal, no incident', async () => {
    const house = aHouse({ at: '2027-01-15T10:00' })
    const reply = typed(house, 'slt-nhs', NAMED)
    await house.settle()
    expect(reply.kind).toBe('message')
    const said = reply.kind === 'message' ? wordsOf(reply.message) : ''
    expect(said).toContain('looks as if it held personal detail')
    expect(`${said}${everything(house)}`).not.toMatch(/Tracey|Oakapple|Example Road/)
    const [hit] = house.store.read((tx) => tx.journal.from(1, 100).filter(({ verb }) => verb === 'screen.hit'))
    expect(hit).toMatchObject({ by: 'slt-nhs', detail: { platform: 'teams', place: 'direct' } })
    expect(house.store.read((tx) => tx.subjects.all('incident'))).toEqual([])
  })

  it('in a channel with others: an incident is opened, once for three messages in a row, and a retry opens none', async () => {
    const house = aHouse({ at: '2027-01-15T10:00' })
    house.store.transaction((tx) => tx.doors.bind('slt', inChannel))
    const first = typed(house, 'slt-nhs', NAMED, { where: inChannel, id: 'same' })
    typed(house, 'slt-nhs', NAMED, { where: inChannel, id: 'same' })
    typed(house, 'slt-mps', NAMED, { where: inChannel })
    await house.settle()
    expect(first.kind === 'message' && wordsOf(first.message)).toContain('Please delete your message now')
    expect(house.store.read((tx) => tx.subjects.all('incident').map(({ title }) => title))).toEqual(['DI-2027-01'])
    expect(everything(house)).not.toMatch(/Tracey|Oakapple|Example Road/)
    const card = house.say('desk', 'spa', { verb: 'matter.see', subject: 'di-2027-01' })
    const shown = card.kind === 'message' ? wordsOf(card.message) : ''
    expect(shown).toContain('Personal detail written in a chat')
    expect(shown).toContain('Teams, the channel of')
    expect(shown).toContain('Written by: Noor Exampleton')
    expect(shown).toContain('The 72 hours end: Mon 18 Jan 2027 10:00')
  })

  it('after a slash in a channel: Slack showed it to nobody, so nothing has got out', () => {
    const house = aHouse({ at: '2027-01-15T10:00' })
    const reply = typed(house, 'slt-nhs', NAMED, { where: inChannel, unheard: true })
    expect(reply.kind).toBe('message')
    expect(house.store.read((tx) => tx.subjects.all('incident'))).toEqual([])
  })

  it('whom Muster does not know, in a channel: the same', () => {
    const house = aHouse({ at: '2027-01-15T10:00' })
    const reply = typed(house, 'nobody-known', NAMED, { where: inChannel })
    expect(reply.kind).toBe('message')
    expect(house.store.read((tx) => tx.subjects.all('incident'))).toHaveLength(1)
  })

  it('as the first word: what is not a command is not said back', () => {
    const house = aHouse({ at: '2027-01-15T10:00' })
    expect(JSON.stringify(typed(house, 'slt-nhs', 'Tracey was seen yesterday'))).not.toContain('Tracey')
  })
})

describe('ordinary words', () => {
  const house = aHouse({ at: '2027-01-15T10:00' })
  const { partnership } = house

  it.each(commands.map(({ example, words }) => example ?? words))('"%s" passes', (words) => {
    expect(holdsPersonalDetail(partnership, words)).toBe(false)
  })

  it.each([
    'muster link KELP-4821',
    'muster here slt',
    'rapid-review JUNIPER',
    'rapid-review status juniper',
    'muster invite dana.demosworth@hackney.example',
    'meetings move slt 2027-03-04 Dana Demosworth is at a tribunal',
    'meetings propose executive Probation Service update by Ros Testerly',
    'muster hold JUNIPER the Crown Prosecution Service asked',
    'muster hold JUNIPER waits for the court 2027-03-04',
    'muster incident 2027-02-25',
    '',
  ])('"%s" passes', (words) => {
    const known = words.includes('@') ? [...partnership.people.values()].find(({ email }) => email)?.email : undefined
    expect(holdsPersonalDetail(partnership, known === undefined ? words : `muster invite ${known}`)).toBe(false)
  })

  it('any command about any member, agency, group, date and code word passes', () => {
    const { agencies, codeWords } = partnership.profile
    const word = fc.constantFrom(
      ...[...partnership.people.values()].map(({ name }) => name),
      ...Object.values(agencies).map(({ name }) => name),
      ...partnership.groups.map(({ id }) => id),
      ...codeWords,
      '2027-02-25',
      '14:00',
    )
    const begun = fc.constantFrom(...commands.map(({ words }) => words))
    fc.assert(
      fc.property(begun, fc.array(word, { maxLength: 3 }), (words, more) => {
        expect(holdsPersonalDetail(partnership, [words, ...more].join(' '))).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('and are answered as before', () => {
    const reply = house.command('slack', 'spa', 'muster help')
    expect(isRefusal(reply)).toBe(false)
    expect(reply.kind).toBe('message')
  })
})

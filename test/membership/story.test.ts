/** A newcomer's whole way: added on a Monday at the desk, known in Slack by a code, seated, invited; and their successor after them (PR-14, 10.2.38). */
import { describe, expect, it } from 'vitest'
import { loadMatter } from '../../src/app/work.ts'
import type { Reply } from '../../src/chat/intent.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { groupMembers, holders, personById } from '../../src/partnership/partnership.ts'
import { errorsIn, wordsOf } from '../procedures/story.ts'
import { buttonIn, type LivingHouse, livingHouse, words } from '../seats/house.ts'
import { buttonsOf } from '../stories/house.ts'

const MONDAY = '2027-02-01T10:00'

const WANDA = {
  PJ1: 'Wanda Newcomb',
  PJ2: 'hackney-housing',
  PJ3: 'wanda.newcomb@hackney.example',
  PJ4: ['slack'],
  PJ5: 'yes',
}
const SEAT = { role: 'member', group: 'quality', area: '', until: '2029-04-01' }

/** The business manager adds somebody at the desk. */
function joins(house: LivingHouse, values: Record<string, unknown>, by = 'bm'): Reply {
  return house.fill('desk', by, house.command('desk', by, 'muster join'), values)
}

/** Presses a button of the person's page, and fills the form behind it. */
function onPage(house: LivingHouse, person: string, label: string, values: Record<string, unknown> = {}): Reply {
  const page = house.say('desk', 'bm', { verb: 'person.list', input: { person } })
  const { verb, input = {} } = buttonIn(page, label)
  return house.fill('desk', 'bm', house.say('desk', 'bm', { verb, input }), values)
}

/** Sends the code that the business manager was given, from an account nobody knows yet: in these stories it is called as its owner is. */
function links(house: LivingHouse, person: string): Reply {
  const code = /code for .*: (\S+)/.exec(words(onPage(house, person, 'Give a link code')))?.[1] ?? ''
  return house.command('slack', person, `muster link ${code}`)
}

const isIn = (house: LivingHouse, group: string) =>
  groupMembers(house.now(), group, house.clock()).map(({ person }) => person.id)

describe('a newcomer', () => {
  it('is added on a Monday, known by a code, seated once the adviser confirms, and invited to what has been called already', async () => {
    const house = livingHouse(MONDAY)
    house.command('slack', 'spa', 'meetings call quality 2027-03-11 10:00')
    await house.settle()

    const added = joins(house, { ...WANDA, PJ7: [SEAT] })
    expect(added.kind).toBe('done')
    expect(words(added)).toContain('Wanda Newcomb is known from now on.')
    expect(words(added)).toContain('Proposed, and given once Priya Sampleton confirms:')
    expect(words(added)).toContain('Group member, Quality Assurance Group, until Sun 1 Apr 2029')
    await house.settle()
    expect(house.reads('wanda.newcomb@hackney.example')).toContain('Jo Mockford has added you.')
    expect(isIn(house, 'quality')).not.toContain('wanda-newcomb')

    expect(words(house.command('slack', 'wanda-newcomb', 'meetings'))).toContain('Muster does not know this account')
    expect(words(links(house, 'wanda-newcomb'))).toContain('This account is now known as Wanda Newcomb.')
    expect(words(house.say('desk', 'bm', { verb: 'person.list', input: { person: 'wanda-newcomb' } }))).toContain(
      'Slack account: Known since Mon 1 Feb 2027 (By a link code)',
    )

    expect(words(house.press('slack', 'spa', 'Confirm', 'Wanda Newcomb is proposed'))).toContain(
      'Priya Sampleton said yes',
    )
    expect(isIn(house, 'quality')).toContain('wanda-newcomb')
    await house.settle()
    const invited = house.letters.filter(({ person }) => person === 'wanda-newcomb')
    expect(invited.map(({ message }) => wordsOf(message)).join()).toContain('Quality Assurance')
    expect(invited.flatMap(({ message }) => buttonsOf(message).map(({ label }) => label))).toContain('Attending')
    expect(words(house.press('slack', 'wanda-newcomb', 'Attending'))).toContain('Attending')
  })

  it('leaves: every way in is closed, what was shown in chat is taken away, and the successor has the seat, the invitation and what is open', async () => {
    const house = livingHouse(MONDAY)
    house.command('slack', 'spa', 'meetings call quality 2027-03-11 10:00')
    joins(house, { ...WANDA, PJ7: [SEAT] }, 'spa')
    expect(isIn(house, 'quality')).toContain('wanda-newcomb')
    links(house, 'wanda-newcomb')
    house.command('slack', 'spa', 'actions for quality wanda.newcomb@hackney.example 2027-03-20 Send the list of homes')
    await house.settle()
    expect(house.reads('wanda-newcomb', 'slack')).toContain('Send the list of homes')

    joins(house, { ...WANDA, PJ1: 'Sol Nextman', PJ3: 'sol.nextman@hackney.example' })
    links(house, 'sol-nextman')
    const left = onPage(house, 'wanda-newcomb', 'They leave, or hand over', {
      PL1: 'yes',
      PL2: 'sol-nextman',
      PL3: 'yes',
      PL4: 'yes',
    })
    expect(words(left)).toContain('Wanda Newcomb has left: nothing leads them in any more.')
    expect(words(left)).toContain('To be given to Sol Nextman once confirmed: group member (Quality Assurance).')
    await house.settle()
    expect(house.reads('wanda-newcomb', 'slack')).toBe('')
    expect(words(house.command('slack', 'wanda-newcomb', 'muster owe'))).toContain('Muster does not know this account')
    expect(isIn(house, 'quality')).not.toContain('wanda-newcomb')

    house.press('slack', 'spa', 'Confirm', 'Sol Nextman is proposed')
    await house.settle()
    expect(isIn(house, 'quality')).toContain('sol-nextman')
    expect(house.reads('sol-nextman', 'slack')).toContain('Quality Assurance')
    expect(house.reads('bm')).toContain('Send the list of homes')
    expect(words(house.press('slack', 'sol-nextman', 'I take it over'))).toContain('Sol Nextman')
    const action = house.store.read((tx) => loadMatter({ house: house.house, tx, at: house.clock() }, 'action-2027-1'))
    expect(isRefusal(action) ? [] : [...new Set(action.owed.flatMap(({ obligor }) => obligor.people))]).toEqual([
      'sol-nextman',
    ])
    expect(words(house.say('desk', 'bm', { verb: 'person.list', input: { person: 'wanda-newcomb' } }))).toContain(
      'Sol Nextman took over',
    )
  })

  it('who leaves before anybody follows: the support team holds what is owed in their name until a newcomer takes over', async () => {
    const house = livingHouse(MONDAY)
    house.command('slack', 'spa', 'actions for quality housing 2027-03-20 Send the list of homes')
    await house.settle()
    expect(words(house.command('slack', 'bm', 'muster left Gil Nullman'))).toContain('nothing leads them in any more')
    await house.settle()
    expect(house.reads('bm')).toContain('Send the list of homes')

    const form = house.command('desk', 'spa', 'muster join')
    const added = house.fill('desk', 'spa', form, { ...WANDA, PJ6: 'housing' })
    expect(words(added)).toContain(
      'Given: agency contact, Executive member (Executive), group member (Vulnerable Adolescents).',
    )
    await house.settle()
    expect(holders(house.now(), 'agency-contact', house.clock(), { agency: 'hackney-housing' })).toMatchObject([
      { id: 'wanda-newcomb' },
    ])
    expect(house.reads('wanda.newcomb@hackney.example')).toMatch(/For you: Take over.*Send the list of homes/s)
    expect(words(house.say('desk', 'bm', { verb: 'person.list', input: { person: 'housing' } }))).toContain(
      'Wanda Newcomb took over',
    )
  })

  it('comes back under the same name and address as who they were', () => {
    const house = livingHouse(MONDAY)
    house.command('slack', 'bm', 'muster left Gil Nullman')
    joins(house, { ...WANDA, PJ1: 'Gil Nullman', PJ3: 'gil.nullman@hackney.example' })
    expect(personById(house.now(), 'housing')).toMatchObject({ name: 'Gil Nullman' })
    expect(personById(house.now(), 'housing')?.left).toBeUndefined()
    expect([...house.now().people.keys()]).not.toContain('gil-nullman')
  })
})

describe('what cannot be', () => {
  it.each([
    ['an address somebody has', { PJ3: 'Priya.Sampleton@chscp.example' }, 'This is the address of Priya Sampleton.'],
    ['half an address', { PJ3: 'wanda.newcomb@hackney' }, 'Write a whole e-mail address'],
    ['an organisation nobody knows', { PJ2: 'hogwarts' }, 'Choose one of the options'],
    ['no name', { PJ1: 'W' }, 'Write their first name and surname'],
    ['nobody asked', { PJ5: '' }, 'Tick the box to confirm'],
    ['no way to reach them', { PJ4: [] }, 'Choose at least one of the options'],
    [
      'a seat of a group without the group',
      { PJ7: [{ ...SEAT, group: '' }] },
      'Choose the group in which they are group member',
    ],
    [
      'a seat the group does not have',
      { PJ7: [{ ...SEAT, role: 'exec-member' }] },
      'Quality Assurance has no seat of this role',
    ],
    ['a seat that ended yesterday', { PJ7: [{ ...SEAT, until: '2027-01-31' }] }, 'Enter a day that is still to come'],
    [
      'a lay member of nowhere',
      { PJ7: [{ ...SEAT, role: 'lay-member', group: '' }] },
      'Choose the area for which they are Lay Member',
    ],
  ])('%s: said beside the field, and nothing typed is lost', (_, wrong, sentence) => {
    const house = livingHouse(MONDAY)
    const reply = joins(house, { ...WANDA, ...wrong })
    expect(errorsIn(reply).join()).toContain(sentence)
    expect([...house.now().people.values()].some(({ name }) => name === 'Wanda Newcomb')).toBe(false)
    const fields = reply.kind === 'form' ? reply.view.fields : []
    for (const field of fields)
      if (field.id in wrong && 'value' in field) expect(field.value).toEqual(wrong[field.id as keyof typeof wrong])
  })

  it('an address outside the domains an organisation uses', () => {
    const house = livingHouse(MONDAY)
    const agencies = house.now().profile.agencies as Record<string, { domains: string[] }>
    const housing = agencies['hackney-housing']
    if (housing === undefined) throw new Error('no housing')
    const before = housing.domains
    housing.domains = ['hackney.gov.uk']
    try {
      expect(errorsIn(joins(house, WANDA)).join()).toContain('it ends in @hackney.gov.uk')
      expect(joins(house, { ...WANDA, PJ3: 'wanda.newcomb@hackney.gov.uk' }).kind).toBe('done')
    } finally {
      housing.domains = before
    }
  })

  it('by whoever may not: the refusal names those who may', () => {
    const house = livingHouse(MONDAY)
    for (const person of ['slt-hac', 'housing', 'icsc']) {
      expect(words(house.command('slack', person, 'muster join'))).toContain('Jo Mockford')
      expect(words(house.command('slack', person, 'muster people'))).toContain('Only')
      expect(words(house.say('slack', person, { verb: 'person.correct', input: { person: 'housing' } }))).toContain(
        'Only',
      )
    }
  })

  it('a successor from another organisation does not get the seats, which speak for the leaver’s own', () => {
    const house = livingHouse(MONDAY)
    const leaves = (values: Record<string, unknown>) => onPage(house, 'housing', 'They leave, or hand over', values)
    const refused = leaves({ PL1: 'yes', PL2: 'probation', PL3: 'yes', PL4: 'yes' })
    expect(errorsIn(refused).join()).toContain('Choose No, or somebody of Hackney Housing')
    expect(words(leaves({ PL1: 'yes', PL2: 'probation', PL3: 'no', PL4: 'yes' }))).toContain('Gil Nullman has left')
    expect(house.now().people.get('housing')).toMatchObject({ successor: 'probation' })
    expect(holders(house.now(), 'agency-contact', house.clock(), { agency: 'hackney-housing' })).toEqual([])
  })

  it('the last who could add anybody does not leave', () => {
    const house = livingHouse(MONDAY)
    for (const person of ['Sam Placeholder', 'Priya Sampleton'])
      expect(words(house.command('slack', 'bm', `muster left ${person}`))).toContain('has left')
    expect(words(house.command('slack', 'bm', 'muster left Jo Mockford'))).toContain('Nobody signs themselves off.')
  })
})

describe('somebody’s details', () => {
  it('are corrected on their page; the people file is shown where it says otherwise, and loses', () => {
    const house = livingHouse(MONDAY)
    const done = onPage(house, 'housing', 'Correct', { PC3: 'gil.nullman@homes.example', PC4: ['teams'] })
    expect(words(done)).toContain('The people file says gil.nullman@hackney.example')
    expect(words(done)).toContain('Corrected: Jo Mockford, Mon 1 Feb 2027 10:00')
    expect(house.now().people.get('housing')).toMatchObject({ email: 'gil.nullman@homes.example', reach: ['teams'] })
    expect(
      house.core.doors.introduce(
        { platform: 'teams', tenant: 'T', user: 'U-GIL' },
        { email: 'gil.nullman@homes.example' },
      ),
    ).toBe(true)
  })

  it('do not move somebody to another organisation while their seats speak for the old one', () => {
    const house = livingHouse(MONDAY)
    expect(errorsIn(onPage(house, 'housing', 'Correct', { PC2: 'probation' })).join()).toContain(
      'Their seats speak for Hackney Housing Services.',
    )
  })
})

describe('the list', () => {
  it('has everybody by organisation, says whose account is not known yet, and which wins', () => {
    const house = livingHouse(MONDAY)
    joins(house, WANDA)
    const list = words(house.command('desk', 'bm', 'muster people'))
    expect(list).toContain('Wanda Newcomb | Hackney Housing Services | No seat | Slack: account not known yet')
    expect(list).toContain(
      'Gil Nullman | Hackney Housing Services | Agency contact, Executive member, Group member | Slack, Teams',
    )
    expect(list).toContain('What is recorded here wins over the people file')
    expect(words(house.command('slack', 'bm', 'muster people gil.nullman@hackney.example'))).toContain(
      'From the people file.',
    )
    house.command('slack', 'bm', 'muster left Gil Nullman')
    expect(words(house.command('slack', 'bm', 'muster people'))).toMatch(/Have left\n.*Gil Nullman: Left on/)
  })
})

import { describe, expect, it } from 'vitest'
import { deskLink, LINK_MINUTES, SESSION_MINUTES } from '../../src/app/access.ts'
import { hashOfSecret } from '../../src/app/secrets.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { minutesAfter } from '../../src/kernel/time.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'
import { aReview, nilReturn, open, RR } from './review.ts'

type House = ReturnType<typeof aHouse>

function linkFor(house: House, person: string): string {
  const url = house.store.transaction((tx) => deskLink(house.house, tx, person, '/desk', house.clock()))
  return url.split('/').at(-1) as string
}

function enter(house: House, person: string): string {
  const entered = house.core.access.enter(linkFor(house, person))
  if (isRefusal(entered)) throw new Error(entered.code)
  return entered.session
}

/** Somebody leaves the partnership now. */
function leaves(house: House, person: string): void {
  const people = house.partnership.people as Map<
    string,
    Partnership['people'] extends ReadonlyMap<string, infer P> ? P : never
  >
  const one = people.get(person)
  if (one === undefined) throw new Error(`there is no ${person}`)
  people.set(person, { ...one, left: house.clock() })
}

const later = (house: House, minutes: number) => {
  const at = minutesAfter(house.clock(), minutes)
  house.jump(at.slice(0, 16))
}

describe('a personal link', () => {
  it('looked at a hundred times, as previews and scanners do, still opens', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const token = linkFor(house, 'spa')
    for (let looks = 0; looks < 100; looks += 1) expect(house.core.access.peek(token)).toMatchObject({ person: 'spa' })
    expect(house.core.access.enter(token)).toMatchObject({ target: '/desk' })
  })

  it('opens once, and says so the second time', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const token = linkFor(house, 'spa')
    house.core.access.enter(token)
    expect(house.core.access.enter(token)).toMatchObject({ code: 'link-used' })
    expect(house.core.access.peek(token)).toMatchObject({ code: 'link-used' })
  })

  it('expires, and says so', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const token = linkFor(house, 'spa')
    later(house, LINK_MINUTES)
    expect(house.core.access.enter(token)).toMatchObject({ code: 'link-expired' })
  })

  it('that was never given opens nothing, and is not told from one forgotten', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    for (const token of ['', 'guess', hashOfSecret('guess')]) {
      expect(house.core.access.enter(token)).toMatchObject({ code: 'link-unknown' })
    }
  })

  it('lies in the database as its hash alone', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const token = linkFor(house, 'spa')
    const stored = house.store.read((tx) => tx.links.find(hashOfSecret(token)))
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('is a session’s no more than a session is a link’s', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const session = enter(house, 'spa')
    expect(house.core.access.enter(session)).toMatchObject({ code: 'link-unknown' })
    expect(house.core.access.personOf(linkFor(house, 'spa'))).toBeUndefined()
  })

  it('is forgotten some days after it expired', async () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const token = linkFor(house, 'spa')
    house.jump('2026-12-22T10:00')
    await house.core.tick()
    expect(house.store.read((tx) => tx.links.find(hashOfSecret(token)))).toBeUndefined()
  })
})

describe('a session', () => {
  it('ends when its time is up, or when it is left', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const one = enter(house, 'spa')
    const two = enter(house, 'spa')
    house.core.access.leave(two)
    expect(house.core.access.personOf(one)).toMatchObject({ person: 'spa' })
    expect(house.core.access.personOf(two)).toBeUndefined()
    later(house, SESSION_MINUTES)
    expect(house.core.access.personOf(one)).toBeUndefined()
  })

  it('leaving what is no session does nothing', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    expect(() => house.core.access.leave('nothing')).not.toThrow()
  })
})

describe('somebody who has left', () => {
  it('is let in by no session, no link, no account and no address', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const session = enter(house, 'housing')
    const token = linkFor(house, 'housing')
    const email = house.partnership.people.get('housing')?.email ?? ''
    leaves(house, 'housing')
    expect(house.core.access.personOf(session)).toBeUndefined()
    expect(house.core.access.peek(token)).toMatchObject({ code: 'link-unknown' })
    expect(house.core.access.enter(token)).toMatchObject({ code: 'link-unknown' })
    expect(house.command('slack', 'housing', 'muster owe')).toMatchObject({ refusal: { code: 'not-known' } })
    expect(house.core.doors.introduce({ platform: 'slack', tenant: 'T', user: 'U-NEW' }, { email })).toBe(false)
  })

  it('is sent nothing more', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-22T08:00')
    leaves(house, 'housing')
    const from = house.letters.length
    await house.until('2026-12-31T12:00')
    expect(house.letters.slice(from).filter((one) => one.person === 'housing')).toEqual([])
  })
})

describe('at the door', () => {
  const door = { platform: 'slack', tenant: 'T', user: 'U-NEW' } as const

  it('an address the platform vouches for lets its person in, however it is written', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const email = house.partnership.people.get('housing')?.email ?? ''
    expect(house.core.doors.knows(door)).toBe(false)
    expect(house.core.doors.introduce(door, { email: ` ${email.toUpperCase()} ` })).toBe(true)
    expect(house.core.doors.knows(door)).toBe(true)
    expect(house.say('slack', 'U-NEW', { verb: 'hello' })).toMatchObject({ kind: 'message' })
  })

  it('an unknown address, an empty one or none lets nobody in', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    for (const about of [
      { email: 'nobody@nowhere.example' },
      { email: '' },
      { email: '  ' },
      {},
      { name: 'Priya Sampleton' },
    ])
      expect(house.core.doors.introduce(door, about)).toBe(false)
    expect(house.core.doors.knows(door)).toBe(false)
  })

  it('a link code is spent by its first use, whoever typed it', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const made = house.command('slack', 'coord', 'muster invite Dana Demosworth')
    if (made.kind !== 'message') throw new Error(JSON.stringify(made))
    expect(made.message.summary).not.toMatch(/\d/)
    const code = /Demosworth: (\S+)/.exec(wordsOf(made.message))?.[1] ?? ''
    expect(house.command('slack', 'U-NEW', `muster link ${code.toLowerCase()}`)).toMatchObject({ kind: 'message' })
    expect(house.command('slack', 'U-OTHER', `muster link ${code}`)).toMatchObject({ kind: 'refusal' })
    expect(house.store.read((tx) => tx.doors.find(door)?.person)).toBe('slt-hac')
  })

  it('only who may make link codes for others does', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    expect(house.command('slack', 'housing', 'muster invite Dana Demosworth').kind).toBe('refusal')
  })
})

describe('help', () => {
  const saysTo = (person: string, on: 'slack' | 'teams' = 'slack') => {
    const reply = aHouse({ at: '2026-12-17T10:00' }).command(on, person, 'help')
    return reply.kind === 'message' ? wordsOf(reply.message) : ''
  }

  it('is of what its reader may do: no member reads how seats are given or minutes are written', () => {
    const member = saysTo('hospital', 'teams')
    for (const theirs of ['rapid-review raise', 'muster owe', 'muster desk', 'muster link', 'actions', 'meetings'])
      expect(member).toContain(theirs)
    for (const others of [
      'rapid-review checklist',
      'muster seat give',
      'muster left',
      'muster reload',
      'meetings plan',
    ])
      expect(member).not.toContain(others)
    expect(saysTo('spa')).toContain('rapid-review checklist')
    expect(saysTo('bm')).toContain('meetings plan 2027')
    expect(saysTo('lan-hac')).toContain('rapid-review start')
  })
})

describe('the way to the desk from chat', () => {
  it('is a link for the person alone, to the very question', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const reply = house.say('slack', 'spa', { verb: 'desk.link', input: { draft: 'draft_1', question: 'A17' } })
    if (reply.kind !== 'message') throw new Error('no link')
    expect(reply.message.sensitivity).toBe('person')
    const token = buttonsOf(reply.message)[0]?.url?.split('/').at(-1) ?? ''
    expect(house.core.access.peek(token)).toMatchObject({ person: 'spa' })
    expect(house.core.access.enter(token)).toMatchObject({ target: '/desk/form/draft_1?question=A17' })
  })

  it('never leads out of the house, whatever a press says', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    for (const input of [{ target: '//evil.example' }, { draft: '../../evil' }, { draft: 'x?y#z' }]) {
      const reply = house.say('slack', 'spa', { verb: 'desk.link', input })
      if (reply.kind === 'refusal') continue
      if (reply.kind !== 'message') throw new Error('no link')
      const entered = house.core.access.enter(buttonsOf(reply.message)[0]?.url?.split('/').at(-1) ?? '')
      if (isRefusal(entered)) throw new Error(entered.code)
      expect(new URL(entered.target, 'https://muster.example').pathname).toMatch(/^\/desk/)
    }
  })
})

describe('the file of a case on the desk', () => {
  it('shows a return to who may read it, writes down that they did, and is never drawn in chat', async () => {
    const house = await aReview({ scoped: true })
    expect(house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn).kind).toBe(
      'done',
    )
    const reads = () =>
      house.store.read((tx) =>
        tx.journal
          .from(1, 500)
          .filter((one) => one.verb === 'file.read')
          .map((one) => one.by),
      )
    const chat = house.say('slack', 'spa', { verb: 'matter.see', subject: RR })
    expect(chat.kind === 'message' && wordsOf(chat.message)).not.toContain('The file')
    expect(reads()).toEqual([])
    const desk = house.say('desk', 'spa', { verb: 'matter.see', subject: RR })
    expect(desk.kind === 'message' && wordsOf(desk.message)).toContain('The file')
    expect(desk.kind === 'message' && wordsOf(desk.message)).toContain('Agency return')
    expect(reads()).toEqual(['spa'])
  })

  it('of another agency’s return is not read by this one', async () => {
    const house = await aReview({ scoped: true })
    house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    const desk = house.say('desk', 'schools-h', { verb: 'matter.see', subject: RR })
    const words = desk.kind === 'message' ? wordsOf(desk.message) : ''
    expect(words).not.toContain('tenancy manager')
  })
})

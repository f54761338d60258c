import { describe, expect, it } from 'vitest'
import { wordsOf } from '../stories/house.ts'
import { aReview, type House, nilReturn, open, RR, scoping } from './review.ts'

const summaries = (house: House, person: string, from = 0) =>
  house.letters
    .slice(from)
    .filter((one) => one.person === person)
    .map((one) => `${one.at.slice(0, 16)} ${one.platform} ${one.message.summary}`)
const digests = (house: House, person: string, from = 0) =>
  house.letters.slice(from).filter((one) => one.person === person && wordsOf(one.message).includes('What you owe'))

describe('a morning', () => {
  it('several small things are one digest to each person, at nine', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-22T08:59')
    const from = house.letters.length
    await house.until('2026-12-22T09:05')
    const mine = digests(house, 'housing', from)
    expect(mine).toHaveLength(1)
    expect(mine[0]?.at).toBe('2026-12-22T09:00:00.000Z')
    expect(wordsOf(mine[0]?.message as never)).toContain('Agency return')
  })

  it('a digest does not say again what has a card of its own that day; the whole list is there for the asking', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-22T08:59')
    const from = house.letters.length
    await house.until('2026-12-22T09:05')
    const mine = house.letters.slice(from).filter((one) => one.person === 'housing')
    const saying = (what: string) => mine.filter((one) => wordsOf(one.message).includes(what))
    expect(saying('Confirm the request has arrived')).toHaveLength(1)
    expect(saying('Agency return')).toHaveLength(1)
    const [digest] = saying('What you owe')
    expect(wordsOf(digest?.message as never)).toContain('One more thing has a card of its own today.')
    const asked = house.command('slack', 'housing', 'muster owe')
    const whole = asked.kind === 'message' ? wordsOf(asked.message) : ''
    expect(whole).toMatch(/Confirm the request has arrived[\s\S]*Agency return/)
  })

  it('yesterday’s digest becomes a line above today’s', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2027-01-06T09:05')
    const mine = digests(house, 'spa').map(({ message }) => wordsOf(message))
    expect(mine.length).toBeGreaterThan(2)
    expect(mine.map((words) => words.includes('What you owe. A newer card of this is further down.'))).toEqual(
      mine.map((_, n) => n < mine.length - 1),
    )
  })

  it('a digest with nothing left to say is not sent', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-22T08:59')
    house.jump('2026-12-22T09:00')
    for (const { key, at } of house.core.intended().alarms) if (at <= house.clock()) await house.core.alarm(key)
    house.press('slack', 'housing', 'Received: not involved')
    const done = house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    expect(done.kind).toBe('done')
    const from = house.letters.length
    await house.settle()
    expect(digests(house, 'housing', from)).toEqual([])
  })

  it('a digest that has been read still follows what is done that day', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-22T09:05')
    const [digest] = digests(house, 'housing').slice(-1)
    expect(wordsOf(digest?.message as never)).toContain('Agency return')
    house.press('slack', 'housing', 'Received: not involved')
    house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    await house.settle()
    expect(wordsOf(digest?.message as never)).not.toContain('Agency return')
  })
})

describe('after an outage', () => {
  it('a missed call says for when it was meant', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-30T08:00')
    house.jump('2026-12-30T14:00')
    const from = house.letters.length
    await house.settle()
    const late = house.letters
      .slice(from)
      .filter((one) => one.person === 'housing' && wordsOf(one.message).includes('Agency return'))
    expect(late.map((one) => wordsOf(one.message)).join()).toMatch(/Wed 30 Dec 2026.*09:00|09:00.*Wed 30 Dec 2026/)
  })

  it('only the last of several missed calls is made, in whatever order the bell rings them', async () => {
    for (const order of [1, -1]) {
      const house = await aReview({ scoped: true })
      await house.until('2026-12-28T10:00')
      house.jump('2027-01-04T10:00')
      const missed = house.core
        .intended()
        .alarms.filter(({ key, at }) => at <= house.clock() && key.startsWith(`${RR}/returns/hackney-housing/`))
        .sort((a, b) => order * a.at.localeCompare(b.at))
      expect(missed.length).toBeGreaterThan(2)
      for (const { key } of missed) await house.core.alarm(key)
      const outcomes = house.store.read((tx) => missed.map(({ key }) => [key, tx.alarms.get(key)?.outcome]))
      expect(outcomes.filter(([, outcome]) => outcome?.startsWith('called'))).toHaveLength(1)
      expect(outcomes.find(([, outcome]) => outcome?.startsWith('called late'))?.[0]).toBe(
        `${RR}/returns/hackney-housing/T+1`,
      )
    }
  })

  it('a digest that was missed yesterday still tells today what somebody else owes', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2027-01-07T12:00')
    const from = house.letters.length
    // The call a week after the limit, Fri 8 Jan, is missed over the weekend.
    house.jump('2027-01-11T12:00')
    await house.settle()
    const [digest] = digests(house, 'spa', from)
    expect(wordsOf(digest?.message as never)).toMatch(/Late or due elsewhere[\s\S]*Agency return/)
  })
})

describe('an alarm', () => {
  it('rung twice, or before its moment, or unknown, does nothing more', async () => {
    const house = await aReview({ scoped: true })
    const from = house.letters.length
    const key = `${RR}/returns/hackney-housing/T-1`
    await house.core.alarm(key)
    await house.core.alarm('no/such/alarm')
    await house.settle()
    expect(house.letters).toHaveLength(from)
    await house.until('2026-12-30T09:05')
    const sent = house.letters.length
    await house.core.alarm(key)
    await house.settle()
    expect(house.letters).toHaveLength(sent)
  })

  it('for what has been done is silent, and says so in its own record', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-29T12:00')
    const due = house.core.intended().alarms.find(({ key }) => key === `${RR}/returns/hackney-housing/T-1`)
    expect(due).toBeDefined()
    const done = house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    expect(done.kind).toBe('done')
    expect(house.store.read((tx) => tx.alarms.get(due?.key ?? '')?.status)).toBe('cancelled')
    const from = house.letters.length
    await house.until('2027-01-05T10:00')
    expect(summaries(house, 'housing', from).join()).not.toContain('Agency return')
  })

  it('at night or on a day off waits for the morning; what the law sets a clock for waits too unless it cannot', async () => {
    const house = await aReview({ at: '2026-12-19T23:30' })
    const disturbed = house.letters.map((letter) => letter.at)
    expect(disturbed.every((at) => at >= '2026-12-19T23:30')).toBe(true)
    const quiet = house.store.read((tx) => tx.outbox.waiting('9999'))
    expect(quiet.length).toBeGreaterThan(0)
    for (const line of quiet) expect(line.notBefore).toBe('2026-12-21T08:00:00.000Z')
  })
})

describe('a bank holiday at short notice (V18)', () => {
  it('moves what is open, tells each owner once with the old date and the new, and sets their reminders anew', async () => {
    const house = await aReview({ scoped: true })
    await house.until('2026-12-18T10:00')
    const from = house.letters.length
    const reply = house.command('slack', 'spa', 'muster holiday 2026-12-30 National day of mourning')
    expect(reply.kind).toBe('message')
    await house.settle()
    const told = house.letters
      .slice(from)
      .filter((one) => wordsOf(one.message).includes('have moved') || wordsOf(one.message).includes('has moved'))
    const housing = told.filter((one) => one.person === 'housing')
    expect(housing).toHaveLength(1)
    const words = wordsOf(housing[0]?.message as never)
    expect(words).toContain('Agency return: Mon 4 Jan 2027; before that Thu 31 Dec 2026')
    expect(house.core.intended().alarms.find(({ key }) => key === `${RR}/returns/hackney-housing/T`)?.at).toBe(
      '2027-01-04T09:00:00.000Z',
    )
    expect(house.reads('spa')).toContain('skipping 25, 28 and 30 Dec')
  })

  it('is added once: again, a day off, a day past, no date, or by somebody without the right, changes nothing', async () => {
    const house = await aReview()
    expect(house.command('slack', 'spa', 'muster holiday 2026-12-30 Mourning').kind).toBe('message')
    await house.settle()
    const from = house.letters.length
    for (const words of [
      '2026-12-30 Mourning',
      '2026-12-26 Boxing',
      '2026-12-25 Christmas',
      '2026-12-01 Past',
      '2026-02-30 Never',
      'tomorrow x',
      '2035-01-01 Far',
    ]) {
      expect([words, house.command('slack', 'spa', `muster holiday ${words}`).kind]).toEqual([words, 'refusal'])
    }
    expect(house.command('slack', 'housing', 'muster holiday 2026-12-31 Mine').kind).toBe('refusal')
    await house.core.tick()
    await house.settle()
    expect(house.letters).toHaveLength(from)
  })

  it('tells nobody whose date stands, nor of what is done', async () => {
    const house = await aReview({ scoped: true })
    house.press('slack', 'housing', 'Received: not involved')
    house.fill('slack', 'housing', open(house, 'housing', 'returns/hackney-housing'), nilReturn)
    await house.settle()
    const from = house.letters.length
    house.command('slack', 'spa', 'muster holiday 2026-12-30 Mourning')
    await house.settle()
    expect(house.letters.slice(from).filter((one) => one.person === 'housing')).toEqual([])
  })
})

describe('nobody is reminded of a case', () => {
  it('whose owner has done everything: a scope sent is not chased', async () => {
    const house = await aReview()
    const sent = house.fill('slack', 'spa', open(house, 'spa', 'scope'), scoping)
    expect(sent.kind).toBe('done')
    await house.settle()
    const from = house.letters.length
    await house.until('2026-12-18T09:30')
    expect(summaries(house, 'spa', from).filter((line) => line.includes('Scope'))).toEqual([])
  })
})

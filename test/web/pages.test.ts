import { beforeEach, describe, expect, test } from 'vitest'
import { refuse } from '../../src/kernel/result.ts'
import { type Desk, openDesk } from './visitor.ts'

let desk: Desk
let priya: Awaited<ReturnType<Desk['signedIn']>>
beforeEach(async () => {
  desk = await openDesk()
  priya = await desk.signedIn()
  return () => desk.close()
})

const lastIntent = () => desk.core.intents.at(-1)

describe('the signed-in pages', () => {
  test('each look is an intent of its own, by this person, on the desk', async () => {
    await priya.open('/desk')
    await priya.open('/desk')
    const [first, second] = desk.core.intents.slice(-2)
    expect(second).toMatchObject({
      who: { platform: 'desk', tenant: 'desk', user: 'spa' },
      where: { platform: 'desk', kind: 'desk' },
      verb: 'home',
    })
    expect(first?.id).not.toBe(second?.id)
  })

  test('a matter is asked for by its id', async () => {
    await priya.open('/desk/matter/rr-2026-04')
    expect(lastIntent()).toMatchObject({ verb: 'matter.see', subject: 'rr-2026-04' })
  })

  test('a matter that is not there is said kindly, with the next step', async () => {
    const page = await priya.open('/desk/matter/rr-1999-01')
    expect(page.status).toBe(404)
    expect(page.html).toContain('There is no such matter any more.')
    expect(page.html).toContain('Ask for the list again.')
  })

  test.each([
    ['meetings', 'meetings', ''],
    [' /Rapid-Review  start ', 'rapid-review', 'start'],
    ['meetings call slt 2027-02-25 14:00', 'meetings', 'call slt 2027-02-25 14:00'],
    ['', '', ''],
  ])('the command box says %j as chat would', async (said, command, text) => {
    const page = await priya.press('Ask', { said })
    expect(lastIntent()).toMatchObject({ verb: 'command', input: { command, text } })
    expect(page.html).toContain('You said')
  })
})

describe('a button', () => {
  test('brings back its verb, subject, version and input, and no more', async () => {
    await priya.press('Yes, ask them')
    const { verb, subject, version, input } = lastIntent() ?? {}
    expect({ verb, subject, version, input }).toEqual({
      verb: 'owed.hand-over',
      subject: 'rr-2026-04',
      version: 14,
      input: {},
    })
  })

  test('that asks "are you sure" says the consequence first, without a script', async () => {
    expect(priya.page().html).toMatch(/<details[^>]*>\s*<summary[^>]*>Hand it over<\/summary>/)
    expect(priya.page().html).toContain('until they agree it stays with you')
    expect(priya.page().html).toMatch(/<a [^>]*href="\/desk">No, keep it<\/a>/)
  })

  test('that opens a form leads to the form’s own address', async () => {
    const page = await priya.press('Fill in the submission')
    expect(desk.core.intents.find(({ verb }) => verb === 'form.open')).toMatchObject({ input: { owed: 'submit' } })
    expect(page.url).toBe('/desk/form/draft_1?page=D1')
  })

  test('a second click changes nothing and shows what the first has done', async () => {
    const { action, body } = priya.filledIn('See the case')
    const first = await priya.send(action, body)
    const second = await priya.send(action, body)
    const [before, after] = desk.core.intents.slice(-2)
    expect(after?.id).toBe(before?.id)
    expect(desk.core.done).toEqual(['matter.open'])
    expect(second.html).toContain('Done: matter.open')
    expect(first.status).toBe(200)
  })

  test('pressed again on a page drawn anew, it is another press', async () => {
    await priya.press('See the case')
    await priya.open('/desk')
    await priya.press('See the case')
    expect(desk.core.done).toEqual(['matter.open', 'matter.open'])
  })

  test('refused, it says why and what to do now', async () => {
    desk.core.hasTrouble(refuse('not-yours', 'Only the ICSC may decide this.', 'Ask Marlowe Testwick.'))
    const page = await priya.press('See the case')
    expect(page.status).toBe(409)
    expect(page.html).toContain('Only the ICSC may decide this.')
    expect(page.html).toContain('Ask Marlowe Testwick.')
  })

  test('that was never ours is refused', async () => {
    const { body } = priya.filledIn('See the case')
    body.delete('verb')
    expect((await priya.send('/desk/press', body)).status).toBe(400)
    expect(desk.core.done).toEqual([])
  })
})

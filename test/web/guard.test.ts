import { beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from './visitor.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  return () => desk.close()
})

const opening = { verb: 'owed.hand-over', subject: 'rr-2026-04' }

describe('a form from elsewhere', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': '' }],
  ])('%s changes nothing', async (_where, headers: Record<string, string>) => {
    const priya = await desk.signedIn()
    const { body } = priya.filledIn('See the case')
    const page = await priya.send('/desk/press', body, headers)
    expect(page.status).toBe(403)
    expect(desk.core.done).toEqual([])
  })

  test('without the token of whoever is signed in it changes nothing', async () => {
    const priya = await desk.signedIn()
    for (const csrf of [undefined, '', 'guessed', 'é'.repeat(43)]) {
      const body = new URLSearchParams({ ...opening, nonce: 'n', ...(csrf === undefined ? {} : { csrf }) })
      expect((await priya.send('/desk/press', body)).status).toBe(403)
    }
    expect(desk.core.done).toEqual([])
  })

  test("another person's token does not fit", async () => {
    const priya = await desk.signedIn()
    const { body } = (await desk.signedIn()).filledIn('See the case')
    expect((await priya.send('/desk/press', body)).status).toBe(403)
    expect(desk.core.done).toEqual([])
  })

  test('a browser that hides where it comes from still gets in with its token', async () => {
    const priya = await desk.signedIn()
    const { body } = priya.filledIn('See the case')
    const cookie = [...priya.cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(`${desk.base}/desk/press`, { method: 'POST', body, headers: { cookie, origin: 'null' } })
    expect(answer.status).toBe(200)
    expect(desk.core.done).toEqual(['matter.open'])
  })
})

describe('every page', () => {
  const paths = ['/desk', '/desk/form/draft_1?page=D1', '/desk/in/unknown', '/desk/nowhere', '/desk/matter/unknown']

  test.each(paths)(
    '%s is kept by nobody, framed by nobody, found by nobody, and runs nothing foreign',
    async (path) => {
      const { headers, html } = await (await desk.signedIn()).open(path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(html).not.toMatch(/<script(?! type="module" src=)|\son[a-z]+=|\sstyle=|javascript:/)
    },
  )

  test('is not branded as GOV.UK', async () => {
    const priya = await desk.signedIn()
    const [, style] = /href="([^"]*govuk\.css)"/.exec(priya.page().html) ?? []
    const css = await (await fetch(desk.base + style)).text()
    expect(css.length).toBeGreaterThan(50_000)
    expect(css).not.toMatch(/GDS Transport|@font-face|crest/)
    expect(priya.page().html).not.toMatch(/crown|crest|GOV\.UK/i)
  })
})

describe('what was written', () => {
  const words = 'Words that belong to nobody else'

  test('is neither in an address nor in the log, even when the desk fails', async () => {
    const priya = await desk.signedIn()
    await priya.open('/desk/form/draft_1?page=D2')
    desk.core.hasTrouble(new RangeError(`cannot read "${words}"`))
    const page = await priya.press('Next', { 'text/D6': words })
    expect(page.status).toBe(500)
    expect(page.url).not.toContain('Words')
    expect(desk.logged.join('\n')).toContain('RangeError')
    expect(desk.logged.join('\n')).not.toContain('Words')
  })

  test('is handed back when the desk fails', async () => {
    const priya = await desk.signedIn()
    await priya.open('/desk/form/draft_1?page=D2')
    desk.core.hasTrouble(new Error('the disk is full'))
    expect((await priya.press('Next', { 'text/D6': words })).html).toContain(words)
  })

  test('is handed back when the session has ended meanwhile', async () => {
    const priya = await desk.signedIn()
    await priya.open('/desk/form/draft_1?page=D2')
    desk.core.minutesPass(45)
    const page = await priya.press('Next', { 'text/D6': words })
    expect(page.status).toBe(401)
    expect(page.html).toContain('You have been signed out')
    expect(page.html).toContain(words)
    expect(desk.core.answers.has('D6')).toBe(false)
  })

  test('is handed back when another session has begun in the same browser', async () => {
    const priya = await desk.signedIn()
    await priya.open('/desk/form/draft_1?page=D2')
    const { action, body } = priya.filledIn('Next', { 'text/D6': words })
    desk.core.sendsLink('the-next-link')
    await priya.open('/desk/in/the-next-link')
    await priya.press('Continue as Priya S.')
    const page = await priya.send(action, body)
    expect(page.status).toBe(403)
    expect(page.html).toContain(words)
  })

  test('is not echoed to a form from elsewhere', async () => {
    const page = await desk
      .visitor()
      .send('/desk/form/draft_1', new URLSearchParams({ 'text/D6': words }), { 'sec-fetch-site': 'cross-site' })
    expect(page.status).toBe(403)
    expect(page.html).not.toContain(words)
  })

  test('too much of it is refused with a sentence', async () => {
    const priya = await desk.signedIn()
    await priya.open('/desk/form/draft_1?page=D2')
    const page = await priya.press('Next', { 'text/D6': 'x'.repeat(1_100_000) })
    expect(page.status).toBe(413)
    expect(page.html).toContain('more than one page can hold')
  })
})

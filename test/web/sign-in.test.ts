import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCore } from './core.ts'
import { createVisitor, type Desk, openDesk } from './visitor.ts'

describe('coming in by a link', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
    desk.core.sendsLink('priya-s-link', '/desk/form/draft_1?page=D2')
    return () => desk.close()
  })

  test('a preview in a chat does not use the link up', async () => {
    for (const method of ['HEAD', 'GET', 'GET']) {
      const preview = await fetch(`${desk.base}/desk/in/priya-s-link`, { method })
      expect(preview.status).toBe(200)
      expect(preview.headers.getSetCookie()).toEqual([])
    }
    expect(desk.core.sessions.size).toBe(0)
    expect(desk.core.links.get('priya-s-link')?.spent).toBe(false)
  })

  test('the page names its person no further than needed, and nothing else', async () => {
    const page = await desk.visitor().open('/desk/in/priya-s-link')
    expect(page.html).toContain('Continue as Priya S.')
    expect(page.html).not.toContain('Sampleton')
  })

  test('the button comes in and leads where the link was meant to', async () => {
    const priya = desk.visitor()
    await priya.open('/desk/in/priya-s-link')
    const page = await priya.press('Continue as Priya S.')
    expect(page.url).toBe('/desk/form/draft_1?page=D2')
    expect(page.html).toContain('Priya Sampleton')
  })

  test('a second use is refused, and says how to get another', async () => {
    const [priya, another] = [desk.visitor(), desk.visitor()]
    await priya.open('/desk/in/priya-s-link')
    await another.open('/desk/in/priya-s-link')
    await priya.press('Continue as Priya S.')
    const page = await another.press('Continue as Priya S.')
    expect(page.status).toBe(410)
    expect(page.html).toContain('This link has been used already')
    expect(page.html).toContain('muster desk')
    expect(another.cookies.size).toBe(0)
  })

  test('a used link followed again while signed in offers the desk', async () => {
    const priya = desk.visitor()
    await priya.open('/desk/in/priya-s-link')
    await priya.press('Continue as Priya S.')
    const page = await priya.open('/desk/in/priya-s-link')
    expect(page.status).toBe(410)
    expect(page.html).toMatch(/<a class="govuk-back-link" href="\/desk">Your desk<\/a>/)
  })

  test('an old link is refused kindly', async () => {
    desk.core.minutesPass(31)
    const page = await desk.visitor().open('/desk/in/priya-s-link')
    expect(page.status).toBe(410)
    expect(page.html).toContain('This link is too old')
  })

  test('a link leads to no other site, whatever was written into it', async () => {
    for (const target of [
      'https://elsewhere.example',
      '//elsewhere.example',
      '/desk/../secret',
      '/deskelsewhere',
      '/desk\\@elsewhere',
    ]) {
      const token = `to-${target.length}`
      desk.core.sendsLink(token, target)
      const priya = desk.visitor()
      await priya.open(`/desk/in/${token}`)
      expect((await priya.press('Continue as Priya S.')).url).toBe('/desk')
    }
  })

  test('the cookie cannot be read by a script, nor sent from another site', async () => {
    const entered = await fetch(`${desk.base}/desk/in/priya-s-link`, { method: 'POST', redirect: 'manual' })
    const [cookie] = entered.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
  })

  test('a new session ends the one before', async () => {
    const priya = await desk.signedIn()
    const [before] = priya.cookies.values()
    await priya.open('/desk/in/priya-s-link')
    await priya.press('Continue as Priya S.')
    expect(desk.core.sessions.has(String(before))).toBe(false)
    expect(desk.core.sessions.size).toBe(1)
  })

  test('after ten links that do not open no more are tried, until ten minutes have passed', async () => {
    const stranger = desk.visitor()
    for (let n = 0; n < 10; n++) expect((await stranger.open(`/desk/in/guess-${n}`)).status).toBe(410)
    expect((await stranger.open('/desk/in/priya-s-link')).status).toBe(429)
    desk.core.minutesPass(10)
    expect((await stranger.open('/desk/in/priya-s-link')).status).toBe(200)
  })

  test('no link and no session is written to the log', async () => {
    const priya = await desk.signedIn()
    await priya.open('/desk/in/priya-s-wrong-link')
    const secrets = ['priya-s-wrong-link', ...priya.cookies.values()]
    for (const secret of secrets) expect(desk.logged.join('\n')).not.toContain(secret)
    expect(desk.logged.length).toBeGreaterThan(0)
  })
})

describe('with https', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(createCore(), 'https://muster.example.org')
  })
  afterAll(() => desk.close())

  test('the cookie is bound to this host and to https', async () => {
    desk.core.sendsLink('priya-s-link')
    const entered = await fetch(`${desk.base}/desk/in/priya-s-link`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://muster.example.org' },
    })
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^__Host-muster=session-1; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(entered.headers.get('strict-transport-security')).toContain('max-age')
  })
})

describe('a session', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
    return () => desk.close()
  })

  test('nobody without one sees a page', async () => {
    for (const path of ['/desk', '/desk/matter/rr-2026-04', '/desk/form/draft_1?page=D1']) {
      const page = await desk.visitor().open(path)
      expect(page.status).toBe(401)
      expect(page.html).toContain('You are not signed in')
    }
    expect(desk.core.intents).toEqual([])
  })

  test('left alone it ends, and says so', async () => {
    const priya = await desk.signedIn()
    desk.core.minutesPass(31)
    const page = await priya.open('/desk')
    expect(page.status).toBe(401)
    expect(page.html).toContain('You have been signed out')
    expect(page.html).toContain('muster desk')
    expect(priya.cookies.size).toBe(0)
  })

  test('signing out ends it for every copy of the cookie', async () => {
    const priya = await desk.signedIn()
    const thief = createVisitor(desk.base)
    for (const [name, value] of priya.cookies) thief.cookies.set(name, value)
    expect((await priya.press('Sign out')).html).toContain('You have signed out')
    expect((await thief.open('/desk')).status).toBe(401)
  })
})

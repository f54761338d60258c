import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBrowser } from '../../peers/browser.ts'
import { needs } from '../../peers/needs.ts'
import { startModal } from './bot.ts'
import { openRoom, type RoomStage } from './stage.ts'

/** The room as a newcomer finds it: in a browser, with a keyboard and a mouse. */
describe.skipIf(!needs('chromium'))('the room in a browser', () => {
  let browser: Browser
  let room: RoomStage
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    room = await openRoom()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    page.setDefaultTimeout(10_000)
    troubles.length = 0
    page.on('pageerror', ({ message }) => troubles.push(message))
    // A refused deed is answered with 409, which the console counts as an error of loading; anything else is ours.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('409')) troubles.push(message.text())
    })
    await page.goto(room.origin)
  })
  afterEach(async () => {
    await page.close()
    await room.close()
    expect(troubles).toEqual([])
  })

  const line = () =>
    page
      .getByRole('textbox', { name: 'Message Muster' })
      .or(page.getByRole('combobox', { name: 'Message Muster' }))
      .first()
  const callSlack = (method: string, body: object) => {
    const { slack } = room.rehearsal
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${slack.tokens.bot}` }
    return fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  /** The app puts a line into the modal, as it may at any moment. */
  const drawAgain = async (words: string) => {
    const view_id = await page.locator('[data-view]').last().getAttribute('data-view')
    const more = { type: 'section', text: { type: 'mrkdwn', text: words } }
    await callSlack('views.update', { view_id, view: { ...startModal, blocks: [...startModal.blocks, more] } })
    await page.getByText(words).waitFor()
  }
  const startReview = async () => {
    await line().fill('/rapid-review start')
    await line().press('Enter')
    await page.getByRole('dialog', { name: 'Start a review' }).waitFor()
  }

  it('a review is begun: an error stands beside its field, typed words stay, and the card that follows is pressed', async () => {
    await startReview()
    const modal = page.getByRole('dialog', { name: 'Start a review' })
    await modal.getByLabel('When was the notification sent?').fill('2026-12-17')
    await modal.getByRole('radio', { name: 'Hackney' }).check()
    await modal.getByLabel('Reference').fill('one two')
    await modal.getByLabel('A short note').fill('waits for the police')
    await modal.getByRole('button', { name: 'Start' }).click()

    await modal.getByText('A reference reads like SIN-1234.').waitFor()
    const reference = modal.getByLabel('Reference')
    expect(await reference.inputValue()).toBe('one two')
    expect(await page.locator('[data-block=reference]:focus').count()).toBe(1)
    expect(await modal.getByLabel('A short note').inputValue()).toBe('waits for the police')
    expect(await modal.getByRole('radio', { name: 'Hackney' }).isChecked()).toBe(true)

    await reference.fill('SIN-1234')
    await reference.press('Enter')
    await page.getByRole('button', { name: 'Agree' }).click()
    await page.getByText('Agreed by Priya Sampleton').waitFor()
    expect(room.heard).toEqual([
      'slack command start',
      'slack submit one two',
      'slack submit SIN-1234',
      'slack press agree by U0SPA',
    ])
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('Slack asks before a button that wants to be asked, and No means no', async () => {
    await startReview()
    await page.getByLabel('When was the notification sent?').fill('2026-12-17')
    await page.getByRole('radio', { name: 'Hackney' }).check()
    await page.getByLabel('Reference').fill('SIN-1')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'Return' }).click()
    await page.getByRole('dialog', { name: 'Return it?' }).getByRole('button', { name: 'Keep' }).click()
    await page.getByRole('button', { name: 'Return' }).click()
    expect(room.heard.at(-1)).toBe('slack submit SIN-1')
    await page.getByRole('dialog', { name: 'Return it?' }).getByRole('button', { name: 'Return' }).click()
    await page.getByText('Agreed by').waitFor()
    expect(room.heard.at(-1)).toBe('slack press return by U0SPA')
  })

  it('behind a modal nothing can be reached, and Escape closes it', async () => {
    await startReview()
    expect(await page.locator('[inert] [data-focus=composer]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('[data-focus=composer]:focus').waitFor()
  })

  it('a message that arrives disturbs nothing that is being typed', async () => {
    await line().fill('half a sen')
    const { id: channel } = room.rehearsal.slack.channels.dm('U0SPA')
    await callSlack('chat.postMessage', { channel, text: 'Minutes are out' })
    await page.getByText('Minutes are out').waitFor()
    expect(await line().inputValue()).toBe('half a sen')
    expect(await page.locator('[data-focus=composer]:focus').count()).toBe(1)
  })

  it('a form that is drawn again loses nothing typed in it, in whatever field, and keeps its place', async () => {
    await startReview()
    const modal = page.getByRole('dialog', { name: 'Start a review' })
    // Nothing of it reaches Slack meanwhile, as on a slow line.
    await page.route('**/room/act', (route) => route.fulfill({ json: {} }))
    await modal.getByLabel('When was the notification sent?').fill('17/12/2026')
    await modal.getByRole('radio', { name: 'Hackney' }).check()
    await modal.getByLabel('Reference').fill('SIN-12')
    await modal.getByRole('checkbox', { name: 'Homerton' }).check()
    await modal.getByLabel('A short note').pressSequentially('half a sen')
    // What runs in the browser knows a document; this file does not.
    const scroll = () => page.evaluate<number>("document.querySelector('.slack-sheet-body').scrollTop")
    const scrolled = await scroll()

    await drawAgain('One more thing to know.')
    expect(await modal.getByLabel('When was the notification sent?').inputValue()).toBe('Thu 17 Dec 2026')
    expect(await modal.getByRole('radio', { name: 'Hackney' }).isChecked()).toBe(true)
    expect(await modal.getByLabel('Reference').inputValue()).toBe('SIN-12')
    expect(await modal.getByRole('checkbox', { name: 'Homerton' }).isChecked()).toBe(true)
    await page.keyboard.type('tence')
    expect(await modal.getByLabel('A short note').inputValue()).toBe('half a sentence')
    expect(await scroll()).toBe(scrolled)

    const day = modal.getByLabel('When was the notification sent?')
    await day.fill('11.12.26')
    await drawAgain('And another.')
    expect(await day.inputValue()).toBe('11.12.26')
    expect(await page.locator('[data-block=sent]').inputValue()).toBe('2026-12-11')
  })

  it('a question asked in a message is answered there: what is ticked and typed is part of the press', async () => {
    await line().fill('ask me')
    await line().press('Enter')
    await page.getByRole('checkbox', { name: 'I have read it' }).check()
    await page.getByLabel('On which day?').fill('5/1/2027')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByText('Thank you.').waitFor()
    expect(room.heard.at(-1)).toBe('slack answer {"read":["yes"],"day":"2027-01-05"}')
  })

  it('a half-written message waits where it was begun while one looks elsewhere', async () => {
    await line().fill('half a sen')
    await page.getByRole('button', { name: /^Noor Exampleton/ }).click()
    await page.getByRole('region', { name: 'Noor Exampleton in Teams' }).waitFor()
    expect(await page.locator('[data-focus=composer]').inputValue()).toBe('')
    await page.getByRole('button', { name: /^Priya Sampleton/ }).click()
    await expect.poll(() => line().inputValue()).toBe('half a sen')
  })

  it('a date is written as it is spoken of here: the day first, the month in words', async () => {
    await startReview()
    const day = page.getByLabel('When was the notification sent?')
    const write = async (words: string) => {
      await day.fill(words)
      await day.press('Tab')
      return day.inputValue()
    }
    expect(await write('5/1/2027')).toBe('Tue 5 Jan 2027')
    expect(await write('5.1.27')).toBe('Tue 5 Jan 2027')
    expect(await write('fri 11 december 2026')).toBe('Fri 11 Dec 2026')
    expect(await write('2026-12-17')).toBe('Thu 17 Dec 2026')
    expect(await write('31/2/2027')).toBe('31/2/2027')
    await page.getByText('Write it like 11 Dec 2026 or 11/12/2026.').waitFor()
    expect(await page.locator('[data-block=sent]').inputValue()).toBe('')
    expect(await write('17 12 2026')).toBe('Thu 17 Dec 2026')
    expect(await page.getByText('Write it like').count()).toBe(0)
    expect(await page.locator('[data-block=sent]').inputValue()).toBe('2026-12-17')
  })

  it('a day that is none is said once the press that follows is over: the press is not lost', async () => {
    await startReview()
    await page.getByLabel('When was the notification sent?').fill('the day before')
    await page.getByRole('radio', { name: 'Hackney' }).check()
    await page.getByText('Write it like 11 Dec 2026').waitFor()
  })

  it('two people side by side: a Teams card is answered while Slack stands beside it', async () => {
    await page.getByRole('button', { name: 'Two people side by side' }).click()
    const teams = page.getByRole('region', { name: 'Gil Nullman in Teams' })
    await teams.locator('[data-focus=composer]').fill('what do I owe?')
    await teams.locator('[data-focus=composer]').press('Enter')
    await teams.getByRole('button', { name: 'Send', exact: true }).click()
    await teams.getByText('Please choose.').waitFor()
    expect(room.heard).toEqual(['teams message what do I owe?'])
    await teams.getByText('Involved', { exact: true }).click()
    await teams.getByLabel('A short note').fill('seen in May')
    await teams.getByRole('button', { name: 'Send', exact: true }).click()
    await teams.getByText('Nothing more is owed.').waitFor()
    expect(room.heard.at(-1)).toBe('teams execute {"case":"JUNIPER","involved":"yes","note":"seen in May"}')
    expect(await page.getByRole('region', { name: 'Priya Sampleton in Slack' }).isVisible()).toBe(true)
  })

  it('a Teams dialog opens, is filled and sent', async () => {
    await page.getByRole('button', { name: /^Noor Exampleton/ }).click()
    const teams = page.getByRole('region', { name: 'Noor Exampleton in Teams' })
    await teams.locator('[data-focus=composer]').fill('form')
    await teams.locator('[data-focus=composer]').press('Enter')
    await teams.getByRole('button', { name: 'Open the form' }).click()
    const dialog = page.getByRole('dialog', { name: 'Agency return' })
    await dialog.getByLabel('How many contacts?').fill('3')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. Thank you.').waitFor()
    expect(room.heard.at(-1)).toBe('teams submit {"last":"","count":"3"}')
  })

  it('the clock is moved and says so, and refuses to go back in a sentence', async () => {
    await page.getByText('Thu 17 Dec 2026 16:40').waitFor()
    await page.getByRole('button', { name: 'Next working day' }).click()
    await page.getByText('Fri 18 Dec 2026 09:00').waitFor()
    const to = page.getByLabel('Move the clock to (London time)')
    expect(await to.inputValue()).toBe('Fri 18 Dec 2026 09:00')
    await to.fill('1 Jan 2026 09:00')
    await page.getByRole('button', { name: 'Go' }).click()
    await page.getByText('The clock only moves forward.').waitFor()
  })

  it('the tour shows its first step: the words stand ready to be sent', async () => {
    await page.getByRole('button', { name: 'Step 1: show me' }).click()
    await expect.poll(() => line().inputValue()).toBe('/rapid-review start')
    await page.getByText('Two-minute tour').click()
    await page.reload()
    await page.getByRole('region', { name: 'Priya Sampleton in Slack' }).waitFor()
    expect(await page.getByText('Begin a review').isVisible()).toBe(false)
  })

  it('a letter waits with a badge until it is read, and is answered with a click', async () => {
    const content =
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:e1\r\nSUMMARY:Event\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    room.rehearsal.mail.deliver({
      to: 'toby.sitamet@lay.example',
      subject: 'Partnership event',
      text: 'Will you come?',
      attachments: [{ filename: 'event.ics', contentType: 'text/calendar', content }],
    })
    await page.getByRole('button', { name: /^Toby Sitamet.*1 unread/ }).click()
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('You have accepted.').waitFor()
    await page.getByRole('button', { name: /^Toby Sitamet(?!.*unread)/ }).waitFor()
  })

  it('nothing runs off the side at 1024 pixels, alone or side by side', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.getByRole('button', { name: 'Two people side by side' }).click()
    await page.getByRole('region', { name: 'Gil Nullman in Teams' }).waitFor()
    const used = await page.locator('button:visible, input:visible, select:visible').all()
    const edges = await Promise.all(used.map(async (each) => (await each.boundingBox()) ?? { x: 0, width: 0 }))
    expect(edges.length).toBeGreaterThan(10)
    expect(edges.filter(({ x, width }) => x + width > 1024)).toEqual([])
  })
})

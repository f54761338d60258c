import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startBrowser } from '../peers/browser.ts'
import { needs } from '../peers/needs.ts'
import { type Desk, openDesk } from './visitor.ts'

/** Texts whose contrast with what lies behind them is less than 4.5 (WCAG 1.4.3); 3 for large ones. */
const FAINT = `(() => {
  const rgb = (css) => css.match(/[\\d.]+/g).map(Number)
  const light = (css) => {
    const [r, g, b] = rgb(css).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (rgb(backgroundColor)[3] !== 0) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent.trim()).join('')
  return [...document.querySelectorAll('body *')].filter((element) => own(element) && element.checkVisibility() && element.tagName !== 'PROGRESS').flatMap((element) => {
    const style = getComputedStyle(element)
    const [a, b] = [light(style.color), light(behind(element))].sort((x, y) => y - x)
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700)
    return (a + 0.05) / (b + 0.05) < (large ? 3 : 4.5) ? [own(element)] : []
  })
})()`
const TOO_WIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
const FOCUSED = 'document.activeElement.id || document.activeElement.textContent.trim()'

describe.skipIf(!needs('chromium'))('the desk in a browser', () => {
  let browser: Browser
  let desk: Desk
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    await page.context().close()
    desk.close()
  })

  /** Priya follows her link and presses the button. */
  async function comeIn(options: BrowserContextOptions = {}): Promise<void> {
    page = await (await browser.newContext(options)).newPage()
    page.setDefaultTimeout(10_000)
    complaints = []
    page.on(
      'console',
      (said) => void (/Content Security Policy|Uncaught/.test(said.text()) && complaints.push(said.text())),
    )
    page.on('pageerror', (error) => void complaints.push(error.message))
    desk.core.sendsLink('a-link')
    await page.goto(`${desk.base}/desk/in/a-link`)
    await page.getByRole('button', { name: 'Continue as Priya S.' }).click()
    await page.getByRole('heading', { name: 'What you owe' }).waitFor()
  }

  const open = (path: string) => page.goto(desk.base + path)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()

  async function fillInFirstPage(): Promise<void> {
    await page.getByLabel('Yes').check()
    const opened = page.getByRole('group', { name: 'When was the file last opened?' })
    for (const [box, typed] of [
      ['Day', '17'],
      ['Month', '12'],
      ['Year', '2026'],
      ['Time', '16:40'],
    ] as const) {
      await opened.getByLabel(box).fill(typed)
    }
    await page.getByLabel('How many workers').fill('3')
    await page.getByLabel('Early help').check()
  }

  async function fillInTheReturn(): Promise<void> {
    await open('/desk/form/draft_1')
    await fillInFirstPage()
    await press('Next')
    await page.getByLabel('Describe your agency').fill('What we did.\nAnd what we did not.')
    await press('Next')
    await page.getByLabel('Day').fill('5')
    await page.getByLabel('Month').fill('11')
    await page.getByLabel('Year').fill('2026')
    await page.getByLabel('What kind').selectOption('missed')
    await press('Add another to Turning points')
    await page.getByRole('group', { name: 'Row 2' }).waitFor()
    await page.getByLabel('A manager has read').check()
    await press('Check your answers')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  }

  test('a whole return is filled in without any script', async () => {
    await comeIn({ javaScriptEnabled: false })
    await fillInTheReturn()
    await press('Submit')
    await page.getByRole('heading', { name: 'The return has been submitted.' }).waitFor()
    expect(desk.core.done).toEqual(['submitted'])
  })

  test('with scripts the same works, and the policy has nothing to complain of', async () => {
    await comeIn()
    await fillInTheReturn()
    await press('Submit')
    await page.getByRole('heading', { name: 'The return has been submitted.' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('a double click submits once', async () => {
    await comeIn({ javaScriptEnabled: false })
    await page.getByRole('button', { name: 'See the case' }).dblclick()
    await page.getByRole('heading', { name: 'Done: matter.open' }).waitFor()
    expect(desk.core.done).toEqual(['matter.open'])
  })

  test('the browser’s back button after an answer loses nothing', async () => {
    await comeIn()
    await open('/desk/form/draft_1?page=D2')
    await page.getByLabel('Describe your agency').fill('As it was first')
    await press('Next')
    // The page must be there before anybody goes back from it: a click does not wait for what it leads to.
    await page.getByRole('heading', { name: 'Turning points and learning' }).waitFor()
    await page.goBack()
    await page.getByLabel('Describe your agency').fill('As it ought to be')
    await press('Next')
    await page.getByRole('heading', { name: 'Turning points and learning' }).waitFor()
    expect(desk.core.answers.get('D6')).toBe('As it ought to be')
  })

  test('errors take the focus, and lead to their boxes', async () => {
    await comeIn()
    await open('/desk/form/draft_1')
    await press('Next')
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.evaluate(FOCUSED)).toBe('problems')
    await page.getByRole('link', { name: 'Enter the date and the time' }).click()
    expect(await page.evaluate(FOCUSED)).toBe('f-D2')
  })

  test('the keyboard alone skips to the content, opens a question, and answers it', async () => {
    await comeIn()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(FOCUSED)).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    for (let tabs = 0; tabs < 12 && (await page.evaluate(FOCUSED)) !== 'Hand it over'; tabs++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(FOCUSED)).toBe('Yes, ask them')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Done: owed.hand-over' }).waitFor()
    expect(desk.core.done).toEqual(['owed.hand-over'])
  })

  test('leaving typed words behind is asked about first', async () => {
    await comeIn()
    await open('/desk/form/draft_1?page=D2')
    await page.getByLabel('Describe your agency').pressSequentially('Begun')
    const asked = page.waitForEvent('dialog')
    const leaving = page.getByRole('link', { name: 'Your desk' }).click({ noWaitAfter: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await leaving
    expect(await page.getByLabel('Describe your agency').inputValue()).toBe('Begun')
  })

  test.each([
    ['a telephone', 390],
    ['a desk', 1180],
  ])('on %s every text can be read and nothing is cut off', async (_where, width) => {
    await comeIn({ viewport: { width, height: 844 } })
    for (const path of [
      '/desk',
      '/desk/form/draft_1?page=D1',
      '/desk/form/draft_1?page=D3',
      '/desk/form/draft_1?page=check',
      '/desk/in/a-link',
      '/desk/nowhere',
    ]) {
      await open(path)
      for (const more of await page.locator('summary').all()) await more.click()
      expect(await page.evaluate(FAINT), path).toEqual([])
      expect(await page.evaluate(TOO_WIDE), path).toBe(false)
    }
    await open('/desk/form/draft_1?page=D1')
    await press('Next')
    await page.getByRole('alert').waitFor()
    expect(await page.evaluate(FAINT)).toEqual([])
  })
})

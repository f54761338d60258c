/**
 * Makes the pictures of the README anew: plays the main job in the rehearsal room and looks at it with Debian's Chromium.
 *
 * @example npm exec -- node docs/pictures/make.ts
 */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { startBrowser } from '../../test/peers/browser.ts'
import {
  decision,
  meetingHeld,
  nilReturn,
  notificationForHackney,
  scoping,
} from '../../test/stories/main-job/answers.ts'
import { openStage } from '../../test/stories/main-job/stage.ts'

const stage = await openStage({ at: '2026-12-17T17:00' })
const browser = await startBrowser()

/** A browser window that shows these people: `see(900, 700, 'slt-hac,slack')`. */
async function see(width: number, height: number, ...screens: readonly string[]): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: width > 1000 ? 1 : 1.5,
    locale: 'en-GB',
    bypassCSP: true,
  })
  page.setDefaultTimeout(10_000)
  await page.goto(`${stage.address}/#${screens.join(';')}`)
  await page.locator('.body').last().waitFor()
  return page
}

/** Leaves out the people, the tour and the places: only what a member would see stays. */
const bare = (page: Page) =>
  page.addStyleTag({
    content:
      '.bar, .tour, .roster, .toasts, .places { display: none !important } .client { grid-template: 1fr auto / 1fr !important; grid-template-areas: "conversation" "composer" !important }',
  })

/** Scrolls each screen so that the first message with these words begins at its top. */
async function from(page: Page, words: string): Promise<void> {
  for (const messages of await page.locator('.messages').all()) {
    await messages
      .locator('> li')
      .filter({ hasText: words })
      .first()
      // What runs in the browser knows a document; this file does not.
      .evaluate((message) => (message as unknown as { scrollIntoView(): void }).scrollIntoView())
  }
}

async function save(name: string, of: Page | Locator, page?: Page): Promise<void> {
  await of.screenshot({ path: join(import.meta.dirname, `${name}.png`) })
  await page?.close()
}

async function theRoom(): Promise<void> {
  const page = await see(1280, 800, 'spa,slack')
  await page.getByRole('button', { name: 'Step 1: show me' }).click()
  await page.waitForTimeout(500)
  await save('room', page, page)
}

/** The review is begun; gives its code word. */
async function theForm(): Promise<string> {
  const page = await see(900, 720, 'spa,slack')
  const spa = stage.slack('spa')
  await spa.types('/rapid-review', 'start')
  await spa.untilModal('Safety first')
  await spa.fill({ ...notificationForHackney, B1: '2026-12-18T10:00' })
  await bare(page)
  const modal = page.locator('.slack-sheet')
  await modal.getByText('Enter a time that has passed').waitFor()
  await page.waitForTimeout(500)
  await save('form', modal, page)
  await spa.submit({ B1: notificationForHackney.B1 })
  await spa.untilModal('The notification')
  await spa.fill(notificationForHackney)
  await stage.settle()
  return stage.store.read((tx) => tx.subjects.get('rr-2026-01')?.title ?? '')
}

async function theCase(): Promise<void> {
  const page = await see(1400, 900, 'slt-hac,slack', 'slt-nhs,teams')
  await bare(page)
  await page.waitForTimeout(800)
  await from(page, 'Rapid Review RR-2026-01')
  await page.waitForTimeout(500)
  await save('case', page, page)
}

/** The agencies are asked; one answers at once, the others find it in their digest on Tuesday morning. */
async function theDigest(): Promise<void> {
  await stage.until('2026-12-18T08:15')
  const spa = stage.slack('spa')
  await spa.press('Scope and send requests', review)
  await spa.fill(scoping)
  await stage.settle()
  const housing = stage.slack('housing')
  await housing.press('Received: not involved', review)
  await housing.press('Open the agency return', review)
  await housing.fill(nilReturn, 'anything')
  await stage.until('2026-12-22T09:05')
  const page = await see(1000, 860, 'schools-h,slack')
  await bare(page)
  await page.waitForTimeout(800)
  await from(page, 'Reminder: due today')
  await save('digest', page, page)
}

/** The review is drafted: begun in Slack question by question, stopped there, and gone on with in Teams. */
async function theChecklist(): Promise<void> {
  await stage.until('2027-01-05T12:00')
  const spa = stage.slack('spa')
  await spa.press('Record the meeting', review)
  await spa.fill(meetingHeld, 'anything')
  await stage.settle()
  await spa.types('/rapid-review', `checklist ${review}`)
  await spa.press('Begin', review)
  for (let n = 0; n < 2; n += 1) await spa.answers({})
  await spa.press('Save and stop for now', 'Rapid Review checklist')
  await spa.sees('questions answered')
  const inTeams = stage.teams('spa')
  await inTeams.says(`rapid-review checklist ${review}`)
  await inTeams.press('Go on', review)
  await inTeams.sees('Question 3 of')
  const page = await see(1400, 640, 'spa,slack', 'spa,teams')
  await bare(page)
  await page.waitForTimeout(1000)
  await save('checklist', page, page)
}

/** What must not pass through chat is written at the desk. */
async function theDesk(): Promise<void> {
  const inTeams = stage.teams('spa')
  await inTeams.fill({ 'E6.8b': 'no' }, 'anything')
  await inTeams.press('Write this on the desk')
  const page = await see(900, 760, 'spa,teams')
  await page.goto(await inTeams.link())
  await page.getByRole('button').first().click()
  await page.waitForURL(/form/)
  await page.goto(page.url().replace(/=E[^&]*/, '=E5.1'))
  const accounts = page.getByRole('textbox')
  for (const [index, words] of ACCOUNTS.entries()) await accounts.nth(index).fill(words)
  await page.evaluate('scrollTo(0, 0)')
  await save('desk', page, page)
  // The last box is a second person's.
  const bm = stage.slack('bm')
  await bm.types('/rapid-review', `checklist ${review}`)
  await bm.press('Go on', review)
  await bm.answers({}, 'Check your answers')
  await inTeams.press('Write this on the desk')
  const desk = await stage.desk(await inTeams.link())
  await desk.fill({ 'text/E1.3g': 'DOC-0412' })
  await stage.settle()
}

const ACCOUNTS = [
  'Each service that met the family kept a clear record, and two of them rang one another on the same day.',
  'Three services each held one part of the picture. Nobody was asked to put the parts together, and no form asked for it.',
]

async function theDecision(): Promise<void> {
  await stage.until('2027-01-06T09:30')
  const page = await see(900, 860, 'icsc,teams')
  await bare(page)
  await page.getByRole('button', { name: 'Consider the criteria and decide' }).last().click()
  const dialog = page.locator('.teams-sheet')
  for (const question of ['Do you have a conflict of interest', 'without deciding?']) {
    await dialog.getByText(question).waitFor()
    await dialog.getByText('No', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Next' }).click()
  }
  await dialog.getByText('Must be considered').waitFor()
  await dialog.getByText('Yes', { exact: true }).click()
  await save('decision', dialog, page)
}

/** The commissioner has decided; the partners read it, and say so on either platform. */
async function thePartners(): Promise<void> {
  const icsc = stage.slack('icsc')
  await icsc.press('Consider the criteria and decide', review)
  for (let front = await icsc.untilModal(''); front.view.submit?.text !== 'Submit'; ) {
    await icsc.fillPage(decision, 'anything')
    front = await icsc.untilModal('')
  }
  await icsc.submit()
  await icsc.untilModal('another look, on the secure desk')
  await icsc.pressInModal('Write this on the desk')
  const desk = await stage.desk(await icsc.link())
  await desk.fill({}, 'Submit')
  await icsc.hands.close(true)
  await icsc.press('Consider the criteria and decide', `${review}: Agree the content`)
  await icsc.untilModal('Check your answers')
  await icsc.submit()
  await stage.settle()
  await stage.slack('spa').press('Share with the partners', review)
  await stage.settle()
  await stage.slack('slt-hac').press('Acknowledge', `${review}: Read`)
  await stage.teams('slt-nhs').press('Acknowledge', `${review}: Read`)
  await stage.settle()
  const page = await see(1400, 720, 'slt-hac,slack', 'slt-clp,teams')
  await bare(page)
  await page.waitForTimeout(1000)
  await save('partners', page, page)
}

async function theMeeting(): Promise<void> {
  await stage.until('2027-01-06T11:00')
  await stage.slack('bm').types('/meetings', 'call slt 2027-02-25 14:00')
  await stage.settle()
  const slt = 'Strategic Leadership Team: Thu 25 Feb 2027'
  await stage.slack('slt-hac').press('Attending', slt)
  await stage.slack('slt-col').press('Apologies', slt)
  await stage.slack('icsc').press('Attending', slt)
  await stage.teams('slt-nhs').press('Attending', slt)
  await stage.teams('slt-mps').press('Send a deputy: Bo Standinsky', slt)
  await stage.settle()
  const page = await see(1400, 900, 'slt-hac,slack', 'slt-clp,teams')
  await bare(page)
  await page.waitForTimeout(1000)
  await from(page, slt)
  await page.waitForTimeout(500)
  await save('meeting', page, page)
}

await theRoom()
const review = await theForm()
await theCase()
await theDigest()
await theChecklist()
await theDesk()
await theDecision()
await thePartners()
await theMeeting()
await browser.close()
await stage.close()

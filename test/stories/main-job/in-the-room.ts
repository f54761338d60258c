/** One person in the rehearsal room, in a browser of their own: they read what stands on their screen, press it, and follow their link to the desk. */
import type { Browser, Locator } from 'playwright-core'
import { vi } from 'vitest'
import { onTheDesk } from './on-the-desk.ts'

export type InTheRoom = Awaited<ReturnType<typeof inTheRoom>>

interface Seat {
  readonly address: string
  readonly person: { readonly id: string; readonly name: string }
  readonly at: 'slack' | 'teams'
}

/** Takes a seat in the room. Whatever goes wrong in the page is added to `troubles`. */
export async function inTheRoom(browser: Browser, { address, person, at }: Seat, troubles: string[]) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 1000 } })
  context.setDefaultTimeout(PATIENCE_MS)
  context.on('weberror', (thrown) => void troubles.push(`${person.name}: ${thrown.error().message}`))
  const page = await context.newPage()
  await page.goto(`${address}/#${person.id},${at}`)
  const chat = page.getByRole('region', { name: `${person.name} in ${at === 'slack' ? 'Slack' : 'Teams'}` })
  await chat.waitFor()
  const messages = chat.locator('.messages > li')
  /** What lies over everything: the newest modal, or the question before a press. */
  const front = page.getByRole('dialog').last()
  const modal = page.locator('[data-view]').last()

  return {
    page,
    front,
    messages,
    /** The newest message that says all of this. */
    message: (...words: readonly string[]): Locator =>
      words.reduce((found, hasText) => found.filter({ hasText }), messages).last(),
    close: () => context.close(),

    /**
     * Presses what asks before it counts, and says yes. Slack asks in a window; Teams unfolds the question on the card, and folds it away when the card is
     * drawn again meanwhile: then it is pressed once more.
     */
    async pressAndConfirm(message: Locator, label: string): Promise<void> {
      const button = message.getByRole('button', { name: label, exact: true })
      if (at === 'slack') {
        await button.click()
        return front.getByRole('button', { name: label, exact: true }).click()
      }
      const unfold = async () => {
        if ((await button.count()) < 2) await button.click()
        await button.nth(1).click({ timeout: 3_000 })
      }
      await vi.waitFor(unfold, PATIENCE_MS)
    },

    /** Closes the windows over the conversation, one after the other: under each the one before comes back. */
    async closesEverything(): Promise<void> {
      while ((await modal.count()) > 0) {
        const view = await modal.getAttribute('data-view')
        await modal.getByRole('button', { name: 'Close', exact: true }).last().click()
        await page.locator(`[data-view="${view}"]`).waitFor({ state: 'detached' })
      }
    },

    /** Presses what leads to the desk, opens the personal link that answers it, and comes in through its door. */
    async goesToTheDesk(pressed: Locator) {
      await pressed.click()
      const link = page.getByRole(at === 'slack' ? 'button' : 'link', { name: 'Open the desk' }).last()
      await link.waitFor()
      const [desk] = await Promise.all([context.waitForEvent('page'), link.click()])
      await desk.getByRole('button', { name: /^Continue as / }).click()
      return onTheDesk(desk)
    },
  }
}

/** As long as the house may take to answer a press on a machine that has other things to do. */
const PATIENCE_MS = 20_000

/** Somebody on the desk, in a browser: they write, turn pages by their buttons, and wait for the page that follows. */
import type { Locator, Page } from 'playwright-core'
import { AT_THE_DESK } from './at-the-desk.ts'
import { ANYTHING } from './values.ts'

export function onTheDesk(page: Page) {
  const heading = page.getByRole('heading', { level: 1 })
  const problems = page.getByRole('alert')

  return {
    page,
    problems,
    heading: (words: string) => page.getByRole('heading', { level: 1, name: words }),
    /** What belongs to one question of the page: its boxes, and the error beside them. */
    question: (label: string) => page.getByRole('group', { name: label }),
    /** Presses, and waits for the page that answers: a click does not wait for what it leads to. */
    async presses(label: string): Promise<void> {
      await page.locator('body').evaluate((left: { id: string }) => {
        left.id = 'left'
      })
      await page.getByRole('button', { name: label, exact: true }).last().click()
      await page.locator('body:not(#left) h1').waitFor()
    },

    /** The same, where nothing is to stand in the way. */
    async turns(label: string): Promise<void> {
      await this.presses(label)
      if (await problems.isVisible()) throw new Error(`the desk was not content: ${await problems.textContent()}`)
    },

    /** Turns page after page, writing wherever nothing stands yet, until the one that shows it all once more. */
    async writesTheRest(): Promise<void> {
      for (let pages = 0; pages < 30; pages += 1) {
        if ((await heading.textContent()) === 'Check your answers') return
        await fillWhatIsEmpty(page.locator('main form'))
        const isLast = (await page.getByRole('button', { name: 'Check your answers', exact: true }).count()) > 0
        await this.turns(isLast ? 'Check your answers' : 'Next')
      }
      throw new Error('the form does not end')
    },
  }
}

async function fillWhatIsEmpty(form: Locator): Promise<void> {
  for (const box of await form.getByRole('textbox').all())
    if ((await box.inputValue()) === '') await box.fill(await wordsFor(box))
  for (const list of await form.getByRole('combobox').all())
    if ((await list.inputValue()) === '') await list.selectOption({ index: 1 })
}

/** The day, month, year and time of a date are boxes of their own; what is long is written on several lines. */
async function wordsFor(box: Locator): Promise<string> {
  const name = (await box.getAttribute('name')) ?? ''
  const part = /\/(day|month|year|time)$/.exec(name)?.[1]
  if (part !== undefined) return { day: '16', month: '12', year: '2026', time: ANYTHING.time }[part] ?? ''
  const isLong = (await box.evaluate(({ tagName }: { readonly tagName: string }) => tagName)) === 'TEXTAREA'
  return isLong ? AT_THE_DESK : 'DOC-0412'
}

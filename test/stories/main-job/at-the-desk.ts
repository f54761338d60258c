/** One person at the desk with a browser: follows their personal link and writes what chat must not carry. */

import { elements, formsIn, type Tag } from '../../web/html.ts'
import { createVisitor } from '../../web/visitor.ts'
import { ANYTHING } from './values.ts'

/** What is written where the story does not care what: no word of it may ever stand in chat. */
export const AT_THE_DESK = 'What the agencies know of it, in their own words.'

/** Follows a personal link and comes in. */
export async function atTheDesk(address: string, link: string) {
  const visitor = createVisitor(address)
  await visitor.open(link)
  const way = formsIn(visitor.page().html)[0]?.buttons[0]?.label
  if (way === undefined) throw new Error(`the link leads nowhere: ${visitor.page().html}`)
  await visitor.press(way)

  const words = () =>
    visitor
      .page()
      .html.replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')

  return {
    visitor,
    words,

    /**
     * Goes through the form in front, page by page, answering whatever is empty, until there is no page left; or until the page on which all of it
     * is read once more, when it is to be handed in elsewhere.
     */
    async fill(values: Readonly<Record<string, string>> = {}, upTo?: 'Submit'): Promise<void> {
      for (let pages = 0; pages < 80; pages += 1) {
        const { html } = visitor.page()
        const label = forward(html)
        if (label === undefined || label === upTo) return
        await visitor.press(label, { ...anythingMissing(html), ...only(html, values) })
        if (visitor.page().status >= 400) throw new Error(`the desk was not content: ${words()}`)
      }
      throw new Error('the form does not end')
    },
  }
}

/** What turns the page is the first button of its form, as it is for whoever presses Enter. */
function forward(html: string): string | undefined {
  return formsIn(html).find(({ action }) => action.includes('/form/'))?.buttons[0]?.label
}

const only = (html: string, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => html.includes(`name="${name}"`)))

/** An answer that will do for everything on the page that has none. */
function anythingMissing(html: string): Record<string, string> {
  const all = elements(html)
  const named = all.filter(
    ({ attributes, name }) => /^(text|one|many|date|rows)\//.test(attributes.name ?? '') && name !== 'button',
  )
  const answers: Record<string, string> = {}
  for (const tag of named) {
    const name = tag.attributes.name as string
    const value = answers[name] ?? anything(tag, all)
    if (value !== undefined) answers[name] = value
  }
  return answers
}

function anything(tag: Tag, all: readonly Tag[]): string | undefined {
  const { name = '', type = '', value = '' } = tag.attributes
  if (tag.name === 'textarea') return tag.text.trim() || AT_THE_DESK
  if (type === 'hidden') return undefined
  if (tag.name === 'select') return optionsOf(tag, all).find((option) => option !== '')
  if (type === 'radio' || type === 'checkbox') {
    const group = all.filter((one) => one.attributes.name === name)
    return group.some((one) => one.attributes.checked !== undefined) ? undefined : value
  }
  if (value !== '') return undefined
  const part = /\/(day|month|year|time)$/.exec(name)?.[1]
  if (part) return { day: '16', month: '12', year: '2026', time: ANYTHING.time }[part]
  return tag.attributes.inputmode === 'numeric' ? '1' : ANYTHING.words
}

function optionsOf(select: Tag, all: readonly Tag[]): string[] {
  const after = all.slice(all.indexOf(select) + 1)
  const end = after.findIndex(({ name }) => name !== 'option')
  return after.slice(0, end === -1 ? undefined : end).map(({ attributes }) => attributes.value ?? '')
}

/** One person at their Slack: types, presses what is on the screen, fills in what is asked, reads. */
import type { Choice, Message, Modal, SlackWorld } from '../../../adapters/rehearsal/slack/index.ts'
import { elementsIn } from '../../../adapters/rehearsal/slack/kit/blocks.ts'
import { type Element, optionsOf } from '../../../adapters/rehearsal/slack/kit/elements.ts'
import { readSlot } from '../../../src/chat/slots.ts'
import { linksIn } from './link.ts'
import { ANYTHING, type Values, valueFor } from './values.ts'

export type InSlack = ReturnType<typeof inSlack>

export function inSlack(world: SlackWorld, id: string) {
  const hands = world.as(id)

  /** What Muster has said to this person and still stands, oldest first; the channels they are in included. */
  const messages = (): Message[] =>
    world
      .seenBy(id)
      .conversations.flatMap((one) => one.messages)
      .filter((one) => one.user === world.bot.userId)
      .sort((a, b) => a.ts.localeCompare(b.ts))

  const newest = (words: string) => messages().findLast((one) => wordsOf(one).includes(words))
  const modal = (): Modal | undefined => world.seenBy(id).modals.at(-1)

  const buttonOn = (blocks: Message['blocks'], label: string) =>
    elementsIn(blocks).find(({ element }) => element.type === 'button' && element.text.text === label)

  const withButton = (label: string, on: string) =>
    messages().findLast((one) => wordsOf(one).includes(on) && buttonOn(one.blocks, label))

  return {
    id,
    modal,
    messages,

    types: (command: string, text = '', channel?: string) => hands.slash(command, text, channel ? { channel } : {}),
    says: (text: string) => hands.dm(text),
    hands,

    /** Waits until these words stand in a message to this person; gives the newest. */
    sees: (words: string) => world.until(() => newest(words), PATIENCE_MS),
    /** The newest personal link this person was given, in a message or on top of a form. */
    link: () => world.until(() => linksIn([messages().map(({ blocks }) => blocks), modal()?.view]).at(-1), PATIENCE_MS),
    /** Everything that stands on this person's screen now. */
    reads: (words = '') =>
      messages()
        .map(wordsOf)
        .filter((one) => one.includes(words)),
    modalWords: () => (modal() ? wordsOf(modal()!.view) : ''),
    untilModal: (words: string) =>
      world.until(() => modal() && wordsOf((modal() as Modal).view).includes(words) && modal(), PATIENCE_MS),

    /** Presses a button of the newest message that has it, and that says these words. */
    async press(label: string, on = '') {
      const message = await world.until(() => withButton(label, on), PATIENCE_MS)
      return this.pressOn(message, label)
    },

    /** Presses what somebody saw, however it has changed since. */
    pressOn(message: Message, label: string) {
      const placed = buttonOn(message.blocks, label)
      if (!placed?.element.action_id) throw new Error(`${id} sees no button "${label}"`)
      return hands.click(message, { action_id: placed.element.action_id, block_id: placed.block.block_id })
    },

    /** Presses a button of the modal in front. */
    pressInModal(label: string) {
      const front = modal()
      const placed = front && buttonOn(front.view.blocks, label)
      if (!front || !placed?.element.action_id) throw new Error(`${id} sees no button "${label}" in a modal`)
      return hands.click(front, { action_id: placed.element.action_id, block_id: placed.block.block_id })
    },

    /** Fills in the page in front and hands it in. */
    submit: (values: Values = {}) => hands.submit(choicesFor(modal() as Modal, values)),

    /** Fills in the page in front and hands it in, once more where an answer has brought up another question on it; gives the errors. */
    async fillPage(values: Values, rest?: 'anything'): Promise<Readonly<Record<string, string>>> {
      const front = modal() as Modal
      await hands.submit(choicesFor(front, values, rest))
      const next = modal()
      const again = next && next.view.private_metadata === front.view.private_metadata && !sameInputs(next, front)
      if (again) await hands.submit(choicesFor(next, values, rest))
      return modal()?.errors ?? {}
    },

    /** Goes through a form page by page until it closes, comes to the page that hands it in, or comes back with errors; gives those. */
    async fill(values: Values, rest?: 'anything', upTo?: 'Submit'): Promise<Readonly<Record<string, string>>> {
      let front = await world.until(modal, PATIENCE_MS)
      for (let pages = 0; pages < 60; pages += 1) {
        if (front.view.submit?.text === upTo) return {}
        await hands.submit(choicesFor(front, values, rest))
        const next = modal()
        if (next === undefined) return {}
        if (next.view.submit === undefined) throw new Error(`instead of the form: ${wordsOf(next.view)}`)
        const errors = Object.keys(next.errors).length > 0
        const stuck = next.view.private_metadata === front.view.private_metadata && sameInputs(next, front)
        if (errors || stuck) return next.errors
        front = next
      }
      throw new Error('the form does not end')
    },

    /** Answers the question that stands in the direct conversation, with anything where the story does not care; waits for the next, and gives what was asked. */
    async answers(values: Values = {}, forward = 'Next'): Promise<string> {
      const message = await world.until(() => withButton(forward, ''), PATIENCE_MS)
      const asked = wordsOf(message)
      await hands.fill(message, choicesFor({ view: { blocks: message.blocks } }, values, 'anything'))
      await this.pressOn(message, forward)
      await world.until(() => messages().find((one) => one.ts === message.ts && wordsOf(one) !== asked), PATIENCE_MS)
      return asked
    },
  }
}

const PATIENCE_MS = 5_000

function sameInputs(a: Modal, b: Modal): boolean {
  const ids = (modal: Modal) => modal.view.blocks.map((block) => block.block_id).join()
  return ids(a) === ids(b)
}

type Holding = { readonly view: { readonly blocks: Message['blocks'] } }

function choicesFor({ view }: Holding, values: Values, rest?: 'anything'): Record<string, Choice> {
  return Object.fromEntries(
    view.blocks.flatMap((block): [string, Choice][] => {
      const slot = block.type === 'input' ? readSlot(block.block_id ?? '') : undefined
      if (block.type !== 'input' || slot === undefined) return []
      const value = valueFor(values, slot) ?? (rest && anything(block.element))
      if (value === undefined) return []
      const many = block.element.type === 'checkboxes' || block.element.type === 'multi_static_select'
      return [[block.block_id ?? '', many ? [value].flat().map(String) : (value as Choice)]]
    }),
  )
}

/** An answer that will do, where the story does not care which. */
function anything(element: Element): Choice {
  switch (element.type) {
    case 'datepicker':
      return ANYTHING.date
    case 'timepicker':
      return ANYTHING.time
    case 'number_input':
      return '1'
    case 'plain_text_input':
      return ANYTHING.words
    default:
      return optionsOf(element)[0]?.value ?? null
  }
}

/** The words of a message or view as they are read: what stands under `text`, wherever it stands. */
export function wordsOf(shown: unknown): string {
  if (Array.isArray(shown)) return shown.map(wordsOf).filter(Boolean).join('\n')
  if (typeof shown !== 'object' || shown === null) return ''
  return Object.entries(shown)
    .filter(([key]) => !['history', 'metadata', 'value', 'private_metadata'].includes(key))
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : wordsOf(value)))
    .filter(Boolean)
    .join('\n')
}

/** One person at their Teams: mentions, presses what is on the screen, fills in what is asked, reads. */
import { actionsOf, type Card, type CardAction, inputsOf } from '../../../adapters/rehearsal/teams/cards.ts'
import type { Seen, TeamsWorld } from '../../../adapters/rehearsal/teams/world.ts'
import { readInputId } from '../../../adapters/teams/slots.ts'
import { linksIn } from './link.ts'
import { ANYTHING, type Values, valueFor } from './values.ts'

export type InTeams = ReturnType<typeof inTeams>

export function inTeams(world: TeamsWorld, id: string) {
  const hands = world.as(id)

  /** What Muster has said to this person and still stands, oldest first; the channels they are in included. */
  const messages = (): Seen[] =>
    hands
      .sees()
      .filter(({ message }) => message.from === 'bot')
      .sort((a, b) => a.message.id.localeCompare(b.message.id))

  /** Waits until it is so, looking again at every change. */
  function until<T>(check: () => T | undefined | false, withinMs = 5_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`${id} did not come to see it: ${check}`))
      }, withinMs)
      const look = () => {
        const found = check()
        if (!found) return
        clearTimeout(timer)
        stop()
        resolve(found)
      }
      const stop = world.onChange(look)
      look()
    })
  }

  const newest = (words: string) => messages().findLast((one) => one.words.includes(words))
  const withButton = (label: string, on: string) =>
    messages().findLast((one) => one.words.includes(on) && one.card && placeOf(one.card, label) >= 0)
  const formCard = () => messages().findLast((one) => one.card && forward(one.card))

  return {
    id,
    hands,
    messages,
    notes: () => hands.notes(),
    dialog: () => hands.dialog(),

    /** Mentions Muster in a channel. */
    mentions: (channel: string, text: string) => hands.say(channel, text),
    says: (text: string) => hands.dm(text),

    sees: (words: string) => until(() => newest(words)),
    /** The newest personal link this person was given. */
    link: () => until(() => linksIn(messages().map(({ card }) => card)).at(-1)),
    reads: (words = '') =>
      messages()
        .map((one) => one.words)
        .filter((one) => one.includes(words)),

    /** Presses a button of the newest card that has it, and that says these words; where it unfolds a question, the press that counts. */
    async press(label: string, on = '') {
      const { message, card } = await until(() => withButton(label, on))
      return hands.press(message, placeOf(card as Card, label))
    },

    /** Presses what somebody saw, however it has changed since: `version` 0 is the first. */
    pressOn: ({ message, card }: Seen, label: string, version?: number) =>
      hands.press(message, placeOf(card as Card, label), {}, version),

    /** Goes through a form in the chat, card by card, until there is none or a page comes back; gives the words of the last card. */
    async fill(values: Values, rest?: 'anything'): Promise<string> {
      const first = await until(formCard)
      const { message } = first
      let seen = first
      for (let pages = 0; pages < 60; pages += 1) {
        const card = seen.card as Card
        const go = forward(card)
        if (go === undefined) return seen.words
        await hands.press(message, actionsOf(card).indexOf(go), inputsFor(card, values, rest))
        const next = messages().find((one) => one.message.id === message.id)
        if (next === undefined || next.words === seen.words) return seen.words
        seen = next
        if (seen.words.includes('Error: ')) return seen.words
      }
      throw new Error('the form does not end')
    },

    /** Hands in the page of the dialog with one of its buttons. */
    submitDialogBy(label: string, values: Values = {}) {
      const card = hands.dialog()?.card
      if (card === undefined) throw new Error(`${id} has no dialog before them`)
      return hands.submitDialog(inputsFor(card, values), placeOf(card, label))
    },

    /** The same in a dialog. */
    async fillDialog(values: Values, rest?: 'anything'): Promise<string> {
      for (let pages = 0; pages < 60; pages += 1) {
        const dialog = hands.dialog()
        const card = dialog?.card
        const go = card && forward(card)
        if (!card || !go) return dialog?.text ?? ''
        await hands.submitDialog(inputsFor(card, values, rest), actionsOf(card).indexOf(go))
        if (JSON.stringify(hands.dialog()?.card) === JSON.stringify(card)) return JSON.stringify(card)
      }
      throw new Error('the form does not end')
    },
  }
}

/** The place of the press that counts under this label: not the button that only unfolds the question before it. */
function placeOf(card: Card, label: string): number {
  return actionsOf(card).findIndex(({ title, type }) => title === label && type !== 'Action.ShowCard')
}

/** The button that turns the page of a form. */
function forward(card: Card): CardAction | undefined {
  return actionsOf(card).find(({ data }) => (data as { i?: { go?: string } } | undefined)?.i?.go === 'next')
}

function inputsFor(card: Card, values: Values, rest?: 'anything'): Record<string, string> {
  return Object.fromEntries(
    inputsOf(card).flatMap((input): [string, string][] => {
      const { id } = input
      const slot = readInputId(id)?.slot
      const value = slot && (valueFor(values, slot) ?? (rest && anything(input)))
      return value === undefined ? [] : [[id, [value].flat().join(',')]]
    }),
  )
}

/** An answer that will do, where the story does not care which. */
function anything(input: Card): string | undefined {
  switch (input.type) {
    case 'Input.Date':
      return ANYTHING.date
    case 'Input.Time':
      return ANYTHING.time
    case 'Input.Number':
      return '1'
    case 'Input.Toggle':
      return String(input.valueOn)
    case 'Input.ChoiceSet':
      return (input.choices as { value: string }[])[0]?.value
    default:
      return ANYTHING.words
  }
}

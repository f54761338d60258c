/** Buttons, and what a press brings back: `{v: verb, s: subject, n: version, i: input}`; `parse/press.ts` reads it again. */
import { exact, greedy, shorten } from '../../../src/chat/fit.ts'
import type { Button } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { cardOf, type Part, paragraphs, plain } from './kit.ts'

/** What a button of a form brings back beside it. */
export interface FromForm {
  /** Inputs that were drawn with an answer. Teams leaves an emptied input out, so only this tells that an answer was taken back. */
  readonly f: readonly string[]
  /** The page is one question of a conversation. */
  readonly w?: true
}

/** A dialog takes Action.Submit only; on a card in chat Action.Execute gives an answer that replaces it. */
export type On = 'card' | 'dialog'

/** Rows of buttons. What a button is too small to say is said in full above them. */
export function buttonRows(buttons: readonly Button[], on: On = 'card', form?: FromForm): Part[] {
  const tooLong = buttons.filter(({ label }) => label.length > LIMITS.buttonText)
  // Teams cuts off what does not stand beside the others, and nobody finds it.
  const rows = greedy(buttons, { weight: LIMITS.rowWidth }, widthOf).map(
    (row): Part => ({ type: 'ActionSet', actions: row.map((button) => drawButton(button, on, form)) }),
  )
  return [...tooLong.flatMap(({ label }) => paragraphs(label)), ...rows]
}

function drawButton(button: Button, on: On = 'card', form?: FromForm): Part {
  return button.confirm ? asking(button, button.confirm, on, form) : pressing(button, button.label, on, form)
}

function pressing(button: Button, label: string, on: On, form?: FromForm): Part {
  if (button.url) return { type: 'Action.OpenUrl', title: titled(label), ...styled(button.style), url: button.url }
  const data = { v: button.verb, s: button.subject, n: button.version, i: button.input }
  exact(JSON.stringify(data), LIMITS.buttonData, `the data of "${button.label}"`)
  const face = { title: titled(label), ...styled(button.style) }
  if (on === 'dialog') return { type: 'Action.Submit', ...face, data: { ...data, ...form } }
  if (button.opens === 'form') {
    return { type: 'Action.Submit', ...face, data: { msteams: { type: 'task/fetch' }, ...data, ...form } }
  }
  return { type: 'Action.Execute', ...face, verb: 'muster', data: { ...data, ...form } }
}

/** Teams has no question before a press: the button unfolds the consequence, and the press that counts stands below it. */
function asking(button: Button, confirm: NonNullable<Button['confirm']>, on: On, form?: FromForm): Part {
  const {
    fallbackText: _text,
    speak: _speech,
    msteams: _width,
    ...card
  } = cardOf(confirm.title, [
    ...paragraphs(confirm.title, { weight: 'bolder' }),
    ...paragraphs(confirm.text),
    ...paragraphs(`${confirm.no}: press "${button.label}" above, and this folds away. Nothing is done.`, {
      isSubtle: true,
    }),
  ])
  return {
    type: 'Action.ShowCard',
    title: titled(button.label),
    ...styled(button.style),
    card: { ...card, actions: [pressing(button, confirm.yes, on, form)] },
  }
}

const widthOf = ({ label }: Button) =>
  Math.max(
    Math.floor(LIMITS.rowWidth / LIMITS.buttonsInRow),
    Math.min(label.length, LIMITS.buttonText) + LIMITS.buttonPadding,
  )

const titled = (label: string) => shorten(plain(label).trim() || '…', LIMITS.buttonText)

const STYLES = { plain: {}, primary: { style: 'positive' }, danger: { style: 'destructive' } }
const styled = (style: Button['style'] = 'plain') => STYLES[style]

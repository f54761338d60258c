/** Buttons, and what a press brings back: `{v: verb, s: subject, n: version, i: input}`; `parse/press.ts` reads it again. */
import type { types } from '@slack/bolt'
import { chunk, exact, shorten } from '../../../src/chat/fit.ts'
import type { Button } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { paragraphs, plain, type SlackBlock } from './kit.ts'

/** Numbers the buttons of one message or view, so that every action id in it is its own. */
export type Numbering = () => number

export function numbering(): Numbering {
  let n = 0
  return () => n++
}

/** Rows of buttons. What a button or its question is too small to say is said in full above them. */
export function buttonRows(buttons: readonly Button[], next: Numbering): SlackBlock[] {
  const tooLong = buttons.flatMap((button) => [
    ...(button.label.length > LIMITS.buttonText ? [button.label] : []),
    ...(button.confirm && button.confirm.text.length > LIMITS.confirmText ? [button.confirm.text] : []),
  ])
  const rows = chunk(buttons, LIMITS.buttonsInRow).map(
    (row): types.ActionsBlock => ({ type: 'actions', elements: row.map((button) => drawButton(button, next)) }),
  )
  return [...tooLong.flatMap(paragraphs), ...rows]
}

function drawButton(button: Button, next: Numbering): types.Button {
  return {
    type: 'button',
    action_id: exact(`${next()}/${button.verb}`, LIMITS.id, 'an action id'),
    text: plain(shorten(button.label, LIMITS.buttonText)),
    value: exact(pressValue(button), LIMITS.buttonValue, `the value of "${button.label}"`),
    ...(button.style && button.style !== 'plain' ? { style: button.style } : {}),
    // Slack opens the address and tells of the press all the same.
    ...(button.url ? { url: exact(button.url, LIMITS.buttonUrl, 'an address') } : {}),
    ...(button.confirm ? { confirm: drawConfirm(button.confirm, button.style) } : {}),
  }
}

function pressValue(button: Button): string {
  return JSON.stringify({ v: button.verb, s: button.subject, n: button.version, i: button.input })
}

function drawConfirm(confirm: NonNullable<Button['confirm']>, style: Button['style']): types.ConfirmationDialog {
  return {
    title: plain(shorten(confirm.title, LIMITS.confirmTitle)),
    text: plain(shorten(confirm.text, LIMITS.confirmText)),
    confirm: plain(shorten(confirm.yes, LIMITS.confirmButton)),
    deny: plain(shorten(confirm.no, LIMITS.confirmButton)),
    ...(style === 'danger' ? { style } : {}),
  }
}

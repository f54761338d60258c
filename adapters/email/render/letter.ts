/** What an e-mail says before it is drawn: its title, its blocks, and where to answer, since mail has no buttons. */
import { TONES } from '../../../src/chat/tones.ts'
import type { Block, Button, FactRow, Message } from '../../../src/chat/words.ts'
import type { Address } from '../../../src/ports.ts'
import { oneLine } from './markup.ts'

export interface Letter {
  /** Says nothing about anybody: it stands on lock screens (PR-24). */
  readonly subject: string
  /** Whom it is for. Also what a preview shows first. */
  readonly reader: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** Where what is asked can be answered; undefined when nothing is asked. */
  readonly answer?: Answer
}

export type Answer = { readonly at: 'desk'; readonly link: string } | { readonly at: 'chat' }

export function letterOf(to: Extract<Address, { kind: 'email' }>, message: Message): Letter {
  const asks = message.blocks.some((block) => block.kind === 'actions' && pressed(block.buttons).length > 0)
  const answer: Answer = isWeb(to.link) ? { at: 'desk', link: to.link } : { at: 'chat' }
  return {
    subject: oneLine(message.summary),
    reader: oneLine(to.name),
    ...titled(message),
    ...(asks ? { answer } : {}),
  }
}

/** The first heading names the letter, else the summary does; a message that only says its summary says it once. */
function titled({ summary, blocks }: Message): Pick<Letter, 'title' | 'blocks'> {
  const [first, ...rest] = blocks
  if (first?.kind === 'heading' && first.text.trim() !== '') return { title: oneLine(first.text), blocks: rest }
  const repeats = first?.kind === 'text' && first.text === summary
  return { title: oneLine(summary), blocks: repeats ? rest : blocks }
}

/** Buttons that would be pressed: they can only be named here. */
export function pressed(buttons: readonly Button[]): readonly Button[] {
  return buttons.filter(({ url }) => url === undefined)
}

/** Buttons that open a page: they are links. One that leads anywhere but to the web is only named. */
export function opened(buttons: readonly Button[]): readonly { readonly label: string; readonly url?: string }[] {
  return buttons.flatMap(({ label, url }) => (url === undefined ? [] : [{ label, ...(isWeb(url) ? { url } : {}) }]))
}

function isWeb(link: string | undefined): link is string {
  return link !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(link)
}

/** A tone is a word, which mail programmes draw surely; a colour only repeats it. A neutral fact needs neither. */
export function worded({ tone = 'neutral', value }: FactRow): string {
  return tone === 'neutral' ? value : `${TONES[tone].word}: ${value}`
}

/** A table with as many cells in every row, each in one line. */
export function grid(columns: readonly string[], rows: readonly (readonly string[])[]) {
  const width = Math.max(columns.length, ...rows.map((row) => row.length))
  const filled = (row: readonly string[]) => Array.from({ length: width }, (_, n) => oneLine(row[n] ?? ''))
  return { head: filled(columns), body: rows.map(filled), width }
}

export const CAN = 'What you can do'
export const ANSWER = 'Answer on the desk (personal link, works once)'
export const ANSWER_NOTE = 'The link is for you alone. Please do not forward it.'
export const ANSWER_ELSEWHERE =
  'E-mail has no buttons. Please answer in Slack or Teams, or ask the support team for a link to the desk.'
/** PR-5, and PR-1: this must not become the place where a child is written about. */
export const FOOT = [
  'Muster wrote this message by itself, and nobody reads an answer to it. An invitation can be answered in your calendar.',
  'Please never write about a child or a family by e-mail. Muster is not a reporting line: in immediate danger call 999.',
] as const

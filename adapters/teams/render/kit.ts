/**
 * The smallest pieces of an Adaptive Card. A TextBlock reads Markdown and has no sure way to escape it, so words are drawn as rich text, which
 * does not: whatever somebody typed is shown as they typed it. Only addresses become links, and they show where they lead.
 */
import { shorten, split } from '../../../src/chat/fit.ts'
import { LIMITS } from '../limits.ts'
import { LOOKS } from './tones.ts'

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

/** A piece of a card. Which properties each type may have is Microsoft's schema's to say, and the tests hold every card against it. */
export interface Part {
  readonly type: string
  readonly [property: string]: unknown
}

export interface Card extends Part {
  readonly type: 'AdaptiveCard'
  readonly body: readonly Part[]
}

export interface Look {
  readonly weight?: 'bolder'
  readonly isSubtle?: boolean
  readonly size?: 'small' | 'large'
  readonly color?: string
}

/** A text of any length: a block for each line of it, so that lines stay lines everywhere. */
export function paragraphs(text: string, look: Look = {}): Part[] {
  const lines = text.split(/\r\n?|\n/)
  return lines.flatMap((line, n) => {
    const spacing = n === 0 ? {} : { spacing: lines[n - 1]?.trim() === '' ? 'medium' : 'none' }
    return split(line, LIMITS.paragraph).map((part) => ({
      type: 'RichTextBlock',
      inlines: runs(part, look),
      ...spacing,
    }))
  })
}

/** Small grey words. */
export const small = (text: string): Part[] => paragraphs(text, { isSubtle: true, size: 'small' })

/** One block of bold and plain words. */
export function line(...words: readonly (readonly [text: string, look?: Look])[]): Part {
  return { type: 'RichTextBlock', inlines: words.flatMap(([text, look = {}]) => runs(text, look)) }
}

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/

function runs(text: string, look: Look): Part[] {
  const parts = plain(text).split(ADDRESS)
  return parts.flatMap((part, n): Part[] => {
    if (part === '') return []
    const run = { type: 'TextRun', text: part, ...look }
    return [n % 2 === 1 ? { ...run, selectAction: { type: 'Action.OpenUrl', url: part } } : run]
  })
}

/** A heading that screen readers can jump to. It must be a TextBlock, so what Markdown would read is escaped. */
export function headline(text: string, size: 'large' | 'medium' = 'large'): Part[] {
  const words = plain(text).replace(/\s+/g, ' ').trim()
  if (words === '') return []
  if (words.length > LIMITS.paragraph) return paragraphs(words, { weight: 'bolder' })
  return [{ type: 'TextBlock', text: unmarked(words), style: 'heading', size, weight: 'bolder', wrap: true }]
}

function unmarked(words: string): string {
  return words
    .replace(/[\\`*[\]]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/^([#>+-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** Teams would take `<at>` for a mention of somebody, and a control character for the end of the message. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/<(?=\/?at\b)/gi, '‹').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
}

/** Something is wrong: red, and it says so. */
export function wrong(text: string): Part[] {
  return paragraphs(`Error: ${text}`, { color: LOOKS.bad.color, weight: 'bolder' })
}

/** Around the parts of a card: what Teams wants of every one. `summary` is what a client too old for the card shows. */
export function cardOf(summary: string, body: readonly Part[]): Card {
  const words = shorten(plain(summary).replace(/\s+/g, ' ').trim() || 'Muster', LIMITS.summary)
  return {
    type: 'AdaptiveCard',
    version: LIMITS.version,
    lang: 'en-GB',
    fallbackText: words,
    speak: words,
    body,
    msteams: { width: 'Full' },
  }
}

/** How many bytes something takes as JSON. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/** A part of a card, with the comma behind it. */
export const weigh = (part: Part): number => bytesOf(part) + 1

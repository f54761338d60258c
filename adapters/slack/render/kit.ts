/**
 * The smallest pieces of Block Kit. Slack's `mrkdwn` has no way to escaped `*` or `_`, so words are drawn as plain text, or as rich text where
 * a label is bold: whatever somebody typed is shown as they typed it, and nothing in it can become a link, a mention or a format.
 */
import type { types } from '@slack/bolt'
import { split } from '../../../src/chat/fit.ts'
import { LIMITS } from '../limits.ts'

export type SlackBlock = types.KnownBlock
type RichText = types.RichTextBlock['elements'][number]

export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text })

/** For the one place Slack always reads as markup: a message's notification text. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A text of any length, in as many sections as it needs. */
export function paragraphs(text: string): types.SectionBlock[] {
  return split(text, LIMITS.section).map((part) => ({ type: 'section', text: plain(part) }))
}

/** Small grey words. */
export function small(text: string): types.ContextBlock[] {
  return split(text, LIMITS.section).map((part) => ({ type: 'context', elements: [plain(part)] }))
}

/** A heading; one too long for Slack's header is set in bold instead. */
export function headline(text: string): SlackBlock[] {
  const title = text.trim()
  if (title === '') return []
  if (title.length <= LIMITS.header) return [{ type: 'header', text: plain(title) }]
  return split(title, LIMITS.section).map((part) => rich([line({ bold: part })]))
}

export const rich = (elements: RichText[]): types.RichTextBlock => ({ type: 'rich_text', elements })

/** One line of rich text, its parts in order: bold, plain, italic. */
export function line(words: { bold?: string; text?: string; italic?: string }): types.RichTextSection {
  const parts = [
    { type: 'text' as const, text: words.bold ?? '', style: { bold: true } },
    { type: 'text' as const, text: words.text ?? '' },
    { type: 'text' as const, text: words.italic ?? '', style: { italic: true } },
  ]
  return { type: 'rich_text_section', elements: parts.filter((part) => part.text !== '') }
}

export const preformatted = (text: string): types.RichTextBlock =>
  rich([{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }])

import { createElement } from 'react'
import { Message } from 'slack-blocks-to-jsx'
import { DateTime } from '../../../../../src/kernel/luxon.ts'
import { LONDON } from '../../../../../src/kernel/time.ts'
import type { Block } from '../../../slack/kit/blocks.ts'
import { html, type Node, raw } from '../html.ts'

/** What only wants showing is drawn by slack-blocks-to-jsx: texts, headings, tables, pictures. */

/** Names for the ids in mentions. */
export interface Names {
  readonly users: readonly { readonly id: string; readonly name: string }[]
  readonly channels: readonly { readonly id: string; readonly name: string }[]
}

type Showing = Exclude<Block, { type: 'actions' | 'input' }>

/** The blocks as Slack would show them. */
export function shown(blocks: readonly Showing[], names: Names): Node {
  const key = JSON.stringify([blocks, names])
  const drawn = DRAWN.get(key) ?? draw(blocks, names)
  if (DRAWN.size >= KEPT) DRAWN.clear()
  DRAWN.set(key, drawn)
  return raw(drawn)
}

/** One text, without a block around it. */
export function text(words: string, names: Names): Node {
  return shown([{ type: 'section', text: { type: 'mrkdwn', text: words } }], names)
}

// Drawing takes some milliseconds, and the same messages are looked at again and again.
const DRAWN = new Map<string, string>()
const KEPT = 2_000

function draw(blocks: readonly Showing[], { users, channels }: Names): string {
  const message = createElement(Message, {
    // The library's own types lag behind Slack's in places; what it gets has passed our Slack's own checks.
    blocks: blocks as never,
    name: '',
    logo: '',
    theme: 'light',
    withoutWrapper: true,
    data: { users: [...users], channels: [...channels] },
    hooks: {
      date: ({ timestamp, fallback }) => sayDate(timestamp) ?? fallback,
      // What is no emoji's name stays as it was written: "16:00: Acknowledge" has one between its colons.
      emoji: (emoji, parse) => {
        const drawn = parse(emoji)
        return drawn === emoji.name ? `:${emoji.name}:` : drawn
      },
    },
  })
  // The library gives its one id to every message, and blocks theirs; a page may hold each only once.
  return html(message)
    .replace('id="slack_blocks_to_jsx"', '')
    .replaceAll(/ id="[^"]*"/g, '')
    .replaceAll('class="slack_blocks_to_jsx ', 'class="slack-kit slack_blocks_to_jsx ')
    .replaceAll('<a ', '<a target="_blank" rel="noopener" ')
}

function sayDate(timestamp: string): string | undefined {
  const moment = DateTime.fromSeconds(Number(timestamp), { zone: LONDON, locale: 'en-GB' })
  return moment.isValid ? moment.toFormat('d LLLL yyyy HH:mm') : undefined
}

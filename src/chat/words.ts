/**
 * The words Muster speaks. A message is data: about ten kinds of block, which every platform can draw and none can add to.
 * All text is plain; a renderer escapes it. A tone always comes with words, so nothing is said by colour alone.
 *
 * @example
 *   const message: Message = {
 *     summary: 'JUNIPER: action for you',                       // safe on a lock screen
 *     sensitivity: 'person',
 *     blocks: [heading('JUNIPER'), facts([['Submit to the Panel', 'Tue 12 Jan 2027']]), actions([button('Acknowledge', 'case.acknowledge')])],
 *   }
 */

export type Tone = 'neutral' | 'good' | 'warn' | 'bad'

/**
 * Where a message may go. `open`: anywhere. `group`: a group's own channel without outside guests, or a member.
 * `person`: only to the named person, never a channel (PR-6, PR-14).
 */
export type Sensitivity = 'open' | 'group' | 'person'

export interface Message {
  /** One line that says nothing about anybody: notification text, screen-reader text, e-mail subject (PR-24). */
  readonly summary: string
  readonly sensitivity: Sensitivity
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[]; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | Figure
  | { readonly kind: 'progress'; readonly label: string; readonly done: number; readonly of: number }
  | { readonly kind: 'notice'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly buttons: readonly Button[] }

export interface FactRow {
  readonly label: string
  readonly value: string
  /** A short second line: the sum behind a date, the reason behind a state. */
  readonly note?: string
  readonly tone?: Tone
}

/** A picture is never alone: it comes with a sentence, a table and a text alternative (FEATURES row 68). */
export interface Figure {
  readonly kind: 'figure'
  readonly svg: string
  readonly alt: string
  readonly sentence: string
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

export interface Button {
  readonly label: string
  /** The intent's verb, e.g. `case.acknowledge`. */
  readonly verb: string
  readonly subject?: string
  /** The version of the subject this button was drawn from; a deciding press on an older one is answered, not obeyed. */
  readonly version?: number
  /** Ids and choices only; nothing in here is trusted when it comes back. */
  readonly input?: Readonly<Record<string, string>>
  readonly style?: 'plain' | 'primary' | 'danger'
  /** The consequence in words, before the press counts (DOMAIN 2.1). */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string }
  /** Opens this address instead of pressing: a personal link, drawn only for the person it was made for. */
  readonly url?: string
  /** The press opens a form: Teams must know before the press, since it asks for a dialog. */
  readonly opens?: 'form'
}

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (words: string): Block => ({ kind: 'text', text: words })
export const quiet = (words: string): Block => ({ kind: 'text', text: words, quiet: true })
export const list = (items: readonly string[], ordered = false): Block => ({ kind: 'list', items, ordered })
export const notice = (tone: Tone, words: string): Block => ({ kind: 'notice', tone, text: words })
export const progress = (label: string, done: number, of: number): Block => ({ kind: 'progress', label, done, of })
export const divider: Block = { kind: 'divider' }
export const actions = (buttons: readonly Button[]): Block => ({ kind: 'actions', buttons })
export const facts = (rows: readonly (FactRow | readonly [label: string, value: string, note?: string])[]): Block => ({
  kind: 'facts',
  rows: rows.map((row) => ('label' in row ? row : fact(row[0], row[1], row[2]))),
})
/** Facts that matter less now than what stands above them: in chat they are set small, so that a phone shows the rest first. */
export const quietFacts = (rows: readonly FactRow[]): Block => ({ kind: 'facts', rows, quiet: true })
export const table = (caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  caption,
  columns,
  rows,
})

function fact(label: string, value: string, note?: string): FactRow {
  return note === undefined ? { label, value } : { label, value, note }
}

/** The words for a refusal: what is the matter and what to do now; private by nature. */
export function refusalMessage(refusal: { readonly sentence: string; readonly next: string }): Message {
  return {
    summary: refusal.sentence,
    sensitivity: 'person',
    blocks: [notice('warn', refusal.sentence), text(refusal.next)],
  }
}

/** A short private answer. */
export function say(words: string, ...more: readonly Block[]): Message {
  return { summary: words, sensitivity: 'person', blocks: [text(words), ...more] }
}

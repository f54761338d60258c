/**
 * What a person wants, whatever they said it with. An adapter parses its platform's JSON into an intent and draws the reply; it decides nothing.
 *
 * @example
 *   handle({ id: 'slack/Ev07…', who: {platform: 'slack', tenant: 'T1', user: 'U7'}, where: {…}, verb: 'case.acknowledge',
 *            subject: 'rr-2026-01', version: 14, input: {} })
 */
import type { FormView } from '../forms/view.ts'
import type { Refusal } from '../kernel/result.ts'
import type { Message } from './words.ts'

export type Platform = 'slack' | 'teams' | 'desk' | 'email'

/** How somebody came in: one account on one platform. Several doors may lead to one person (FEATURES theme 6). */
export interface Door {
  readonly platform: Platform
  /** Slack team, Microsoft tenant, or `desk`. The tenant of the *account*, not of the message (Slack Connect). */
  readonly tenant: string
  readonly user: string
}

/** Where it was said; decides what may be answered aloud. */
export interface Place {
  readonly platform: Platform
  readonly tenant: string
  readonly conversation: string
  readonly kind: 'direct' | 'group' | 'channel' | 'desk'
}

export interface Intent {
  /** The platform's own id of the event (Slack trigger or event id, Teams activity id, a desk form's nonce): a retry has the same one. */
  readonly id: string
  readonly who: Door
  readonly where: Place
  /** The words reached Muster and nobody else, though they were said in a channel: a slash command. */
  readonly unheard?: true
  readonly verb: string
  readonly subject?: string
  readonly version?: number
  /** Untrusted. Every handler reads it through its own zod schema. */
  readonly input: Readonly<Record<string, unknown>>
  /** The live copy that was pressed, when the press came from a card. */
  readonly pressed?: { readonly conversation: string; readonly message: string }
}

/** A card by what it shows: its kind, of which subject. */
export interface Shown {
  readonly card: string
  readonly subject: string
}

/** What of an answer is written down beside the place where it stands: the card it shows, and how that was drawn. */
export interface Kept {
  readonly shows: Shown
  readonly message: Message
}

export const keptOf = (reply: Reply): Kept | undefined =>
  reply.kind === 'done' && reply.shows !== undefined ? { shows: reply.shows, message: reply.message } : undefined

export type Reply =
  /** Say this to the person alone (ephemeral, direct message, or a page). */
  | { readonly kind: 'message'; readonly message: Message }
  /** The pressed card's new face; where nothing was pressed it is said like a message. */
  | { readonly kind: 'card'; readonly message: Message }
  /** Open this form, or draw it again (next section, or with errors beside the fields). */
  | { readonly kind: 'form'; readonly view: FormView }
  /** The form is finished, or left for now: close it and say this. `shows`: where it stays in a conversation, it is a card that is kept true. */
  | { readonly kind: 'done'; readonly message: Message; readonly shows?: Shown }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  /** Seen before, or nothing to say. */
  | { readonly kind: 'nothing' }

/** The core's one entrance. Synchronous: it authorises, decides, writes and commits, and makes no network call. */
export type Handle = (intent: Intent) => Reply

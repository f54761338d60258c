/** What this world remembers: people, teams, conversations and every message with its history. Nothing here knows the wire. */
import type { Instant } from '../../../src/kernel/time.ts'
import type { Card } from './cards.ts'

export interface Person {
  /** Teams' own id, `29:…`. */
  readonly id: string
  readonly aadObjectId: string
  readonly name: string
  readonly email: string
  /** Differs from the world's tenant for a guest. */
  readonly tenantId: string
  readonly guest: boolean
  /** Has this person the bot in their personal scope? Without it a proactive message is refused with 403. */
  installed: boolean
  dialog: Dialog | undefined
  /** What only this person was shown beside a card: a notice, an error, "Something went wrong". */
  readonly notes: Note[]
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  /** Channel ids; the first is General, whose id is the team's. */
  readonly channels: string[]
}

export type ConversationKind = 'personal' | 'groupChat' | 'channel'

export interface Conversation {
  readonly id: string
  readonly kind: ConversationKind
  readonly name: string
  readonly tenantId: string
  readonly teamId: string | undefined
  readonly members: Set<string>
  installed: boolean
  readonly messages: Message[]
}

export interface Message {
  readonly id: string
  readonly conversationId: string
  /** In a channel: the id of the post this one answers, or its own id when it begins a thread. */
  readonly threadId: string | undefined
  /** `bot`, or the id of a person. */
  readonly from: string
  readonly at: Instant
  /** The activity as it stands now. */
  activity: Activity
  /** The versions before, oldest first. */
  readonly earlier: Activity[]
  deleted: boolean
  /** The card as one person sees it, after an Action.Execute or a refresh; a new version of the message clears them. */
  readonly views: Map<string, Card>
  /** What each person has typed into the card and not yet got rid of. */
  readonly typed: Map<string, Inputs>
}

/** An activity as it travels; only what this world reads is named. */
export interface Activity {
  readonly type: string
  readonly id?: string
  readonly text?: string
  readonly summary?: string
  readonly replyToId?: string
  readonly value?: unknown
  readonly channelData?: Record<string, unknown>
  readonly attachments?: readonly Attachment[]
  readonly [key: string]: unknown
}

export interface Attachment {
  readonly contentType: string
  readonly content?: unknown
  readonly [key: string]: unknown
}

export type Inputs = Record<string, string>

export interface Dialog {
  readonly title: string
  /** Absent when the dialog shows only a text. */
  readonly card: Card | undefined
  readonly text: string | undefined
  readonly typed: Inputs
  /** The last submit failed; everything typed is still there. */
  readonly failed: boolean
  readonly openedFrom: { readonly conversationId: string; readonly messageId: string }
}

export interface Note {
  readonly kind: 'message' | 'error' | 'failure'
  readonly text: string
  readonly messageId: string | undefined
}

/** Something the bot sent that real Teams would refuse, cut or draw wrongly. A good test ends with none. */
export interface Problem {
  readonly code: string
  readonly what: string
}

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'
export const BOT = 'bot'

export interface State {
  readonly people: Map<string, Person>
  readonly teams: Map<string, Team>
  readonly conversations: Map<string, Conversation>
  readonly problems: Problem[]
  /** Readable, ordered, and numeric as Teams' own message ids are. */
  nextMessageId(): string
  changed(): void
}

export function createState(changed: () => void): State {
  let last = 1_700_000_000_000
  return {
    people: new Map(),
    teams: new Map(),
    conversations: new Map(),
    problems: [],
    nextMessageId: () => String(++last),
    changed,
  }
}

/** The person with this Teams id or Entra object id. */
export function findPerson(state: State, id: string): Person | undefined {
  return state.people.get(id) ?? [...state.people.values()].find((person) => person.aadObjectId === id)
}

/** Splits `19:…;messageid=17…`, the way Teams names one thread of a channel. */
export function splitThread(conversationId: string): { base: string; threadId: string | undefined } {
  const [base = '', threadId] = conversationId.split(';messageid=')
  return { base, threadId }
}

/** The conversation of this id, with or without a thread. */
export function findConversation(state: State, conversationId: string): Conversation | undefined {
  return state.conversations.get(splitThread(conversationId).base)
}

export function personalChatOf(state: State, personId: string): Conversation | undefined {
  return [...state.conversations.values()].find(({ kind, members }) => kind === 'personal' && members.has(personId))
}

/** The message of this id anywhere in the world. Throws for an id no message has. */
export function messageOf(state: State, messageId: string): Message {
  for (const { messages } of state.conversations.values()) {
    const found = messages.find(({ id }) => id === messageId)
    if (found) return found
  }
  throw new Error(`no message ${messageId} in this world`)
}

/** The card inside an activity, if it carries one. */
export function cardOf(activity: Activity): Card | undefined {
  const found = activity.attachments?.find(({ contentType }) => contentType === CARD_TYPE)
  return found?.content as Card | undefined
}

/** Adds a message to its conversation. */
export function post(
  state: State,
  conversation: Conversation,
  from: string,
  activity: Activity,
  at: Instant,
  answers?: string,
): Message {
  const id = state.nextMessageId()
  const message: Message = {
    id,
    conversationId: conversation.id,
    threadId: conversation.kind === 'channel' ? (answers ?? id) : undefined,
    from,
    at,
    activity,
    earlier: [],
    deleted: false,
    views: new Map(),
    typed: new Map(),
  }
  conversation.messages.push(message)
  state.changed()
  return message
}

/** Replaces a message for everybody: personal views and half-typed inputs go, as they do in Teams. */
export function replace(state: State, message: Message, activity: Activity): void {
  message.earlier.push(message.activity)
  message.activity = activity
  message.views.clear()
  message.typed.clear()
  state.changed()
}

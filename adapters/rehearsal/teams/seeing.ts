/** What a person sees in their client. */
import { type Card, wordsOf } from './cards.ts'
import { type Conversation, cardOf, type Message, type State } from './state.ts'

export interface Seen {
  readonly conversation: Conversation
  readonly message: Message
  /** The card as this person sees it. */
  readonly card: Card | undefined
  /** All words of the message and its card, a line each. */
  readonly words: string
  /** What the lock screen shows. */
  readonly notification: string
}

/** Every message that stands in the conversations this person is in, oldest first within each. */
export function seenBy(state: State, personId: string): Seen[] {
  return [...state.conversations.values()]
    .filter(({ members }) => members.has(personId))
    .flatMap((conversation) =>
      conversation.messages
        .filter(({ deleted }) => !deleted)
        .map((message) => ({ conversation, message, ...drawnFor(message, personId) })),
    )
}

function drawnFor(message: Message, personId: string) {
  const { activity } = message
  const card = message.views.get(personId) ?? cardOf(activity)
  return {
    card,
    words: [activity.text, card && wordsOf(card)].filter(Boolean).join('\n'),
    notification: activity.summary ?? activity.text ?? 'Sent a card',
  }
}

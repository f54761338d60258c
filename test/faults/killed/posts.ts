/** Every message from the outbox, on both platforms, noted the moment it stands there: whatever the house itself may remember of it. */
import type { Stage } from './stage.ts'

export interface Post {
  readonly platform: 'slack' | 'teams'
  readonly conversation: string
  readonly message: string
  /** What the lock screen said. */
  readonly summary: string
  /** The life in which it was posted. */
  readonly life: number
}

export type Happening = 'post' | 'redrawing'

/** Begins to note them. `life`: which life it is now. */
export function notePosts(
  { slack, teams, people, groups }: Pick<Stage, 'slack' | 'teams' | 'people' | 'groups'>,
  life: () => number,
) {
  const posts: Post[] = []
  const listeners = new Set<(what: Happening) => void>()
  const tell = (what: Happening) => {
    for (const listener of listeners) listener(what)
  }
  const read = new Map<string, number>()
  const channels = [
    ...people.flatMap(({ slackId }) => (slackId ? [slack.channels.dm(slackId).id] : [])),
    ...groups.flatMap(({ slackChannel }) => slackChannel ?? []),
  ]

  /** What has been added to a conversation since it was last read. */
  function unread<T>(conversation: string, messages: readonly T[]): readonly T[] {
    const from = read.get(conversation) ?? 0
    read.set(conversation, messages.length)
    return messages.slice(from)
  }

  function note(platform: Post['platform'], conversation: string, message: string, summary: string): void {
    posts.push({ platform, conversation, message, summary, life: life() })
    tell('post')
  }

  slack.onChange(({ what }) => {
    if (what !== 'message') return
    const fresh = channels.flatMap((channel) => unread(channel, slack.messages(channel)))
    if (fresh.length === 0) tell('redrawing')
    // An answer to whoever asked is no line of the outbox: it carries none.
    for (const { channel, ts, user, text, metadata } of fresh)
      if (user === slack.bot.userId && metadata !== undefined) note('slack', channel, ts, text)
  })
  teams.onChange(() => {
    for (const { id: conversation, messages } of teams.conversations())
      for (const { id, from, activity } of unread(conversation, messages))
        if (from === 'bot') note('teams', conversation, id, activity.summary ?? activity.text ?? '')
  })

  return {
    all: posts as readonly Post[],
    /** Calls back the moment so many more have been posted, or redrawn in Slack. Gives how to stop waiting. */
    after(what: Happening, count: number, then: () => void): () => void {
      let left = count
      const listener = (happened: Happening) => {
        if (happened === what) left -= 1
        if (left === 0) then()
      }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

import type { Member } from './cast.ts'
import type { Tab, Worlds } from './worlds.ts'

/** What each person has not yet looked at. A message that changes after it was read stays read, as it does in Slack and Teams. */
export interface Reading {
  /** The person has these before their eyes. */
  read(person: Member, keys: readonly string[]): void
  /** How many messages of others they have not seen: by tab, and by place (a channel's or a conversation's id). */
  unread(person: Member): Unread
  /** Calls back when somebody has read something new; gives the way to stop. */
  onChange(listener: () => void): () => void
}

export interface Unread {
  readonly tabs: ReadonlyMap<Tab, number>
  readonly places: ReadonlyMap<string, number>
}

interface Item {
  readonly tab: Tab
  readonly place: string
  readonly key: string
}

export function createReading(worlds: Worlds): Reading {
  const seen = new Map<string, Set<string>>()
  const listeners = new Set<() => void>()
  const seenBy = (person: Member) => seen.get(person.id) ?? new Set()
  return {
    read(person, keys) {
      const before = seenBy(person)
      const after = before.union(new Set(keys))
      if (after.size === before.size) return
      seen.set(person.id, after)
      for (const listener of listeners) listener()
    },
    unread(person) {
      const fresh = itemsOf(worlds, person).filter(({ key }) => !seenBy(person).has(key))
      const places = Map.groupBy(fresh, ({ place }) => place)
      const tabs = Map.groupBy(fresh, ({ tab }) => tab)
      return { tabs: counts(tabs), places: counts(places) }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Everything that others have written to this person, wherever. */
function itemsOf({ slack, teams, mail }: Worlds, { slackId, teamsId, email }: Member): Item[] {
  const inSlack = slackId ? slack.seenBy(slackId).conversations : []
  const inTeams = teamsId ? teams.seenBy(teamsId) : []
  return [
    ...inSlack.flatMap(({ channel, messages }) =>
      messages
        .filter(({ user }) => user !== slackId)
        .map(({ ts }): Item => ({ tab: 'slack', place: channel.id, key: slackKey(channel.id, ts) })),
    ),
    ...inTeams
      .filter(({ message }) => message.from !== teamsId)
      .map(({ conversation, message }): Item => ({ tab: 'teams', place: conversation.id, key: message.id })),
    ...mail.inboxOf(email).map(({ id }): Item => ({ tab: 'email', place: id, key: id })),
  ]
}

export const slackKey = (channel: string, ts: string) => `${channel} ${ts}`

function counts<Key>(groups: ReadonlyMap<Key, readonly Item[]>): Map<Key, number> {
  return new Map([...groups].map(([key, items]) => [key, items.length]))
}

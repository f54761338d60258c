import type { SlackWorld } from '../slack/index.ts'
import type { TeamsWorld } from '../teams/world.ts'
import type { Cast, Member } from './cast.ts'
import type { MovableClock } from './clock.ts'
import type { PostOffice } from './mail.ts'

/** The worlds of a rehearsal and everybody in them. */
export interface Worlds extends Cast {
  readonly partnership: string
  readonly clock: MovableClock
  readonly slack: SlackWorld
  readonly teams: TeamsWorld
  readonly mail: PostOffice
}

/** The tabs of a person: the places where Muster may reach them. */
export type Tab = 'slack' | 'teams' | 'email' | 'desk'

/** The tabs this person has. Everybody has an address, and everybody may come to the desk. */
export function tabsOf({ slackId, teamsId }: Member): Tab[] {
  return [...(slackId ? (['slack'] as const) : []), ...(teamsId ? (['teams'] as const) : []), 'email', 'desk']
}

export function memberOf({ people }: Cast, id: string): Member | undefined {
  return people.find((person) => person.id === id)
}

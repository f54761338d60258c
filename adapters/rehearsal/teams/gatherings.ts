/** Filling the world: people, teams with their channels, group chats. */
import { ensurePersonalChat } from './presence.ts'
import type { Conversation, Person, Team } from './state.ts'
import type { Core } from './wire.ts'

export interface PersonInput {
  /** Teams' id, `29:…`. */
  readonly id: string
  readonly aadObjectId: string
  readonly name: string
  readonly email: string
  /** Another tenant's id for a guest. */
  readonly tenantId?: string
  readonly installed?: boolean
}

export interface TeamInput {
  /** `19:…@thread.tacv2`; also the id of its General channel. */
  readonly id: string
  readonly name: string
  /** Channels besides General. */
  readonly channels?: readonly { readonly id: string; readonly name: string }[]
  /** Ids of people. */
  readonly members: readonly string[]
  readonly installed?: boolean
}

export interface GroupChatInput {
  /** `19:…@thread.v2`. */
  readonly id: string
  readonly name: string
  readonly members: readonly string[]
  readonly installed?: boolean
}

export function createGatherings({ state, tenant }: Core) {
  const addConversation = (
    place: Pick<Conversation, 'id' | 'kind' | 'name' | 'teamId'>,
    input: GroupChatInput | TeamInput,
  ) => {
    for (const id of input.members) if (!state.people.has(id)) throw new Error(`nobody here is ${id}`)
    state.conversations.set(place.id, {
      ...place,
      tenantId: tenant.id,
      members: new Set(input.members),
      installed: input.installed ?? false,
      messages: [],
    })
  }

  return {
    people: {
      add(input: PersonInput): Person {
        const tenantId = input.tenantId ?? tenant.id
        const guest = tenantId !== tenant.id
        const person: Person = { installed: false, dialog: undefined, notes: [], ...input, tenantId, guest }
        state.people.set(person.id, person)
        if (person.installed) ensurePersonalChat(state, person)
        state.changed()
        return person
      },
      all: (): Person[] => [...state.people.values()],
    },

    teams: {
      add(input: TeamInput): Team {
        const channels = [{ id: input.id, name: 'General' }, ...(input.channels ?? [])]
        for (const { id, name } of channels) addConversation({ id, name, kind: 'channel', teamId: input.id }, input)
        const team = {
          id: input.id,
          name: input.name,
          aadGroupId: `group-${input.id}`,
          channels: channels.map(({ id }) => id),
        }
        state.teams.set(team.id, team)
        state.changed()
        return team
      },
      all: (): Team[] => [...state.teams.values()],
    },

    groupChats: {
      add(input: GroupChatInput): void {
        addConversation({ id: input.id, name: input.name, kind: 'groupChat', teamId: undefined }, input)
        state.changed()
      },
    },
  }
}

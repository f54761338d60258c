/** Coming and going: of the bot to people, teams and chats, and of people to teams and chats. */
import { type Conversation, findConversation, type Person, personalChatOf, type State } from './state.ts'
import { type Answer, activityBy, type Core } from './wire.ts'

/** The personal chat of a person, made at need. Its id follows from the person, so it outlives a restart of this world. */
export function ensurePersonalChat(state: State, person: Person): Conversation {
  const existing = personalChatOf(state, person.id)
  if (existing) return existing
  const chat: Conversation = {
    id: `a:${person.aadObjectId}`,
    kind: 'personal',
    name: person.name,
    tenantId: person.tenantId,
    teamId: undefined,
    members: new Set([person.id]),
    installed: person.installed,
    messages: [],
  }
  state.conversations.set(chat.id, chat)
  return chat
}

/** The group chat of this id, or all channels of the team of this id. */
function placesOf(state: State, id: string): Conversation[] {
  const ids = state.teams.get(id)?.channels ?? [id]
  const places = ids.flatMap((one) => findConversation(state, one) ?? [])
  if (places.length === 0) throw new Error(`no team or chat ${id}`)
  return places
}

/** What one person can do about who is where. `placeId` is the id of a team or a group chat. */
export function presence(core: Core, person: Person) {
  const { state } = core
  const theBot = [{ id: core.bot.id, name: core.bot.name }]

  const tell = async (conversation: Conversation, special: Record<string, unknown>[]): Promise<Answer[]> => {
    const answers: Answer[] = []
    for (const one of special) {
      const activity = activityBy(core, { person, conversation }, { type: 'conversationUpdate', ...one })
      answers.push(await core.deliver(activity))
    }
    return answers
  }

  const setInstalled = (places: Conversation[], installed: boolean): Conversation => {
    for (const place of places) place.installed = installed
    state.changed()
    return places[0] as Conversation
  }

  const move = (places: Conversation[], joined: boolean) => {
    for (const { members } of places) joined ? members.add(person.id) : members.delete(person.id)
    state.changed()
    const [first] = places as [Conversation]
    const key = joined ? 'membersAdded' : 'membersRemoved'
    const eventType = joined ? 'teamMemberAdded' : 'teamMemberRemoved'
    const channelData = first.teamId ? { eventType } : {}
    const moved = [{ id: person.id, aadObjectId: person.aadObjectId }]
    return first.installed ? tell(first, [{ [key]: moved, channelData }]) : Promise.resolve([])
  }

  return {
    /** Adds the bot to this person's own apps: the bot hears conversationUpdate and installationUpdate. */
    install(): Promise<Answer[]> {
      person.installed = true
      const chat = setInstalled([ensurePersonalChat(state, person)], true)
      return tell(chat, [{ membersAdded: theBot }, { type: 'installationUpdate', action: 'add' }])
    },

    /** Removes the bot; every later message to this person is refused with 403. */
    uninstall(): Promise<Answer[]> {
      person.installed = false
      const chat = setInstalled([ensurePersonalChat(state, person)], false)
      return tell(chat, [{ type: 'installationUpdate', action: 'remove' }])
    },

    /** Adds the bot to a team or group chat. */
    addBotTo(placeId: string): Promise<Answer[]> {
      const place = setInstalled(placesOf(state, placeId), true)
      const channelData = place.teamId ? { eventType: 'teamMemberAdded' } : {}
      return tell(place, [
        { membersAdded: theBot, channelData },
        { type: 'installationUpdate', action: 'add' },
      ])
    },

    /** Removes the bot from a team or group chat. */
    removeBotFrom(placeId: string): Promise<Answer[]> {
      const place = setInstalled(placesOf(state, placeId), false)
      const channelData = place.teamId ? { eventType: 'teamMemberRemoved' } : {}
      return tell(place, [
        { membersRemoved: theBot, channelData },
        { type: 'installationUpdate', action: 'remove' },
      ])
    },

    /** Becomes a member of a team or group chat. */
    join: (placeId: string) => move(placesOf(state, placeId), true),

    /** Leaves a team or group chat, or is made to. */
    leave: (placeId: string) => move(placesOf(state, placeId), false),
  }
}

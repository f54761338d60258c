import { type Courier, type Delivery, notSent } from '../deliver/courier.ts'
import { directChannel, userOf } from '../directory.ts'
import type { Choice } from '../inputs.ts'
import { post } from '../messages.ts'
import { clearModals, viewJson } from '../modals.ts'
import { isRefused } from '../refusal.ts'
import { say } from '../response-urls.ts'
import type { Channel, File, Json, Message, State } from '../state.ts'
import { close, submit } from './form.ts'
import type { Aim, Place } from './look.ts'
import { channelType, eventCallback, messageEvent, slashCommand } from './payloads.ts'
import { fill, press, suggest } from './press.ts'

/** Everything a person can do in Slack. Each returns what became of the (last) delivery it caused. */
export interface Person {
  /** Types a command; where no channel is given, in the conversation with the app. */
  slash(command: string, text?: string, where?: { channel?: string }): Promise<Delivery>
  /** Writes to the app directly. */
  dm(text: string, how?: Writing): Promise<Delivery>
  /** Names the app in a channel. */
  mention(channel: string, text: string, how?: Writing): Promise<Delivery>
  /** Writes in a channel; the app hears of it only where it is a member and has subscribed. */
  write(channel: string, text: string, how?: Writing): Promise<Delivery>
  /** Sends a file to the app directly, or into a channel. */
  uploadFile(file: Omit<File, 'id'>, where?: { channel?: string; text?: string }): Promise<Delivery>
  /** Presses a button or chooses, in a message, a modal or the home page. */
  click(place: Place, aim: Aim, choice?: Choice): Promise<Delivery>
  /** Types into a menu whose options come from the app; the answer's `body` holds them. */
  suggest(place: Place, aim: Aim, typed: string): Promise<Delivery>
  /** Fills fields of a view or message, each named by action_id or block_id. */
  fill(place: Place, values: Record<string, Choice>): Promise<void>
  /** Fills what is given and submits the modal in front. */
  submit(values?: Record<string, Choice>): Promise<Delivery>
  /** Closes the modal in front, or with `true` all of them. */
  close(everything?: boolean): Promise<Delivery>
  openHome(tab?: 'home' | 'messages'): Promise<Delivery>
  join(channel: string): Promise<Delivery>
  /** Brings someone (perhaps the bot) into a channel. */
  invite(channel: string, userId: string): Promise<Delivery>
  leave(channel: string): Promise<Delivery>
  /** Reloads Slack: ephemeral messages and open modals are gone. */
  reload(): void
}

export interface Writing {
  threadTs?: string
  files?: readonly File[]
}

export interface Cast {
  state: State
  courier: Courier
  /** The events the app has subscribed to. */
  subscribed: ReadonlySet<string>
}

export function person({ state, courier, subscribed }: Cast, userId: string): Person {
  userOf(state, userId)
  const hand = { state, courier, userId }

  async function write(channel: Channel, text: string, how: Writing = {}): Promise<Delivery> {
    if (!channel.members.has(userId)) throw new Error(`${userId} is not in ${channel.id}`)
    const message = post(state, { channel: channel.id, user: userId, text, blocks: [], attachments: [], ...how })
    return tellOf(message, channel)
  }

  // A mention in a channel is told twice to an app that has subscribed to both, as Slack does.
  async function tellOf(message: Message, channel: Channel): Promise<Delivery> {
    if (!channel.members.has(state.app.botUserId)) return notSent(state)
    const heard = await event(`message.${plural(channelType(channel))}`, () =>
      messageEvent(state, message, channel, 'message'),
    )
    const mentioned = channel.kind === 'channel' && message.text.includes(`<@${state.app.botUserId}>`)
    if (!mentioned) return heard
    return event('app_mention', () => messageEvent(state, message, channel, 'app_mention'))
  }

  async function event(name: string, make: () => Json, channel?: Channel): Promise<Delivery> {
    if (!subscribed.has(name)) return notSent(state)
    return courier.deliver('events_api', eventCallback(state, make(), channel))
  }

  function channelOf(id: string): Channel {
    const channel = state.channels.get(id)
    if (!channel) throw new Error(`there is no channel ${id}`)
    return channel
  }

  const ownConversation = () => directChannel(state, [userId])

  function membership(type: 'member_joined_channel' | 'member_left_channel', channel: Channel, who: string) {
    state.changed('channel')
    const involved = channel.members.has(state.app.botUserId) || who === state.app.botUserId
    if (!involved) return Promise.resolve(notSent(state))
    const kind = channel.isPrivate ? 'G' : 'C'
    const inviter = who === userId ? {} : { inviter: userId }
    const { teamId: team } = userOf(state, who)
    const told = { type, user: who, channel: channel.id, channel_type: kind, team, ...inviter }
    return event(type, () => ({ ...told, event_ts: state.nextTs() }), channel)
  }

  return {
    async slash(command, text = '', where = {}) {
      const channel = where.channel ? channelOf(where.channel) : ownConversation()
      if (!channel.members.has(userId)) throw new Error(`${userId} is not in ${channel.id}`)
      const delivery = await courier.deliver('slash_commands', slashCommand(state, userId, command, text, channel))
      if (delivery.outcome !== 'acknowledged') {
        state.tell(userId, `${command} failed with the error "${delivery.outcome}"`)
        return delivery
      }
      if (delivery.body === undefined) return delivery
      const words = typeof delivery.body === 'string' ? { text: delivery.body } : delivery.body
      const said = say(state, { channel: channel.id, userId }, words)
      return isRefused(said) ? { ...delivery, problem: said } : delivery
    },
    dm: (text, how) => write(ownConversation(), text, how),
    mention: (channel, text, how) => write(channelOf(channel), `<@${state.app.botUserId}> ${text}`, how),
    write: (channel, text, how) => write(channelOf(channel), text, how),
    uploadFile(file, { channel, text = '' } = {}) {
      const files = [{ ...file, id: state.nextId('F') }]
      return write(channel ? channelOf(channel) : ownConversation(), text, { files })
    },
    click: (place, aim, choice) => press(hand, place, aim, choice),
    suggest: (place, aim, typed) => suggest(hand, place, aim, typed),
    fill: (place, values) => fill(hand, place, values),
    submit: (values) => submit(hand, values),
    close: (everything) => close(hand, everything),
    openHome(tab = 'home') {
      const channel = ownConversation()
      const shown = state.homes.get(userId)
      const view = tab === 'home' && shown ? { view: viewJson(state, shown) } : {}
      const opened = { type: 'app_home_opened', user: userId, channel: channel.id, tab, ...view }
      return event('app_home_opened', () => ({ ...opened, event_ts: state.nextTs() }))
    },
    join(id) {
      const channel = channelOf(id)
      if (channel.isPrivate) throw new Error(`${id} is private: someone in it has to invite ${userId}`)
      channel.members.add(userId)
      return membership('member_joined_channel', channel, userId)
    },
    invite(id, who) {
      const channel = channelOf(id)
      if (!channel.members.has(userId)) throw new Error(`${userId} is not in ${id}`)
      channel.members.add(who)
      return membership('member_joined_channel', channel, who)
    },
    leave(id) {
      const channel = channelOf(id)
      channel.members.delete(userId)
      return membership('member_left_channel', channel, userId)
    },
    reload() {
      for (const [id, messages] of state.messages)
        state.messages.set(
          id,
          messages.filter((each) => each.onlyFor !== userId),
        )
      clearModals(state, userId)
      state.changed('message', [userId])
    },
  }
}

/** `im` and `mpim` are named in the singular, `channels` and `groups` in the plural. */
const plural = (type: string) => (type.endsWith('im') ? type : `${type}s`)

import { dateOf, sayDate } from '../../../../../src/kernel/time.ts'
import type { Channel, Message, Screen, SlackWorld } from '../../../slack/index.ts'
import type { Member } from '../../cast.ts'
import { momentOf } from '../../moment.ts'
import { slackKey } from '../../reading.ts'
import type { Stage } from '../../stage.ts'
import { composer } from '../composer.ts'
import { badge } from '../face.ts'
import { h, keyed, list, type Node } from '../html.ts'
import { drawBlocks } from './blocks.ts'
import type { Names } from './kit.ts'
import { drawMessage } from './message.ts'
import { drawModal } from './modal.ts'

/** Slack as one person has it before them: their conversations, the one they look at, and the modal in front. */

const HOME = 'home'

/** `place` is a channel's id or `home`; the conversation with Muster when it is neither. What is shown counts as read. */
export function drawSlack(stage: Stage, person: Member & { slackId: string }, place: string | undefined): Node[] {
  const { slack } = stage
  const screen = slack.seenBy(person.slackId)
  const names = namesOf(stage, screen)
  const here = placeIn(slack, screen, place)
  const messages = here === HOME ? [] : here.messages
  stage.reading.read(
    person,
    messages.map(({ channel, ts }) => slackKey(channel, ts)),
  )
  const front = screen.modals.at(-1)
  return [
    list('div', 'client', { className: 'client slack', inert: front !== undefined }, [
      drawPlaces(stage, person, screen, here),
      here === HOME ? drawHome(screen, names) : drawConversation(slack, names, here, person.slackId),
      here === HOME ? keyed('div', 'composer', { className: 'composer-none' }, null) : writeTo(stage, here.channel),
    ]),
    ...(front ? [drawModal(front, names)] : []),
    drawNotices(screen),
  ]
}

type Conversation = Screen['conversations'][number]

function placeIn(
  slack: SlackWorld,
  { user, conversations }: Screen,
  place: string | undefined,
): Conversation | typeof HOME {
  if (place === HOME) return HOME
  const direct = slack.channels.dm(user.id).id
  const at = (id: string | undefined) => conversations.find(({ channel }) => channel.id === id)
  return at(place) ?? at(direct) ?? HOME
}

function drawPlaces(stage: Stage, person: Member, { conversations }: Screen, here: Conversation | typeof HOME): Node {
  const { places } = stage.reading.unread(person)
  const link = (id: string, sign: string, name: string) => {
    const current = here === HOME ? id === HOME : here.channel.id === id
    return h(
      'li',
      { key: id },
      h(
        'button',
        {
          type: 'button',
          className: 'place',
          'data-place': id,
          'aria-current': current ? 'page' : undefined,
          'data-focus': id,
        },
        h('span', { className: 'place-sign', 'aria-hidden': true }, sign),
        h('span', { className: 'place-name' }, name),
        badge(places.get(id)),
      ),
    )
  }
  const channels = conversations.filter(({ channel }) => channel.kind === 'channel')
  const direct = conversations.filter(({ channel }) => channel.kind !== 'channel')
  return keyed('nav', 'places', { className: 'places', 'aria-label': 'Slack conversations' }, [
    h('p', { key: 'team', className: 'places-title' }, stage.partnership),
    h('p', { key: 'apps', className: 'places-head' }, 'Muster'),
    h(
      'ul',
      { key: 'direct' },
      ...direct.map(({ channel }) => link(channel.id, '●', nameOf(stage.slack, channel, person))),
      link(HOME, '⌂', 'Home'),
    ),
    channels.length > 0 ? h('p', { key: 'head', className: 'places-head' }, 'Channels') : null,
    h('ul', { key: 'channels' }, ...channels.map(({ channel }) => link(channel.id, '#', channel.name))),
  ])
}

function drawConversation(slack: SlackWorld, names: Names, { channel, messages }: Conversation, reader: string): Node {
  const title = channel.kind === 'channel' ? `# ${channel.name}` : slack.users.get(slack.bot.userId).realName
  const items = inThreads(messages).flatMap((message, index, ordered) => {
    const day = dateOf(momentOf(message.ts))
    const before = ordered[index - 1]
    const drawn = drawMessage(slack, names, message, reader)
    if (before && (dateOf(momentOf(before.ts)) === day || isReply(message))) return [drawn]
    return [keyed('li', `day ${day} ${message.ts}`, { className: 'slack-day' }, h('span', null, sayDate(day))), drawn]
  })
  return list('section', `conversation ${channel.id}`, { className: 'conversation', 'aria-label': title }, [
    keyed('h2', 'title', { className: 'conversation-title' }, title),
    list('ol', 'messages', { className: 'messages', tabIndex: 0, 'data-scroll': '', 'aria-label': 'Messages' }, items),
  ])
}

const isReply = ({ threadTs, ts }: Message) => threadTs !== undefined && threadTs !== ts

/** Answers in a thread stand under what they answer. */
function inThreads(messages: readonly Message[]): Message[] {
  const known = new Set(messages.map(({ ts }) => ts))
  const under = (ts: string) => messages.filter((it) => isReply(it) && it.threadTs === ts)
  return messages.flatMap((it) => (isReply(it) && known.has(it.threadTs ?? '') ? [] : [it, ...under(it.ts)]))
}

function drawHome({ home }: Screen, names: Names): Node {
  return list('section', 'conversation home', { className: 'conversation', 'aria-label': 'Home' }, [
    keyed('h2', 'title', { className: 'conversation-title' }, 'Muster · Home'),
    keyed(
      'div',
      'home',
      { className: 'slack-home', 'data-view': home?.id },
      home
        ? drawBlocks(home.view.blocks, { names, id: home.id, values: home.values })
        : h('p', { className: 'empty' }, 'Muster has not published a home page for this person yet.'),
      home ? home.hash : 'none',
    ),
  ])
}

function writeTo(stage: Stage, channel: Channel): Node {
  const direct = channel.kind !== 'channel'
  return composer({
    key: `composer ${channel.id}`,
    label: direct ? 'Message Muster' : `Message #${channel.name}`,
    placeholder: direct
      ? 'Message Muster, or type / for a command'
      : `Message #${channel.name}: @Muster … calls the bot`,
    act: { do: 'slack.say', channel: channel.id },
    suggestions: stage.commands.map(({ words, says }) => ({ words: `/${words}`, says })),
  })
}

/** What Slack itself has told this person; the page announces what is new. */
function drawNotices({ notices }: Screen): Node {
  const texts = JSON.stringify(notices.map(({ text }) => text))
  return keyed('p', 'notices', { hidden: true, 'data-notices': texts }, null, texts)
}

function namesOf({ slack, people, groups }: Stage, { conversations }: Screen): Names {
  const bot = slack.users.get(slack.bot.userId)
  const users = people.flatMap(({ slackId, name }) => (slackId ? [{ id: slackId, name }] : []))
  const known = conversations.filter(({ channel }) => channel.kind === 'channel').map(({ channel }) => channel)
  const others = groups.flatMap(({ slackChannel, id }) => (slackChannel ? [{ id: slackChannel, name: id }] : []))
  const channels = new Map([...others, ...known].map(({ id, name }) => [id, { id, name }]))
  return { users: [...users, { id: bot.id, name: bot.realName }], channels: [...channels.values()] }
}

function nameOf(slack: SlackWorld, { kind, members }: Channel, person: Member): string {
  const others = [...members].filter((id) => id !== person.slackId).map((id) => slack.users.get(id).realName)
  return kind === 'im' ? (others[0] ?? '') : others.join(', ')
}

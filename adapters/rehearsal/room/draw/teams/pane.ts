import { dateOf, sayDate } from '../../../../../src/kernel/time.ts'
import type { Conversation, Dialog, Seen } from '../../../teams/world.ts'
import type { Member } from '../../cast.ts'
import type { Stage } from '../../stage.ts'
import { composer } from '../composer.ts'
import { badge, face, musterFace } from '../face.ts'
import { h, keyed, list, type Node } from '../html.ts'
import { cardPlace } from './card.ts'
import { drawMessage } from './message.ts'

/** Teams as one person has it before them: their chat with Muster, their teams, and the dialog in front. */

type Player = Member & { teamsId: string }

/** `place` is a conversation's id; the chat with Muster when it is none of theirs. What is shown counts as read. */
export function drawTeams(stage: Stage, person: Player, place: string | undefined): Node[] {
  const conversations = stage.teams.conversations().filter(({ members }) => members.has(person.teamsId))
  const here = conversations.find(({ id }) => id === place) ?? conversations.find(({ kind }) => kind === 'personal')
  const seen = stage.teams.seenBy(person.teamsId).filter(({ conversation }) => conversation.id === here?.id)
  stage.reading.read(
    person,
    seen.map(({ message }) => message.id),
  )
  const dialog = stage.teams.as(person.teamsId).dialog()
  return [
    list('div', 'client', { className: 'client teams', inert: dialog !== undefined }, [
      drawPlaces(stage, person, conversations, here),
      here
        ? drawConversation(stage, person, here, seen)
        : keyed('p', 'nobody', { className: 'empty' }, 'Muster is not installed for this person.'),
      here ? writeTo(stage, here) : keyed('div', 'composer', { className: 'composer-none' }, null),
    ]),
    ...(dialog ? [drawDialog(dialog)] : []),
  ]
}

function drawPlaces(
  stage: Stage,
  person: Player,
  conversations: readonly Conversation[],
  here: Conversation | undefined,
): Node {
  const { places } = stage.reading.unread(person)
  const link = (conversation: Conversation, picture: Node, name: string) =>
    h(
      'li',
      { key: conversation.id },
      h(
        'button',
        {
          type: 'button',
          className: 'place',
          'data-place': conversation.id,
          'aria-current': conversation === here ? 'page' : undefined,
          'data-focus': conversation.id,
        },
        picture,
        h('span', { className: 'place-name' }, name),
        badge(places.get(conversation.id)),
      ),
    )
  const direct = conversations.filter(({ kind }) => kind !== 'channel')
  const channels = conversations.filter(({ kind }) => kind === 'channel')
  return keyed('nav', 'places', { className: 'places', 'aria-label': 'Teams conversations' }, [
    h('p', { key: 'chat', className: 'places-title' }, 'Chat'),
    h(
      'ul',
      { key: 'direct' },
      ...direct.map((chat) =>
        chat.kind === 'personal'
          ? link(chat, musterFace, stage.teams.bot.name)
          : link(chat, face(chat.name), chat.name),
      ),
    ),
    channels.length > 0 ? h('p', { key: 'teams', className: 'places-head' }, 'Teams and channels') : null,
    h(
      'ul',
      { key: 'channels' },
      ...channels.map((channel) => link(channel, face(titleOf(stage, channel), 'small'), titleOf(stage, channel))),
    ),
  ])
}

function drawConversation(stage: Stage, person: Player, here: Conversation, seen: readonly Seen[]): Node {
  const title = here.kind === 'personal' ? stage.teams.bot.name : titleOf(stage, here)
  const items = inThreads(seen).flatMap((each, index, ordered) => {
    const day = dateOf(each.message.at)
    const before = ordered[index - 1]
    const drawn = drawMessage(stage.teams, person, each)
    if (before && (dateOf(before.message.at) === day || isReply(each))) return [drawn]
    return [keyed('li', `day ${each.message.id}`, { className: 'teams-day' }, sayDate(day)), drawn]
  })
  const quiet = keyed('li', 'quiet', { className: 'empty' }, 'Nothing has been said here yet.')
  return list('section', `conversation ${here.id}`, { className: 'conversation', 'aria-label': title }, [
    keyed('h2', 'title', { className: 'conversation-title' }, title),
    list(
      'ol',
      'messages',
      { className: 'messages', tabIndex: 0, 'data-scroll': '', 'aria-label': 'Messages' },
      items.length ? items : [quiet],
    ),
  ])
}

const isReply = ({ message: { threadId, id } }: Seen) => threadId !== undefined && threadId !== id

/** In a channel, answers stand under the post they answer. */
function inThreads(seen: readonly Seen[]): Seen[] {
  const under = (id: string) => seen.filter((it) => isReply(it) && it.message.threadId === id)
  return seen.flatMap((it) => (isReply(it) ? [] : [it, ...under(it.message.id)]))
}

/** A team's General channel bears the team's own name and id. */
function titleOf({ teams }: Stage, { id, teamId, name }: Conversation): string {
  const team = teams.teams.all().find((each) => each.id === teamId)
  if (!team) return name
  return team.id === id ? team.name : `${team.name} › ${name}`
}

function writeTo(stage: Stage, here: Conversation): Node {
  const personal = here.kind === 'personal'
  const { name } = stage.teams.bot
  return composer({
    key: `composer ${here.id}`,
    label: personal ? `Message ${name}` : 'Start a post',
    placeholder: personal ? 'Type a message' : `Start a post: @${name} … calls the bot`,
    act: { do: 'teams.say', conversation: here.id },
    suggestions: stage.commands.map(({ words, says }) => ({ words: personal ? words : `@${name} ${words}`, says })),
  })
}

function drawDialog({ title, card, text, typed, failed }: Dialog): Node {
  return keyed(
    'section',
    'modal',
    { className: 'teams-dialog', role: 'dialog', 'aria-labelledby': 'teams-dialog-title', 'data-dialog': '' },
    h(
      'div',
      { className: 'teams-sheet' },
      h(
        'header',
        { className: 'teams-sheet-head' },
        musterFace,
        h('h2', { id: 'teams-dialog-title', tabIndex: -1, 'data-focus': 'title' }, title || 'Muster'),
        h('button', { type: 'button', className: 'teams-cross', 'data-close-dialog': '', 'aria-label': 'Close' }, '×'),
      ),
      failed
        ? h(
            'p',
            { className: 'teams-note teams-note-failure', role: 'alert' },
            'Something went wrong. Please try again.',
          )
        : null,
      h(
        'div',
        { className: 'teams-sheet-body', tabIndex: 0 },
        card ? cardPlace(card, typed, { 'data-in-dialog': '' }) : h('p', null, text ?? ''),
      ),
    ),
    JSON.stringify([title, card, text, failed]),
  )
}

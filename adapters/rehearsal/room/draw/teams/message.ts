import { timeOf } from '../../../../../src/kernel/time.ts'
import type { Seen, TeamsWorld } from '../../../teams/world.ts'
import type { Member } from '../../cast.ts'
import { face, musterFace } from '../face.ts'
import { digest, h, keyed, type Node } from '../html.ts'
import { cardPlace } from './card.ts'

/** One message of a chat or channel, with its card if it carries one. */
export function drawMessage(world: TeamsWorld, person: Member & { teamsId: string }, seen: Seen): Node {
  const { message, card, conversation } = seen
  const { activity, at, from, earlier, threadId, id } = message
  const bot = from === 'bot'
  const own = from === person.teamsId
  const author = bot ? world.bot.name : (world.people.all().find((each) => each.id === from)?.name ?? 'Somebody')
  const time = timeOf(at)
  const personal = conversation.kind === 'personal'
  const reply = threadId !== undefined && threadId !== id
  const note = world
    .as(person.teamsId)
    .notes()
    .filter(({ messageId }) => messageId === id)
    .at(-1)
  const name = ['teams-message', own && personal && 'teams-own', reply && 'teams-reply'].filter(Boolean).join(' ')
  // A card is drawn afresh when the bot changes it, never because somebody types in it.
  const version = digest(JSON.stringify([card, activity.text, note?.text, earlier.length]))
  return keyed(
    'li',
    id,
    { className: name, 'data-message': id },
    h(
      'article',
      { className: 'teams-said', 'aria-label': `${author} at ${time}` },
      own && personal ? null : bot ? musterFace : face(author),
      h(
        'div',
        { className: 'teams-bubble' },
        h(
          'header',
          { className: 'teams-by' },
          own && personal ? null : h('b', null, author),
          h('time', null, time),
          earlier.length > 0 ? h('span', null, 'Edited') : null,
        ),
        activity.text ? words(activity.text) : null,
        card
          ? cardPlace(card, message.typed.get(person.teamsId) ?? {}, { 'data-wording': String(earlier.length) })
          : null,
        note ? h('p', { className: `teams-note teams-note-${note.kind}`, role: 'status' }, note.text) : null,
      ),
    ),
    version + name,
  )
}

/** What somebody wrote. A mention is a name; all other marks are the page's to draw, as Teams lets its client do it. */
function words(text: string): Node {
  return h('div', { className: 'teams-words', 'data-markdown': text.replaceAll(/<at>([^<]*)<\/at>/g, '@$1') })
}

import { timeOf } from '../../../../../src/kernel/time.ts'
import type { Message, SlackWorld } from '../../../slack/index.ts'
import { momentOf } from '../../moment.ts'
import { face, musterFace } from '../face.ts'
import { h, keyed, type Node } from '../html.ts'
import { drawBlocks } from './blocks.ts'
import { type Names, text } from './kit.ts'

/** One message as it stands in a conversation. */
export function drawMessage(world: SlackWorld, names: Names, message: Message, reader: string): Node {
  const { channel, ts, user, text: words, blocks, onlyFor, editedAt, threadTs, files, reactions } = message
  const bot = user === world.bot.userId
  const author = world.users.get(user).realName
  const at = timeOf(momentOf(ts))
  return keyed(
    'li',
    ts,
    {
      className: ['slack-message', onlyFor && 'slack-only', threadTs && threadTs !== ts && 'slack-reply']
        .filter(Boolean)
        .join(' '),
      'data-channel': channel,
      'data-ts': ts,
    },
    h(
      'article',
      { className: 'slack-said', 'aria-label': `${author} at ${at}` },
      bot ? musterFace : face(author),
      h(
        'div',
        { className: 'slack-grow' },
        onlyFor ? h('p', { className: 'slack-note' }, '👁 Only visible to you') : null,
        h(
          'header',
          { className: 'slack-by' },
          h('b', null, author),
          bot ? h('span', { className: 'slack-app' }, 'APP') : null,
          h('time', null, at),
        ),
        blocks.length > 0
          ? drawBlocks(blocks, { names, id: ts, values: world.heldIn(reader, message) })
          : text(words, names),
        ...files.map((file) => h('p', { key: file.id, className: 'slack-file' }, `📄 ${file.name}`)),
        editedAt ? h('span', { className: 'slack-edited' }, '(edited)') : null,
        reactions.length > 0
          ? h('p', { className: 'quiet' }, reactions.map(({ name }) => `:${name}:`).join(' '))
          : null,
      ),
    ),
    // It is drawn afresh when the app changes it, never because somebody types in it.
    JSON.stringify([words, blocks, onlyFor, threadTs, files, editedAt, reactions]),
  )
}

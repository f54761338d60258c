import { sayMoment } from '../../../../src/kernel/time.ts'
import type { Member } from '../cast.ts'
import type { Letter } from '../mail.ts'
import type { Stage } from '../stage.ts'
import { badge, musterFace } from './face.ts'
import { h, keyed, list, type Node } from './html.ts'
import { linked } from './links.ts'

/** A person's mailbox: letters newest first, and the one they read. */

const ANSWERS = [
  ['ACCEPTED', 'Accept', 'accepted'],
  ['TENTATIVE', 'Tentative', 'tentatively accepted'],
  ['DECLINED', 'Decline', 'declined'],
] as const

/** `place` is a letter's id; the newest when it is none. What is shown counts as read. */
export function drawMail(stage: Stage, person: Member, place: string | undefined): Node[] {
  const letters = stage.mail.inboxOf(person.email).toReversed()
  const here = letters.find(({ id }) => id === place) ?? letters[0]
  if (here) stage.reading.read(person, [here.id])
  const { places } = stage.reading.unread(person)
  const items = letters.map(({ id, subject, at, attachments = [] }) =>
    h(
      'li',
      { key: id },
      h(
        'button',
        {
          type: 'button',
          className: 'letter',
          'data-place': id,
          'aria-current': id === here?.id ? 'true' : undefined,
          'data-focus': id,
        },
        h('b', null, subject),
        h('span', { className: 'quiet' }, sayMoment(at), attachments.length > 0 ? ' · 📎' : ''),
        badge(places.get(id)),
      ),
    ),
  )
  return [
    list('div', 'client', { className: 'client mail' }, [
      keyed('nav', 'places', { className: 'places', 'aria-label': 'Inbox' }, [
        h('p', { key: 'title', className: 'places-title' }, 'Inbox'),
        h('p', { key: 'address', className: 'places-head' }, person.email),
        h('ul', { key: 'letters' }, ...items),
      ]),
      here
        ? drawLetter(stage, person, here)
        : keyed(
            'p',
            'none',
            { className: 'empty' },
            'No letters. E-mail is used when somebody has no chat, or when chat does not reach them.',
          ),
    ]),
  ]
}

function drawLetter(stage: Stage, { email }: Member, letter: Letter): Node {
  const { id, subject, from = 'Muster', to, at, text, attachments = [], invitation } = letter
  return keyed('article', `letter ${id}`, { className: 'conversation letter-open', 'aria-label': subject }, [
    h('h2', { key: 'subject', className: 'conversation-title' }, subject),
    h(
      'header',
      { key: 'head', className: 'letter-head' },
      musterFace,
      h(
        'p',
        null,
        h('b', null, from),
        h('br', null),
        h('span', { className: 'quiet' }, `to ${[to].flat().join(', ')} · ${sayMoment(at)}`),
      ),
    ),
    invitation?.method === 'REQUEST' ? drawAnswers(id, stage.mail.answerOf(id, email)) : null,
    h('div', { key: 'text', className: 'letter-text' }, linked(text)),
    attachments.length > 0
      ? h(
          'ul',
          { key: 'attachments', className: 'letter-attachments', 'aria-label': 'Attachments' },
          ...attachments.map(({ filename }, index) =>
            h(
              'li',
              { key: filename },
              h('a', { href: `/room/attachment/${id}/${index}`, download: filename }, `📎 ${filename}`),
            ),
          ),
        )
      : null,
  ])
}

function drawAnswers(letter: string, answered: string | undefined): Node {
  const words = ANSWERS.find(([partstat]) => partstat === answered)?.[2]
  return h(
    'div',
    { key: 'answers', className: 'letter-answers', role: 'group', 'aria-label': 'Answer the invitation' },
    ...ANSWERS.map(([partstat, title]) =>
      h(
        'button',
        {
          key: partstat,
          type: 'button',
          'data-answer': partstat,
          'data-letter': letter,
          'aria-pressed': partstat === answered,
          'data-focus': partstat,
        },
        title,
      ),
    ),
    words ? h('span', { className: 'quiet' }, `You have ${words}.`) : null,
  )
}

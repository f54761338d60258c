import type { Member } from '../cast.ts'
import type { Stage } from '../stage.ts'
import { h, keyed, list, type Node } from './html.ts'
import { deskLinksIn } from './links.ts'

/** The way to a person's desk: a fresh link where one can be had, and the links Muster has sent them, newest first. */
export function drawDesk(stage: Stage, person: Member): Node[] {
  const { slack, teams, mail, deskLink } = stage
  const { slackId, teamsId, email } = person
  const sent = deskLinksIn([
    slackId
      ? slack.seenBy(slackId).conversations.map(({ messages }) => messages.map(({ text, blocks }) => [text, blocks]))
      : [],
    teamsId ? teams.seenBy(teamsId).map(({ message, card }) => [message.activity.text, card]) : [],
    mail.inboxOf(email).map(({ text }) => text),
  ]).toReversed()
  const link = (href: string, words: string) =>
    h('a', { href, target: '_blank', rel: 'noopener', className: 'desk-link' }, words)
  return [
    list('div', 'client', { className: 'client desk' }, [
      keyed('section', 'desk', { className: 'desk-sheet' }, [
        h('h2', { key: 'title' }, 'The desk'),
        h(
          'p',
          { key: 'why' },
          'What tells of children and families is written and read on the desk, never in chat. Muster gives each person a short-lived link of their own; it opens in a new tab.',
        ),
        deskLink ? h('p', { key: 'open' }, link(`/room/desk/${person.id}`, `Open ${person.name}’s desk`)) : null,
        sent.length > 0 ? h('h3', { key: 'head' }, 'Links Muster has sent') : null,
        sent.length > 0
          ? h(
              'ul',
              { key: 'links', className: 'desk-links' },
              ...sent.map((href) => h('li', { key: href }, link(href, href))),
            )
          : h(
              'p',
              { key: 'none', className: 'quiet' },
              'Muster has not sent this person a link yet. In a chat, type: muster desk',
            ),
      ]),
    ]),
  ]
}

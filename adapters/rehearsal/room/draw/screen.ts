import type { Member } from '../cast.ts'
import type { Stage } from '../stage.ts'
import { type Tab, tabsOf } from '../worlds.ts'
import { drawDesk } from './desk.ts'
import { badge, face } from './face.ts'
import { h, html, keyed, list, type Node } from './html.ts'
import { drawMail } from './mail.ts'
import { drawSlack } from './slack/pane.ts'
import { drawTeams } from './teams/pane.ts'

const TITLES: Record<Tab, string> = { slack: 'Slack', teams: 'Teams', email: 'E-mail', desk: 'Desk' }

/** What one person sees: who they are, their tabs, and the tab that is open (their first when they have no such tab). */
export function drawScreen(
  stage: Stage,
  person: Member,
  wanted: string | undefined,
  place: string | undefined,
): string {
  const tabs = tabsOf(person)
  const tab = tabs.find((each) => each === wanted) ?? tabs[0] ?? 'desk'
  // Drawn first, as looking is reading: the badges on the tabs come after it.
  const pane = drawPane(stage, person, tab, place)
  return html(
    list('div', 'screen', null, [
      drawHead(stage, person, tabs, tab),
      list(
        'div',
        `body ${person.id} ${tab}`,
        { className: 'body', role: 'region', 'aria-label': `${person.name} in ${TITLES[tab]}` },
        pane,
      ),
    ]),
  )
}

function drawPane(stage: Stage, person: Member, tab: Tab, place: string | undefined): Node[] {
  const { slackId, teamsId } = person
  if (tab === 'slack' && slackId) return drawSlack(stage, { ...person, slackId }, place)
  if (tab === 'teams' && teamsId) return drawTeams(stage, { ...person, teamsId }, place)
  return tab === 'email' ? drawMail(stage, person, place) : drawDesk(stage, person)
}

function drawHead(stage: Stage, person: Member, tabs: readonly Tab[], tab: Tab): Node {
  const unread = stage.reading.unread(person).tabs
  return keyed('header', 'head', { className: 'screen-head' }, [
    face(person.name),
    h(
      'div',
      { key: 'who', className: 'screen-who' },
      h(
        'select',
        {
          className: 'screen-person',
          'aria-label': 'Playing',
          'data-person-choice': '',
          defaultValue: person.id,
          'data-focus': 'person',
        },
        ...stage.people.map(({ id, name }) => h('option', { key: id, value: id }, name)),
      ),
      h('p', { className: 'quiet' }, `${person.role} · ${person.agency}`),
    ),
    h(
      'div',
      { key: 'tabs', className: 'tabs', role: 'group', 'aria-label': 'Where to look' },
      ...tabs.map((each) =>
        h(
          'button',
          {
            key: each,
            type: 'button',
            className: `tab tab-${each}`,
            'data-tab': each,
            'aria-pressed': each === tab,
            'data-focus': `tab ${each}`,
          },
          TITLES[each],
          badge(each === tab ? undefined : unread.get(each)),
        ),
      ),
    ),
  ])
}

import type { Stage } from '../stage.ts'
import { tabsOf } from '../worlds.ts'
import { badge, face } from './face.ts'
import { h, html, keyed, list } from './html.ts'

/** Everybody who can be played, with what waits for them. */
export function drawRoster(stage: Stage): string {
  const items = stage.people.map((person) => {
    const { tabs } = stage.reading.unread(person)
    const waiting = [...tabs.values()].reduce((sum, count) => sum + count, 0)
    const where = tabsOf(person).filter((tab) => tab === 'slack' || tab === 'teams')
    return keyed(
      'li',
      person.id,
      null,
      h(
        'button',
        { type: 'button', className: 'player', 'data-player': person.id, 'data-focus': person.id },
        face(person.name),
        h(
          'span',
          { className: 'player-who' },
          h('b', null, person.name),
          h('span', { className: 'quiet' }, person.role),
          h('span', { className: 'quiet' }, person.agency),
        ),
        h(
          'span',
          { className: 'player-where' },
          badge(waiting),
          h(
            'span',
            { className: 'dots', title: where.length ? `Reached by ${where.join(' and ')}` : 'Reached by e-mail' },
            ...(where.length > 0 ? where : ['email']).map((tab) =>
              h('i', { key: tab, className: `dot dot-${tab}` }, h('span', { className: 'unseen' }, tab)),
            ),
          ),
        ),
      ),
    )
  })
  return html(list('ul', 'roster', { className: 'players' }, items))
}

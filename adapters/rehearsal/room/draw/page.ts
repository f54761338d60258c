import type { Stage } from '../stage.ts'
import { all, h, html, type Node, raw } from './html.ts'
import { drawRoster } from './roster.ts'
import { TOUR } from './tour.ts'

const SHEETS = [
  'slack-kit.css',
  'room.css',
  'bar.css',
  'roster.css',
  'screens.css',
  'slack.css',
  'slack-controls.css',
  'dates.css',
  'teams.css',
  'mail.css',
]

/** The page of the room: everything that stays while people are played. */
export function drawPage(stage: Stage): string {
  const head = [
    h('meta', { key: 'charset', charSet: 'utf-8' }),
    h('meta', { key: 'viewport', name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { key: 'scheme', name: 'color-scheme', content: 'light' }),
    h('title', { key: 'title' }, `Rehearsal room · ${stage.partnership}`),
    h('link', { key: 'icon', rel: 'icon', href: '/room/static/muster.svg' }),
    ...SHEETS.map((file) => h('link', { key: file, rel: 'stylesheet', href: `/room/static/${file}` })),
    h('script', { key: 'cards', src: '/room/static/adaptivecards.min.js', defer: true }),
    h('script', { key: 'room', type: 'module', src: '/room/static/room.js' }),
  ]
  const body = [
    h('a', { key: 'skip', className: 'skip', href: '#screens' }, 'Skip to the screens'),
    drawBar(stage),
    drawTour(),
    h(
      'main',
      { key: 'main', className: 'room' },
      h(
        'aside',
        { className: 'roster', 'aria-label': 'People' },
        h('h2', { className: 'roster-title' }, 'People'),
        h('div', { id: 'roster' }, raw(drawRoster(stage))),
      ),
      h('div', { id: 'screens', className: 'screens', tabIndex: -1 }),
    ),
    h('div', { key: 'toasts', id: 'toasts', className: 'toasts', role: 'status', 'aria-live': 'polite' }),
    drawConfirm(),
    h('noscript', { key: 'noscript' }, 'The rehearsal room needs JavaScript, as Slack and Teams do.'),
  ]
  return `<!doctype html>${html(h('html', { lang: 'en-GB' }, h('head', null, ...head), h('body', null, ...body)))}`
}

function drawBar(stage: Stage): Node {
  const move = (by: string, words: string) => h('button', { key: by, type: 'button', 'data-move': by }, words)
  return h(
    'header',
    { key: 'bar', className: 'bar' },
    h(
      'h1',
      { className: 'brand' },
      h('img', { src: '/room/static/muster.svg', alt: '' }),
      h('span', null, 'Rehearsal room'),
    ),
    h(
      'p',
      { className: 'brand-note' },
      `${stage.partnership}, with invented people. Nothing here leaves this machine.`,
    ),
    h(
      'div',
      { className: 'clock', role: 'group', 'aria-label': 'The clock' },
      h('time', { id: 'clock', className: 'clock-face', 'data-now': stage.clock.now() }, ' '),
      move('hour', '+1 hour'),
      move('morning', 'Next 09:00'),
      move('working-day', 'Next working day'),
      h(
        'form',
        { id: 'clock-form', className: 'clock-form' },
        h('input', {
          type: 'datetime-local',
          name: 'to',
          'aria-label': 'Move the clock to (London time)',
          required: true,
        }),
        h('button', { type: 'submit' }, 'Go'),
      ),
    ),
    h(
      'button',
      { type: 'button', id: 'split', className: 'split', 'aria-pressed': false },
      '◫ Two people side by side',
    ),
  )
}

function drawTour(): Node {
  return h(
    'details',
    { key: 'tour', id: 'tour', className: 'tour', open: true },
    h('summary', null, 'Two-minute tour'),
    h(
      'ol',
      null,
      ...TOUR.map(({ title, words, go }, index) =>
        h(
          'li',
          { key: title },
          h('b', null, title),
          h('span', null, words),
          go
            ? h(
                'button',
                { type: 'button', 'data-tour': JSON.stringify(go), 'aria-label': `Step ${index + 1}: show me` },
                'Show me',
              )
            : null,
        ),
      ),
    ),
  )
}

/** Slack's "Are you sure?", filled when it is asked. */
function drawConfirm(): Node {
  return h(
    'dialog',
    { key: 'confirm', id: 'confirm', className: 'confirm', 'aria-labelledby': 'confirm-title' },
    h(
      'form',
      { method: 'dialog' },
      all(
        h('h2', { key: 'title', id: 'confirm-title' }),
        h('p', { key: 'text', id: 'confirm-text' }),
        h(
          'div',
          { key: 'buttons', className: 'confirm-buttons' },
          h('button', { value: 'no', className: 'slack-button', id: 'confirm-no' }),
          h('button', { value: 'yes', className: 'slack-button slack-button-primary', id: 'confirm-yes' }),
        ),
      ),
    ),
  )
}

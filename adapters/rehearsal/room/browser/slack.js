/** Using what stands in Slack: buttons, menus and fields of messages, modals and the home page. `perform` does it as whoever the screen belongs to. */
import { confirmed } from './confirm.js'

export function wireSlack(screen, perform) {
  screen.addEventListener('click', (event) => {
    const button = event.target.closest('[data-press]')
    if (button) return press(button)
    const closer = event.target.closest('[data-close]')
    if (closer) perform({ do: 'slack.close', everything: closer.dataset.close === 'all' })
  })

  screen.addEventListener('change', (event) => {
    const field = event.target.closest('[data-block][data-action]')
    if (!field || 'press' in field.dataset) return
    if ('tells' in field.dataset) return choose(field)
    perform(
      { do: 'slack.type', place: placeOf(field), typed: { [field.dataset.block]: heldIn(field) } },
      { quietly: true },
    )
  })

  screen.addEventListener('input', (event) => count(event.target))

  screen.addEventListener('submit', (event) => {
    if (!event.target.matches('[data-submit]')) return
    event.preventDefault()
    perform({ do: 'slack.submit', typed: typedIn(event.target.closest('[data-view]')) })
  })

  screen.addEventListener('keydown', (event) => {
    const modal = event.target.closest('.slack-modal')
    if (event.key === 'Escape' && modal) perform({ do: 'slack.close' })
  })

  async function press(button) {
    if (!(await confirmed(button.dataset.confirm))) return
    if (button.dataset.url) window.open(button.dataset.url, '_blank', 'noopener')
    const { value } = button.dataset
    tell(button, value === undefined ? {} : { value }, undefined)
  }

  async function choose(field) {
    if (!(await confirmed(field.dataset.confirm))) return perform(undefined)
    await tell(field, {}, heldIn(field))
    if (field.classList.contains('slack-overflow')) field.value = ''
  }

  function tell(field, more, choice) {
    const { block, action } = field.dataset
    const aim = { action_id: action, block_id: block, ...more }
    const typed = typedIn(field.closest('[data-view], [data-ts]'))
    return perform({ do: 'slack.click', place: placeOf(field), aim, typed, ...(choice !== undefined && { choice }) })
  }
}

/** Makes freshly drawn fields ready. */
export function readySlack(screen) {
  for (const field of screen.querySelectorAll('textarea[data-block]')) count(field)
}

/** Where a field stands: in a view, or in a message. */
function placeOf(field) {
  const { view, channel, ts } = field.closest('[data-view], [data-ts]').dataset
  return view ? { id: view } : { channel, ts }
}

/** Everything typed in a form, by block. */
function typedIn(form) {
  const fields = [...form.querySelectorAll('[data-field]')]
  return Object.fromEntries(fields.map((field) => [field.dataset.field, heldIn(field)]))
}

function heldIn(field) {
  if (field.dataset.picks) {
    const ticked = [...field.querySelectorAll('input:checked')].map(({ value }) => value)
    return field.dataset.picks === 'radio' ? (ticked[0] ?? null) : ticked
  }
  return field.value === '' ? null : field.value
}

function count(field) {
  const counter = field.nextElementSibling
  if (!counter?.matches('.slack-counter')) return
  const left = Number(counter.dataset.most) - field.value.length
  counter.textContent = left <= 200 ? String(left) : ''
  counter.classList.toggle('slack-counter-over', left < 0)
}

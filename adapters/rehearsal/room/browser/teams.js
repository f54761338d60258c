/* global AdaptiveCards */
/** Adaptive Cards, drawn by Microsoft's renderer with Teams' own settings, and what is done with them. */
import { markdown } from './markdown.js'

const { AdaptiveCard, HostConfig, ExecuteAction, SubmitAction, OpenUrlAction } = AdaptiveCards
const settings = await fetch('/room/static/host-config/light.json').then((response) => response.json())
const hostConfig = new HostConfig(settings)

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text)
  result.didProcess = true
}

export function wireTeams(screen, perform) {
  screen.addEventListener('click', (event) => {
    if (event.target.closest('[data-close-dialog]')) perform({ do: 'teams.closeDialog' })
  })
  screen.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.closest('.teams-dialog')) perform({ do: 'teams.closeDialog' })
  })
  screen.addEventListener('change', (event) => {
    const place = event.target.closest('[data-card]')
    if (place) perform(typedDeed(place), { quietly: true })
  })
}

/** Draws what has not been drawn yet. A card that asks to be refreshed is, once for each wording and visit. */
export function readyTeams(screen, perform, looked) {
  for (const place of screen.querySelectorAll('[data-card]:not([data-drawn])')) {
    draw(place, perform)
    const message = messageOf(place)
    const visit = `${message} ${place.dataset.wording}`
    if (!('refreshes' in place.dataset) || !message || looked.has(visit)) continue
    looked.add(visit)
    perform({ do: 'teams.look', message }, { quietly: true })
  }
  for (const words of screen.querySelectorAll('[data-markdown]:not([data-drawn])')) {
    words.innerHTML = markdown(words.dataset.markdown)
    words.dataset.drawn = ''
  }
}

const drawn = new WeakMap()

function draw(place, perform) {
  const card = new AdaptiveCard()
  card.hostConfig = hostConfig
  card.parse(JSON.parse(place.dataset.card))
  const typed = JSON.parse(place.dataset.typed)
  for (const input of card.getAllInputs()) if (input.id in typed) input.defaultValue = typed[input.id]
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener')
    else if (action instanceof ExecuteAction || action instanceof SubmitAction) send(place, action, perform)
  }
  drawn.set(place, card)
  place.replaceChildren(card.render())
  place.dataset.drawn = ''
}

async function send(place, action, perform) {
  const which = Number(action.id)
  const inputs = inputsOf(place)
  place.setAttribute('aria-busy', 'true')
  const message = messageOf(place)
  await perform(message ? { do: 'teams.press', message, which, inputs } : { do: 'teams.dialog', which, inputs })
  place.removeAttribute('aria-busy')
}

function typedDeed(place) {
  const message = messageOf(place)
  const inputs = inputsOf(place)
  return message ? { do: 'teams.type', message, inputs } : { do: 'teams.typeInDialog', inputs }
}

const messageOf = (place) => place.closest('[data-message]')?.dataset.message

function inputsOf(place) {
  const inputs = drawn.get(place)?.getAllInputs() ?? []
  return Object.fromEntries(
    inputs.filter(({ value }) => value !== undefined).map(({ id, value }) => [id, String(value)]),
  )
}

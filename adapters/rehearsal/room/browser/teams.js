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

/** What has been typed in the cards and nobody has been told yet, by card and input, and where the focus is. */
export function typedInCards(screen) {
  const typed = new Map()
  let focus
  for (const place of screen.querySelectorAll('[data-card][data-drawn]')) {
    const told = JSON.parse(place.dataset.typed)
    const { card, first } = drawn.get(place)
    for (const input of card.getAllInputs()) {
      const name = `${nameOf(place)} ${input.id}`
      if (heldIn(input) !== first[input.id]) typed.set(name, { held: heldIn(input), told: told[input.id] })
      const at = fieldsOf(input).indexOf(document.activeElement)
      if (at >= 0) focus = { name, at, place, ...whereIn(place) }
    }
  }
  return { typed, focus }
}

/** Gives the focus back to the field that has taken the place of the one that had it. */
export function refocusInCards(screen, { focus }) {
  if (!focus || focus.place.isConnected) return
  for (const place of screen.querySelectorAll('[data-card][data-drawn]')) {
    const inputs = drawn.get(place).card.getAllInputs()
    const field = fieldsOf(inputs.find(({ id }) => `${nameOf(place)} ${id}` === focus.name))[focus.at]
    if (!field) continue
    field.focus({ preventScroll: true })
    if (focus.caret && field.matches('textarea, input[type=text]')) field.setSelectionRange(...focus.caret)
    const sheet = place.closest('.teams-sheet-body')
    if (sheet && focus.scrolled !== undefined) sheet.scrollTop = focus.scrolled
  }
}

const heldIn = ({ value }) => (value === undefined ? '' : String(value))
const fieldsOf = (input) => [...(input?.renderedElement?.querySelectorAll('input, textarea, select') ?? [])]

/** How far a sheet is scrolled, and where the caret stands in it. */
function whereIn(place) {
  const { selectionStart: from, selectionEnd: to } = document.activeElement
  const scrolled = place.closest('.teams-sheet-body')?.scrollTop
  return { caret: typeof from === 'number' ? [from, to] : undefined, scrolled }
}

/** Draws what has not been drawn yet, with what was typed in it. A card that asks to be refreshed is, once for each wording and visit. */
export function readyTeams(screen, perform, looked, kept) {
  for (const place of screen.querySelectorAll('[data-card]:not([data-drawn])')) {
    draw(place, perform, kept)
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

function draw(place, perform, { typed, focus }) {
  const card = new AdaptiveCard()
  card.hostConfig = hostConfig
  card.parse(JSON.parse(place.dataset.card))
  const told = JSON.parse(place.dataset.typed)
  const first = {}
  for (const input of card.getAllInputs()) {
    first[input.id] = String(told[input.id] ?? input.defaultValue ?? '')
    const name = `${nameOf(place)} ${input.id}`
    const mine = typed.get(name)
    // Where Muster has put something else there meanwhile, its word counts; but never under somebody's hands.
    if (mine && (mine.told === told[input.id] || focus?.name === name)) input.defaultValue = mine.held
    else if (input.id in told) input.defaultValue = told[input.id]
  }
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener')
    else if (action instanceof ExecuteAction || action instanceof SubmitAction) send(place, action, perform)
  }
  place.replaceChildren(card.render())
  drawn.set(place, { card, first })
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

/** A card by the message it stands in, or as the dialog in front. */
const nameOf = (place) => messageOf(place) ?? 'dialog'

const messageOf = (place) => place.closest('[data-message]')?.dataset.message

function inputsOf(place) {
  const inputs = drawn.get(place)?.card.getAllInputs() ?? []
  return Object.fromEntries(
    inputs.filter(({ value }) => value !== undefined).map(({ id, value }) => [id, String(value)]),
  )
}

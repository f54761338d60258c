/** The room: who is played on which screen, and looking again whenever something has changed. */
import { act, roster, see } from './api.js'
import { go, setClock, startClock } from './clock.js'
import { readyDates } from './dates.js'
import { drafts } from './drafts.js'
import { patch } from './patch.js'
import { readySlack, wireSlack } from './slack.js'
import { readyTeams, refocusInCards, typedInCards, wireTeams } from './teams.js'
import { toast } from './toasts.js'

const screens = []
const area = document.getElementById('screens')
const split = document.getElementById('split')
let active = 0

function createScreen(wish) {
  const element = document.createElement('section')
  element.className = 'screen'
  area.append(element)
  const screen = { element, wish, looked: new Set(), notices: undefined, running: undefined, again: false }

  const perform = async (deed, { quietly = false } = {}) => {
    const answer = deed && (await act({ ...deed, person: screen.wish.person }))
    // Whatever came of it, what stands on the screen is true again; quiet deeds change nothing there.
    if (!quietly) await look(screen)
    return answer
  }
  screen.perform = perform
  wireSlack(element, perform)
  wireTeams(element, perform)

  element.addEventListener('focusin', () => activate(screens.indexOf(screen)))
  element.addEventListener('click', (event) => {
    activate(screens.indexOf(screen))
    const tab = event.target.closest('[data-tab]')?.dataset.tab
    if (tab) return show(screen, { person: screen.wish.person, tab })
    const place = event.target.closest('[data-place]')?.dataset.place
    if (place) {
      if (place === 'home') perform({ do: 'slack.home' }, { quietly: true })
      return show(screen, { ...screen.wish, tab: tabOf(screen), place })
    }
    const answer = event.target.closest('[data-answer]')
    if (answer) perform({ do: 'email.answer', letter: answer.dataset.letter, partstat: answer.dataset.answer })
  })
  element.addEventListener('change', (event) => {
    if (event.target.matches('[data-person-choice]')) show(screen, { person: event.target.value })
  })
  element.addEventListener('input', ({ target }) => drafts.keep(target))
  element.addEventListener('submit', async (event) => {
    const say = event.target.dataset.say
    if (!say) return
    event.preventDefault()
    const { words } = event.target.elements
    if (words.value.trim() === '') return
    const said = words.value
    words.value = ''
    drafts.keep(words)
    const answer = await perform({ ...JSON.parse(say), words: said })
    if (answer || words.value !== '') return
    words.value = said
    drafts.keep(words)
  })
  return screen
}

const tabOf = (screen) => screen.element.querySelector('[data-tab][aria-pressed=true]')?.dataset.tab

function show(screen, wish) {
  screen.wish = wish
  screen.looked.clear()
  saveAddress()
  markPlayers()
  return look(screen)
}

/** Draws the screen as it is now. While one look is under way, any number of further wishes are one more look. */
async function look(screen) {
  screen.again = true
  screen.running ??= (async () => {
    while (screen.again) {
      screen.again = false
      const { wish } = screen
      const markup = await see(wish)
      if (markup && wish === screen.wish) draw(screen, markup)
    }
    screen.running = undefined
  })()
  return screen.running
}

function draw(screen, markup) {
  const { element } = screen
  const before = frontOf(element)
  const atEnd = endedScrolls(element)
  const inCards = typedInCards(element)
  patch(element, markup, () => {
    readySlack(element)
    readyTeams(element, screen.perform, screen.looked, inCards)
    readyDates(element)
    drafts.putBack(element)
  })
  refocusInCards(element, inCards)
  for (const list of element.querySelectorAll('[data-scroll]')) if (atEnd(list)) list.scrollTop = list.scrollHeight
  focusFront(element, before)
  tellNotices(screen)
}

/** Which lists stood at their end (or were not there yet): those follow what arrives. */
function endedScrolls(element) {
  const away = new Set(
    [...element.querySelectorAll('[data-scroll]')].filter(
      ({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight < scrollHeight - 60,
    ),
  )
  return (list) => !away.has(list)
}

const frontOf = (element) => element.querySelector('[role=dialog]')

/** A dialog that opens, changes or complains takes the focus; one that closes gives it back to the line people write in. */
function focusFront(element, before) {
  const front = frontOf(element)
  if (front === before) return
  if (!front) {
    if (!element.contains(document.activeElement)) element.querySelector('[data-focus=composer]')?.focus()
    return
  }
  if (front.contains(document.activeElement) && !front.querySelector('[aria-invalid]')) return
  const target =
    front.querySelector('[aria-invalid]') ?? front.querySelector('[data-first]') ?? front.querySelector('h2')
  const field = target?.matches('[data-picks]') ? target.querySelector('input') : target
  field?.focus()
}

/** What Slack itself says, such as that a command failed; only what is new since this person came before our eyes. */
function tellNotices(screen) {
  const texts = JSON.parse(screen.element.querySelector('[data-notices]')?.dataset.notices ?? '[]')
  const { person } = screen.wish
  const known = screen.notices?.person === person ? screen.notices.count : texts.length
  for (const text of texts.slice(known)) toast(text)
  screen.notices = { person, count: texts.length }
}

function activate(index) {
  if (index === active) return
  active = index
  markPlayers()
}

function markPlayers() {
  screens.forEach(({ element }, index) => {
    element.classList.toggle('screen-active', screens.length > 1 && index === active)
  })
  for (const player of document.querySelectorAll('[data-player]')) {
    const at = screens.findIndex(({ wish }) => wish.person === player.dataset.player)
    if (at < 0) player.removeAttribute('aria-current')
    else player.setAttribute('aria-current', 'true')
  }
}

function setSplit(wanted, right = { person: 'housing', tab: 'teams' }) {
  if (wanted && screens.length === 1) {
    screens.push(createScreen(right))
    look(screens[1])
  } else if (!wanted && screens.length === 2) {
    screens.pop().element.remove()
    active = 0
  }
  document.body.classList.toggle('is-split', wanted)
  split.setAttribute('aria-pressed', String(wanted))
  saveAddress()
  markPlayers()
}

/** The address holds who is shown where, so that reloading keeps it. */
function saveAddress() {
  const words = screens.map(({ wish }) =>
    [wish.person, wish.tab, wish.place].map((each) => encodeURIComponent(each ?? '')).join(','),
  )
  history.replaceState(null, '', `#${words.join(';')}`)
}

function readAddress() {
  const wishes = location.hash.slice(1).split(';').filter(Boolean)
  return wishes.slice(0, 2).map((each) => {
    const [person, tab, place] = each.split(',').map(decodeURIComponent)
    return { person, ...(tab && { tab }), ...(place && { place }) }
  })
}

async function lookAround() {
  const [markup] = await Promise.all([roster(), ...screens.map(look)])
  if (!markup) return
  patch(document.querySelector('#roster > *'), markup)
  markPlayers()
}

document.addEventListener('click', async (event) => {
  const player = event.target.closest('[data-player]')?.dataset.player
  if (player) return show(screens[active], { person: player })
  const tour = event.target.closest('[data-tour]')?.dataset.tour
  if (!tour) return
  const { left, right, type, move: by } = JSON.parse(tour)
  if (by) return go({ by })
  setSplit(right !== undefined, right)
  if (right) await show(screens[1], right)
  if (left) await show(screens[0], left)
  if (!type) return
  const line = screens[0].element.querySelector('[data-focus=composer]')
  line.value = type
  drafts.keep(line)
  line.focus()
})
split.addEventListener('click', () => setSplit(screens.length === 1))

const tour = document.getElementById('tour')
tour.open = localStorage.getItem('tour') !== 'closed'
tour.addEventListener('toggle', () => localStorage.setItem('tour', tour.open ? 'open' : 'closed'))

const first = document.querySelector('[data-player]').dataset.player
const preferred = document.querySelector('[data-player=spa]') ? 'spa' : first
const [left = { person: preferred }, right] = readAddress()
screens.push(createScreen(left))
if (right) setSplit(true, right)
startClock()
lookAround()

const stream = new EventSource('/room/stream')
stream.addEventListener('changed', lookAround)
stream.addEventListener('moved', ({ data }) => {
  setClock(JSON.parse(data).now)
  lookAround()
})

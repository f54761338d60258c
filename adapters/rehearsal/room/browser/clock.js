/** The clock at the top: told once by the room, it then runs on by itself until it is moved. */
import { move } from './api.js'
import { readyDates, sayHeld } from './dates.js'

const LONDON = { timeZone: 'Europe/London' }
const face = new Intl.DateTimeFormat('en-GB', {
  ...LONDON,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const field = new Intl.DateTimeFormat('sv-SE', { ...LONDON, dateStyle: 'short', timeStyle: 'short' })

let told = { now: 0, at: 0 }

export function startClock() {
  const element = document.getElementById('clock')
  const form = document.getElementById('clock-form')
  readyDates(form)
  setClock(element.dataset.now)
  setInterval(draw, 1_000)
  document.addEventListener('click', (event) => {
    const by = event.target.closest?.('[data-move]')?.dataset.move
    if (by) go({ by })
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (form.elements.to.value) go({ to: form.elements.to.value })
  })
}

/** Moves the clock; it may be a while on its way, since days pass as they would. */
export async function go(wish) {
  const clock = document.querySelector('.clock')
  clock.setAttribute('aria-busy', 'true')
  await move(wish)
  clock.removeAttribute('aria-busy')
}

export function setClock(now) {
  told = { now: Date.parse(now), at: performance.now() }
  draw()
  const { to } = document.getElementById('clock-form').elements
  to.value = field.format(told.now).replace(' ', 'T')
  sayHeld(to)
}

function draw() {
  const element = document.getElementById('clock')
  const now = told.now + performance.now() - told.at
  const words = face.format(now).replace(/,/g, '').replace('Sept', 'Sep')
  if (element.textContent !== words) element.textContent = words
}

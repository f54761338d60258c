/**
 * Dates and times are written in words. A browser shows its own date field in the order of the browser's language, American in many a British office, so
 * beside each stands a line that says the same unmistakably and takes it in any British way; the browser's field is left as the calendar one may open.
 */
import { readDay, readMoment, readTime, sayDay, sayMoment } from './british.js'

const KINDS = {
  date: { say: sayDay, read: readDay, shape: 'day month year', like: '11 Dec 2026 or 11/12/2026' },
  time: { say: (time) => time.slice(0, 5), read: readTime, shape: 'hh:mm', like: '16:40' },
  'datetime-local': {
    say: sayMoment,
    read: readMoment,
    shape: 'day month year hh:mm',
    like: '17 Dec 2026 16:40',
  },
}

const lines = new WeakMap()

/**
 * A press takes a line out of focus before it is over. A word that came in meanwhile would move what is being pressed from under the finger, so it waits.
 */
let waiting
addEventListener('pointerdown', () => (waiting ??= []), true)
for (const over of ['pointerup', 'pointercancel']) addEventListener(over, () => setTimeout(pressOver), true)

function pressOver() {
  const words = waiting ?? []
  waiting = undefined
  for (const say of words) say()
}

function afterPress(say) {
  if (waiting) waiting.push(say)
  else say()
}

/** Puts a line beside each date field that has none yet. */
export function readyDates(root) {
  const fields = root.querySelectorAll('input:is([type=date], [type=time], [type=datetime-local]):not(.dated-pick)')
  for (const field of fields) ready(field)
}

/** Says in words what the browser's field holds, after it has been set by us. */
export function sayHeld(field) {
  const line = lines.get(field)
  if (!line) return
  line.value = field.value === '' ? '' : KINDS[field.type].say(field.value)
  complain(line, '')
}

function ready(field) {
  const kind = KINDS[field.type]
  const line = document.createElement('input')
  line.type = 'text'
  line.className = field.className
  line.autocomplete = 'off'
  line.placeholder = kind.shape
  line.required = field.required
  for (const name of ['id', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-invalid', 'aria-required']) {
    if (!field.hasAttribute(name)) continue
    line.setAttribute(name, field.getAttribute(name))
    field.removeAttribute(name)
  }
  if (field.dataset.focus) line.dataset.focus = `${field.dataset.focus} in words`
  if ('first' in field.dataset) line.dataset.first = ''
  delete field.dataset.first

  const whole = document.createElement('span')
  whole.className = `dated dated-${field.type}`
  field.replaceWith(whole)
  field.className = 'dated-pick'
  field.tabIndex = -1
  field.setAttribute('aria-hidden', 'true')
  field.required = false
  whole.append(line, field)
  lines.set(field, line)
  sayHeld(field)
  line.defaultValue = line.value

  let told = field.value
  // The field follows every stroke, so that nothing is missing whenever the form is sent; it is told of when the line is left, as any field is.
  const follow = () => {
    field.value = kind.read(line.value) ?? ''
  }
  line.addEventListener('input', () => {
    complain(line, '')
    follow()
  })
  line.addEventListener('restored', () => {
    follow()
    complain(line, kind.read(line.value) === undefined ? unread(kind) : '')
  })
  line.addEventListener('change', (event) => {
    // What counts is what the field beside it holds; only that is told.
    event.stopPropagation()
    field.value = understood(line, kind)
    if (field.value === told) return
    told = field.value
    tell(field)
  })
  field.addEventListener('change', (event) => {
    if (!event.isTrusted) return
    told = field.value
    sayHeld(field)
  })
}

/** What was written, as the field holds it. What is no date stays where it was written, with a word beside it. */
function understood(line, kind) {
  const value = kind.read(line.value)
  if (value === undefined) afterPress(() => kind.read(line.value) === undefined && complain(line, unread(kind)))
  else complain(line, '')
  if (value) line.value = kind.say(value)
  return value ?? ''
}

const unread = ({ like }) => `Write it like ${like}.`

function tell(field) {
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

function complain(line, words) {
  const whole = line.parentElement
  const before = whole.querySelector('.dated-wrong')
  if (words === (before?.textContent ?? '')) return
  before?.remove()
  if (words === '') return
  const note = document.createElement('span')
  note.className = 'dated-wrong'
  note.setAttribute('role', 'alert')
  note.textContent = words
  whole.append(note)
}

/** What people have typed or chosen and nobody has been told yet: it outlives every redrawing, wherever the focus is. */

const FIELDS = ':is(input, textarea, select)[data-focus]'
const SHEETS = '.slack-sheet-body, .teams-sheet-body'

/** Everything typed under an element, and where the focus is; `putBack` types it again in whatever has taken the place of those fields. */
export function typedIn(root) {
  const focused = root.contains(document.activeElement) ? document.activeElement : undefined
  const focus = focused?.dataset.focus ? remember(focused) : undefined
  const touched = [...root.querySelectorAll(FIELDS)].filter((field) => heldIn(field) !== toldTo(field)).map(remember)
  const putBack = () => {
    const again = new Map([...root.querySelectorAll('[data-focus]')].map((each) => [nameOf(each), each]))
    for (const was of touched) {
      const field = was.field.isConnected ? undefined : again.get(was.name)
      // Where the app has put something else there meanwhile, its word counts; but never under somebody's hands.
      if (field && (toldTo(field) === was.told || was.field === focused)) hold(field, was)
    }
    if (focus && !focus.field.isConnected) refocus(again.get(focus.name), focus)
  }
  return { putBack }
}

function remember(field) {
  const sheet = field.closest(SHEETS)
  const caret = isLine(field) ? [field.selectionStart, field.selectionEnd] : undefined
  return { field, name: nameOf(field), held: heldIn(field), told: toldTo(field), caret, scrolled: sheet?.scrollTop }
}

function refocus(field, { caret, scrolled }) {
  if (!field) return
  field.focus({ preventScroll: true })
  if (caret && isLine(field)) field.setSelectionRange(...caret)
  // The same question is still there, so the page is the same one, and the eye stays where it was.
  const sheet = field.closest(SHEETS)
  if (sheet && scrolled !== undefined) sheet.scrollTop = scrolled
}

/** A field by its own name and that of the form, message or part it stands in. */
function nameOf(field) {
  const { view, ts, message, key } = field.closest('[data-view], [data-ts], [data-message], [data-key]')?.dataset ?? {}
  return `${view ?? ts ?? message ?? key} ${field.dataset.focus}`
}

const isPick = (field) => field.matches('[type=checkbox], [type=radio]')
const isLine = (field) => field.matches('textarea, input[type=text], input:not([type])')

/** What stands in a field now, and what it was drawn with. */
function heldIn(field) {
  if (isPick(field)) return field.checked
  return field.value
}

function toldTo(field) {
  if (isPick(field)) return field.defaultChecked
  if (!field.matches('select')) return field.defaultValue
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? ''
}

function hold(field, { held }) {
  if (isPick(field)) field.checked = held
  else field.value = held
  field.dispatchEvent(new Event('restored'))
}

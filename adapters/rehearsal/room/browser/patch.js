/**
 * Brings a part of the page up to date without disturbing what has not changed: parts with the same `data-key` and `data-version` stay the very elements they
 * were, with their focus, their scrolling and what is typed in them.
 */
export function patch(root, markup) {
  const template = document.createElement('template')
  template.innerHTML = markup
  const fresh = template.content.firstElementChild
  const held = remember(root)
  const current = root.querySelector(':scope > [data-key]')
  if (current?.dataset.key === fresh.dataset.key) update(current, fresh)
  else root.replaceChildren(fresh)
  held()
}

function update(known, fresh) {
  for (const name of known.getAttributeNames()) if (!fresh.hasAttribute(name)) known.removeAttribute(name)
  for (const name of fresh.getAttributeNames()) {
    if (known.getAttribute(name) !== fresh.getAttribute(name)) known.setAttribute(name, fresh.getAttribute(name))
  }
  const before = new Map([...known.children].map((child) => [child.dataset.key, child]))
  const wanted = [...fresh.children].map((child) => {
    const same = before.get(child.dataset.key)
    if (!same || 'list' in same.dataset !== 'list' in child.dataset) return child
    if ('list' in child.dataset) {
      update(same, child)
      return same
    }
    return same.dataset.version === child.dataset.version ? same : child
  })
  const kept = new Set(wanted)
  for (const child of [...known.children]) if (!kept.has(child)) child.remove()
  // Nothing that stays is moved unless it must be: a moved element loses its focus.
  wanted.forEach((child, index) => {
    if (known.children[index] !== child) known.insertBefore(child, known.children[index] ?? null)
  })
}

/** Where the focus was and what was being typed there, to be put back if the element was replaced. */
function remember(root) {
  const focused = document.activeElement
  if (!root.contains(focused) || !focused.dataset.focus) return () => {}
  const { focus } = focused.dataset
  const view = focused.closest('[data-view]')?.dataset.view
  const text = focused.matches('input:not([type=checkbox],[type=radio]), textarea') ? focused.value : undefined
  return () => {
    if (focused.isConnected) return
    const again = [...root.querySelectorAll('[data-focus]')].find((each) => each.dataset.focus === focus)
    if (!again) return
    if (text !== undefined && view && again.closest('[data-view]')?.dataset.view === view) again.value = text
    again.focus({ preventScroll: true })
  }
}

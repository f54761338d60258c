/**
 * Brings a part of the page up to date without disturbing what has not changed: parts with the same `data-key` and `data-version` stay the very elements they
 * were, with their focus, their scrolling and what is typed in them. Where a part is replaced, what was typed in it is typed again.
 */
import { typedIn } from './typed.js'

/** `ready` makes freshly drawn parts usable, before what was typed and the focus are put back. */
export function patch(root, markup, ready = () => {}) {
  const template = document.createElement('template')
  template.innerHTML = markup
  const fresh = template.content.firstElementChild
  const typed = typedIn(root)
  const current = root.querySelector(':scope > [data-key]')
  if (current?.dataset.key === fresh.dataset.key) update(current, fresh)
  else root.replaceChildren(fresh)
  ready()
  typed.putBack()
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

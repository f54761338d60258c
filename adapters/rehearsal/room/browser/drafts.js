/** Half-written messages: each conversation keeps its own while one looks elsewhere, as in Slack and in Teams. */

const kept = new Map()

const placeOf = (line) => line.closest('[data-say]')?.dataset.key

export const drafts = {
  keep(line) {
    if (line.dataset.focus === 'composer') kept.set(placeOf(line), line.value)
  },

  putBack(root) {
    for (const line of root.querySelectorAll('[data-focus=composer]')) {
      if (line.value === '') line.value = kept.get(placeOf(line)) ?? ''
    }
  },
}

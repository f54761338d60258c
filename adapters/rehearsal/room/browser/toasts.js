const SHOWN_MS = 7_000

/** Says something briefly, to eyes and to screen readers. */
export function toast(words) {
  const note = document.createElement('p')
  note.textContent = words
  document.getElementById('toasts').append(note)
  setTimeout(() => note.remove(), SHOWN_MS)
}

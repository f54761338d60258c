// Comforts for browsers with scripts; every page works without. It adds character counts, focus on errors, and a word before typed text is left behind.
import { initAll } from './govuk.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

for (const form of document.querySelectorAll('form[data-unsaved]')) {
  let typed = false
  form.addEventListener('input', () => {
    typed = true
  })
  form.addEventListener('submit', () => {
    typed = false
  })
  addEventListener('beforeunload', (event) => {
    if (typed) event.preventDefault()
  })
}

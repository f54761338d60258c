/** Slack's confirmation: asks, and gives whether the answer was yes. Without a question there is nothing to ask. */
export function confirmed(json) {
  if (!json) return Promise.resolve(true)
  const { title, text, confirm, deny, style } = JSON.parse(json)
  const dialog = document.getElementById('confirm')
  dialog.querySelector('#confirm-title').textContent = title?.text ?? 'Are you sure?'
  dialog.querySelector('#confirm-text').textContent = text.text
  dialog.querySelector('#confirm-no').textContent = deny?.text ?? 'Cancel'
  const yes = dialog.querySelector('#confirm-yes')
  yes.textContent = confirm?.text ?? 'OK'
  yes.className = `slack-button slack-button-${style === 'danger' ? 'danger' : 'primary'}`
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}

import type { Modal } from '../../../slack/index.ts'
import { h, keyed, type Node } from '../html.ts'
import { drawBlocks } from './blocks.ts'
import type { Names } from './kit.ts'

/** The modal in front, with everything that is typed in it. It is drawn again when the app changes it or complains, not while somebody types. */
export function drawModal(modal: Modal, names: Names): Node {
  const { id, view, values, errors, hash, previousId } = modal
  const title = `${id}-title`
  return keyed(
    'section',
    'modal',
    { className: 'slack-modal', role: 'dialog', 'aria-labelledby': title, 'data-view': id },
    h(
      'form',
      { className: 'slack-sheet', 'data-submit': view.submit ? '' : undefined, noValidate: true },
      h(
        'header',
        { className: 'slack-sheet-head' },
        previousId ? h('span', { className: 'quiet', 'aria-hidden': true }, '‹ ') : null,
        h('h2', { id: title, tabIndex: -1, 'data-focus': 'title' }, view.title.text),
        h('button', { type: 'button', className: 'slack-cross', 'data-close': 'all', 'aria-label': 'Close' }, '×'),
      ),
      h(
        'div',
        { className: 'slack-sheet-body', tabIndex: 0 },
        ...drawBlocks(view.blocks, { names, id, values, errors }),
      ),
      h(
        'footer',
        { className: 'slack-sheet-foot' },
        h('button', { type: 'button', className: 'slack-button', 'data-close': 'one' }, view.close?.text ?? 'Cancel'),
        view.submit
          ? h(
              'button',
              {
                type: 'submit',
                className: 'slack-button slack-button-primary',
                disabled: view.submit_disabled === true,
              },
              view.submit.text,
            )
          : null,
      ),
    ),
    JSON.stringify([id, hash, errors]),
  )
}

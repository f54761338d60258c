import { h, keyed, type Node } from './html.ts'

/** The line people write in. It stays as it is while messages arrive, so that nothing half-typed is lost. */
export interface Composer {
  readonly key: string
  readonly label: string
  readonly placeholder: string
  /** What is done with the words; the page adds them, and who says them. */
  readonly act: Readonly<Record<string, string>>
  readonly suggestions: readonly { readonly words: string; readonly says: string }[]
}

export function composer({ key, label, placeholder, act, suggestions }: Composer): Node {
  const options = `${key}-commands`.replaceAll(/[^\w-]/g, '_')
  return keyed('form', key, { className: 'composer', 'data-say': JSON.stringify(act), autoComplete: 'off' }, [
    h('input', {
      key: 'words',
      name: 'words',
      className: 'composer-words',
      'aria-label': label,
      placeholder,
      maxLength: 4_000,
      list: options,
      'data-focus': 'composer',
    }),
    h(
      'datalist',
      { key: 'list', id: options },
      ...suggestions.map(({ words, says }) => h('option', { key: words, value: words }, says)),
    ),
    h('button', { key: 'send', type: 'submit', className: 'composer-send', 'aria-label': 'Send message' }, '➤'),
  ])
}

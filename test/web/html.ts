/** Enough of HTML to hold our own pages to it: strictly nested, every attribute quoted, nothing unknown to close. */

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** What is between its tags, without the tags within; only of elements without children of their own is it exact. */
  text: string
}

const VOID = new Set(['meta', 'link', 'input', 'br', 'img', 'hr'])
const TOKEN =
  /<!DOCTYPE html>|<!--[\s\S]*?-->|<\/([a-z][a-z0-9]*)\s*>|<([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*>|[^<]+|</g

/** Every element in order. Throws where a browser would have to guess. */
export function elements(html: string): readonly Tag[] {
  const all: Tag[] = []
  const open: Tag[] = []
  for (const [token, closing, opening, attributes] of html.matchAll(TOKEN)) {
    if (token === '<') throw new Error('a stray <')
    if (closing !== undefined) {
      const last = open.pop()
      if (last?.name !== closing) throw new Error(`</${closing}> closes <${last?.name}>`)
    } else if (opening !== undefined) {
      const tag: Tag = { name: opening, attributes: readAttributes(attributes ?? ''), text: '' }
      all.push(tag)
      if (!VOID.has(opening)) open.push(tag)
    } else if (!token.startsWith('<!')) {
      if (/&(?!(?:[a-z]+|#\d+);)/.test(token)) throw new Error(`a stray & in ${token.slice(0, 40)}`)
      for (const tag of open) tag.text += unescaped(token)
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is never closed`)
  return all
}

/** What is left when all words are taken out: two pages that differ in words only have the same. */
export function skeleton(html: string): string {
  return elements(html)
    .map(({ name, attributes }) => `${name}[${Object.keys(attributes).join(' ')}]`)
    .join('\n')
}

export interface SeenForm {
  readonly action: string
  /** What it would send if only its button were pressed, as a browser does; what is hidden is sent whatever is filled in. */
  readonly fields: readonly (readonly [string, string])[]
  readonly hidden: readonly (readonly [string, string])[]
  readonly buttons: readonly { readonly label: string; readonly name: string; readonly value: string }[]
}

/** The forms of a page, ready to be filled in and sent. */
export function formsIn(html: string): readonly SeenForm[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([source]) => {
    const all = elements(source)
    const named = all.filter(({ attributes }) => attributes.name !== undefined)
    const ticked = ({ attributes }: Tag) =>
      !['radio', 'checkbox'].includes(attributes.type ?? '') || attributes.checked !== undefined
    return {
      action: all[0]?.attributes.action ?? '',
      hidden: named.filter(isHidden).map(pair((tag) => tag.attributes.value ?? '')),
      fields: [
        ...named
          .filter((tag) => tag.name === 'input' && !isHidden(tag) && ticked(tag))
          .map(pair((tag) => tag.attributes.value ?? '')),
        ...named.filter((tag) => tag.name === 'textarea').map(pair((tag) => tag.text)),
        ...named.filter((tag) => tag.name === 'select').map(pair((tag) => chosenIn(all, tag))),
      ],
      buttons: all
        .filter((tag) => tag.name === 'button')
        .map((tag) => ({
          label: tag.text.trim().replace(/\s+/g, ' '),
          name: tag.attributes.name ?? '',
          value: tag.attributes.value ?? '',
        })),
    }
  })
}

const isHidden = ({ attributes }: Tag) => attributes.type === 'hidden'

/** The selected option, or the first. */
function chosenIn(all: readonly Tag[], select: Tag): string {
  const after = all.slice(all.indexOf(select) + 1)
  const end = after.findIndex(({ name }) => name !== 'option')
  const options = after.slice(0, end === -1 ? undefined : end)
  return (options.find(({ attributes }) => attributes.selected !== undefined) ?? options[0])?.attributes.value ?? ''
}

const pair = (value: (tag: Tag) => string) => (tag: Tag) => [tag.attributes.name ?? '', value(tag)] as const

function readAttributes(source: string): Readonly<Record<string, string>> {
  const pairs = [...source.matchAll(/([a-z][a-z0-9-]*)(?:="([^"]*)")?/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescaped(text: string): string {
  return text.replace(/&(#\d+|[a-z]+);/g, (_all, code: string) =>
    code.startsWith('#') ? String.fromCodePoint(Number(code.slice(1))) : (NAMED[code] ?? _all),
  )
}

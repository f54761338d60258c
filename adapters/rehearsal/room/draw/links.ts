import { h, type Node } from './html.ts'

const ADDRESS = /https?:\/\/[^\s<>"')\]|]+/g

/** A text with its addresses made into links. */
export function linked(text: string): Node[] {
  const parts: Node[] = []
  let from = 0
  for (const { 0: href, index } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, index), h('a', { key: String(index), href, target: '_blank', rel: 'noopener' }, href))
    from = index + href.length
  }
  return [...parts, text.slice(from)]
}

/** Every address that leads to somebody's desk, each once, in the order in which they stand. */
export function deskLinksIn(value: unknown): string[] {
  const found = JSON.stringify(value)?.match(ADDRESS) ?? []
  return [
    ...new Set(found.map((address) => address.replace(/\\+$/, '')).filter((address) => address.includes('/desk/'))),
  ]
}

/**
 * Makes things fit without losing any of them.
 *
 * @example split('One sentence. And another.', 15) // ['One sentence.', 'And another.']
 */
export function split(text: string, max: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const at = seam(rest, max)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

/** Where to break: between lines, sentences or words, whichever comes first in that order; else between characters. */
function seam(text: string, max: number): number {
  const head = text.slice(0, max)
  for (const mark of ['\n', '. ', ' ']) {
    const at = head.lastIndexOf(mark)
    if (at > 0) return at + mark.length
  }
  const inPair = /[\uD800-\uDBFF]$/.test(head) && max > 1
  return inPair ? max - 1 : max
}

/** The beginning of a text, ending in `…` when there is more. Whoever shortens says the whole of it close by. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Ids, which cannot be shortened: data that does not fit is a mistake in the programme. */
export function exact<T>(data: T, max: number, what: string): T {
  const size = JSON.stringify(data).length
  if (size > max) throw new RangeError(`${what} has ${size} characters; ${max} are allowed`)
  return data
}

/** Groups as full as they can be. A single item heavier than `max` stands alone. */
export function greedy<T>(items: readonly T[], max: number, weigh: (item: T) => number): T[][] {
  const groups: T[][] = []
  let weight = 0
  for (const item of items) {
    const heavy = weigh(item)
    const last = groups.at(-1)
    if (!last || weight + heavy > max) {
      groups.push([item])
      weight = heavy
    } else {
      last.push(item)
      weight += heavy
    }
  }
  return groups
}

/** How many bytes something takes as JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

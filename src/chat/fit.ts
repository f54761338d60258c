/**
 * Makes things fit without losing any of them. How much fits is each platform's own table of limits.
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

/** Where to break: between paragraphs, lines, sentences or words, whichever comes first in that order; else between characters. */
function seam(text: string, max: number): number {
  const head = text.slice(0, max)
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
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

/** An id or a value, which cannot be shortened: one that does not fit is a mistake in the programme. */
export function exact(value: string, max: number, what: string): string {
  if (value.length > max) throw new RangeError(`${what} has ${value.length} characters; ${max} are allowed`)
  return value
}

/** Groups of at most `size`. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  return greedy(items, { count: size, weight: Number.POSITIVE_INFINITY }, () => 0)
}

/** Groups as full as they can be: at most `count` items and, in sum, `weight`. A single heavy item stands alone. */
export function greedy<T>(
  items: readonly T[],
  max: { readonly count?: number; readonly weight: number },
  weigh: (item: T) => number,
): T[][] {
  const { count = Number.POSITIVE_INFINITY } = max
  const groups: T[][] = []
  let weight = 0
  for (const item of items) {
    const heavy = weigh(item)
    const last = groups.at(-1)
    if (last && last.length < count && weight + heavy <= max.weight) {
      last.push(item)
      weight += heavy
    } else {
      groups.push([item])
      weight = heavy
    }
  }
  return groups
}

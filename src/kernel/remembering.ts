/** So many are kept; then all are forgotten, which costs no more than working them out again. */
const MOST = 10_000

/**
 * A pure function of one text, worked out once for each text. For what is dear and asked about the same few things at every fold and every card.
 * What throws is not remembered.
 */
export function remembering<Result extends NonNullable<unknown>>(
  work: (text: string) => Result,
): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const found = known.get(text) ?? work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found
  }
}

/**
 * A pure function of one thing that never changes (a meeting as it was folded), worked out once for each: every viewer's card asks the same again. It is
 * forgotten with the thing.
 */
export function oncePer<Thing extends object, Result>(work: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>()
  return (thing) => {
    const found = known.get(thing) ?? { result: work(thing) }
    known.set(thing, found)
    return found.result
  }
}

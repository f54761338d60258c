/**
 * The lines of a file that has something wrong with it. The parser that knows every line takes five times as long as the one that only knows what is
 * written, so it is loaded when a line has to be named and not before.
 */
import { createRequire } from 'node:module'

export interface Lines {
  /** The line where the thing at this path was written, if it was. */
  lineOf(path: readonly PropertyKey[]): number | undefined
  /** What is no YAML at all. */
  readonly errors: readonly { readonly line: number; readonly says: string }[]
}

export function linesOf(text: string): Lines {
  const { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument }: typeof import('yaml') = createRequire(
    import.meta.url,
  )('yaml')
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => counter.linePos(offset).line
  const startOf = (node: unknown) => (isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined)

  function lineOf(path: readonly PropertyKey[]): number | undefined {
    let node: unknown = document.contents
    let offset: number | undefined
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
        )
        if (pair === undefined) return undefined
        offset = startOf(pair.key) ?? offset
        node = pair.value
      } else if (isSeq(node)) {
        node = node.items[Number(step)]
        if (node === undefined) return undefined
        offset = startOf(node) ?? offset
      } else return undefined
    }
    return offset === undefined ? undefined : lineAt(offset)
  }

  return { lineOf, errors: document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), says: message })) }
}

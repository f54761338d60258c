/**
 * A profile may stand on others (`extends`). Its layers are merged from the bottom up, and every problem is reported at the line, in the file,
 * where the thing was last written.
 */
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

export interface Layer {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
}

/** What is wrong in a file, and where. `sentence` says it all: "line 212: groups.slt.chair: no role is called …". */
export interface ProfileProblem {
  readonly file: string
  readonly line: number
  readonly path: string
  readonly sentence: string
}

export type Path = readonly PropertyKey[]

/** Reads one file's YAML; syntax errors come back as problems. */
export function readLayer(text: string, file: string): Layer | ProfileProblem[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length === 0) return { file, document, lines }
  return document.errors.map((error) => problem(file, lines.linePos(error.pos[0]).line, [], `${error.message}.`))
}

/** The profile as a plain value: maps merge, lists and words replace, `null` removes. Layers are given top first. */
export function mergeLayers(layers: readonly Layer[]): unknown {
  return layers.reduceRight<unknown>((below, layer) => merge(below, layer.document.toJS() ?? {}), {})
}

/** A problem at the place where `path` was last written, or at the nearest thing above it. */
export function problemAt(layers: readonly Layer[], path: Path, says: string): ProfileProblem {
  for (let length = path.length; length > 0; length--) {
    const place = path.slice(0, length)
    for (const layer of layers) {
      const line = lineOf(layer, place)
      if (line !== undefined) return problem(layer.file, line, path, says)
    }
  }
  return problem(layers[0]?.file ?? '', 1, path, says)
}

function problem(file: string, line: number, path: Path, says: string): ProfileProblem {
  const where = path.map(String).join('.')
  return { file, line, path: where, sentence: `line ${line}: ${where === '' ? '' : `${where}: `}${says}` }
}

function lineOf(layer: Layer, path: Path): number | undefined {
  let node: unknown = layer.document.contents
  let offset: number | undefined
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (pair === undefined) return undefined
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (node === undefined) return undefined
      offset = rangeOf(node) ?? offset
    } else return undefined
  }
  return offset === undefined ? undefined : layer.lines.linePos(offset).line
}

function rangeOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined
}

function merge(below: unknown, above: unknown): unknown {
  if (!isPlain(below) || !isPlain(above)) return above
  const merged: Record<string, unknown> = { ...below }
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key]
    else merged[key] = merge(below[key], value)
  }
  return merged
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

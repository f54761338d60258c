/**
 * A profile may stand on others (`extends`). Its layers are merged from the bottom up, and every problem is reported at the line, in the file,
 * where the thing was last written.
 */
import { CORE_SCHEMA, load } from 'js-yaml'
import { type Lines, linesOf } from './lines.ts'

export interface Layer {
  readonly file: string
  /** What it says, as a plain value. */
  readonly value: unknown
  /** Where it says it. */
  lines(): Lines
}

/** What is wrong in a file, and where. `sentence` says it all: "wt2018.groups.yaml, line 212: groups.slt.chair: no role is called …". */
export interface ProfileProblem {
  readonly file: string
  readonly line: number
  readonly path: string
  readonly sentence: string
}

export type Path = readonly PropertyKey[]

/** Reads one file's YAML; syntax errors come back as problems. */
export function readLayer(text: string, file: string): Layer | ProfileProblem[] {
  try {
    let known: Lines | undefined
    return {
      file,
      value: load(text, { schema: CORE_SCHEMA }),
      lines: () => {
        known ??= linesOf(text)
        return known
      },
    }
  } catch (thrown) {
    const { errors } = linesOf(text)
    // A slip confuses every line below it: the uppermost are the ones to mend.
    const uppermost = errors.toSorted((a, b) => a.line - b.line).slice(0, 3)
    const found = uppermost.length > 0 ? uppermost : [{ line: 1, says: (thrown as Error).message }]
    return found.map(({ line, says }) => problem(file, line, [], `${says}.`))
  }
}

/** The profile as a plain value: maps merge, lists and words replace, `null` removes. Layers are given top first. */
export function mergeLayers(layers: readonly Layer[]): unknown {
  return layers.reduceRight<unknown>((below, layer) => merge(below, layer.value ?? {}), {})
}

/** A problem at the place where `path` was last written, or at the nearest thing above it. */
export function problemAt(layers: readonly Layer[], path: Path, says: string): ProfileProblem {
  for (let length = path.length; length > 0; length--) {
    const place = path.slice(0, length)
    for (const layer of layers) {
      const line = layer.lines().lineOf(place)
      if (line !== undefined) return problem(layer.file, line, path, says)
    }
  }
  return problem(layers[0]?.file ?? '', 1, path, says)
}

function problem(file: string, line: number, path: Path, says: string): ProfileProblem {
  const where = path.map(String).join('.')
  return { file, line, path: where, sentence: `${file}.yaml, line ${line}: ${where === '' ? '' : `${where}: `}${says}` }
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

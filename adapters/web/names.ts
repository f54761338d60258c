/**
 * What a field is called in the page, so that its answer can be read without knowing the form.
 *
 * @example
 *   text/A17                    words that were typed
 *   one/B2                      one choice
 *   many/D9                     several
 *   date/B5/day … /time         a date in its boxes
 *   rows/E7/0/text/what         a cell of the first row
 */
export type NameKind = 'text' | 'one' | 'many' | 'date' | 'rows'

export function nameOf(kind: NameKind, ...path: readonly (string | number)[]): string {
  return [kind, ...path.map((part) => encodeURIComponent(String(part)))].join('/')
}

/** A cell's own name, put inside its row. */
export function cellName(field: string, row: number, cell: string): string {
  return `${nameOf('rows', field, row)}/${cell}`
}

/** The id in the page of a field, a row or a cell: letters, digits, `-` and `_` only, so that it can stand after a `#`. */
export function anchorOf(...path: readonly (string | number)[]): string {
  return ['f', ...path].map((part) => String(part).replace(/[^\w-]/g, '_')).join('-')
}

/** One part of a name as it was before; undefined when it was never one of ours. */
export function readPart(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/**
 * JSON with one spelling: keys sorted, no spaces, as RFC 8785 has it, so that equal values have equal hashes wherever they were written.
 * Absent (undefined) properties are left out. Throws on what JSON cannot hold and a hash would therefore not cover.
 *
 * @example
 *   canonical({ b: [1, 'x'], a: true })   // '{"a":true,"b":[1,"x"]}'
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (isPlain(value)) {
    const present = Object.keys(value).filter((key) => value[key] !== undefined)
    return `{${present
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`
  }
  throw new TypeError(
    `not plain JSON: ${typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)}`,
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

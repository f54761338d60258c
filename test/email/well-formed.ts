/** Reads a page strictly: every tag closed in order, every attribute quoted, every special letter escaped. Throws where a reader would have to guess. */

const TOKEN =
  /<!DOCTYPE html>|<(?<close>\/?)(?<tag>[a-z][a-z0-9]*)(?: [a-z-]+="[^"<>]*")*(?<empty> \/)?>|&(?:amp|lt|gt|quot|#39);|[^<>&]+/y
const LETTERS = new Map(Object.entries({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }))

/** All words between the tags of the body. */
export function wordsOnPage(page: string): string {
  const open: string[] = []
  let words = ''
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < page.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(page)
    if (token === null) throw new Error(`not well-formed at: ${page.slice(at, at + 60)}`)
    const { tag, close, empty } = token.groups ?? {}
    if (tag === undefined) words += open.includes('body') ? (LETTERS.get(token[0]) ?? token[0]) : ''
    else if (close) {
      const last = open.pop()
      if (last !== tag) throw new Error(`</${tag}> closes <${last}>`)
    } else if (!empty) open.push(tag)
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`)
  return words
}

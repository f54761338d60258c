/** A message too long for one page: what its pages say of themselves, and what becomes of them when it changes. */

/** Draws each group of parts as a page. Where there are several each says which it is, behind its summary and at its foot. */
export function numbered<Part, Page>(
  summary: string,
  groups: readonly (readonly Part[])[],
  draw: (summary: string, parts: readonly Part[], foot: string) => Page,
): [Page, ...Page[]] {
  const [first = [], ...more] = groups
  if (more.length === 0) return [draw(summary, first, '')]
  const of = more.length + 1
  const page = (parts: readonly Part[], n: number) => draw(`${summary} (${n} of ${of})`, parts, `Page ${n} of ${of}`)
  return [page(first, 1), ...more.map((parts, n) => page(parts, n + 2))]
}

/**
 * What each posted page shows now: each page takes the place of the one before, and a page too many is `empty`. What has grown by a page cannot be
 * added to, since every later update would add it again: so the last page says that there is `more`.
 */
export function inPlace<Page>(
  posted: readonly string[],
  pages: readonly Page[],
  { empty, more }: { readonly empty: Page; readonly more: (page: Page) => Page },
): { readonly id: string; readonly page: Page }[] {
  return posted.map((id, n) => {
    const page = pages[n] ?? empty
    const grown = n === posted.length - 1 && pages.length > posted.length
    return { id, page: grown ? more(page) : page }
  })
}

export const NOT_NEEDED = 'This page is no longer needed.'
export const THERE_IS_MORE = 'There is more of this now than fits here. Ask for it again to see all of it.'

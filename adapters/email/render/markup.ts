/**
 * HTML that cannot be broken into: whatever is put into a template is escaped, unless a template made it.
 *
 * @example html`<p>${'<b>Zoë & co</b>'}</p>`.markup // '<p>&lt;b&gt;Zoë &amp; co&lt;/b&gt;</p>'
 */

export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[]

export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: fixed.reduce((all, piece, n) => all + drawn(parts[n - 1] ?? '') + piece) }
}

/** Words of several lines: a blank line ends the paragraph. */
export function paragraphs(words: string, draw: (lines: Markup) => Markup): Markup[] {
  return clean(words)
    .split(/\n\s*\n/)
    .filter((each) => each.trim() !== '')
    .map((each) => draw(broken(each.trim())))
}

/** Line breaks kept. */
export function broken(words: string): Markup {
  return { markup: escaped(words).replaceAll('\n', '<br />\n') }
}

/** Without the characters that no reader sees and some mail programmes stumble over. */
export function clean(words: string): string {
  return words.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(INVISIBLE, '')
}

/** Control characters but tab and newline, and what is no character at all. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu

/** As one line, for a subject, a title and the cell of a table. */
export function oneLine(words: string): string {
  return clean(words).replaceAll(/\s+/g, ' ').trim()
}

function drawn(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(words: string): string {
  return clean(words).replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
}

/** The little markdown that Teams draws in messages and cards: bold, italic, links, lists, line breaks. Gives HTML in which every word is escaped. */
export function markdown(text) {
  const lines = text.split(/\r?\n/)
  const out = []
  let list
  for (const line of lines) {
    const item = /^\s*(?:([-*])|\d+\.)\s+(.*)$/.exec(line)
    const kind = item && (item[1] ? 'ul' : 'ol')
    if (list && list !== kind) out.push(`</${list}>`)
    if (item && list !== kind) out.push(`<${kind}>`)
    list = kind ?? undefined
    if (item) out.push(`<li>${inline(item[2])}</li>`)
    else if (line.trim() !== '') out.push(`<p>${inline(line)}</p>`)
  }
  if (list) out.push(`</${list}>`)
  return out.join('')
}

function inline(text) {
  return escaped(text)
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener">$1</a>')
    .replace(/(^|[\s(])(https?:\/\/[^\s<)]+)/g, '$1<a href="$2" target="_blank" rel="noopener">$2</a>')
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])[_*](\S(?:.*?\S)?)[_*](?=[\s).,;:!?]|$)/g, '$1<em>$2</em>')
    .replace(/\\([\\`*_{}[\]()#+\-.!~|&lt;&gt;])/g, '$1')
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

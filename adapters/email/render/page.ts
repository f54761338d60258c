/**
 * A letter as a page: headings, tables and lists a screen reader can follow; no picture, no script, nothing fetched from anywhere. Every style stands
 * on its element, since many mail programmes read no other.
 *
 * @example renderPage(letter) // '<!DOCTYPE html>…'
 */
import { type Drawer, drawWith } from '../../../src/chat/drawer.ts'
import { TONES } from '../../../src/chat/tones.ts'
import type { Button, FactRow } from '../../../src/chat/words.ts'
import {
  ANSWER,
  ANSWER_ELSEWHERE,
  ANSWER_NOTE,
  type Answer,
  CAN,
  FOOT,
  grid,
  type Letter,
  opened,
  pressed,
  worded,
} from './letter.ts'
import { broken, html, type Markup, oneLine, paragraphs } from './markup.ts'
import { STYLE, TINTS } from './style.ts'

export function renderPage({ subject, reader, title, blocks, answer }: Letter): string {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light" />
<title>${subject}</title>
</head>
<body style="${STYLE.body}">
<table role="presentation" style="${STYLE.frame}">
<tr><td style="${STYLE.band}"><strong style="${STYLE.mark}">Muster</strong> for ${reader}</td></tr>
<tr><td style="${STYLE.sheet}">
<h1 style="${STYLE.title}">${title}</h1>
${blocks.map((block) => drawWith(drawer, block))}
${answer ? drawAnswer(answer) : ''}
</td></tr>
<tr><td style="${STYLE.foot}">
${FOOT.map((words) => html`<p style="${STYLE.footLine}">${words}</p>`)}
</td></tr>
</table>
</body>
</html>
`.markup
}

const drawer: Drawer<Markup> = {
  heading: ({ text }) => (text.trim() === '' ? NOTHING : html`<h2 style="${STYLE.heading}">${oneLine(text)}</h2>`),
  text: ({ text, quiet }) => all(drawText(text, quiet ? STYLE.quiet : STYLE.text)),
  facts: ({ rows }) => drawFacts(rows),
  list: ({ items, ordered = false }) => drawList(items, ordered),
  table: ({ caption, columns, rows }) => drawTable(caption, columns, rows),
  figure: ({ sentence, table }) => all([...drawText(sentence, STYLE.text), drawTable('', table.columns, table.rows)]),
  progress: ({ label, done, of }) => drawProgress(label, done, of),
  notice: ({ tone, text }) =>
    html`<div style="${STYLE.notice};${TINTS[tone]}"><strong>${TONES[tone].word}:</strong> ${broken(text.trim())}</div>`,
  divider: () => html`<hr style="${STYLE.rule}" />`,
  actions: ({ buttons }) =>
    all([drawChoices(pressed(buttons).map(({ label }) => label)), ...opened(buttons).map(drawLink)]),
}

function drawText(words: string, style: string): readonly Markup[] {
  return paragraphs(words, (lines) => html`<p style="${style}">${lines}</p>`)
}

function drawLink({ label, url }: Pick<Button, 'label' | 'url'>): Markup {
  const words = oneLine(label)
  return html`<p style="${STYLE.text}">${url ? html`<a style="${STYLE.link}" href="${url}">${words}</a>` : words}</p>`
}

/** What elsewhere are buttons can only be named here. */
function drawChoices(labels: readonly string[]): Markup {
  return labels.length === 0 ? NOTHING : all([html`<p style="${STYLE.can}">${CAN}:</p>`, drawList(labels, false)])
}

function drawAnswer(answer: Answer): Markup {
  if (answer.at === 'chat') return html`<p style="${STYLE.text}">${ANSWER_ELSEWHERE}</p>`
  return html`<p style="${STYLE.answer}"><a style="${STYLE.button}" href="${answer.link}">${ANSWER}</a></p>
<p style="${STYLE.quiet}">${ANSWER_NOTE}</p>`
}

function drawFacts(rows: readonly FactRow[]): Markup {
  const drawn = rows.map((row) => {
    const note = row.note?.trim() ? html`<div style="${STYLE.note}">${broken(row.note.trim())}</div>` : NOTHING
    return html`<tr><th scope="row" style="${STYLE.label}">${oneLine(row.label)}</th><td style="${STYLE.value}">${drawValue(row)}${note}</td></tr>`
  })
  return rows.length === 0 ? NOTHING : html`<table style="${STYLE.table}">\n${drawn}\n</table>`
}

function drawValue(row: FactRow): Markup {
  const words = broken(worded(row).trim())
  return row.tone && row.tone !== 'neutral' ? html`<strong>${words}</strong>` : words
}

function drawList(items: readonly string[], ordered: boolean): Markup {
  const drawn = items.flatMap((item, n) =>
    item.trim() === ''
      ? []
      : [
          ordered
            ? html`<li value="${n + 1}" style="${STYLE.item}">${broken(item.trim())}</li>`
            : html`<li style="${STYLE.item}">${broken(item.trim())}</li>`,
        ],
  )
  if (drawn.length === 0) return NOTHING
  return ordered ? html`<ol style="${STYLE.list}">\n${drawn}\n</ol>` : html`<ul style="${STYLE.list}">\n${drawn}\n</ul>`
}

function drawTable(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const { head, body, width } = grid(columns, rows)
  if (width === 0) return caption.trim() === '' ? NOTHING : html`<p style="${STYLE.caption}">${oneLine(caption)}</p>`
  const named = caption.trim() === '' ? NOTHING : html`<caption style="${STYLE.caption}">${oneLine(caption)}</caption>`
  const cells = (row: readonly string[]) => row.map((cell) => html`<td style="${STYLE.cell}">${cell}</td>`)
  return html`<table style="${STYLE.table}">
${named}
<thead><tr>${head.map((cell) => html`<th scope="col" style="${STYLE.column}">${cell}</th>`)}</tr></thead>
<tbody>
${body.map((row) => html`<tr>${cells(row)}</tr>`)}
</tbody>
</table>`
}

/** The numbers are the message; the bar beside them is for the eye only. */
function drawProgress(label: string, done: number, of: number): Markup {
  const share = of > 0 ? Math.round((Math.min(Math.max(done, 0), of) / of) * 100) : 0
  const part = (style: string, width: number) =>
    width === 0 ? NOTHING : html`<td style="${style}" width="${width}%"></td>`
  return html`<p style="${STYLE.can}">${oneLine(label)}: <strong>${done} of ${of}</strong></p>
<table role="presentation" aria-hidden="true" style="${STYLE.bar}"><tr>${part(STYLE.full, share)}${part(STYLE.empty, 100 - share)}</tr></table>`
}

const NOTHING = html``
const all = (parts: readonly Markup[]) => html`${parts}`

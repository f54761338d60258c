import { greedy } from '../../../src/chat/fit.ts'
import { labelled } from '../../../src/chat/labelled.ts'
import { toned } from '../../../src/chat/tones.ts'
import type { FactRow } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { line, paragraphs, rich, type SlackBlock, small } from './kit.ts'

/** "Label: value", a line each, with the reason below it. */
export function drawFacts(rows: readonly FactRow[]): SlackBlock[] {
  return greedy(rows.map(worded), { weight: LIMITS.section }, lengthOf).flatMap((group): SlackBlock[] => {
    const [only] = group
    if (only && lengthOf(only) > LIMITS.section) return paragraphs(only.bold + only.text + only.italic)
    const lines = group.map(line).filter((each) => each.elements.length > 0)
    return lines.length ? [rich(lines)] : []
  })
}

/** Each in small grey words of its own. */
export function drawQuietFacts(rows: readonly FactRow[]): SlackBlock[] {
  return rows.map(worded).flatMap(({ bold, text, italic }) => small(bold + text + italic))
}

interface Worded {
  readonly bold: string
  readonly text: string
  readonly italic: string
}

function worded(row: FactRow): Worded {
  const label = row.label.trim()
  return {
    bold: label === '' ? '' : row.value === '' ? label : `${labelled(label)} `,
    text: row.tone && row.tone !== 'neutral' ? toned(row.tone, row.value) : row.value,
    italic: row.note ? `\n${row.note}` : '',
  }
}

const lengthOf = (words: Worded) => words.bold.length + words.text.length + words.italic.length

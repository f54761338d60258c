import { labelled } from '../../../src/chat/labelled.ts'
import { toned } from '../../../src/chat/tones.ts'
import type { FactRow } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { line, type Part, paragraphs, small, weigh } from './kit.ts'
import { LOOKS } from './tones.ts'

/** A label and its value side by side, a row each, with the reason below the value; where one is long and
 * has a reason beside it, all stand above their values: a phone would break both word by word. */
export function drawFacts(rows: readonly FactRow[]): Part[] {
  const stacked = rows.some(({ label, note }) => label.length > LIMITS.besideLabel && note !== undefined)
  return rows.flatMap((row) => {
    const label = paragraphs(row.label, { weight: 'bolder' })
    const value = [...worded(row), ...closeBelow(small(row.note ?? ''))]
    if (label.length === 0 || value.length === 0) return [...label, ...value]
    if (stacked) return [...label, ...closeBelow(value)]
    const pair = sideBySide(label, value)
    return weigh(pair) <= LIMITS.cardBytes / 2 ? [pair] : [...label, ...value]
  })
}

/** Small, and as wide as the card: a label and its value in one line, with the reason below. */
export function drawQuietFacts(rows: readonly FactRow[]): Part[] {
  return rows.flatMap(({ label, value, note, tone = 'neutral' }) => {
    const words = tone === 'neutral' ? value : toned(tone, value)
    if (label.length + words.length > LIMITS.paragraph || /[\r\n]/.test(label + words))
      return [...small(label), ...small(words), ...small(note ?? '')]
    const head = line([`${labelled(label)} `, { size: 'small', weight: 'bolder' }], [words, { size: 'small' }])
    return [{ ...head, spacing: 'small' }, ...closeBelow(small(note ?? ''))]
  })
}

const closeBelow = (parts: readonly Part[]): Part[] => parts.map((part) => ({ ...part, spacing: 'none' }))

const sideBySide = (label: Part[], value: Part[]): Part => ({
  type: 'ColumnSet',
  spacing: 'small',
  columns: [
    { type: 'Column', width: 2, items: label },
    { type: 'Column', width: 3, items: value },
  ],
})

function worded({ value, tone = 'neutral' }: FactRow): Part[] {
  return tone === 'neutral' ? paragraphs(value) : paragraphs(toned(tone, value), { color: LOOKS[tone].color })
}

import type { Row } from './row.ts'

/** The rows as a Markdown table. */
export function print(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    row.ours,
    row.peer,
    String(row.ratio),
    row.spread.join(' to '),
    `${row.wants === 'at most' ? '≤' : '≥'} ${row.goal}`,
    row.ok ? 'kept' : 'missed',
    row.dominates,
  ])
  const head = ['what', 'Muster', 'peer', 'ratio', 'rounds', 'goal', '', 'dominated by']
  return `${[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

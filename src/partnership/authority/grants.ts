/**
 * What a cell of the permission matrix says: levels and named powers, each perhaps only within a scope. `R, W:own-agency` is read by all and
 * written for one's own agency.
 */

/** The letters of DOMAIN 6 but for `a`, which is the scope `own-agency`: full, decides, writes, reads, status line only. */
const levels = ['F', 'D', 'W', 'R', 's'] as const
/** Powers that are neither reading nor writing: to return a draft, to propose, to put a question to the partners. */
const powers = [
  'advise',
  'approve',
  'ask',
  'briefed',
  'chair',
  'challenge',
  'consult',
  'contribute',
  'critique',
  'draft',
  'execute',
  'facilitate',
  'nominate',
  'propose',
  'ratify',
  'record',
  'report',
  'return',
  'told',
] as const
const scopes = [
  'appointed',
  'for-own-agency',
  'icsc-seat',
  'in-own-area',
  'of-case-review',
  'of-learning',
  'of-police',
  'of-quality',
  'own-acts',
  'own-agency',
  'own-case',
  'own-group',
  'own-items',
  'own-la',
  'released',
  'shared',
  'summary',
  'technical',
  'vice-chair',
  'voting',
] as const

export type Level = (typeof levels)[number]
export type Power = (typeof powers)[number]
export type Scope = (typeof scopes)[number]

export interface Grant {
  readonly to: Level | Power
  readonly scope?: Scope
}

/** Reads a cell; an empty one is `-`. Throws on a word it does not know: the table is ours, so that is a bug. */
export function readCell(cell: string): readonly Grant[] {
  if (cell === '-') return []
  return cell.split(', ').map((words) => {
    const [to, scope] = words.split(':')
    const known = [...levels, ...powers].find((one) => one === to)
    const within = scopes.find((one) => one === scope)
    if (known === undefined || within !== scope) throw new Error(`the matrix says "${words}", which means nothing`)
    return within === undefined ? { to: known } : { to: known, scope: within }
  })
}

/** Who may write may read; who decides must have read. Full is all but deciding. */
const includes: Partial<Record<Level | Power, readonly (Level | Power)[]>> = {
  F: ['W', 'R', 's'],
  D: ['R', 's'],
  W: ['R', 's'],
  R: ['s'],
}

/** Whether holding one level or power is enough where another is needed. */
export function covers(held: Level | Power, needed: Level | Power): boolean {
  return held === needed || (includes[held]?.includes(needed) ?? false)
}

/** What only a deputy who may decide can do in a member's place (DOMAIN 4.1). */
export function decides(needed: Level | Power): boolean {
  return needed === 'D' || needed === 'ratify' || needed === 'approve'
}

/** The authority table as rows to print: `muster permissions` shows what is enforced, because it reads the same table. */
import { type Capacity, capacities } from '../profile/shape.ts'
import type { Partnership } from '../types.ts'
import { covers, type Grant } from './grants.ts'
import { type Capability, matrix } from './matrix.ts'
import { type VerbRule, verbs } from './verbs.ts'

export interface PermissionRow {
  readonly capability: string
  readonly title: string
  readonly cells: Readonly<Record<Capacity, string>>
}

export interface VerbRow {
  readonly verb: string
  readonly says: string
  readonly who: readonly string[]
  readonly twoPeople: boolean
}

export interface Permissions {
  /** The columns, with the titles this profile gives them. */
  readonly columns: readonly { readonly capacity: Capacity; readonly title: string }[]
  readonly rows: readonly PermissionRow[]
  readonly verbs: readonly VerbRow[]
}

/** The whole table: the matrix of DOMAIN 6 with its additions, and who may do each verb. */
export function permissions(p: Partnership): Permissions {
  const title = (capacity: Capacity) =>
    Object.values(p.profile.roles).find((role) => role.capacity === capacity)?.title ?? capacity
  return {
    columns: capacities.map((capacity) => ({ capacity, title: title(capacity) })),
    rows: Object.entries(matrix).map(([capability, row]) => ({
      capability,
      title: row.title,
      cells: Object.fromEntries(capacities.map((one) => [one, sayCell(row.cells[one])])) as Record<Capacity, string>,
    })),
    verbs: verbs.map(([verb, rule]) => ({
      verb,
      says: rule.says,
      who: whoIn(rule, title),
      twoPeople: rule.two === true,
    })),
  }
}

function sayCell(grants: readonly Grant[]): string {
  if (grants.length === 0) return '-'
  return grants.map(({ to, scope }) => (scope === undefined ? to : `${to} (${scope.replaceAll('-', ' ')})`)).join(', ')
}

function whoIn(rule: VerbRule, title: (capacity: Capacity) => string): readonly string[] {
  if (rule.open === 'everyone') return ['everybody registered']
  const seats = capacities.filter((capacity) =>
    capabilitiesOf(rule).some((capability) =>
      rule.needs?.some((needed) => matrix[capability].cells[capacity].some((grant) => covers(grant.to, needed))),
    ),
  )
  return [
    ...seats.map(title),
    ...(rule.members === undefined
      ? []
      : [rule.members === 'any' ? 'members of the group' : 'voting members of the group']),
    ...(rule.owner ? ['whoever owns it'] : []),
    ...(rule.open === 'unseated' ? ['anybody registered with an agency and without a seat'] : []),
  ]
}

function capabilitiesOf({ capability }: VerbRule): readonly Capability[] {
  if (capability === undefined) return []
  if (typeof capability === 'string') return [capability]
  return [...new Set(Object.values('byForm' in capability ? capability.byForm : capability.byGroup))]
}

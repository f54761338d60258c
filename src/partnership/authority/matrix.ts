/**
 * The permission matrix (DOMAIN 6), as data: what each capability is called, and for each column what its holders may.
 * Columns: commissioner | adviser | support team | safeguarding partner | executive member | sub-group chair | Lead Member | Lay Member |
 * agency contact | reviewer | LA notifier | case alternate | system administrator.
 */
import { type Capacity, capacities } from '../profile/shape.ts'
import { type Grant, readCell } from './grants.ts'

const rows = {
  'raise-case': ['Raise a case', 'W | W | W | W | W | W | - | - | W | - | W | - | -'],
  'case-exists': [
    'See that a case exists',
    'F | F | F | s | s:released | s:of-case-review | - | - | s:own-agency | s:own-case | s:own-la | s:appointed | -',
  ],
  'scope-requests': ['Scope and send requests', 'R | F | W | s | - | - | - | - | - | - | - | - | -'],
  'agency-return': [
    'Agency return',
    'R | R | R | R:shared | - | - | - | - | W:own-agency | R:own-case | - | R:appointed | -',
  ],
  'rapid-review-draft': [
    'Rapid review draft',
    'R, return | F | W | R:shared | - | - | - | - | - | - | - | R:appointed, return:appointed | -',
  ],
  agree: ['Agree content and decision', 'D | - | - | - | - | - | - | - | - | - | - | D:appointed | -'],
  point: ['Raise a point or dissent', '- | - | - | W:for-own-agency | - | - | - | - | W:own-agency | - | - | - | -'],
  ratify: ['Ratify', '- | record | - | D:for-own-agency | - | - | - | - | - | - | - | - | -'],
  notified: ['Record the notification sent', 'R | W | - | R | - | - | - | - | - | - | D:own-la | - | -'],
  submitted: ['Record the rapid review submitted', 'R | D | W | R | - | - | - | - | - | - | - | - | -'],
  'recommend-delay': ['Recommend delay', 'D | draft | - | R | - | - | - | - | - | ask:own-case | - | D:appointed | -'],
  'approve-delay': ['Approve delay', '- | - | - | D:for-own-agency | - | - | - | - | - | - | - | - | -'],
  'non-publication': [
    'Non-publication justification',
    'D | draft | - | ratify:for-own-agency | - | - | - | - | - | - | - | D:appointed | -',
  ],
  'family-letters': ['Family letters', 'R | approve | W | - | - | - | - | - | told:own-case | - | - | - | -'],
  hold: [
    'Police or CPS hold',
    'R | W | R | W:of-police | - | - | - | - | W:of-police | R:own-case | - | R:appointed | -',
  ],
  'strategic-papers': [
    'Papers and minutes of the safeguarding partners',
    'F | F | F | F | - | R:own-items | - | - | - | - | - | - | -',
  ],
  'executive-papers': [
    'Papers and minutes of the executive body',
    'F | F | F | F | F | F | R | R | R:own-items | - | - | - | -',
  ],
  vote: ['Vote in a deciding body', 'chair | - | - | D:voting | D:voting | - | - | D:voting | - | - | - | - | -'],
  'group-papers': [
    'Sub-group agenda and actions',
    'R | F | F | R | R | F:own-group | - | - | W:own-items | - | - | - | -',
  ],
  'business-plan': [
    'Business plan and risk register',
    'R, challenge | W | W | D | W | W:own-items | R:summary | R:summary | W:own-items | - | - | - | -',
  ],
  audits: [
    'Audits (section 11, 175, case audits)',
    'R | F | W | R | R:own-agency, R:summary | F:of-quality | R:summary | R:summary | W:own-agency | - | - | - | -',
  ],
  disputes: ['Disputes', 'R, facilitate | W, record | W | D | W | - | - | - | W:own-agency | - | - | - | -'],
  amendments: [
    'Amendments of the arrangements',
    'facilitate | W | W | D:for-own-agency | consult | - | consult | consult | - | - | - | - | -',
  ],
  groups: ['Create or dissolve a group', 'advise | W | W | D | propose | propose | - | - | - | - | - | - | -'],
  'annual-report': [
    'Annual report',
    'critique | W | W | D | contribute | contribute | R:shared | R:shared | contribute | - | - | - | -',
  ],
  learning: [
    'Learning and briefings',
    'approve | F | W | R | R, briefed | W:of-learning | R | R | R, briefed | W | - | - | -',
  ],
  calendar: ['Calendar, holiday list, rules', 'R | approve | W | R | - | - | - | - | - | - | - | - | W'],
  'audit-trail': [
    'Audit trail',
    'R | R | R:own-acts | R:own-acts, R:in-own-area | R:own-acts | R:own-group | - | - | R:own-acts | R:own-case | R:own-acts | R:appointed | R:technical',
  ],
  membership: [
    'Membership and role grants',
    'approve:icsc-seat | D | W | nominate:own-agency | nominate:own-agency | - | - | - | nominate:own-agency | - | - | - | execute',
  ],
  incident: [
    'Personal-data incident',
    'R | D | W | R:own-agency | report | report | report | report | report | report | report | - | W',
  ],
  // What the tool needs beyond the matrix of DOMAIN 6: from its transition table (2.3) and its groups (4), or defaults.
  acknowledge: [
    'Acknowledge the shared review',
    'R | R | R | W:for-own-agency | - | - | - | - | - | - | - | R:appointed | -',
  ],
  'review-meeting': ['Hold the rapid review meeting', 'F | F | W | s | - | - | - | - | - | - | - | s:appointed | -'],
  'panel-response': ['Record the Panel\u2019s response', 'R | D | W | R | - | - | - | - | - | - | - | R:appointed | -'],
  'move-date': ['Move a statutory date', 'D | W | - | R | - | - | - | - | - | - | - | D:appointed | -'],
  withdraw: ['Withdraw a case', 'D | W | - | R | - | - | - | - | - | - | D:own-la | - | -'],
  'close-or-reopen': ['Close or reopen a case', 'D | W | - | R | - | - | - | - | - | - | - | D:appointed | -'],
  'practice-review': ['Run a practice review', 'F | F | W | R | - | - | - | - | - | W:own-case | - | R:appointed | -'],
  publish: ['Publish a report', 'D | W | W | R | - | - | - | - | - | - | - | D:appointed | -'],
  'case-review-papers': [
    'Papers and minutes of case review',
    'F | F | F | R | - | F:own-group | - | - | R:own-items | - | - | R:appointed | -',
  ],
  'event-papers': ['Programme of a partnership event', 'F | F | F | R | R | R | R | R | R | R | R | R | R'],
  'run-meeting': [
    'Plan and run meetings',
    'F | F | W | F:vice-chair | F:vice-chair | F:own-group | - | - | F:vice-chair | - | F:vice-chair | - | -',
  ],
  retention: ['Hold, keep or delete records', 'D | D | W | - | - | - | - | - | - | - | - | - | -'],
  'dispute-account': ['What a dispute is about', 'R | R | R | R:shared | - | - | - | - | R:own-agency | - | - | - | -'],
  evidence: ['Take an evidence pack', 'R | R | R | - | - | - | - | - | - | - | - | - | -'],
  technical: ['Look after Muster itself', '- | W | W | - | - | - | - | - | - | - | - | - | W'],
} as const satisfies Record<string, readonly [title: string, cells: string]>

export type Capability = keyof typeof rows

export interface Row {
  readonly title: string
  readonly cells: Readonly<Record<Capacity, readonly Grant[]>>
}

function readRow([title, cells]: readonly [string, string]): Row {
  const written = cells.split(' | ')
  if (written.length !== capacities.length) throw new Error(`the matrix row "${title}" has ${written.length} cells`)
  const byCapacity = capacities.map((capacity, column) => [capacity, readCell(written[column] as string)])
  return { title, cells: Object.fromEntries(byCapacity) as Row['cells'] }
}

export const matrix = Object.fromEntries(
  Object.entries(rows).map(([capability, row]) => [capability, readRow(row)]),
) as Readonly<Record<Capability, Row>>

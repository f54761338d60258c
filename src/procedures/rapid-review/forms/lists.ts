/** Options that more than one form of the Rapid Review offers. */

/** Age bands stand for children in chat; nothing nearer is asked there (PR-1, 10.2.33). */
export const AGE_BANDS = {
  unborn: 'Unborn',
  'under-1': 'Under 1',
  '1-4': '1 to 4',
  '5-10': '5 to 10',
  '11-15': '11 to 15',
  '16-17': '16 to 17',
} as const

export const ABUSE_OR_NEGLECT = {
  known: 'Known',
  suspected: 'Suspected',
  'not-suspected': 'Not suspected',
  unknown: 'Not known',
} as const

/** People by their relation, never by name. */
export const FAMILY_ROLES = {
  mother: 'Mother',
  father: 'Father',
  partner: 'Partner of a parent',
  'sibling-1': 'Sibling 1',
  'sibling-2': 'Sibling 2',
  'sibling-3': 'Sibling 3',
  'other-sibling': 'Another sibling',
  grandparent: 'Grandparent',
  'other-adult': 'Another significant adult',
} as const

export const CHILD_SLOTS = {
  'child-1': 'Child 1',
  'child-2': 'Child 2',
  'child-3': 'Child 3',
  'child-4': 'Child 4',
  sibling: 'A sibling',
  'other-child': 'Another child in contact with the adult',
} as const

/** The national system takes the details of four; one incident may touch more (2.1). */
export const MOST_CHILDREN = 20

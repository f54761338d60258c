/** A small partnership for the forms to be asked in, at a fixed moment: Thursday 17 December 2026, 16:45 in London. */
import { choices, type FormContext, type OptionList } from '../../src/forms/form.ts'

const LISTS: Readonly<Record<OptionList, Readonly<Record<string, string>>>> = {
  agencies: {
    'hackney-council': 'Hackney Council',
    homerton: 'Homerton Hospital',
    housing: 'Hackney Housing',
    elft: 'ELFT',
  },
  'safeguarding-partners': { 'hackney-council': 'Hackney Council', nhs: 'NHS', mps: 'Met Police' },
  'local-authorities': { 'hackney-council': 'Hackney Council', 'city-corporation': 'City of London Corporation' },
  areas: { hackney: 'Hackney', city: 'City of London' },
  anywhere: {
    hackney: 'Hackney',
    city: 'City of London',
    'other-england': 'Another area in England',
    'not-known': 'Not known',
  },
  people: { icsc: 'Marlowe Testwick', spa: 'Priya Sampleton', housing: 'Gil Nullman' },
  'stand-ins': { housing: 'Gil Nullman' },
  roles: { icsc: 'Commissioner', spa: 'Senior Professional Adviser' },
  'case-agencies': { homerton: 'Homerton Hospital', housing: 'Hackney Housing' },
  'case-actions': { 'action-2027-1': 'Action 1 of 2027' },
  'legal-basis': { 'partners-request': 'Required by the safeguarding partners' },
  'learning-channels': { tusk: 'TUSK briefing', training: 'Training programme' },
  themes: { voice: 'Voice of the child', thresholds: 'Thresholds' },
  'every-agency': { 'hackney-council': 'Hackney Council', 'support-team': 'Support team' },
  groups: { slt: 'Strategic Leadership Team' },
  'seat-roles': { member: 'Group member' },
  leavers: { housing: 'Gil Nullman' },
}

export const AT = '2026-12-17T16:45:00.000Z'

export function partnership(more: Partial<FormContext> = {}): FormContext {
  return { at: AT, facts: {}, options: (list) => choices(LISTS[list]), ...more }
}

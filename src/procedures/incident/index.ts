/**
 * A personal-data incident (PR-3, PR-20): contained, the data protection officer and the partners told, who are joint controllers, and decided within
 * seventy-two hours whether the Information Commissioner is told (UK GDPR art. 33). The hours run through nights, weekends and clock changes (C-8). A
 * person reports; Muster records that they did.
 */
import { type Refusal, refuse } from '../../kernel/result.ts'
import { londonInstant } from '../../kernel/time.ts'
import { answersOf, type Course, outcomeUnder, settled } from '../engine/course.ts'
import { byRule } from '../engine/limits.ts'
import { byButton, byForm, procedure } from '../engine/procedure.ts'
import { eachSafeguardingPartner, either, role, spa, supportTeam } from '../who.ts'
import { forms } from './forms.ts'

const handlers = either('The adviser and the support team', spa, supportTeam)
const isReported = (course: Course) => outcomeUnder(course, 'decide') === 'report'
const isHigh = (course: Course) =>
  outcomeUnder(course, 'decide') !== undefined && answersOf(course, 'X-decide').XD1 === 'high'

export const incident = procedure('incident', {
  title: 'Data incident',
  source: 'UK GDPR art. 33 and 34',
  numbered: 'DI',
  matter: 'incident',
  forms,
  formFacts: (form, { XR1 }, _setting, { course }) => ({
    late: form === 'X-report' && course !== undefined && isAfterTheHours(course, XR1) ? 'yes' : 'no',
  }),

  entrances: {
    report: {
      form: 'X',
      may: 'incident.report',
      events: { found: 'X2' },
      about: ({ X3, X4 }) => ({ kind: String(X3 ?? ''), place: String(X4 ?? '') }),
      tells: [spa, supportTeam, role('icsc')],
    },
  },

  steps: {
    contain: {
      says: 'Contain it',
      owes: handlers,
      may: 'incident.handle',
      due: 'E-BREACH-first',
      closes: byForm('X-contain', {
        label: 'Say what was done',
        outcome: ({ XC2 }) => (XC2 === 'working' ? undefined : XC2 === 'no' ? 'contained' : 'not-contained'),
      }),
      explains: ({ about }) =>
        about.kind === 'posted'
          ? ['Ask whoever wrote it to delete it, and check that it is gone. Do not quote it.']
          : [],
    },
    officer: {
      says: 'Tell the data protection officer, and record when',
      owes: handlers,
      may: 'incident.handle',
      due: 'E-BREACH-first',
      closes: byForm('X-officer', { label: 'Record when they were told', moment: 'XO1' }),
    },
    partners: {
      says: 'Tell the safeguarding partners, as joint controllers',
      source: 'UK GDPR art. 26',
      owes: handlers,
      may: 'incident.handle',
      due: 'E-BREACH-first',
      closes: byButton({
        label: 'Tell the partners',
        outcome: 'told',
        style: 'primary',
        confirm: 'This sends every safeguarding partner the card of this incident. It tells nobody outside.',
      }),
      tells: [eachSafeguardingPartner],
    },
    decide: {
      says: 'Decide whether the Information Commissioner is told, and say why',
      owes: spa,
      may: 'incident.decide',
      due: 'E-BREACH',
      closes: byForm('X-decide', { label: 'Decide', outcome: ({ XD2 }) => String(XD2) }),
      marks: { report: ['ico', 'report'], not: ['ico', 'not'] },
      needs: highRiskIsReported,
    },
    report: {
      says: 'Report it to the Information Commissioner, and record that it was sent',
      owes: spa,
      may: 'incident.decide',
      due: 'E-BREACH',
      after: ['decide'],
      when: isReported,
      closes: byForm('X-report', { label: 'Record the report', moment: 'XR1' }),
      explains: () => ['Muster reports nothing: a person does, and records here when and under which reference.'],
      tells: [eachSafeguardingPartner, role('icsc')],
    },
    people: {
      says: 'Tell the people whose data it is',
      source: 'UK GDPR art. 34',
      owes: spa,
      may: 'incident.decide',
      after: ['decide'],
      when: isHigh,
      closes: byForm('X-people', { label: 'Record who was told', outcome: ({ XP1 }) => String(XP1) }),
    },
    close: {
      says: 'Close the incident',
      owes: spa,
      may: 'incident.decide',
      after: ['contain', 'officer', 'partners', 'decide', 'report', 'people'],
      closes: byButton({
        label: 'Close',
        outcome: 'closed',
        style: 'primary',
        confirm: 'Everything has been done and recorded. The record stays.',
      }),
    },
  },

  stages: [
    { id: 'CLOSED', says: 'Closed', holds: (course) => settled(course, 'close'), ends: true },
    { id: 'REPORTED', says: 'Reported to the Information Commissioner', holds: (course) => settled(course, 'report') },
    { id: 'NOT_REPORTED', says: 'Decided: not reported', holds: ({ marks }) => marks.ico === 'not' },
    { id: 'TO_REPORT', says: 'To be reported to the Information Commissioner', holds: isReported },
    {
      id: 'CONTAINED',
      says: 'Contained; being considered',
      holds: (course) => outcomeUnder(course, 'contain') === 'contained',
    },
    { id: 'OPEN', says: 'Open: to be contained', holds: () => true },
  ],
})

function highRiskIsReported(course: Course, { outcome }: { readonly outcome: string }): Refusal | undefined {
  if (outcome !== 'not' || answersOf(course, 'X-decide').XD1 !== 'high') return undefined
  return refuse(
    'high-risk',
    'A breach that puts people at high risk is always reported (UK GDPR art. 33).',
    'Choose “It is to be reported”, or look at the risk again.',
    'XD2',
  )
}

function isAfterTheHours(course: Course, answer: unknown): boolean {
  const limit = byRule(course, 'E-BREACH')
  const isMoment = typeof answer === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(answer)
  return isMoment && limit !== undefined && londonInstant(answer) > limit.limitAt
}

/**
 * The section 11 self-evaluation (20.10 to 20.12): a window opens, each agency answers by itself, those that do not are named and nudged, the peer
 * review looks at what came in, and the findings go to the Executive. A late answer still counts; silence never reads as one.
 */

import { type Course, inStep, settled } from '../engine/course.ts'
import { byButton, byForm, procedure, type Remark } from '../engine/procedure.ts'
import { spa, supportTeam } from '../who.ts'
import { forms } from './forms.ts'
import { actionsBegin, asked, confirmedActions, everyWeakHasAnAction, lateWeakness, weakIn } from './weak.ts'

export const sectionEleven = procedure('section-11', {
  title: 'Section 11 self-evaluation',
  source: '20.10 to 20.12',
  numbered: 'S11',
  matter: 'audit',
  forms,

  entrances: {
    open: {
      form: 'S-open',
      may: 'audit11.open',
      events: { started: 'now' },
      about: () => ({}),
      tells: [spa, supportTeam],
    },
  },

  steps: {
    submit: {
      says: 'Answer the self-evaluation for your agency',
      source: '20.12',
      owes: asked,
      may: 'audit11.submit',
      due: 'D-44-window',
      closes: byForm('S-return', {
        label: 'Open the self-evaluation',
        outcome: ({ SR3 }) => (SR3 === 'yes' ? 'signed-off' : undefined),
      }),
      gap: { at: 'limit' },
      leaves: lateWeakness,
    },
    survey: {
      says: 'Hold the staff survey',
      source: '20.12',
      beside: 'survey',
      owes: supportTeam,
      may: 'audit11.report',
      closes: byButton({ label: 'It has been held', outcome: 'held', style: 'primary' }),
    },
    'peer-review': {
      says: 'Hold the peer review at Quality Assurance',
      source: '20.12',
      owes: spa,
      may: 'audit11.report',
      after: ['submit'],
      closes: byButton({ label: 'It has been held', outcome: 'held', style: 'primary' }),
    },
    weak: {
      says: 'Confirm the actions for standards that are not fully met',
      source: '20.12',
      owes: spa,
      may: 'audit11.report',
      after: ['peer-review'],
      when: (course) => weakIn(course).length > 0,
      closes: byForm('S-actions', { label: 'Confirm the actions' }),
      needs: everyWeakHasAnAction,
      sets: confirmedActions,
    },
    report: {
      says: 'Report the findings to the Executive',
      source: '20.10',
      owes: spa,
      may: 'audit11.report',
      after: ['peer-review', 'survey', 'weak'],
      closes: byForm('S-report', { label: 'Record the report' }),
    },
  },

  stages: [
    { id: 'REPORTED', says: 'Reported to the Executive', holds: (course) => settled(course, 'report'), ends: true },
    { id: 'REVIEWED', says: 'Peer review held', holds: (course) => settled(course, 'peer-review') },
    { id: 'CLOSED', says: 'The window has closed', holds: (course) => settled(course, 'submit') },
    { id: 'OPEN', says: 'The window is open', holds: () => true },
  ],

  prefills: (form, course) => (form === 'S-actions' ? actionsBegin(course) : {}),

  remarks: (course) => [...silence(course), ...weakness(course)],
})

function silence(course: Course): readonly Remark[] {
  const silent = inStep(course, 'submit')
    .filter(({ status }) => status === 'gap')
    .map(({ obligor }) => obligor.label)
  return silent.length === 0
    ? []
    : [{ tone: 'warn', text: `No answer when the window closed: ${silent.join(', ')}. A late one still counts.` }]
}

/** Counts, and no names: every agency reads this card. */
function weakness(course: Course): readonly Remark[] {
  const weak = weakIn(course)
  if (weak.length === 0) return []
  const agencies = new Set(weak.map(({ agency }) => agency)).size
  const found = `${weak.length === 1 ? 'One standard is' : `${weak.length} standards are`} not fully met, in ${agencies === 1 ? 'one agency' : `${agencies} agencies`}.`
  const done = `${course.actions.length === 1 ? 'One action is' : `${course.actions.length} actions are`} in the tracker.`
  return [{ tone: 'neutral', text: course.actions.length === 0 ? found : `${found} ${done}` }]
}

/** The local authority notifies, and tells the partners (19.5 to 19.9; T7 to T9). */
import { agencyName } from '../../../partnership/partnership.ts'
import { answersOf, type Course, owedUnder } from '../../engine/course.ts'
import type { Unsigned } from '../../engine/facts.ts'
import { byForm, during, type Steps } from '../../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate, notifierForArea, spa, supportTeam } from '../../who.ts'
import { isLocal, isReviewed, isUndecided, kindOf, mayHaveToNotify, mustNotify } from '../kind.ts'
import { notificationIn, toldEverybody, untold } from '../readings.ts'

const isOfCareLeaver = (answers: Readonly<Record<string, unknown>>) =>
  Array.isArray(answers.A14) && answers.A14.includes('care-leaver') && !answers.A14.includes('looked-after')

export const notification: Steps = {
  notify: {
    says: 'Notify the Panel in the national system, and record that it was sent',
    source: '19.5 to 19.7',
    owes: notifierForArea,
    may: 'rapid-review.notified',
    due: 'D-01',
    after: ['discuss'],
    stays: true,
    when: mayHaveToNotify,
    atOnce: isUndecided,
    holdsUp: (course) => !isLocal(course),
    closes: byForm('B', {
      label: 'Record the notification',
      outcome: notificationIn,
      moment: 'B5',
      fixes: { aware: 'B1' },
    }),
    explains: (course) => [
      ...(isUndecided(course)
        ? ['The partners have not settled whether it must be notified. The limit runs all the same.']
        : []),
      'Muster notifies nobody. Notify in the national system; then record here when, and under which reference.',
    ],
    // Whoever has written down there that all of them were told is not asked for it once more.
    alerts: toldBesides,
    gives: [],
    givesOn: { sent: ['notified'] },
    marks: { sent: ['triage', 'notify'], 'notify-only': ['triage', 'notify-only'] },
    tells: [eachSafeguardingPartner, icscOrAlternate, spa, supportTeam],
  },
  tell: {
    says: 'Tell all safeguarding partners, the commissioner and the support team',
    source: '19.8',
    owes: notifierForArea,
    may: 'rapid-review.notified',
    due: 'D-02',
    after: ['discuss'],
    stays: true,
    when: mustNotify,
    closes: byForm('B-told', { label: 'Record who has been told', outcome: toldEverybody }),
    explains: whoIsUntold,
  },
  ...during((course) => kindOf(course) === 'notify-only', {
    'notify-death': {
      says: 'Tell the Secretary of State and Ofsted of the death of a looked-after child',
      source: '19.9',
      owes: notifierForArea,
      may: 'rapid-review.notified',
      due: 'D-03',
      after: ['discuss'],
      when: (course) => course.entrance === 'raise' && !isOfCareLeaver(answersOf(course, 'A')),
      closes: byForm('B-only', {
        label: 'Record who was told',
        outcome: ({ BO3 }) => (BO3 === 'no' ? 'told' : undefined),
      }),
      tells: [icscOrAlternate, spa],
    },
    'notify-care-leaver': {
      says: 'Notify the death of a care leaver',
      owes: notifierForArea,
      may: 'rapid-review.notified',
      due: 'D-04',
      after: ['discuss'],
      when: (course) => course.entrance === 'raise' && isOfCareLeaver(answersOf(course, 'A')),
      closes: byForm('B-only', {
        label: 'Record who was told',
        outcome: ({ BO3 }) => (BO3 === 'no' ? 'told' : undefined),
      }),
      tells: [icscOrAlternate, spa],
    },
  }),
  safety: {
    says: 'Is every child involved safe now, and who says so?',
    source: '19.12',
    beside: 'safety',
    owes: spa,
    may: 'case.safety',
    due: 'D-07',
    after: ['notify'],
    when: isReviewed,
    closes: byForm('C-safety', {
      label: 'Say who is safe',
      outcome: ({ CS1 }) => (CS1 === 'yes' ? 'safe' : undefined),
    }),
  },
}

function toldBesides(course: Course): readonly Unsigned[] {
  const tell = owedUnder(course, 'tell')
  if (tell === undefined || tell.closed || toldEverybody(answersOf(course, 'B')) === undefined) return []
  return [{ kind: 'closed', data: { owed: tell.key, round: tell.round, outcome: 'told' } }]
}

/** Once some have been told, the card names the others. */
function whoIsUntold(course: Course): readonly string[] {
  const said = { ...answersOf(course, 'B'), ...answersOf(course, 'B-told') }
  const names = untold(said).map((id) => TOLD_BESIDES[id] ?? agencyName(course.partnership, id, course.at))
  return names.length === 0 ? [] : [`Still to be told: ${names.join(', ')}.`]
}

const TOLD_BESIDES: Readonly<Record<string, string>> = {
  commissioner: 'the commissioner',
  'support-team': 'the support team',
}

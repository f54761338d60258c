/**
 * Rapid Reviews and practice reviews, chapter 19: a serious incident is raised, notified, reviewed within fifteen working days, answered by the
 * Panel; where a practice review is commissioned it runs, is published, and its learning is put into practice. Criminal proceedings never stop the
 * fifteen days. A person notifies, decides, submits and publishes; Muster records that they did.
 *
 * Each page below is a page of the arrangements. Regions beside the main line (safety, family, ratification, learning, delay) block only what they say.
 */

import type { Answers } from '../../forms/form.ts'
import { agency } from '../../partnership/partnership.ts'
import { stageEvents } from '../dispute/ladder.ts'
import { byRule } from '../engine/limits.ts'
import { procedure } from '../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate, spa, supportTeam } from '../who.ts'
import { misplaced, standsIn } from './closures.ts'
import { runningDispute } from './disputes.ts'
import { formFacts } from './form-facts.ts'
import { forms } from './forms/index.ts'
import { isLocal, kindSays } from './kind.ts'
import { moves } from './moves.ts'
import { contribution } from './pages/contribution.ts'
import { family } from './pages/family.ts'
import { learning } from './pages/learning.ts'
import { movedDates } from './pages/moved-dates.ts'
import { notification } from './pages/notification.ts'
import { panel } from './pages/panel.ts'
import { practiceReview } from './pages/practice-review.ts'
import { publication } from './pages/publication.ts'
import { ratification } from './pages/ratification.ts'
import { review } from './pages/review.ts'
import { triage } from './pages/triage.ts'
import { withdrawal } from './pages/withdrawal.ts'
import { prefills, termsIn } from './prefills.ts'
import { remarks } from './remarks.ts'
import { stages } from './stages.ts'

export const rapidReview = procedure('rapid-review', {
  title: 'Rapid Review',
  source: '19.4 to 19.30',
  numbered: 'RR',
  forms,
  formFacts,
  prefills,
  termsIn,
  standsIn,
  objectsTo: misplaced,
  stages,
  kindSays,
  remarks,
  moves,

  entrances: {
    raise: {
      form: 'A',
      may: 'case.raise',
      events: { raised: 'now', incident: 'A7', aware: 'A9t' },
      about: (answers) => ({ kind: 'raised', area: String(answers.A5 ?? ''), home: String(answers.A6 ?? '') }),
      knows: (person, partnership): Answers => (agency(partnership, person.agency).asked ? { A3: person.agency } : {}),
      tells: [icscOrAlternate, spa, supportTeam],
    },
    start: {
      form: 'B',
      may: 'rapid-review.start',
      events: { aware: 'B1', notified: 'B5' },
      about: (answers) => ({ kind: 'statutory', area: String(answers.B14 ?? '') }),
      knows: (person, partnership): Answers => {
        const area = partnership.seats.find((seat) => seat.person === person.id && seat.role === 'la-notifier')?.area
        return area === undefined ? {} : { B14: area }
      },
      closes: ['notify', 'tell'],
      tells: [eachSafeguardingPartner, icscOrAlternate, spa, supportTeam],
    },
    contribute: {
      form: 'C-contribute',
      may: 'case.scope',
      events: {},
      about: (answers) => ({ kind: 'contribute', area: String(answers.CC2 ?? '') }),
      tells: [icscOrAlternate, spa, supportTeam],
    },
  },

  derives: {
    ...stageEvents(runningDispute),
    // A delay is approved before the six months end (19.25), wherever they have been counted from.
    'review-due': (course) => {
      const limit = byRule(course, 'D-21')
      return limit && { event: 'review-due', at: limit.limitAt }
    },
    // A local review keeps the same pace as a statutory one, counted from when it was opened; nothing of it goes to the Panel (10.2.36).
    notified: (course) => {
      const at = course.events['local-opened']
      return isLocal(course) && at !== undefined ? { event: 'local-opened', at } : undefined
    },
  },

  steps: {
    ...triage,
    ...notification,
    ...review,
    ...ratification,
    ...family,
    ...panel,
    ...practiceReview,
    ...publication,
    ...learning,
    ...withdrawal,
    ...movedDates,
    ...contribution,
  },
})

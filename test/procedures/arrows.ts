/** The states of a review and the ways between them, as DOMAIN 2.2 draws them; and answers to everything, by chance. */
import type { Course } from '../../src/procedures/engine/course.ts'
import { clear, decides, drafted, heldQuorate, letterSent, nil, notified, raised, scoped, told } from './answers.ts'
import type { Values } from './story.ts'

/** The arrows of DOMAIN 2.2, and those of its last sentence; a state may always stay as it is. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  RAISED: ['TRIAGE'],
  // While it is disputed, or discussed again after that, the authority may notify: the duty is its own (10.2.35).
  TRIAGE: ['NOTIFICATION_DUE', 'LOCAL_REVIEW', 'CLOSED_NOT_MET', 'DISPUTE', 'SCOPING'],
  DISPUTE: ['TRIAGE', 'NOTIFICATION_DUE', 'LOCAL_REVIEW', 'SCOPING', 'CLOSED_NOT_MET'],
  NOTIFICATION_DUE: ['SCOPING', 'NOTIFY_ONLY', 'DISPUTE', 'TRIAGE'],
  NOTIFY_ONLY: ['NOTIFICATION_DUE', 'REOPENED'],
  SCOPING: ['GATHERING'],
  GATHERING: ['MEETING_READY', 'DRAFTING'],
  // An agency that is asked to say more owes its return again.
  MEETING_READY: ['DRAFTING', 'GATHERING'],
  DRAFTING: ['ICSC_REVIEW'],
  ICSC_REVIEW: ['DRAFTING', 'PARTNER_SHARE'],
  PARTNER_SHARE: ['ICSC_REVIEW', 'READY_TO_SUBMIT'],
  READY_TO_SUBMIT: ['AWAITING_PANEL', 'ICSC_REVIEW'],
  AWAITING_PANEL: ['DECISION_FINAL', 'RECONVENE', 'NATIONAL'],
  RECONVENE: ['DECISION_FINAL', 'LCSPR_SETUP', 'LEARNING_ONLY', 'AWAITING_PANEL'],
  DECISION_FINAL: ['LCSPR_SETUP', 'LEARNING_ONLY', 'LCSPR_RUNNING', 'EMBEDDING'],
  LEARNING_ONLY: ['EMBEDDING'],
  LOCAL_REVIEW: ['LEARNING_ONLY', 'LCSPR_SETUP', 'SCOPING'],
  LCSPR_SETUP: ['LCSPR_RUNNING'],
  LCSPR_RUNNING: ['FINAL_REPORT'],
  FINAL_REPORT: ['PUBLICATION_DECISION'],
  // Where the learning is out already, it is put into practice from the moment the justification has gone.
  PUBLICATION_DECISION: ['PRE_PUBLICATION', 'NOT_PUBLISHED', 'EMBEDDING'],
  PRE_PUBLICATION: ['PUBLISHED'],
  PUBLISHED: ['EMBEDDING'],
  NOT_PUBLISHED: ['EMBEDDING'],
  NATIONAL: ['EMBEDDING'],
  EMBEDDING: ['CLOSED'],
  CLOSED: ['REOPENED'],
  CLOSED_NOT_MET: ['REOPENED'],
  WITHDRAWN: ['REOPENED'],
  REOPENED: [],
}
const BEFORE_SUBMISSION = [
  'SCOPING',
  'GATHERING',
  'MEETING_READY',
  'DRAFTING',
  'ICSC_REVIEW',
  'PARTNER_SHARE',
  'READY_TO_SUBMIT',
]
const AFTER_DECISION = [
  'LCSPR_SETUP',
  'LCSPR_RUNNING',
  'FINAL_REPORT',
  'PUBLICATION_DECISION',
  'PRE_PUBLICATION',
  'PUBLISHED',
  'LEARNING_ONLY',
  'EMBEDDING',
]

/** Whether one may follow the other; a state may always stay as it is. */
export function isDrawn(before: Course, after: Course): boolean {
  const [from, to] = [before.stage.id, after.stage.id]
  const withdrawn = BEFORE_SUBMISSION.includes(from) ? ['WITHDRAWN', 'LOCAL_REVIEW'] : []
  // A local review that is notified after all stands where its work stands, now on the way to the Panel (10.2.35); once that has answered, what had been done stands.
  const wasLocal = before.marks.local === 'yes' && after.events.notified !== undefined
  const late = !wasLocal ? [] : before.events.notified === undefined ? BEFORE_SUBMISSION : AFTER_DECISION
  return [from, ...(ARROWS[from] ?? []), ...withdrawn, ...late].includes(to)
}

/** What anybody may try: some wish for each form, chosen by chance. */
export const choicesFor = (pick: number): Values => {
  const of = <T>(...all: readonly T[]): T => all[pick % all.length] as T
  return {
    ...raised,
    ...notified,
    ...told(of('2026-12-17T17:00', '')),
    ...scoped,
    C2: ['homerton', 'hackney-housing'],
    ...of(nil, { D1: 'yes', D14: 'yes' }),
    ...heldQuorate,
    N2: of('yes', 'yes', 'no'),
    ...drafted,
    ...of<Values>(decides('commission'), decides('no-review'), { F6: 'none', F0: 'yes' }, { F6: 'declared' }),
    G2: of('acknowledge', 'point'),
    G3: of('fact', 'wording', 'decision'),
    G5: of('yes', 'no'),
    ...letterSent,
    ...of(clear, { JH1: 'hold' }, { JH1: 'part' }),
    I2: of('agrees', 'disagrees', 'asks', 'national'),
    IA2: of('confirmed', 'commission', 'no-review'),
    AT3: of('notify', 'not-notifiable', 'disputed', 'notify-only'),
    AV1: of('notify', 'not-notifiable', 'notify'),
    AD1: of('yes', 'no'),
    L1: of('full', 'improvements', 'not'),
    BE1: of('yes', 'no'),
    BE2: pick % 4 < 2 ? 'no' : 'yes',
    K4: 'rev',
    LB3: ['homerton'],
    MP2: of('no', 'yes'),
  }
}

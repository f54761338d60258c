/**
 * Every verb, and what it takes: a level or power in one row of the matrix, or belonging to the group, or owning the thing.
 * A verb that is not here may be done by nobody.
 */
import type { GroupKind } from '../profile.ts'
import type { Level, Power } from './grants.ts'
import type { Capability } from './matrix.ts'

export interface VerbRule {
  /** Ends the sentence "Only … may". */
  readonly says: string
  /** The matrix row; it may depend on the group's kind, or on the form. None: only the other ways below lead in. */
  readonly capability?: Capability | ByGroup | ByForm
  /** Any of these is enough. */
  readonly needs?: readonly (Level | Power)[]
  /** Members of the group it is about may too; or only those who vote, which decides. */
  readonly members?: 'any' | 'voting'
  /** Whoever owns the thing it is about may too. */
  readonly owner?: true
  /** Known people may without any seat: all, or only those who have an agency and no seat at all (19.6). */
  readonly open?: 'everyone' | 'unseated'
  /** Two people must do it (DOMAIN 6, rule 3); with a list, only when such a seat is given. */
  readonly two?: true | readonly string[]
  /** Not by somebody who declared a conflict of interest in this case (10.2.11). */
  readonly unconflicted?: true
}

export interface ByGroup {
  readonly byGroup: Readonly<Record<GroupKind, Capability>>
}
export interface ByForm {
  readonly byForm: Readonly<Record<string, Capability>>
}

const papers: ByGroup = {
  byGroup: {
    strategic: 'strategic-papers',
    leads: 'strategic-papers',
    executive: 'executive-papers',
    event: 'event-papers',
    'case-review': 'case-review-papers',
    'case-meeting': 'review-meeting',
    quality: 'group-papers',
    learning: 'group-papers',
    thematic: 'group-papers',
    'task-and-finish': 'group-papers',
  },
}

/** The narrative behind each form (DOMAIN 3.2 to 3.8) is read by those who may read its row. */
const forms: ByForm = {
  byForm: {
    A: 'scope-requests',
    B: 'notified',
    C: 'scope-requests',
    D: 'agency-return',
    E: 'rapid-review-draft',
    F: 'rapid-review-draft',
    G: 'acknowledge',
    H: 'submitted',
    I: 'panel-response',
    J: 'family-letters',
    K: 'practice-review',
    L: 'publish',
    M: 'case-review-papers',
    N: 'review-meeting',
    S: 'audits',
    Z: 'amendments',
    X: 'incident',
    Y: 'dispute-account',
  },
}

const table = {
  // Rapid reviews and practice reviews (DOMAIN 2.3)
  'rapid-review.start': { says: 'raise a case', capability: 'raise-case', needs: ['W'], open: 'unseated' },
  'case.raise': { says: 'raise a case', capability: 'raise-case', needs: ['W'], open: 'unseated' },
  'rapid-review.notified': { says: 'record that the notification was sent', capability: 'notified', needs: ['D', 'W'] },
  'case.awareness': {
    says: 'correct when the local authority became aware, or notified',
    capability: 'notified',
    needs: ['D', 'W'],
  },
  'rapid-review.status': { says: 'ask how a rapid review stands', capability: 'case-exists', needs: ['s'] },
  'case.see': { says: 'see this case', capability: 'case-exists', needs: ['s'] },
  'case.scope': { says: 'scope a rapid review', capability: 'scope-requests', needs: ['W'] },
  'case.progress': { says: 'record the progress check', capability: 'scope-requests', needs: ['W'] },
  'case.view': { says: 'say whether this case should be notified', capability: 'acknowledge', needs: ['W'] },
  'case.triage': { says: 'record what the partners decided to do', capability: 'scope-requests', needs: ['F'] },
  'case.open-local': {
    says: 'open a local review, or end a case without one',
    capability: 'agree',
    needs: ['D'],
    unconflicted: true,
  },
  'case.dispute': { says: 'dispute what is to happen with this case', capability: 'ratify', needs: ['D'] },
  'case.link': { says: 'link cases', capability: 'scope-requests', needs: ['W'] },
  'case.safety': { says: 'record that every child is safe', capability: 'scope-requests', needs: ['F'] },
  'case.circulate': { says: 'share the review with the partners', capability: 'rapid-review-draft', needs: ['F'] },
  'case.withdraw-view': { says: 'give a view on withdrawing this case', capability: 'acknowledge', needs: ['W'] },
  'case.family-approve': { says: 'approve what the family is sent', capability: 'family-letters', needs: ['approve'] },
  'case.decide-publication': {
    says: 'decide whether a report is published',
    capability: 'publish',
    needs: ['D'],
    unconflicted: true,
  },
  'case.plan': { says: 'approve the action plan', capability: 'practice-review', needs: ['F'] },
  'case.action': { says: 'say how this agency\u2019s actions stand', capability: 'agency-return', needs: ['W'] },
  'case.follow-up': { says: 'ask an agency to say more', capability: 'scope-requests', needs: ['W'] },
  'case.extend': { says: 'give an agency more time', capability: 'scope-requests', needs: ['F'] },
  'case.stand-in': {
    says: 'name who answers while an agency is shut',
    capability: 'membership',
    needs: ['D', 'W', 'nominate'],
  },
  'case.return': { says: 'send in this agency\u2019s return', capability: 'agency-return', needs: ['W'] },
  'case.meeting-held': { says: 'record the rapid review meeting', capability: 'review-meeting', needs: ['F'] },
  'case.draft': { says: 'send a draft to the commissioner', capability: 'rapid-review-draft', needs: ['W'] },
  'case.agree': { says: 'agree a rapid review', capability: 'agree', needs: ['D'], unconflicted: true },
  'case.return-draft': {
    says: 'return the draft',
    capability: 'rapid-review-draft',
    needs: ['return'],
    unconflicted: true,
  },
  'case.conflict': { says: 'declare a conflict of interest in the decision', capability: 'agree', needs: ['D'] },
  'case.acknowledge': { says: 'acknowledge the rapid review', capability: 'acknowledge', needs: ['W'] },
  'case.point': { says: 'raise a point about the rapid review', capability: 'point', needs: ['W'] },
  'case.ratify': { says: 'ratify the commissioner\u2019s decision', capability: 'ratify', needs: ['D'] },
  'case.submit': { says: 'record that the rapid review was submitted', capability: 'submitted', needs: ['D'] },
  'case.panel': { says: 'record the Panel\u2019s response', capability: 'panel-response', needs: ['D'] },
  'case.withdraw': { says: 'withdraw a case', capability: 'withdraw', needs: ['D', 'W'], two: true },
  'case.move-date': { says: 'move a statutory date', capability: 'move-date', needs: ['D', 'W'], two: true },
  'case.hold': { says: 'record a police or CPS hold', capability: 'hold', needs: ['W'] },
  'case.family': {
    says: 'record what the family was told',
    capability: 'family-letters',
    needs: ['W', 'approve', 'told'],
  },
  'case.delay': { says: 'recommend a delay', capability: 'recommend-delay', needs: ['D'], unconflicted: true },
  'case.delay-vote': { says: 'approve or refuse a delay', capability: 'approve-delay', needs: ['D'] },
  'case.review': { says: 'work on a practice review', capability: 'practice-review', needs: ['W'] },
  'case.publish': { says: 'publish a report', capability: 'publish', needs: ['D', 'W'], two: true },
  'case.justify': {
    says: 'justify not publishing a report',
    capability: 'non-publication',
    needs: ['D'],
    unconflicted: true,
  },
  'case.justify-ratify': { says: 'ratify not publishing a report', capability: 'non-publication', needs: ['ratify'] },
  'case.close': { says: 'close a case', capability: 'close-or-reopen', needs: ['D'] },
  'case.reopen': { says: 'reopen a case', capability: 'close-or-reopen', needs: ['D', 'W'] },
  'form.see': { says: 'read this form', capability: forms, needs: ['R'], owner: true },

  // Meetings and decisions
  'meeting.plan': { says: 'plan meetings', capability: 'run-meeting', needs: ['W'] },
  'meeting.call': { says: 'call a meeting', capability: 'run-meeting', needs: ['W'] },
  'meeting.move': { says: 'move a meeting', capability: 'run-meeting', needs: ['W'] },
  'meeting.cancel': { says: 'cancel a meeting', capability: 'run-meeting', needs: ['W'] },
  'meeting.attendance': { says: 'record who was there', capability: 'run-meeting', needs: ['W'] },
  'meeting.agenda': { says: 'set the agenda', capability: 'run-meeting', needs: ['W'] },
  'meeting.item': { says: 'put an item on the agenda', capability: 'run-meeting', needs: ['W'] },
  'meeting.minutes': { says: 'write the minutes', capability: 'run-meeting', needs: ['W'] },
  'meeting.see': { says: 'see this meeting', capability: papers, needs: ['R'], members: 'any' },
  'meeting.reply': { says: 'answer this invitation', members: 'any' },
  'meeting.propose-item': { says: 'propose an item', capability: 'run-meeting', needs: ['W'], members: 'any' },
  'motion.put': { says: 'put a motion', capability: 'run-meeting', needs: ['W'] },
  'motion.see': { says: 'see this motion', capability: papers, needs: ['R'], members: 'any', owner: true },
  'motion.vote': { says: 'vote on this motion', capability: 'vote', needs: ['D'], members: 'voting' },

  // Actions
  'action.add': { says: 'add an action', capability: papers, needs: ['W'] },
  'action.see': { says: 'see this action', capability: papers, needs: ['R'], members: 'any', owner: true },
  'action.update': { says: 'update this action', capability: papers, needs: ['F'], owner: true },
  'action.accept': { says: 'accept the evidence for an action', capability: 'run-meeting', needs: ['W'] },

  // People, seats and groups
  'person.list': { says: 'see who belongs to the partnership', capability: 'membership', needs: ['D', 'W'] },
  'person.join': { says: 'add somebody', capability: 'membership', needs: ['D', 'W'] },
  'person.correct': { says: 'correct somebody\u2019s details', capability: 'membership', needs: ['D', 'W'] },
  'person.leave': { says: 'say that somebody has left', capability: 'membership', needs: ['D', 'W'] },
  'person.left': { says: 'say that somebody has left', capability: 'membership', needs: ['D', 'W'] },
  'seat.propose': { says: 'propose somebody for a seat', capability: 'membership', needs: ['D', 'W', 'approve'] },
  'seat.give': {
    says: 'give a seat',
    capability: 'membership',
    needs: ['D', 'approve'],
    two: ['icsc', 'case-alternate'],
  },
  'seat.end': { says: 'end a seat', capability: 'membership', needs: ['D', 'W', 'approve'] },
  'deputy.register': { says: 'register a deputy', capability: 'membership', needs: ['D', 'W', 'nominate'] },
  'group.create': { says: 'create a group', capability: 'groups', needs: ['D', 'W'] },
  'group.dissolve': { says: 'dissolve a group', capability: 'groups', needs: ['D', 'W'] },

  // Other processes
  'dispute.open': { says: 'open a dispute', capability: 'disputes', needs: ['W', 'D', 'facilitate'] },
  'dispute.move': { says: 'move a dispute to its next stage', capability: 'disputes', needs: ['W', 'D', 'facilitate'] },
  'dispute.see': { says: 'see this dispute', capability: 'disputes', needs: ['R'] },
  'dispute.refer': {
    says: 'record what the partners resolved about a dispute',
    capability: 'disputes',
    needs: ['record'],
  },
  'amendment.propose': { says: 'propose an amendment', capability: 'amendments', needs: ['W', 'D'] },
  'amendment.answer': { says: 'agree or object to an amendment', capability: 'amendments', needs: ['D'] },
  'amendment.see': { says: 'see this amendment', capability: 'amendments', needs: ['R', 'consult', 'facilitate'] },
  'amendment.facilitate': { says: 'facilitate an amendment', capability: 'amendments', needs: ['facilitate'] },
  'audit11.see': { says: 'see this self-evaluation', capability: 'audits', needs: ['R'] },
  'audit11.open': { says: 'open the section 11 window', capability: 'audits', needs: ['F', 'W'] },
  'audit11.report': { says: 'report the self-evaluations', capability: 'audits', needs: ['F', 'W'] },
  'audit11.submit': { says: 'submit this agency\u2019s self-evaluation', capability: 'audits', needs: ['W'] },
  'briefing.publish': { says: 'publish a briefing', capability: 'learning', needs: ['F', 'approve'] },
  'briefing.briefed': { says: 'say that a team was briefed', capability: 'learning', needs: ['briefed'] },
  'evidence.pack': { says: 'take an evidence pack', capability: 'evidence', needs: ['R'] },
  'rapid-review.timeliness': { says: 'compare reviews with their limits', capability: 'case-exists', needs: ['s'] },
  'retention.hold': { says: 'put a record under a legal hold, or lift it', capability: 'retention', needs: ['D'] },
  'retention.review': { says: 'see which records are due to be deleted', capability: 'retention', needs: ['D', 'W'] },
  'retention.keep': { says: 'keep a record longer', capability: 'retention', needs: ['D', 'W'] },
  'retention.delete': { says: 'delete what a record tells', capability: 'retention', needs: ['D', 'W'], two: true },
  'audit.see': { says: 'read the audit trail', capability: 'audit-trail', needs: ['R'] },

  // Data incidents
  'incident.see': { says: 'see this data incident', capability: 'incident', needs: ['R'], owner: true },
  'incident.handle': { says: 'handle a data incident', capability: 'incident', needs: ['D', 'W'] },
  'incident.decide': { says: 'decide whether a data incident is reported', capability: 'incident', needs: ['D'] },

  // Muster itself
  'muster.verify': { says: 'check the journal', capability: 'technical', needs: ['W'] },
  'muster.health': { says: 'see how Muster is doing', capability: 'technical', needs: ['W'] },
  'muster.bind': { says: 'bind a channel to a group', capability: 'technical', needs: ['W'] },
  'muster.link': { says: 'make a link code for somebody', capability: 'technical', needs: ['W'] },
  'muster.reload': { says: 'load the profile again', capability: 'technical', needs: ['W'] },
  'muster.holiday': { says: 'add a one-off holiday', capability: 'calendar', needs: ['W', 'approve'] },

  // Open to everybody Muster knows
  'incident.report': { says: 'report a data incident', open: 'everyone' },
  'owes.mine': { says: 'ask what they owe', open: 'everyone' },
  'desk.link': { says: 'ask for a link to the desk', open: 'everyone' },
  'muster.help': { says: 'ask for help', open: 'everyone' },
  'muster.permissions': { says: 'see who may do what', open: 'everyone' },
} as const satisfies Record<string, VerbRule>

export type Verb = keyof typeof table

/** The rule of a verb; undefined for one that is not in the table, which nobody may do. */
export function verbRule(verb: string): VerbRule | undefined {
  return Object.hasOwn(table, verb) ? table[verb as Verb] : undefined
}

/** Whether a verb is about one case, so that even its refusal must tell an outsider nothing (PR-15). */
export function isAboutOneCase(verb: string): boolean {
  return /^(case|rapid-review|form)\./.test(verb)
}

/** Every verb with its rule, in the order of the table. */
export const verbs: readonly (readonly [Verb, VerbRule])[] = Object.entries(table) as [Verb, VerbRule][]

/** How many people a verb takes: giving certain seats takes two even where giving others takes one (DOMAIN 6, rule 3). */
export function handsNeeded(verb: string, about: { readonly role?: string } = {}): 1 | 2 {
  const two = verbRule(verb)?.two
  if (two === undefined) return 1
  return two === true || two.includes(about.role ?? '') ? 2 : 1
}

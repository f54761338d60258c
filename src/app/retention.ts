/**
 * Once a day: what stands in chat is taken away when its time is over, what chat left behind here is forgotten, and the support team hears which records
 * are due. What people wrote about a case is never deleted by the clock: two people do that (verbs/retention.ts).
 */
import { actions, list, type Message, quiet, say as words } from '../chat/words.ts'
import { type Refusal, refuse } from '../kernel/result.ts'
import { dateOf, type Instant } from '../kernel/time.ts'
import { holders } from '../partnership/partnership.ts'
import { ANSWER, type Copy, type Draft, type Subject, type Tx } from '../ports.ts'
import { type DueRecord, dueForDeletion, forgottenBefore, type KeptRecord, keepingOf } from '../record/retention.ts'
import { disturbAt } from './disturb.ts'
import type { House } from './house.ts'
import { takeAway, takeAwayAgain } from './removal.ts'
import { hashOfSecret } from './secrets.ts'
import { INTAKE, slotOf } from './sheet.ts'
import { newRing, type Ring, say, type Work } from './work.ts'

/** The kinds of matter that hold sealed narrative; of the others nothing but states, dates and choices was ever kept. */
const TOLD = ['case', 'incident']

/** What an emptied message says from then on. */
const EMPTIED: Message = { summary: 'Deleted at the end of its retention', sensitivity: 'person', blocks: [] }

/** The day of the last run: a start or a new holiday plans every alarm anew, and must not make this day's run be left out. */
const RETAINED = 'retained'

/** Whether today's run has been. */
export function hasRetained(house: House): boolean {
  return house.store.read((tx) => tx.settings.get(RETAINED)) === dateOf(house.clock())
}

/** Forgets what may be forgotten and tells whom something awaits. */
export function retain(house: House): Ring {
  const ring = newRing()
  house.store.transaction((tx) => {
    tx.settings.set(RETAINED, dateOf(house.clock()))
    const work: Work = { house, tx, at: house.clock(), ring }
    forget(work)
    tellDue(work)
  })
  return ring
}

/** The records whose time is over, with the sum. */
export function dueRecords({ house, tx, at }: Pick<Work, 'house' | 'tx' | 'at'>): readonly DueRecord[] {
  const classes = house.partnership().profile.retention
  return dueForDeletion(
    told(tx)
      .filter(({ open }) => !open)
      .map((subject) => keptRecord(tx, subject)),
    classes,
    at,
  )
}

function keptRecord(tx: Tx, subject: Subject): KeptRecord {
  const facts = tx.subjects.facts(subject.id)
  const { deleted, hold, kept } = keepingOf(facts)
  const ended = facts.findLast(({ kind }) => kind !== 'marked')?.at ?? subject.createdAt
  return {
    id: subject.id,
    title: subject.title,
    class: 'case-narrative',
    since: kept?.at ?? ended,
    held: hold !== undefined,
    deleted: deleted !== undefined,
  }
}

const told = (tx: Tx): readonly Subject[] => TOLD.flatMap((kind) => tx.subjects.all(kind))

/** The records under a legal hold, with who set it, when and why. */
export function heldRecords(tx: Tx) {
  return told(tx).flatMap(({ id, title, createdAt }) => {
    const { hold } = keepingOf(tx.subjects.facts(id))
    return hold === undefined ? [] : [{ id, title, createdAt, hold }]
  })
}

type Held = ReturnType<typeof heldRecords>

function forget(work: Work): void {
  const { house, tx, at } = work
  const classes = house.partnership().profile.retention
  const held = heldRecords(tx)
  const before = (name: string) => forgottenBefore(at, classes[name]?.keep)
  const [chat, reminders, drafts] = [before('chat-messages'), before('reminders'), before('drafts')]
  const ids = held.map(({ id }) => id)
  takeAwayAgain(work)
  const gone = {
    copies: chat === undefined ? 0 : takeAway(work, { kind: 'chat', on: dateOf(at) }, outlived(tx, chat, held)),
    messages:
      reminders === undefined
        ? 0
        : tx.outbox.forgetWords(reminders, EMPTIED, [...ids, ...held.map(({ title }) => title)]),
    drafts: drafts === undefined ? 0 : forgetDrafts(tx, drafts, new Set(ids)),
  }
  if (reminders !== undefined) tx.copies.forgetRemoved(reminders)
  if (Object.values(gone).some((count) => count > 0)) {
    tx.journal.append({ at, by: 'muster', verb: 'retention.forgotten', detail: gone })
  }
}

/** The messages whose time in chat is over; what a hold covers stays where it stands (PR-13). */
function outlived(tx: Tx, before: Instant, held: Held): readonly Copy[] {
  return notHeld(tx, tx.copies.outlived(before), held)
}

/** Those of some messages that no legal hold covers. */
export function notHeld(tx: Tx, copies: readonly Copy[], held: Held = heldRecords(tx)): readonly Copy[] {
  return copies.filter((copy) => !held.some((one) => isCovered(tx, copy, one)))
}

/** Of a digest or an answer nobody knows any more what it named: it is covered from the day the held record began. */
function isCovered(tx: Tx, { at, card, line, subject }: Copy, held: Held[number]): boolean {
  if (card === 'digest' || card === ANSWER) return at >= held.createdAt
  const { content, unlessDone } = tx.outbox.get(line) ?? {}
  const about = tx.drafts.get(subject)?.subject ?? subject
  const words = JSON.stringify([about, content, unlessDone, tx.subjects.facts(about)])
  return words.includes(held.id) || words.includes(held.title)
}

/** Forms begun for a case that never came to be, or that has ended; and those somebody discarded. */
function forgetDrafts(tx: Tx, before: Instant, held: ReadonlySet<string>): number {
  const idle = tx.drafts.untouchedSince(before).filter((draft) => !held.has(draft.subject) && !isNeeded(tx, draft))
  for (const draft of idle) forgetDraft(tx, draft)
  return idle.length
}

function isNeeded(tx: Tx, { status, subject }: Draft): boolean {
  const matter = tx.subjects.get(subject)
  return status === 'open' && matter?.open === true && matter.kind !== INTAKE
}

function forgetDraft(tx: Tx, draft: Draft): void {
  if (tx.subjects.get(draft.subject)?.kind === INTAKE) {
    tx.vault.shred(draft.subject)
    tx.subjects.amend(draft.subject, { open: false })
  }
  for (const { question, sealed } of tx.drafts.answers(draft.id)) {
    if (sealed) tx.vault.forget(draft.subject, slotOf(draft, question))
  }
  tx.drafts.forget(draft.id)
}

/**
 * Makes what was told of a record unreadable for ever: its sealed answers, its drafts, and what chat says about it. Facts stay: they tell states, not stories.
 * Gives how many messages are taken away.
 */
export function deleteNarrative(work: Work, subject: string): number {
  const { tx } = work
  tx.vault.shred(subject)
  const drafts = tx.drafts.of(subject)
  for (const draft of drafts) tx.drafts.forget(draft.id)
  const said = [...tx.outbox.about(subject), ...drafts].flatMap(({ id }) => tx.copies.of(id))
  return takeAway(work, { kind: 'record', subject }, [...tx.copies.of(subject), ...said])
}

/** What was told of it is gone, and nothing more can be sealed under a key that has been destroyed. */
export function recordDeleted({ title }: Pick<Subject, 'title'>): Refusal {
  return refuse(
    'record-deleted',
    `What was told of ${title} has been deleted at the end of its retention, so nothing can be added to it.`,
    'Raise a new case, and say in it which number the earlier one had.',
  )
}

/** Said once for each list: again only when another record has come due. */
function tellDue(work: Work): void {
  const due = dueRecords(work)
  if (due.length === 0) return
  const list = hashOfSecret(due.map(({ record }) => record.id).join()).slice(0, 12)
  for (const role of ['spa', 'support']) {
    for (const { id } of holders(work.house.partnership(), role, work.at)) {
      say(work, {
        key: `retention/${list}/${id}`,
        to: { person: id },
        content: { message: sayDue(due) },
        notBefore: disturbAt(work.house, false, work.at),
      })
    }
  }
}

function sayDue(due: readonly DueRecord[]): Message {
  return words(
    due.length === 1 ? 'Muster: a record is due to be deleted' : `Muster: ${due.length} records are due to be deleted`,
    list(due.map(({ record, because }) => `${record.title}: ${because}`)),
    actions([{ label: 'Keep or delete', verb: 'retention.review' }]),
    quiet('Deleting takes two people. Until both have said so, everything is kept.'),
  )
}

/**
 * After a change, inside the same transaction: whoever newly owes something is told, news goes to those it is for, and the alarms are brought into
 * line. The cards that show the matter have been marked already.
 */
import { type Owed, roundKey } from '../chasing/owed.ts'
import { isRefusal } from '../kernel/result.ts'
import type { Matter } from '../matter.ts'
import type { OutboxLine } from '../ports.ts'
import { digestOf } from './digest.ts'
import { disturbAt } from './disturb.ts'
import { movedBetween, tellMoved } from './moved.ts'
import { alignAlarms, loadMatter, redraw, say, type Work } from './work.ts'

/** Settles one touched subject, given the matter as it was before; `by` is whose doing it was. */
export function settle(work: Work, subject: string, before: Matter | undefined, by?: string): void {
  const after = loadMatter(work, subject)
  if (isRefusal(after)) return
  // What it is about comes before what is wanted of it.
  tellNews(work, before, after)
  tellNewlyOwed(work, before, after)
  tellMoved(work, movedBetween(before, after), 'Reminders now follow the new date.', by)
  alignAlarms(work, after)
  redraw(work, subject)
  redrawDigests(work, before, after)
  redrawNotesOf(work, subject)
  const open = !after.kind.ended(after.state)
  if (after.subject.open !== open) work.tx.subjects.amend(subject, { open })
}

/** The notes of forms somebody has begun: what they would go on with may have been done another way. */
function redrawNotesOf(work: Work, subject: string): void {
  for (const { id } of work.tx.drafts.openOf(subject)) if (work.tx.copies.of(id).length > 0) redraw(work, id)
}

/** Today's digests of those for whom something was opened or done show it. */
function redrawDigests(work: Work, before: Matter | undefined, after: Matter): void {
  const open = (matter: Matter | undefined) =>
    new Map(matter?.owed.filter((one) => one.status === 'open').map((one) => [roundKey(one), one]))
  const [was, is] = [open(before), open(after)]
  const changed = [...was, ...is].filter(([key]) => was.has(key) !== is.has(key))
  for (const person of new Set(changed.flatMap(([, owed]) => owed.obligor.people))) {
    const digest = digestOf(person, work.at)
    if (work.tx.copies.of(digest).length > 0) redraw(work, digest)
  }
}

function tellNewlyOwed(work: Work, before: Matter | undefined, after: Matter): void {
  const known = new Set(before?.owed.filter((one) => one.status === 'open' && !one.ahead).map(roundKey))
  for (const owed of after.owed) if (!known.has(roundKey(owed))) tellOwed(work, owed)
}

/** Tells everybody through whom a thing is owed now that it is, each once: whoever takes a seat over later hears of it then (10.2.38). */
export function tellOwed(work: Work, owed: Owed): void {
  if (owed.status !== 'open' || owed.silent || owed.ahead) return
  for (const person of owed.obligor.people) {
    say(work, {
      key: `${roundKey(owed)}/opened/${person}`,
      to: { person },
      content: { card: 'task', subject: owed.subject, input: { owed: owed.key } },
      unlessDone: { subject: owed.subject, owed: owed.key, person },
      ...urgency(work, owed),
    })
  }
}

/** Tells what has happened to a matter; each is told once, so to offer it again reaches only those who are newly concerned. */
export function tellNews(work: Work, before: Matter | undefined, after: Matter): void {
  for (const news of after.kind.news(before?.state, after.state)) {
    const line = {
      content: {
        card: news.card,
        subject: after.subject.id,
        ...(news.input === undefined ? {} : { input: news.input }),
      },
      ...(news.attachments === undefined ? {} : { attachments: news.attachments }),
      ...urgency(work, { statutory: news.statutory ?? false, urgent: news.urgent ?? false }),
    }
    for (const person of news.people)
      say(work, { ...line, key: `${after.subject.id}/${news.key}/${person}`, to: { person } })
    for (const group of news.groups ?? [])
      say(work, { ...line, key: `${after.subject.id}/${news.key}/#${group}`, to: { group } })
  }
}

function urgency(
  { house, at }: Work,
  { statutory, urgent }: { statutory: boolean; urgent: boolean },
): Pick<OutboxLine, 'statutory' | 'notBefore'> {
  return { statutory, notBefore: disturbAt(house, urgent, at) }
}

/**
 * Taking messages away from the platforms where they were posted. Inside a transaction a message is only marked as one that leaves, and the bell is rung
 * for its run; afterwards the run takes them away one by one, writes down what became of each, and tells the support team what it could not do.
 */

import type { Platform } from '../chat/intent.ts'
import { heading, list, type Message, quiet, say as words } from '../chat/words.ts'
import { dateOf, sayDate } from '../kernel/time.ts'
import { holders, personById } from '../partnership/partnership.ts'
import { type Copy, DeliveryError, type Removal, type Tx } from '../ports.ts'
import { insteadOf, type Run, type RunReport, readRun, reportsOf, runId } from '../record/removal.ts'
import { disturbAt } from './disturb.ts'
import type { House } from './house.ts'
import { newRing, redraw, say, type Work } from './work.ts'

/** Marks messages as leaving; gives how many. */
export function takeAway(work: Work, run: Run, copies: readonly Copy[]): number {
  const id = runId(run)
  for (const copy of copies) work.tx.copies.leave(copy.id, id)
  if (copies.length > 0) redraw(work, id)
  return copies.length
}

/** Takes away again what earlier runs could not: a platform was not there, or busy for longer than anybody waits. */
export function takeAwayAgain(work: Work): void {
  for (const { run, waiting } of reportsOf(work.tx.copies.removed())) if (waiting > 0) redraw(work, run)
}

/**
 * Takes away what is left of a run. Trouble that may pass ends the run on that platform until the bell rings for it again, within the minute: whoever is
 * busy is not asked a hundred times more.
 */
export async function clear(house: House, id: string, run: Run): Promise<void> {
  const { touched, leaving } = house.store.read((tx) => ({
    touched: tx.copies.touched(id),
    leaving: tx.copies.leaving(id),
  }))
  const instead = insteadOf(run, dateOf(house.clock()))
  const busy = new Set<Platform>()
  for (const { id: copy, posted } of leaving) {
    const messenger = house.messengers.find(({ platform }) => platform === posted.platform)
    if (messenger === undefined || busy.has(posted.platform)) continue
    const how = await became(messenger.remove(posted, instead))
    if (how instanceof DeliveryError) {
      busy.add(posted.platform)
      house.log.warn({ run: id, platform: posted.platform, code: how.code }, 'a message could not be taken away yet')
    } else house.store.transaction((tx) => tx.copies.left(copy, how, house.clock()))
  }
  if (busy.size > 0) return
  const ring = newRing()
  house.store.transaction((tx) => {
    const work: Work = { house, tx, at: house.clock(), ring }
    if (tx.copies.stale().includes(id) && tx.copies.leaving(id).length === 0) conclude(work, id, run)
    tx.copies.settled(id, touched)
  })
  house.bell.ring(ring)
}

/** What became of a message; a DeliveryError where that may be asked again. What is refused for good still stands. */
async function became(removing: Promise<Removal>): Promise<Removal | DeliveryError> {
  try {
    return await removing
  } catch (thrown) {
    if (!(thrown instanceof DeliveryError)) throw thrown
    return thrown.permanent ? 'stands' : thrown
  }
}

/** The end of a run goes into the journal. People hear of it when a record was deleted, and whenever something still stands. */
function conclude(work: Work, id: string, run: Run): void {
  const { house, tx, at } = work
  const report = reportsOf(tx.copies.removed()).find((one) => one.run === id)
  if (report === undefined) return
  const subject = run.kind === 'record' ? { subject: run.subject } : {}
  tx.journal.append({
    at,
    by: 'muster',
    verb: 'retention.removed',
    ...subject,
    detail: { run: id, done: report.lines },
  })
  if (run.kind !== 'record' && report.stands.length === 0) return
  for (const role of ['spa', 'support']) {
    for (const { id: person } of holders(house.partnership(), role, at)) {
      say(work, {
        key: `removed/${id}/${at}/${person}`,
        to: { person },
        content: { message: sayReport(house, tx, report) },
        notBefore: disturbAt(house, false, at),
      })
    }
  }
}

function sayReport(house: House, tx: Tx, report: RunReport): Message {
  return words(
    report.stands.length === 0 ? 'Muster: messages were removed' : 'Muster: messages could not be removed',
    heading(sayRun(house, tx, report.run)),
    list(linesOf(house, report)),
    ...(report.stands.length === 0 ? [] : [quiet(BY_HAND)]),
  )
}

const BY_HAND =
  'Ask whoever looks after that workspace or tenant to delete them, or those who can read them. Where Muster has been removed from a chat it can take nothing away.'

/** A report in lines: what was done on each platform, and before whom something still stands. */
export function linesOf(house: House, { lines, stands }: Pick<RunReport, 'lines' | 'stands'>): readonly string[] {
  const name = (viewer: string | undefined) =>
    viewer === undefined
      ? 'in a channel'
      : `before ${personById(house.partnership(), viewer)?.name ?? 'somebody who is not known any more'}`
  return [...lines, ...stands.map(({ count, platform, viewer }) => `Still in ${platform}: ${count} ${name(viewer)}`)]
}

/** Why a run was begun, in words. */
export function sayRun(house: House, tx: Tx, id: string): string {
  const run = readRun(id)
  switch (run?.kind) {
    case undefined:
      return id
    case 'chat':
      return `Messages in chat, ${sayDate(run.on)}`
    case 'record':
      return `What chat said about ${tx.subjects.get(run.subject)?.title ?? run.subject}`
    case 'leaver':
      return `What ${personById(house.partnership(), run.person)?.name ?? run.person} was shown, who left on ${sayDate(run.on)}`
    default:
      return run satisfies never
  }
}

/** What has been posted of a line of the outbox, as it is written down: from then on the card is drawn again whenever its subject changes. */
import { createHash } from 'node:crypto'
import type { Kept } from '../chat/intent.ts'
import type { Message } from '../chat/words.ts'
import type { OutboxLine, Posted, Tx } from '../ports.ts'
import { canonical } from '../record/canonical.ts'
import type { House } from './house.ts'
import { overtakenBy } from './overtaken.ts'

export function remember(house: House, tx: Tx, line: OutboxLine, message: Message, posted: Posted): void {
  const card = 'card' in line.content ? line.content : { card: 'said', subject: line.id }
  tx.copies.add({
    id: house.ids.id('copy'),
    line: line.id,
    card: card.card,
    subject: card.subject,
    ...(card.input === undefined ? {} : { input: card.input }),
    ...('person' in line.to ? { viewer: line.to.person } : {}),
    posted,
    drawn: drawnHash(message),
    at: house.clock(),
  })
}

/** A card that was the answer to somebody, and no line of the outbox; gives the subjects whose older copies beside it are to be drawn again. */
export function rememberAnswer(
  house: House,
  tx: Tx,
  viewer: string,
  { shows, message }: Kept,
  posted: Posted,
): readonly string[] {
  const id = house.ids.id('copy')
  tx.copies.add({ id, line: id, ...shows, viewer, posted, drawn: drawnHash(message), at: house.clock() })
  const old = overtakenBy(tx, { line: id, subject: shows.subject, posted })
  for (const subject of old) tx.copies.touch(subject)
  return old
}

/** The posts a line has already made: after a crash these are not made again. */
export function postsOf(tx: Tx, line: OutboxLine): readonly Posted[] {
  const subject = 'card' in line.content ? line.content.subject : line.id
  return tx.copies
    .of(subject)
    .filter((copy) => copy.line === line.id)
    .map((copy) => copy.posted)
}

/** What was last drawn, as a hash: nothing is sent when nothing changed. */
export function drawnHash(message: Message): string {
  return createHash('sha256').update(canonical(message)).digest('hex')
}

/** No drawing has this hash: a copy of which nobody knows what it shows is sent again, whatever that is. */
export const NOT_KNOWN = ''

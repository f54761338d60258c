/** What could not be delivered, or came back: the support team is told whom it did not reach, without a word of what it was about. */
import { notice, text } from '../chat/words.ts'
import { dateOf } from '../kernel/time.ts'
import { group, holders, personById } from '../partnership/partnership.ts'
import type { OutboxLine } from '../ports.ts'
import type { House } from './house.ts'
import { postsOf } from './posted.ts'
import { newRing, type Ring, say, type Work } from './work.ts'

/** Every attempt has failed. Whoever was reached one way at least has been reached; for the others the support team is told. */
export function undeliverable(house: House, id: string, reason: string): Ring {
  return working(house, (work) => {
    const line = work.tx.outbox.get(id)
    if (line === undefined || line.status !== 'waiting') return
    if (postsOf(work.tx, line).length > 0) {
      work.tx.outbox.mark(id, 'sent', work.at, `not every way: ${reason}`)
      return
    }
    work.tx.outbox.mark(id, 'undeliverable', work.at, reason)
    house.log.error({ line: id, reason }, 'undeliverable')
    // That the support team itself cannot be reached is for the log: nobody is left to tell.
    if (!line.key.startsWith(TOLD)) tellSupport(work, line)
  })
}

/** A letter that was sent has come back. Only one we sent counts: a notice about any other is somebody's invention. */
export function bounced(house: House, address: string, message: string | undefined): Ring | undefined {
  let known = false
  const ring = working(house, (work) => {
    const copy =
      message === undefined ? undefined : work.tx.copies.at({ platform: 'email', conversation: address, message })
    const line = copy && work.tx.outbox.get(copy.line)
    if (copy === undefined || line === undefined) return
    known = true
    work.tx.copies.retire(copy.id)
    if (!line.key.startsWith(TOLD)) tellSupport(work, line)
  })
  return known ? ring : undefined
}

function working(house: House, work: (work: Work) => void): Ring {
  const ring = newRing()
  house.store.transaction((tx) => work({ house, tx, at: house.clock(), ring }))
  return ring
}

const TOLD = 'undeliverable/'

function tellSupport(work: Work, line: OutboxLine): void {
  for (const { id } of holders(work.house.partnership(), 'support', work.at)) {
    say(work, {
      key: `${TOLD}${whichTrouble(work, line)}/${id}`,
      to: { person: id },
      content: {
        message: {
          summary: 'Muster: a message was not delivered',
          sensitivity: 'person',
          blocks: [notice('bad', `Muster could not reach ${whom(work.house, line)}.`), text(mend(line))],
        },
      },
    })
  }
}

/** A group without a channel is told of once, and a channel that cannot be reached once a day, however much was to be said in it. */
function whichTrouble({ tx, at }: Work, { id, to }: OutboxLine): string {
  if (!('group' in to)) return id
  return tx.doors.channels(to.group).length === 0 ? `#${to.group}` : `#${to.group}/${dateOf(at)}`
}

function whom({ partnership }: House, { to }: OutboxLine): string {
  if ('person' in to) return `${personById(partnership(), to.person)?.name ?? to.person}: a message was not delivered`
  if ('group' in to) return `the channel of ${group(partnership(), to.group).title}: a message was not delivered`
  return 'the place a command came from: its answer was not delivered'
}

function mend({ to }: OutboxLine): string {
  return 'group' in to
    ? `Say "muster here ${to.group}" in the channel that is to be the group’s, with Muster added to it.`
    : 'Please reach them in another way, and check their account with "muster health".'
}

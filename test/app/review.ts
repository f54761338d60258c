/** A review of the fictional partnership, begun by the SPA in Slack: where most stories of this room start. */
import { aHouse } from '../stories/house.ts'
import { notificationForHackney, scoping } from '../stories/main-job/answers.ts'

export { notificationForHackney as notification, scoping }

export type House = ReturnType<typeof aHouse>

/** The first review's id. */
export const RR = 'rr-2026-01'

export async function aReview({ at = '2026-12-17T17:05', scoped = false } = {}): Promise<House> {
  const house = aHouse({ at })
  const done = house.fill('slack', 'spa', house.command('slack', 'spa', 'rapid-review start'), notificationForHackney)
  if (done.kind !== 'done') throw new Error(`the review could not be begun: ${JSON.stringify(done)}`)
  await house.settle()
  if (scoped) {
    const form = open(house, 'spa', 'scope')
    const sent = house.fill('slack', 'spa', form, scoping)
    if (sent.kind !== 'done') throw new Error(`it could not be scoped: ${JSON.stringify(sent)}`)
    await house.settle()
  }
  return house
}

/** Opens the form of what is owed in the review. */
export function open(house: House, person: string, owed: string, platform: 'slack' | 'teams' | 'desk' = 'slack') {
  return house.say(platform, person, { verb: 'form.open', subject: RR, input: { owed } })
}

/** Everything the store holds that an intent could have changed, to be compared before and after. */
export function traces({ store }: Pick<House, 'store'>) {
  return store.read((tx) => ({
    journal: tx.journal.head(),
    subjects: tx.subjects.open().map(({ id, version }) => `${id}@${version}`),
    drafts: tx.subjects
      .open()
      .flatMap(({ id }) => tx.drafts.of(id))
      .map(({ id, status }) => [id, status, tx.drafts.answers(id)]),
    alarms: tx.alarms.waiting(),
    outbox: tx.outbox.waiting('9999'),
    stale: tx.copies.stale(),
  }))
}

export const title = (house: Pick<House, 'store'>, id = RR) =>
  house.store.read((tx) => tx.subjects.get(id)?.title ?? '')

/** The return of an agency that knew nobody. */
export const nilReturn = { D1: 'no', D14: 'no', D3: 'tenancy manager', D3s: 'head of service', D3a: 'yes', D18: 'yes' }

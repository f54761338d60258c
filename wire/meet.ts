/** Makes the acquaintance of those who have not spoken yet: an invitation must reach people who never wrote to Muster first. */
import type { Door } from '../src/chat/intent.ts'
import type { Log } from '../src/ports.ts'
import type { Household } from './household.ts'

const HOUR_MS = 3_600_000

/** Looks now, and every hour, for the Slack account of each member who has none; gives the way to stop. Teams tells of its members itself, when the app is installed. */
export function meetEverybody(
  household: Household,
  findInSlack: (email: string) => Promise<Door | undefined>,
  log: Log,
): () => void {
  const look = () =>
    meet(household, findInSlack).catch((problem: Error) => log.warn({ name: problem.name }, 'could not look people up'))
  void look()
  const timer = setInterval(look, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function meet(
  { house, core, store }: Household,
  findInSlack: (email: string) => Promise<Door | undefined>,
): Promise<void> {
  for (const person of house.partnership().people.values()) {
    const known = store.read((tx) => tx.doors.of(person.id).some((door) => door.platform === 'slack'))
    if (known || person.email === undefined || !person.reach.includes('slack')) continue
    const door = await findInSlack(person.email)
    if (door) core.doors.introduce(door, { email: person.email })
  }
}

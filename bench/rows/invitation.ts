/** One press on an invitation with sixty invitees, half on Slack and half on Teams: what it makes the platforms do. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Platform } from '../../src/chat/intent.ts'
import type { Copy, Messenger } from '../../src/ports.ts'
import { accountOf, aFolder } from '../kit/muster.ts'
import { type Row, rowOf } from '../kit/row.ts'
import { TEAM } from '../kit/slack.ts'
import { NOW, openWorld, say, type World } from '../kit/world.ts'

const INVITEES = 60
const PRESSES = 10
const MEETING = 'quality-2027-01-21'

export async function invitation(): Promise<Row[]> {
  const folder = aFolder()
  const world = openWorld(join(folder.path, 'crowd.db'), { folder: crowd(folder.path), people: 'people-crowd' })
  try {
    letEverybodyIn(world)
    let calls = 0
    world.connect({ messengers: (['slack', 'teams'] as const).map((platform) => counting(platform, () => calls++)) })
    say(
      world.core.handle,
      { verb: 'command', input: { command: 'meetings', text: 'call quality 2027-01-21 10:00' } },
      'bm',
    )
    await settle(world)

    const made: number[] = []
    const changed: number[] = []
    for (let guest = 0; guest < PRESSES; guest++) {
      const before = new Map(copies(world).map((copy) => [copy.id, copy.drawn]))
      calls = 0
      const input = { owed: `reply/${guestId(guest)}/member/quality`, outcome: 'attending' }
      const reply = say(world.core.handle, { verb: 'owed.do', subject: MEETING, input }, guestId(guest))
      if (reply.kind === 'refusal') throw new Error(reply.refusal.sentence)
      await settle(world)
      made.push(calls)
      changed.push(copies(world).filter(({ id, drawn }) => before.get(id) !== drawn).length)
    }
    if (changed.some((count) => count < INVITEES / 2)) throw new Error(`only ${changed} copies changed`)
    return [
      rowOf({
        name: `platform calls of a press on an invitation with ${INVITEES} invitees, for the copies that changed`,
        goal: 1,
        ours: made,
        peer: changed,
        unit: '',
        dominates: 'one update a copy',
      }),
    ]
  } finally {
    world.store.close()
    folder.remove()
  }
}

const guestId = (guest: number): string => `guest-${guest}`

/** A folder of profiles in which the quality group has sixty members more. */
function crowd(path: string): string {
  const profiles = join(import.meta.dirname, '../../profiles')
  cpSync(profiles, path, { recursive: true })
  const roster = parse(readFileSync(join(profiles, 'people-fictional.yaml'), 'utf8'))
  for (let guest = 0; guest < INVITEES; guest++) {
    const id = guestId(guest)
    const reach = [guest % 2 === 0 ? 'slack' : 'teams']
    roster.people[id] = { name: `Guest ${guest}`, agency: 'nhs', email: `${id}@nhs.example`, reach }
    roster.seats.push({ person: id, role: 'member', group: 'quality' })
  }
  // JSON is YAML too.
  writeFileSync(join(path, 'people-crowd.yaml'), JSON.stringify(roster))
  return path
}

function letEverybodyIn({ store, house }: World): void {
  store.transaction((tx) => {
    for (const { id, reach } of house.partnership().people.values()) {
      // All may press from Slack; who is to be written to on Teams has used that last.
      for (const platform of ['slack', 'teams'] as const) {
        const lastUsed = reach.includes(platform) ? NOW : '2026-01-01T00:00:00.000Z'
        tx.doors.put({ platform, tenant: TEAM.id, user: accountOf(id), person: id, how: 'email', since: NOW, lastUsed })
      }
    }
  })
}

function counting(platform: Platform, count: () => number): Messenger {
  return {
    platform,
    post: async () => ({
      platform,
      tenant: TEAM.id,
      conversation: 'D',
      message: `${platform}-${count()}-${Math.random()}`,
    }),
    update: async () => void count(),
    remove: async () => 'deleted',
  }
}

const copies = ({ store }: World): readonly Copy[] => store.read((tx) => tx.copies.of(MEETING))

/** Delivers and redraws as the bell would, until nothing is left to do. */
async function settle({ core }: World): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds++) {
    const { outbox, refresh } = core.intended()
    if (outbox.length + refresh.length === 0) return
    // The group has no channel here, as the bell would find out too.
    for (const { id } of outbox) await core.deliver(id).catch((error: Error) => core.undeliverable(id, error.message))
    for (const { subject } of refresh) await core.refresh(subject)
  }
  throw new Error('the house does not come to rest')
}

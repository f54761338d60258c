/** The rehearsal: both fakes, the room, the fictional people. Opened when there are no credentials, and never beside any. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { createMovableClock, createRehearsal, type MovableClock, type Rehearsal } from '../adapters/rehearsal/index.ts'
import type { House } from '../src/app/house.ts'
import { intended } from '../src/app/intended.ts'
import { workingDaysAfter } from '../src/calendar/working-days.ts'
import { commands } from '../src/chat/commands.ts'
import { isRefusal } from '../src/kernel/result.ts'
import { type Clock, londonInstant } from '../src/kernel/time.ts'
import { agency, groupMembers, groupsAt, type Partnership, rolesOf, roleTitle } from '../src/partnership/partnership.ts'
import type { Store } from '../src/ports.ts'
import { NotReady } from './environment.ts'

/** The setting by which a file says that it belongs to a rehearsal. */
export const REHEARSAL = 'rehearsal'

/** A clock for rehearsing: the real one, or one that begins at a London date and time and runs on from there. */
export function rehearsalClock(wallClock: Clock, startAt: string | undefined): MovableClock {
  return createMovableClock(wallClock, startAt === undefined ? wallClock() : londonInstant(startAt))
}

/**
 * A rehearsal begins afresh: its worlds live in memory, so an old file would speak of messages nobody can see. The old one is kept as `.previous`.
 * Throws NotReady when the file is a real partnership's: it is never touched.
 */
export function setAside(file: string, belongsToRehearsal: (file: string) => boolean): void {
  if (file === ':memory:' || !existsSync(file)) return
  if (!belongsToRehearsal(file)) {
    throw new NotReady(
      `${file} belongs to a real partnership, and there are no Slack or Teams credentials to open it with.\n` +
        'Set them (see .env.example), or choose another DATABASE_FILE for the rehearsal.',
    )
  }
  renameSync(file, `${file}.previous`)
  for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true })
}

export function openRehearsal(
  house: House,
  clock: MovableClock,
  wallClock: Clock,
  deskLink: (person: string) => string,
): Rehearsal {
  const partnership = house.partnership()
  return createRehearsal({
    clock,
    wallClock,
    random: () => house.ids.secret(),
    people: [...partnership.people.values()].map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email ?? `${person.id}@nowhere.example`,
      agency: agency(partnership, person.agency).name,
      role: rolesIn(partnership, person.id, house.clock()),
      reach: person.reach,
    })),
    groups: groupsAt(partnership, house.clock()).map((group) => ({
      id: group.id,
      name: group.short,
      members: [...new Set(groupMembers(partnership, group.id, house.clock()).map(({ person }) => person.id))],
    })),
    nextWorkingDay: (after) => {
      const next = workingDaysAfter(house.calendar(), after, 1)
      return isRefusal(next) ? undefined : next
    },
    agenda: {
      nextDue: (before) => {
        const now = house.clock()
        return house.store
          .read((tx) => [
            ...tx.alarms.waiting().map(({ at }) => at),
            ...tx.outbox.waiting(before).map(({ notBefore }) => notBefore),
          ])
          .filter((at) => at > now && at <= before)
          .sort()[0]
      },
      isAtRest: () => {
        const { alarms, outbox, refresh } = house.store.read((tx) => intended(tx, house.clock()))
        return outbox.length + refresh.length === 0 && alarms.every(({ at }) => at > house.clock())
      },
    },
    commands: commands.map(({ words, example, says }) => ({ words: example ?? words, says })),
    deskLink,
    partnership: partnership.profile.partnership.short,
  })
}

function rolesIn(partnership: Partnership, person: string, at: string): string {
  const titles = rolesOf(partnership, person, at).map((role) => roleTitle(partnership, role))
  const [first = 'Member', ...more] = titles
  return more.length === 0 ? first : `${first} and ${more.length} more`
}

/** Every group's channel, on both platforms, as `muster here` would bind it. */
export function bindChannels(store: Store, { groups, slack }: Rehearsal, teamsTenant: string): void {
  store.transaction((tx) => {
    for (const { id, slackChannel, teamsChannel } of groups) {
      if (slackChannel)
        tx.doors.bind(id, { platform: 'slack', tenant: slack.team.id, conversation: slackChannel, kind: 'channel' })
      if (teamsChannel)
        tx.doors.bind(id, { platform: 'teams', tenant: teamsTenant, conversation: teamsChannel, kind: 'channel' })
    }
  })
}

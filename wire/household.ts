/**
 * The house without its doors to the outside: store, partnership, calendar, core. The command line uses it alone; main.ts adds platforms, queue and web.
 */
import { randomBytes } from 'node:crypto'
import { openStore } from '../db/open.ts'
import { type Core, createCore } from '../src/app/core.ts'
import type { House } from '../src/app/house.ts'
import { HOLIDAYS, PARTNERSHIP, readOneOffs } from '../src/app/rules-of-the-day.ts'
import { idsFrom } from '../src/kernel/ids.ts'
import { type Result, refuse } from '../src/kernel/result.ts'
import type { Clock } from '../src/kernel/time.ts'
import {
  type Partnership,
  partnershipOf,
  readSeatChange,
  type SeatChange,
  strangersIn,
} from '../src/partnership/partnership.ts'
import type { ProfileProblem } from '../src/partnership/profile.ts'
import type { Bell, Intended, Log, Messenger, Store } from '../src/ports.ts'
import { calendarsIn, type OneOff } from './calendars.ts'
import { folderOf, type Papers, ProfileTrouble, readPapers } from './profiles.ts'

export interface Household {
  readonly house: House
  readonly core: Core
  readonly store: Store
  /** Once the platforms and the queue are there, they are let in. */
  connect(outside: { readonly bell?: Bell; readonly messengers?: readonly Messenger[] }): void
}

export interface HouseholdOptions {
  readonly file: string
  readonly key: Buffer
  readonly clock: Clock
  readonly log: Log
  readonly baseUrl: string
  readonly profile: string
  readonly people: string
  readonly profilesFolder?: string
}

export function openHousehold(options: HouseholdOptions): Household {
  const { clock, log, profile, people } = options
  const folder = folderOf({ PROFILES_FOLDER: options.profilesFolder })
  const store = openStore({ file: options.file, key: options.key, clock })
  let calendarOf = calendarsIn(folder)
  const papers = new Map<string, Papers>()
  const assembled = new Map<string, Partnership>()
  let bell: Bell | undefined
  let messengers: readonly Messenger[] = []
  let changes: readonly SeatChange[] = []
  let oneOffs: readonly OneOff[] = []
  let seen = ''

  // Whoever has been recorded here must stay in the file, or what was recorded about them would be about nobody.
  const read = (name: string): Papers => {
    const found = readPapers(folder, name, people)
    const lost = strangersIn(found.roster.people, changes)
    if (lost.length > 0) throw new ProfileTrouble(people, [lostFrom(people, lost)])
    return found
  }

  const papersOf = (name: string): Papers => {
    const known = papers.get(name) ?? read(name)
    papers.set(name, known)
    return known
  }

  const under = (name: string): Partnership => {
    const found = papersOf(name)
    const known = assembled.get(name) ?? partnershipOf(found.profile, found.roster, changes)
    assembled.set(name, known)
    return known
  }

  // What was recorded about people and holidays is folded once, outside any transaction, and again only when it has changed.
  const recheck = (): boolean => {
    const now = store.read((tx) => `${tx.subjects.get(PARTNERSHIP)?.version ?? 0} ${tx.settings.get(HOLIDAYS) ?? ''}`)
    if (now === seen) return false
    seen = now
    changes = store.read((tx) =>
      (tx.subjects.get(PARTNERSHIP) ? tx.subjects.facts(PARTNERSHIP) : []).flatMap(
        (fact) => readSeatChange(fact) ?? [],
      ),
    )
    oneOffs = readOneOffs(store.read((tx) => tx.settings.get(HOLIDAYS)))
    assembled.clear()
    return true
  }

  // Every edition that open matters stand under is read again too, and the bank holidays: either all of them can be used, or none is changed.
  const reload = (): Result<string> => {
    try {
      const calendars = calendarsIn(folder)
      for (const [name, fresh] of [...papers.keys()].map((name) => [name, read(name)] as const)) papers.set(name, fresh)
      calendarOf = calendars
    } catch (trouble) {
      if (!(trouble instanceof ProfileTrouble)) throw trouble
      return refuse(
        'profile-trouble',
        trouble.message,
        'The rules stay as they were. Mend the file, then reload again.',
      )
    }
    assembled.clear()
    seen = ''
    return papersOf(profile).profile.title
  }

  const house: House = {
    store,
    clock,
    log,
    ids: idsFrom({ clock, randomBytes }),
    baseUrl: options.baseUrl,
    bell: { ring: (what: Partial<Intended>) => bell?.ring(what) },
    partnership: (name = profile) => under(name),
    calendar: () => calendarOf('england-and-wales', oneOffs),
    recheck,
    reload,
    get messengers() {
      return messengers
    },
  }
  recheck()
  papersOf(profile)

  return {
    house,
    core: createCore(house),
    store,
    connect: (outside) => {
      bell = outside.bell ?? bell
      messengers = outside.messengers ?? messengers
    },
  }
}

function lostFrom(file: string, lost: readonly string[]): ProfileProblem {
  const sentence = `${file}.yaml, people: ${lost.join(', ')} ${lost.length === 1 ? 'is' : 'are'} missing, though seats were given or ended here. Write them in again: whoever has left stays in the file.`
  return { file, line: 1, path: 'people', sentence }
}

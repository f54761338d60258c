/**
 * A whole house for stories told without a network: the real core over the real store, a clock that is moved, and a post office that remembers what
 * everybody has been sent and shows it as it stands now.
 */
import { join } from 'node:path'
import { openStore } from '../../db/open.ts'
import { newVaultKey } from '../../db/seal.ts'
import { createCore } from '../../src/app/core.ts'
import type { House } from '../../src/app/house.ts'
import { HOLIDAYS, type OneOff, PARTNERSHIP, readOneOffs, withOneOff } from '../../src/app/rules-of-the-day.ts'
import { plusDays } from '../../src/calendar/days.ts'
import { bankHolidays } from '../../src/calendar/working-calendar.ts'
import type { Door, Intent, Platform, Reply } from '../../src/chat/intent.ts'
import type { Block, Button, Message } from '../../src/chat/words.ts'
import { countingIds } from '../../src/kernel/ids.ts'
import { dateOf, type Instant, londonInstant } from '../../src/kernel/time.ts'
import { partnershipOf, readSeatChange } from '../../src/partnership/partnership.ts'
import { type Attachment, DeliveryError, type Messenger, type Posted } from '../../src/ports.ts'
import { readPapers } from '../../wire/profiles.ts'

export interface Letter {
  readonly person: string
  readonly platform: Platform
  readonly posted: Posted
  message: Message
  readonly at: Instant
  readonly earlier: Message[]
  /** With mail: the personal way to the desk, and what came with it. */
  readonly link?: string
  readonly attachments?: readonly Attachment[]
}

/**
 * Opens a house at a London date and time. Everybody is known at the doors the roster gives them. `codeWord` is what the first case is called by;
 * with `daily` the clock that is moved strikes every midnight too, and the house does what it does once a day.
 */
export function aHouse({
  at,
  profile = 'wt2018-chscp',
  codeWord,
  daily = false,
}: {
  at: string
  profile?: string
  codeWord?: string
  daily?: boolean
}) {
  let now = londonInstant(at)
  const clock = () => now
  const papers = readPapers(join(import.meta.dirname, '../../profiles'), profile, 'people-fictional')
  let partnership = partnershipOf(papers.profile, papers.roster)
  const calendarWith = (extra: readonly OneOff[]) =>
    bankHolidays({ region: 'england-and-wales', years: [2025, 2026, 2027, 2028], extra })
  let calendar = calendarWith([])
  let rulesOfTheDay = '0 '
  const store = openStore({ file: ':memory:', key: newVaultKey(), clock })
  const ids = countingIds(7)
  const letters: Letter[] = []
  /** Who spoke to Muster where, in order. */
  const spoken: { readonly person: string; readonly platform: Platform }[] = []
  const down = new Set<Platform>()
  /** When something may be due: every alarm's moment, as the bell was told of it. */
  const moments = new Set<Instant>()
  let events = 0
  let posts = 0

  const messenger = (platform: Platform): Messenger => ({
    platform,
    post: async (to, message, attachments) => {
      if (down.has(platform)) throw new DeliveryError('down', `${platform} is down`, { permanent: true })
      if (platform === 'email' && to.kind !== 'email')
        throw new DeliveryError('wrong-door', 'e-mail goes to an address only', { permanent: true })
      posts += 1
      const person =
        to.kind === 'person' ? to.door.person : to.kind === 'email' ? to.email : `#${to.place.conversation}`
      const posted: Posted = { platform, tenant: 'T', conversation: `${platform}-${person}`, message: `m${posts}` }
      const more = to.kind === 'email' && to.link !== undefined ? { link: to.link } : {}
      letters.push({
        person,
        platform,
        posted,
        message,
        at: now,
        earlier: [],
        ...more,
        ...(attachments && { attachments }),
      })
      return posted
    },
    update: async (posted, message) => {
      const letter = letters.find((one) => one.posted.message === posted.message)
      if (letter === undefined) throw new DeliveryError('gone', 'no such message', { permanent: true })
      letter.earlier.push(letter.message)
      letter.message = message
    },
    remove: async (posted) => {
      if (platform === 'email') return 'mailed'
      if (down.has(platform)) throw new DeliveryError('down', `${platform} is down`)
      const at = letters.findIndex((one) => one.posted.message === posted.message)
      if (at < 0) return 'gone'
      letters.splice(at, 1)
      return 'deleted'
    },
  })

  const house: House = {
    store,
    clock,
    ids: { ...ids, pick: (from) => from.find((one) => one === codeWord) ?? ids.pick(from) },
    bell: {
      ring: ({ alarms = [] }) => {
        for (const { at } of alarms) moments.add(at)
      },
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    partnership: () => partnership,
    calendar: () => calendar,
    messengers: [messenger('slack'), messenger('teams'), messenger('email')],
    baseUrl: 'https://muster.example',
    recheck: () => {
      const today = store.read(
        (tx) => `${tx.subjects.get(PARTNERSHIP)?.version ?? 0} ${tx.settings.get(HOLIDAYS) ?? ''}`,
      )
      if (today === rulesOfTheDay) return false
      rulesOfTheDay = today
      const facts = store.read((tx) => (tx.subjects.get(PARTNERSHIP) ? tx.subjects.facts(PARTNERSHIP) : []))
      const changes = facts.flatMap((fact) => readSeatChange(fact) ?? [])
      partnership = partnershipOf(papers.profile, papers.roster, changes)
      calendar = calendarWith(readOneOffs(store.read((tx) => tx.settings.get(HOLIDAYS))))
      return true
    },
    reload: () => partnership.profile.title,
  }
  const core = createCore(house)

  store.transaction((tx) => {
    for (const person of partnership.people.values()) {
      for (const platform of person.reach) {
        if (platform !== 'email') {
          tx.doors.put({
            platform,
            tenant: 'T',
            user: person.id,
            person: person.id,
            how: 'profile',
            since: now,
            lastUsed: now,
          })
        }
      }
      tx.doors.put({
        platform: 'desk',
        tenant: 'desk',
        user: person.id,
        person: person.id,
        how: 'code',
        since: now,
        lastUsed: now,
      })
    }
  })

  /** Rings whatever is due, as the bell would, until nothing is left to do. */
  async function settle(): Promise<void> {
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const { due, outbox, refresh } = store.read((tx) => ({
        due: tx.alarms.due(now),
        outbox: tx.outbox.waiting(now),
        refresh: tx.copies.stale().map((subject) => ({ subject })),
      }))
      if (due.length + outbox.length + refresh.length === 0) return
      for (const alarm of due) await core.alarm(alarm.key)
      for (const { id } of outbox) await core.deliver(id).catch((error: Error) => core.undeliverable(id, error.message))
      for (const { subject } of refresh) await core.refresh(subject)
    }
    throw new Error('the house does not come to rest')
  }

  const say = (platform: Platform, person: string, intent: Partial<Intent> & Pick<Intent, 'verb'>): Reply => {
    events += 1
    spoken.push({ person, platform })
    const who: Door = { platform, tenant: platform === 'desk' ? 'desk' : 'T', user: person }
    return core.handle({
      id: `event-${events}`,
      who,
      where: {
        platform,
        tenant: 'T',
        conversation: `${platform}-${person}`,
        kind: platform === 'desk' ? 'desk' : 'direct',
      },
      input: {},
      ...intent,
    })
  }

  return {
    core,
    house,
    store,
    letters,
    spoken,
    down,
    partnership,
    /** The partnership with whatever has been recorded about its people, seats and groups. */
    now: () => partnership,
    settle,
    say,
    clock,
    /** Moves the clock to a London date and time, ringing every alarm on the way at its own moment. */
    async until(local: string): Promise<void> {
      const target = londonInstant(local)
      await settle()
      for (const { at } of core.intended().alarms) moments.add(at)
      for (;;) {
        const waiting = store.read((tx) => tx.outbox.waiting('9999', 1000).map((line) => line.notBefore))
        const midnight = daily ? [londonInstant(`${plusDays(dateOf(now), 1)}T00:00`)] : []
        const next = [...moments, ...waiting, ...midnight].filter((at) => at > now && at <= target).sort()[0]
        if (next === undefined) break
        now = next
        if (daily) await core.tick()
        await settle()
      }
      now = target
      await settle()
    },
    /** A one-off holiday is proclaimed, and the house takes it in as it does every minute. */
    async proclaim(date: string, name: string): Promise<void> {
      store.transaction((tx) => tx.settings.set(HOLIDAYS, withOneOff(tx.settings.get(HOLIDAYS), { date, name })))
      house.recheck()
      await core.tick()
    },
    /** Moves the clock without ringing anything: an outage. */
    jump(local: string): void {
      now = londonInstant(local)
    },
    command: (platform: Platform, person: string, words: string): Reply => {
      const [command = '', ...rest] = words.split(' ')
      return say(platform, person, { verb: 'command', input: { command, text: rest.join(' ') } })
    },
    /** Fills a form page after page until it is submitted or refuses; gives the last reply. */
    fill(platform: Platform, person: string, first: Reply, values: Record<string, unknown>): Reply {
      let reply = first
      for (let pages = 0; reply.kind === 'form' && pages < 60; pages += 1) {
        const { view } = reply
        const mine = Object.fromEntries(
          view.fields.filter((field) => field.id in values).map((field) => [field.id, values[field.id]]),
        )
        const next = say(platform, person, {
          verb: 'form.page',
          input: { draft: view.draft, page: view.page, go: 'next', values: mine },
        })
        if (next.kind === 'form' && next.view.page === view.page && next.view.fields.length === view.fields.length)
          return next
        reply = next
      }
      return reply
    },
    /** Presses a button of the newest letter that has it. */
    press(platform: Platform, person: string, label: string, title = ''): Reply {
      const letter = letters.findLast(
        (one) =>
          one.person === person &&
          one.platform === platform &&
          wordsOf(one.message).includes(title) &&
          buttonsOf(one.message).some((button) => button.label === label),
      )
      if (letter === undefined)
        throw new Error(`${person} sees no button "${label}"${title ? ` on "${title}"` : ''} in ${platform}`)
      const button = buttonsOf(letter.message).find((one) => one.label === label) as Button
      return say(platform, person, {
        verb: button.verb,
        ...(button.subject === undefined ? {} : { subject: button.subject }),
        ...(button.version === undefined ? {} : { version: button.version }),
        input: button.input ?? {},
        pressed: { conversation: letter.posted.conversation, message: letter.posted.message },
      })
    },
    /** Everything a person can read at a platform now. */
    reads: (person: string, platform?: Platform) =>
      letters
        .filter((one) => one.person === person && (platform === undefined || one.platform === platform))
        .map((one) => wordsOf(one.message))
        .join('\n---\n'),
  }
}

export function buttonsOf(message: Message): readonly Button[] {
  return message.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : []))
}

/** The words of a message as a person would read them. */
export function wordsOf(message: Message): string {
  return [message.summary, ...message.blocks.map(blockWords)].join('\n')
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${row.value}${row.note ? ` (${row.note})` : ''}`).join('\n')
    case 'list':
      return block.items.join('\n')
    case 'table':
      return block.rows.map((row) => row.join(' | ')).join('\n')
    case 'progress':
      return `${block.label}: ${block.done} of ${block.of}`
    case 'actions':
      return block.buttons.map((button) => `[${button.label}]`).join(' ')
    case 'figure':
      return block.sentence
    case 'divider':
      return ''
    default:
      return block.text
  }
}

/**
 * A partnership that lives through its year on a moved clock. Everybody reads their post at half past nine of a working day and does what it asks, where
 * they are: in Slack, in Teams, or, with e-mail only, over the personal link to the desk and by the answers of a calendar. Whatever happens otherwise is
 * told in the chapters.
 */

import { plusDays } from '../../../src/calendar/days.ts'
import { isWorkingDay } from '../../../src/calendar/working-calendar.ts'
import type { Platform, Reply } from '../../../src/chat/intent.ts'
import type { Button, Message } from '../../../src/chat/words.ts'
import {
  dateOf,
  type Instant,
  type LocalDate,
  type LocalDateTime,
  londonInstant,
  minutesAfter,
} from '../../../src/kernel/time.ts'
import type { Called, Moved } from '../../../src/meetings/facts.ts'
import { aHouse, buttonsOf, type Letter, wordsOf } from '../house.ts'
import { type Doing, habitOf, type Ways } from './habits.ts'
import { answerByCalendar, matterOverLink } from './mail.ts'
import { expectDone, messageOf, type Sent } from './post.ts'

export type Year = ReturnType<typeof aYear>

const READING = '09:30'
/** Who is there is written down when everybody sits. */
const SEATED_AFTER = 5

export function aYear(begins: LocalDateTime) {
  const house = aHouse({ at: begins, daily: true })
  const { letters, store } = house
  const byAddress = new Map([...house.partnership.people.values()].map(({ id, email }) => [email, id]))
  const known = new Set<Letter>()
  const sent: Sent[] = []
  const ways: Ways = { answers: new Map(), pressed: new Set() }
  const seated = new Set<string>()
  /** What the business manager says on a day, of her own accord, when she has read her post. */
  const diary = new Map<LocalDate, readonly string[]>()
  let read = 0

  /** Keeps what has come: retention takes old messages out of the chats again. */
  async function rest(): Promise<void> {
    await house.settle()
    for (const letter of letters) {
      if (known.has(letter)) continue
      known.add(letter)
      const first = letter.earlier[0] ?? letter.message
      const key = store.read((tx) => tx.outbox.get(tx.copies.at(letter.posted)?.line ?? '')?.key ?? '')
      sent.push({
        to: byAddress.get(letter.person) ?? letter.person,
        platform: letter.platform,
        at: letter.at,
        day: dateOf(letter.at),
        key,
        summary: first.summary,
        words: wordsOf(first),
        letter,
      })
    }
  }

  /** Everybody reads what is new and does what it asks, until nothing new has come of it. */
  async function readPost(): Promise<void> {
    await rest()
    while (read < sent.length) {
      const fresh = sent.slice(read)
      read = sent.length
      for (const one of fresh) await respond(one)
      await rest()
    }
    for (const words of diary.get(dateOf(house.clock())) ?? []) expectDone(house.command('slack', 'bm', words))
    await rest()
  }

  async function respond(one: Sent): Promise<void> {
    const doing = habitOf(one, ways, dateOf(house.clock()))
    if (doing === undefined) return
    const reply = doing.how === 'types' ? house.command(one.platform, one.to, doing.says) : await answer(one, doing)
    if (reply.kind === 'refusal')
      throw new Error(`${one.to} did what ${one.key} asks for, and was told: ${reply.refusal.sentence}`)
  }

  async function answer(one: Sent, doing: Exclude<Doing, { how: 'types' }>): Promise<Reply> {
    if (doing.how === 'calendar') return answerByCalendar(house, one, doing.press)
    if (one.platform !== 'email') return press(one.platform, one.to, one.letter.message, doing.press, one.letter)
    const { person, matter } = matterOverLink(house, one.letter)
    return press('desk', person, matter, doing.press)
  }

  function press(platform: Platform, person: string, message: Message, label: string, letter?: Letter): Reply {
    const button = buttonsOf(message).find((each) => each.label === label)
    if (button === undefined) throw new Error(`there is no "${label}" for ${person} in: ${wordsOf(message)}`)
    const { verb, subject, version, input = {} } = button as Button
    return house.say(platform, person, {
      verb,
      ...(subject === undefined ? {} : { subject }),
      ...(version === undefined ? {} : { version }),
      input,
      ...(letter === undefined ? {} : { pressed: letter.posted }),
    })
  }

  /** The next meeting that begins after now, of those in the calendar. */
  function nextBeginning(): { readonly id: string; readonly group: string; readonly at: Instant } | undefined {
    const coming = store.read((tx) =>
      tx.subjects.open('meeting').flatMap(({ id }) => {
        const facts = tx.subjects.facts(id)
        const called = facts.find(({ kind }) => kind === 'called')?.data as Called
        const moved = facts.findLast(({ kind }) => kind === 'moved')?.data as Moved | undefined
        const { group, starts } = { ...called, ...moved }
        const at = minutesAfter(londonInstant(starts), SEATED_AFTER)
        return seated.has(id) || facts.some(({ kind }) => kind === 'cancelled') ? [] : [{ id, group, at }]
      }),
    )
    return coming.filter(({ at }) => at >= house.clock()).sort((a, b) => a.at.localeCompare(b.at))[0]
  }

  /** The business manager opens the meeting that has begun and writes down who is there, as they had answered. */
  function sit(group: string): void {
    const list = messageOf(house.command('slack', 'bm', `meetings ${group}`))
    const card = messageOf(press('slack', 'bm', list, buttonsOf(list)[0]?.label ?? ''))
    const sheet = messageOf(press('slack', 'bm', card, 'Attendance'))
    const all = 'Everybody as they answered'
    if (buttonsOf(sheet).some(({ label }) => label === all)) expectDone(press('slack', 'bm', sheet, all))
  }

  function nextReading(): Instant {
    const day = dateOf(house.clock())
    for (let away = 0; ; away += 1) {
      const date = plusDays(day, away)
      const at = londonInstant(`${date}T${READING}`)
      if (at > house.clock() && isWorkingDay(house.house.calendar(), date)) return at
    }
  }

  return {
    ...house,
    sent,
    ways,
    diary,
    rest,
    readPost,
    /** Lives on to a London date and time. */
    async livesUntil(local: LocalDateTime): Promise<void> {
      const target = londonInstant(local)
      for (;;) {
        const reading = nextReading()
        const meeting = nextBeginning()
        const next = [reading, meeting?.at ?? reading].sort()[0] as Instant
        if (next > target) break
        await house.until(localOf(next))
        if (next === reading) await readPost()
        else if (meeting !== undefined) {
          seated.add(meeting.id)
          sit(meeting.group)
          await rest()
        }
      }
      await house.until(local)
      await rest()
    },
    /** Presses a button of an answer that has just been given. */
    pressIn: (platform: Platform, person: string, reply: Reply, label: string): Reply =>
      press(platform, person, messageOf(reply), label),
    /** What came to somebody, as it was when it came. */
    came: (to: string, about = '') => sent.filter((one) => one.to === to && one.words.includes(about)),
    facts: (subject: string) => store.read((tx) => tx.subjects.facts(subject)),
  }
}

function localOf(at: Instant): LocalDateTime {
  const date = dateOf(at)
  const minutes = Math.round((Date.parse(at) - Date.parse(londonInstant(`${date}T00:00`))) / 60_000)
  // On the two days on which the clocks change nobody reads and nothing meets: they are Sundays.
  return `${date}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

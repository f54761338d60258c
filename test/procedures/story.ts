/**
 * A review told as a story: people press, answer forms on the desk or in chat, and the clock moves. What the story does not care about is answered
 * with something that will do.
 *
 * @example
 *   const story = aReview({ at: '2026-12-11T15:30' })
 *   story.begins('hospital', 'rapid-review raise', raised)
 *   await story.until('2026-12-14T14:00')
 *   story.answers('spa', 'discuss', { AT3: 'notify' })
 *   story.limitOf('notify')                                 // 'Fri 18 Dec 2026'
 */
import { loadMatter } from '../../src/app/work.ts'
import type { Platform, Reply } from '../../src/chat/intent.ts'
import type { Message } from '../../src/chat/words.ts'
import { CHECK_PAGE } from '../../src/forms/draw.ts'
import type { Field, FormView, RowField } from '../../src/forms/view.ts'
import { isRefusal, type Refusal } from '../../src/kernel/result.ts'
import { dateOf, sayDate, timeOf } from '../../src/kernel/time.ts'
import { type Course, limitFor } from '../../src/procedures/engine/course.ts'
import { moveKey } from '../../src/procedures/engine/decide.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

export type Values = Readonly<Record<string, unknown>>

/** Written wherever a story does not care what; no word of it may ever stand in chat. */
export const AT_THE_DESK = 'What the agencies know of it in their own words'

/** The question of the checklist that only a second person may answer. */
const SECOND_PERSON = 'E6.8b'

export function aReview(how: Parameters<typeof aHouse>[0]) {
  const house = aHouse(how)
  let subject = ''

  /** Answers page after page, with the story's values first, until the form is submitted or refuses. */
  function through(platform: Platform, person: string, first: Reply, values: Values): Reply {
    let reply = first
    for (let pages = 0; reply.kind === 'form' && pages < 80; pages += 1) {
      const { view } = reply
      const now = { date: dateOf(house.clock()), time: timeOf(house.clock()) }
      if (view.fields.some(({ id }) => id === SECOND_PERSON) && !(SECOND_PERSON in values)) tickedBySecond(person, view)
      const given = Object.fromEntries(view.fields.map((field) => [field.id, values[field.id] ?? anything(field, now)]))
      const next = house.say(platform, person, {
        verb: 'form.page',
        input: { draft: view.draft, page: view.page, go: 'next', values: defined(given) },
      })
      // In chat nothing is left to say once only the desk can go on; anywhere, once the house objects to what was answered.
      if (view.page === CHECK_PAGE && next.kind === 'form' && (platform !== 'desk' || isObjectedTo(next.view)))
        return next
      const wrong =
        next.kind === 'form' && next.view.page === view.page && next.view.fields.some((field) => field.error)
      // An answer on this page may have made another one a must: it is answered in turn, once.
      if (wrong && view.fields.some((field) => field.error)) return next
      reply = next
    }
    return reply
  }

  /** Whoever tells the story is not asked for a second person's tick: a colleague of theirs has read it, and gives it. */
  function tickedBySecond(writer: string, { draft, page }: FormView): void {
    const input = { draft, page, go: 'save', values: { [SECOND_PERSON]: 'yes' } }
    house.say('desk', writer === 'bm' ? 'spa' : 'bm', { verb: 'form.page', input })
  }

  const ask = (platform: Platform, person: string, verb: string, input: Readonly<Record<string, unknown>>): Reply =>
    house.say(platform, person, { verb, subject, input })

  const course = (): Course => {
    const matter = house.store.read((tx) => loadMatter({ house: house.house, tx, at: house.clock() }, subject))
    if (isRefusal(matter)) throw new Error(matter.sentence)
    return matter.state as Course
  }

  return {
    ...house,
    through,
    course,
    get subject(): string {
      return subject
    },
    get title(): string {
      return course().subject.title
    },
    /** From now on the story is about this case. */
    turnTo(id: string): void {
      subject = id
    },
    /** Begins a case with its entering form; the story is about it from then on. */
    begins(person: string, words: string, values: Values, platform: Platform = 'desk'): Reply {
      const inChat = through(platform, person, house.command(platform, person, words), values)
      const goesOn = platform !== 'desk' && inChat.kind === 'form'
      const reply = goesOn ? through('desk', person, house.command('desk', person, words), values) : inChat
      const newest = house.store.read((tx) =>
        tx.subjects
          .open()
          .filter((one) => one.kind !== 'intake' && one.kind !== 'meeting')
          .at(-1),
      )
      if (reply.kind === 'done' && newest) subject = newest.id
      return reply
    },
    /** Fills the form that does what is owed. */
    answers(person: string, owed: string, values: Values = {}, more: Values = {}): Reply {
      return through('desk', person, ask('desk', person, 'form.open', { owed, ...more }), values)
    },
    /** The same in chat, from the first question to the last: nothing in it is about people. */
    chats(platform: Platform, person: string, owed: string, values: Values = {}, more: Values = {}): Reply {
      return through(platform, person, ask(platform, person, 'form.open', { owed, ...more }), values)
    },
    /** Begun in chat, as far as chat may ask; what is written about people is written on the desk, where it is finished. */
    begunIn(platform: Platform, person: string, owed: string, values: Values = {}, more: Values = {}): Reply {
      const inChat = through(platform, person, ask(platform, person, 'form.open', { owed, ...more }), values)
      if (inChat.kind !== 'form')
        throw new Error(`nothing was left for the desk: ${JSON.stringify(inChat).slice(0, 200)}`)
      return through('desk', person, ask('desk', person, 'form.open', { owed, ...more }), values)
    },
    /** Makes one of the moves under "More…"; begun in chat it is finished on the desk where it must be. */
    moves(person: string, id: string, values: Values = {}, platform: Platform = 'desk'): Reply {
      const form = course().procedure.moves[id]?.form
      if (form === undefined) return ask(platform, person, 'case.move', { move: id })
      const open = (where: Platform) => ask(where, person, 'form.open', { owed: moveKey(id), form })
      const first = through(platform, person, open(platform), values)
      return platform !== 'desk' && first.kind === 'form' ? through('desk', person, open('desk'), values) : first
    },
    /** Opens the case where they are, and presses a button there: what is asked of a card that has grown old. */
    opensAndPresses(platform: Platform, person: string, label: string): Reply {
      const reply = house.command(platform, person, `rapid-review ${course().subject.title}`)
      const button = reply.kind === 'message' ? buttonsOf(reply.message).find((one) => one.label === label) : undefined
      if (button === undefined) throw new Error(`${person} sees no "${label}" on the case`)
      return ask(platform, person, button.verb, button.input ?? {})
    },
    /** Presses a button of what is owed, wherever this person is. */
    presses(person: string, owed: string, outcome: string, platform: Platform = 'desk'): Reply {
      return ask(platform, person, 'owed.do', { owed, outcome })
    },
    /** The date by which a step is due, as people read it. */
    limitOf(step: string, owed = step): string {
      const now = course()
      const limit =
        (now.owed.find((one) => one.key === owed) ?? now.owed.find((one) => one.step === step))?.limit ??
        limitFor(now, step, owed)
      return limit === undefined ? 'no date' : sayDate(limit.limit)
    },
    stage: () => course().stage.id,
    /** Whose answer a step still waits for. */
    waitsFor: (step: string) =>
      course()
        .owed.filter((one) => one.step === step && one.status === 'open')
        .map((one) => one.obligor.id ?? one.obligor.label),
    /** The card of the case as this person sees it now. */
    card(person: string, platform: Platform = 'desk'): Message {
      const reply = house.command(platform, person, `rapid-review ${course().subject.title}`)
      if (reply.kind !== 'message') throw new Error(JSON.stringify(reply))
      return reply.message
    },
    /** Everything that has ever been shown to anybody in chat. */
    inChat: () =>
      house.letters
        .map((letter) => [letter.message, ...letter.earlier].map((one) => JSON.stringify(one)).join())
        .join(),
  }
}

export const labelsOf = (message: Message) => buttonsOf(message).map((button) => button.label)
export { wordsOf }

/** The refusal in a reply; throws when there is none, with what came instead. */
export function refusalIn(reply: Reply): Refusal {
  if (reply.kind === 'refusal') return reply.refusal
  throw new Error(`not refused but ${reply.kind}: ${errorsIn(reply).join('; ')}`)
}

/** What stands beside the fields of a form that came back; nothing when it was none. */
export function errorsIn(reply: Reply): readonly string[] {
  return reply.kind === 'form' ? reply.view.fields.flatMap((field) => field.error ?? []) : []
}

/** What the house says beside an answer it objects to, though the form was complete; throws when it has no objection. */
export function objectionIn(reply: Reply): string {
  const [objection] = errorsIn(reply)
  if (objection === undefined) throw new Error(`not objected to but ${reply.kind}`)
  return objection
}

/** Throws unless it was done, saying why it was not. */
export function done(reply: Reply): void {
  if (reply.kind === 'done' || reply.kind === 'card' || reply.kind === 'message') return
  if (reply.kind === 'refusal')
    throw new Error(`${reply.refusal.code}: ${reply.refusal.sentence} ${reply.refusal.next}`)
  const view = reply.kind === 'form' ? reply.view : undefined
  throw new Error(
    `not done but ${reply.kind} ${view?.form}/${view?.page}: ${view?.fields.map((field) => `${field.id} ${field.error ?? ''}`).join('; ')}`,
  )
}

function defined(values: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

interface Now {
  readonly date: string
  readonly time: string
}

const isObjectedTo = ({ fields }: FormView) =>
  fields.some(
    (field) => field.error !== undefined && 'value' in field && field.value !== undefined && field.value !== '',
  )

/** Something that will do; nothing for what has been answered, or need not be. */
function anything(field: Field, now: Now): unknown {
  if (field.kind === 'answer' || field.kind === 'desk') return undefined
  if (field.value !== undefined && field.value !== '' && field.kind !== 'rows') return undefined
  if (!field.required) return undefined
  switch (field.kind) {
    case 'radios':
    case 'select':
      return field.options[0]?.value
    case 'checkboxes':
      return [field.options.find((option) => option.value === 'none')?.value ?? field.options[0]?.value]
    case 'date':
      return now.date
    case 'datetime':
      return `${now.date}T${now.time}`
    case 'number':
      return String(field.min)
    case 'short':
      return field.max === 100 ? 'DOC-0412' : 'head of service'
    case 'long':
      return field.max <= 300 ? 'as agreed' : AT_THE_DESK
    case 'attest':
      return 'yes'
    case 'rows':
      return field.value && Array.isArray(field.value) && field.labels === undefined
        ? undefined
        : (field.labels ?? [undefined]).map((label) => rowOf(field.columns, label?.value, now))
    default:
      return field satisfies never
  }
}

function rowOf(columns: readonly RowField[], label: string | undefined, now: Now): Values {
  const cells = columns.filter((column) => column.required).map((column) => [column.id, cellOf(column, now)])
  return { ...Object.fromEntries(cells), ...(label === undefined ? {} : { row: label }) }
}

function cellOf(column: RowField, now: Now): unknown {
  if (column.options) return column.kind === 'checkboxes' ? [column.options[0]?.value] : column.options[0]?.value
  if (column.kind === 'date') return now.date
  if (column.kind === 'datetime') return `${now.date}T${now.time}`
  return column.kind === 'number' ? '1' : 'head of service'
}

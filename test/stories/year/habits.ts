/** What people do with what they are sent: whoever is asked answers, whoever owes something does it on its day, and some answer only on the last. */
import { type LocalDate, sayDate } from '../../../src/kernel/time.ts'
import { buttonsOf } from '../house.ts'
import type { Sent } from './post.ts'

/** What a chapter says of somebody: `slt-2027-03-04/slt-mps` answers "Send a deputy: Bo Standinsky". */
export interface Ways {
  readonly answers: Map<string, string>
  /** What has been pressed already, so that a second card of the same thing is left alone. */
  readonly pressed: Set<string>
}

export type Doing =
  | { readonly how: 'presses'; readonly press: string }
  | { readonly how: 'types'; readonly says: string }
  | { readonly how: 'calendar'; readonly press: string }

/** In every group somebody answers only when it is the last day to. */
const LAST_MINUTE: Readonly<Record<string, string>> = {
  slt: 'slt-col',
  executive: 'cafcass',
  'case-review': 'schools-h',
  quality: 'elft',
  learning: 'hcvs',
  'vulnerable-adolescents': 'housing',
  'early-help': 'lan-col',
}

/** What the business manager does when its day has come. */
const ERRANDS: Readonly<Record<string, string>> = {
  'Agenda and papers out': 'Send out the agenda and papers',
  'Decisions and actions out': 'Send out decisions and actions',
  'Draft sent to the chair': 'Draft minutes to the chair',
  'Minutes sent to members': 'Draft minutes to members',
  'Summary published': 'Publish the summary of the meeting',
}

/** What somebody does about a message; nothing where it asks nothing of them. */
export function habitOf(one: Sent, ways: Ways, today: LocalDate): Doing | undefined {
  const { to, words, letter } = one
  // The co-ordinator reads along; what is done for the support team the business manager does.
  if (to.startsWith('#') || to === 'coord') return undefined
  const dueToday = (what: string) => words.includes(`Reminder: ${what} by ${sayDate(today)}`)
  const labels = buttonsOf(letter.message).map(({ label }) => label)
  const [, paper] = /Say "(meetings paper \S+ \d+)"/.exec(words) ?? []
  if (paper !== undefined && words.includes('Reminder: Paper for') && words.includes(` by ${sayDate(today)}`))
    return { how: 'types', says: `${paper} https://papers.example/${today}/${to} As agreed with the chair` }
  const errand = to === 'bm' ? labels.find((label) => dueToday(ERRANDS[label] ?? 'nothing')) : undefined
  if (errand !== undefined) return once(one, ways, errand)
  const word = labels.find((label) => label.startsWith('Accept: ') || label === 'Approve the minutes')
  if (word !== undefined) return once(one, ways, word)
  return labels.includes('Attending') ? answer(one, ways, today) : undefined
}

function answer(one: Sent, ways: Ways, today: LocalDate): Doing | undefined {
  const { to, words, platform, letter } = one
  const meeting = subjectOf(one)
  const says = ways.answers.get(`${meeting}/${to}`) ?? ways.answers.get(to) ?? 'Attending'
  if (says === 'nothing') return undefined
  const waits = LAST_MINUTE[meeting.replace(/-\d{4}-\d\d-\d\d.*$/, '')] === to
  if (waits && !words.includes(`Answer by: ${sayDate(today)}`)) return undefined
  const doing = once(one, ways, says)
  // Whoever has e-mail only answers from the calendar the invitation came into, every other time over the link.
  const invited = (letter.attachments ?? []).some(({ name }) => name === `${meeting}.ics`)
  const evenMonth = Number(meeting.slice(-5, -3)) % 4 === 1
  return doing && platform === 'email' && invited && evenMonth ? { how: 'calendar', press: says } : doing
}

function once(one: Sent, { pressed }: Ways, label: string): Doing | undefined {
  const button = buttonsOf(one.letter.message).find((each) => each.label === label)
  const round = button?.input?.round ?? ''
  const key = `${one.to}/${subjectOf(one)}/${label}/${round}`
  if (pressed.has(key)) return undefined
  pressed.add(key)
  return { how: 'presses', press: label }
}

/** The matter a message is about. */
export function subjectOf({ letter, key }: Pick<Sent, 'letter' | 'key'>): string {
  return buttonsOf(letter.message).find(({ subject }) => subject !== undefined)?.subject ?? key.split('/')[0] ?? ''
}

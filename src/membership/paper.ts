/**
 * Who joins, is corrected, leaves: three forms that no course follows from. Here is what they know of the partnership: what they begin with, what stands
 * against an answer, and the words they use.
 */
import { asText } from '../forms/answer.ts'
import type { Answer, Answers, Form, Objection } from '../forms/form.ts'
import type { Instant } from '../kernel/time.ts'
import { mayAtAll } from '../partnership/authority/may.ts'
import {
  agency,
  holders,
  memberById,
  type Partnership,
  type Person,
  personById,
  seatsOf,
} from '../partnership/partnership.ts'
import { forms } from './forms.ts'
import { seatObjections } from './seats-asked.ts'

/** Whom a form is about and who fills it in, in the partnership as it is. */
export interface About {
  readonly partnership: Partnership
  readonly at: Instant
  /** The person corrected, or who leaves; none for a newcomer. */
  readonly person?: string
  readonly by: string
}

export const membership = {
  id: 'membership',
  title: 'People',
  forms,
  entrances: {
    join: { form: 'P-join', may: 'person.join' },
    correct: { form: 'P-correct', may: 'person.correct' },
    leave: { form: 'P-leave', may: 'person.leave' },
  },
} as const

export type Entering = keyof typeof membership.entrances

/** What a form may ask about the world: whether anybody has left, whether this person has, whether they hold seats. */
export function factsFor({ partnership, at, person }: About): Readonly<Record<string, string>> {
  const leavers = [...partnership.people.values()].some((one) => hasLeft(one, at) && one.successor === undefined)
  const seats = person !== undefined && passable(partnership, person, at).length > 0
  const left = person !== undefined && memberById(partnership, person, at) === undefined
  return { leavers: yes(leavers), seats: yes(seats), left: yes(left) }
}

/** What the forms call things. */
export function termsFor({ partnership, at, by, person }: About): Readonly<Record<string, string>> {
  const found = person === undefined ? undefined : personById(partnership, person)
  return { seats: whoGives(partnership, by, at), ...(found === undefined ? {} : about(partnership, found, at)) }
}

function about(partnership: Partnership, found: Person, at: Instant): Readonly<Record<string, string>> {
  const count = seatsOf(partnership, found.id, at).length
  return {
    person: found.name,
    held:
      count === 0
        ? 'They hold no seat.'
        : `They hold ${count === 1 ? 'one seat' : `${count} seats`}, which end with this.`,
    filed: partnership.filed.has(found.id)
      ? 'They stand in the people file. What is recorded here wins over it, also after the file has been read again.'
      : 'They were added here and do not stand in the people file.',
  }
}

function whoGives(partnership: Partnership, by: string, at: Instant): string {
  if (mayAtAll(partnership, by, 'seat.give', {}, at)) return 'Seats are given at once.'
  const names = holders(partnership, 'spa', at).map(({ name }) => name)
  return `Seats are proposed, and given once ${names.join(' or ') || 'whoever may give them'} confirms them.`
}

/** What a form about somebody begins with. */
export function knownOf(form: Form['id'], { partnership, person }: About): Answers {
  const found = person === undefined ? undefined : personById(partnership, person)
  if (form !== 'P-correct' || found === undefined) return {}
  return { PC1: found.name, PC2: found.agency, PC3: found.email ?? '', PC4: found.reach }
}

/** What stands against an answer that is right in itself. */
export function objectionsIn(about: About, question: string, value: Answer, answers: Answers): readonly Objection[] {
  const { partnership: p, at, person } = about
  switch (question) {
    case 'PJ3':
      return againstAddress(about, asText(value), asText(answers.PJ2), asText(answers.PJ1))
    case 'PC3':
      return againstAddress(about, asText(value), asText(answers.PC2), asText(answers.PC1))
    case 'PC2':
      return againstMoving(about, asText(value))
    case 'PJ7':
      return seatObjections(p, value, at)
    case 'PL2':
      return asText(value) === person
        ? [objection('not-oneself', 'Choose somebody else: nobody takes over from themselves')]
        : []
    case 'PL3':
      return value === 'yes' ? againstPassing(about, asText(answers.PL2)) : []
    default:
      return []
  }
}

const objection = (code: string, sentence: string): Objection => ({ code, sentence })

/** Taken by somebody else, or not of the domain their organisation uses. Who comes back brings their address along. */
function againstAddress({ partnership: p, at, person }: About, address: string, of: string, name: string): Objection[] {
  const same = [...p.people.values()].find(
    (one) => one.id !== person && one.email?.toLowerCase() === address.toLowerCase(),
  )
  if (same !== undefined && !hasLeft(same, at))
    return [objection('address-taken', `This is the address of ${same.name}. Enter another, or correct theirs first`)]
  if (same !== undefined && !isSame(same.name, name))
    return [objection('address-taken', `This was the address of ${same.name}, who has left. Enter another`)]
  const domains = p.profile.agencies[of]?.domains ?? []
  if (domains.length === 0 || domains.some((domain) => address.toLowerCase().endsWith(`@${domain}`))) return []
  return [
    objection(
      'not-a-work-address',
      `Enter a work address of ${agency(p, of).name}: it ends in ${domains.map((one) => `@${one}`).join(' or ')}`,
    ),
  ]
}

/** A seat speaks for the organisation of whoever holds it, so nobody takes one along to another. */
function againstMoving({ partnership: p, at, person = '' }: About, to: string): Objection[] {
  const now = personById(p, person)?.agency
  if (now === undefined || now === to || !seatsOf(p, person, at).some((seat) => seat.agency === now)) return []
  return [
    objection(
      'seats-elsewhere',
      `Their seats speak for ${agency(p, now).name}. End these first, or say that they leave and add them anew`,
    ),
  ]
}

function againstPassing({ partnership: p, at, person = '' }: About, to: string): Objection[] {
  const [own, theirs] = [personById(p, person)?.agency, memberById(p, to, at)?.agency]
  if (own === undefined || theirs === undefined || own === theirs) return []
  return [
    objection(
      'other-agency',
      `Their seats speak for ${agency(p, own).name}. Choose No, or somebody of ${agency(p, own).name}`,
    ),
  ]
}

/** Somebody who has left and joins again under the same name and address, and so is known by their old id. */
export function returning(
  p: Partnership,
  { email, name }: { email: string; name: string },
  at: Instant,
): Person | undefined {
  return [...p.people.values()].find(
    (one) => hasLeft(one, at) && one.email?.toLowerCase() === email.toLowerCase() && isSame(one.name, name),
  )
}

/** The seats of somebody that another may take over: their own, and not those that two people give. Of a leaver, those they held to the end. */
export function passable(p: Partnership, person: string, at: Instant) {
  const left = personById(p, person)?.left
  const end = left !== undefined && left <= at ? left : undefined
  return p.seats.filter(
    (seat) =>
      seat.person === person &&
      seat.deputyFor === undefined &&
      !TWO_HANDS.includes(p.profile.roles[seat.role]?.capacity ?? '') &&
      seat.role !== 'vice-chair' &&
      seat.from <= (end ?? at) &&
      (seat.to === undefined || seat.to > at) &&
      (seat.to === undefined || end === undefined || seat.to >= end),
  )
}

const TWO_HANDS: readonly string[] = ['icsc', 'case-alternate']

const hasLeft = ({ left }: Person, at: Instant) => left !== undefined && left <= at
const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()
const yes = (is: boolean) => (is ? 'yes' : 'no')

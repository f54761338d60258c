/** Who belongs to the partnership, and one of them: what is known, where from, which accounts are theirs, what may be done. Professionals only. */
import {
  actions,
  type Block,
  type Button,
  divider,
  type FactRow,
  facts,
  heading,
  list,
  type Message,
  notice,
  quiet,
  table,
  text,
} from '../chat/words.ts'
import { dateOf, type Instant, sayDate, sayMoment } from '../kernel/time.ts'
import {
  agencyName,
  type Partnership,
  type Person,
  personById,
  roleTitle,
  type Seat,
  seatsOf,
} from '../partnership/partnership.ts'
import type { KnownDoor } from '../ports.ts'
import { passable } from './paper.ts'

/** What has been recorded about somebody here, oldest first. */
export interface Past {
  readonly says: string
  readonly at: Instant
  readonly by: string
}

export interface Shown {
  readonly partnership: Partnership
  readonly at: Instant
  readonly doors: readonly KnownDoor[]
  readonly past: readonly Past[]
  /** What they owe now, in words. */
  readonly owes: readonly string[]
  /** Seats for which they have been proposed, and who is asked to confirm them. */
  readonly proposed: readonly { readonly seat: Seat; readonly asked: readonly string[] }[]
  /** Whoever looks is this very person: nobody signs themselves off. */
  readonly oneself: boolean
}

const PLATFORMS = { slack: 'Slack', teams: 'Teams', email: 'e-mail' } as const

/** Everybody who is here, organisation by organisation; then those who have left. */
export function peopleFace(p: Partnership, at: Instant, connected: (person: string) => readonly string[]): Message {
  const all = [...p.people.values()]
  const order = Object.keys(p.profile.agencies)
  const here = all
    .filter(({ left }) => left === undefined || at < left)
    .toSorted((one, other) => order.indexOf(one.agency) - order.indexOf(other.agency))
  const gone = all.filter((one) => !here.includes(one))
  const rows = here.map((one) => [
    one.name,
    agencyName(p, one.agency, at),
    rolesSaid(p, one.id, at),
    reached(one, connected(one.id)),
  ])
  return {
    summary: `Muster: ${here.length} people`,
    sensitivity: 'person',
    blocks: [
      heading(`People of ${p.profile.partnership.short}`),
      actions([{ label: 'Add somebody', verb: 'person.join', style: 'primary', opens: 'form' }]),
      table(`${here.length} people`, ['Name', 'Organisation', 'Seats', 'Reached'], rows),
      ...(gone.length === 0 ? [] : goneBlocks(p, gone)),
      heading('One of them'),
      text('To see somebody, correct their details, give them a link code, or say that they leave.'),
      actions([...here, ...gone].map(opening)),
      quiet(WINS),
    ],
  }
}

const WINS =
  'What is recorded here wins over the people file, also after a restart and after the file has been read again; what the file says of everybody else counts as it stands there.'

const opening = ({ id, name }: Person): Button => ({ label: name, verb: 'person.list', input: { person: id } })

function rolesSaid(p: Partnership, person: string, at: Instant): string {
  const roles = seatsOf(p, person, at).map((seat) =>
    seat.deputyFor === undefined ? roleTitle(p, seat.role) : 'deputy',
  )
  return roles.length === 0 ? 'No seat' : [...new Set(roles)].map(capital).join(', ')
}

function reached({ reach }: Person, connected: readonly string[]): string {
  return reach
    .map((one) => `${PLATFORMS[one]}${one === 'email' || connected.includes(one) ? '' : ': account not known yet'}`)
    .map((one, index) => (index === 0 ? capital(one) : one))
    .join(', ')
}

function goneBlocks(p: Partnership, gone: readonly Person[]): Block[] {
  return [
    heading('Have left'),
    facts(
      gone.map(({ left = '', name, successor }) => [name, `Left on ${sayDate(dateOf(left))}`, tookOver(p, successor)]),
    ),
  ]
}

function tookOver(p: Partnership, successor: string | undefined): string {
  return successor === undefined
    ? 'Nobody has taken over yet; the support team holds what they owed'
    : `${personById(p, successor)?.name ?? successor} took over`
}

/** One person. */
export function personFace(person: Person, shown: Shown): Message {
  const { partnership: p, at, past, owes, proposed } = shown
  const seats = seatsOf(p, person.id, at)
  const left = person.left !== undefined && person.left <= at ? person.left : undefined
  return {
    summary: `Muster: ${person.name}`,
    sensitivity: 'person',
    blocks: [
      heading(person.name),
      ...(left === undefined
        ? []
        : [notice('neutral', `Left on ${sayDate(dateOf(left))}. ${tookOver(p, person.successor)}.`)]),
      facts(detailsOf(person, shown)),
      ...(seats.length + proposed.length === 0 ? [] : [heading('Seats')]),
      ...(seats.length === 0 ? [] : [list(seats.map((seat) => seatSaid(p, seat)))]),
      ...(proposed.length === 0 ? [] : proposedBlocks(p, proposed)),
      ...(owes.length === 0 ? [] : [heading('Owes now'), list(owes)]),
      heading('Where this comes from'),
      text(originOf(p, person, past)),
      ...(past.length === 0
        ? []
        : [list(past.map((one) => `${one.says}: ${personById(p, one.by)?.name ?? 'Muster'}, ${sayMoment(one.at)}`))]),
      divider,
      actions(buttonsFor(person, shown)),
    ],
  }
}

function proposedBlocks(p: Partnership, proposed: Shown['proposed']): Block[] {
  const asked = new Set(proposed.flatMap((one) => one.asked).map((id) => personById(p, id)?.name ?? id))
  return [
    text(`Proposed, and given once ${[...asked].join(' or ') || 'somebody who may give them'} confirms:`),
    list(proposed.map(({ seat }) => seatSaid(p, seat))),
  ]
}

function detailsOf(person: Person, { partnership: p, at, doors }: Shown): FactRow[] {
  const filed = p.filed.get(person.id)
  const note = (said: string | undefined, now: string) =>
    said === undefined || said === now ? {} : { note: `The people file says ${said}` }
  const mail = person.email ?? 'None'
  const of = agencyName(p, person.agency, at)
  return [
    { label: 'Organisation', value: of, ...note(filed && agencyName(p, filed.agency, at), of) },
    { label: 'Work address', value: mail, ...note(filed && (filed.email ?? 'none'), mail) },
    ...(filed === undefined || filed.name === person.name
      ? []
      : [{ label: 'Name', value: person.name, note: `The people file says ${filed.name}` }]),
    { label: 'Reached in', value: person.reach.map((one) => PLATFORMS[one]).join(', ') },
    ...person.reach.flatMap((one): FactRow[] => {
      if (one === 'email' || (person.left !== undefined && person.left <= at)) return []
      const door = doors.find(({ platform }) => platform === one)
      return [
        door === undefined
          ? {
              label: `${PLATFORMS[one]} account`,
              value: 'Not known yet',
              note: 'It is known by their address, or once they send a link code',
              tone: 'warn',
            }
          : {
              label: `${PLATFORMS[one]} account`,
              value: `Known since ${sayDate(dateOf(door.since))}`,
              note: HOW[door.how],
            },
      ]
    }),
  ]
}

const HOW: Readonly<Record<KnownDoor['how'], string>> = {
  email: 'By their address',
  code: 'By a link code',
  profile: 'By the people file',
}

function seatSaid(p: Partnership, seat: Seat): string {
  const place = p.groups.find(({ id }) => id === seat.group)?.title ?? p.profile.areas[seat.area ?? '']?.title
  const until = seat.to === undefined ? '' : `, until ${sayDate(dateOf(seat.to))}`
  const deputy = p.seats.find(({ id }) => id === seat.deputyFor)
  const role =
    deputy === undefined
      ? capital(roleTitle(p, seat.role))
      : `Deputy of ${personById(p, deputy.person)?.name ?? deputy.person} as ${roleTitle(p, seat.role)}`
  return `${role}${place === undefined ? '' : `, ${place}`}${until}`
}

function originOf(p: Partnership, { id }: Person, past: readonly Past[]): string {
  if (!p.filed.has(id)) return 'Added here; not in the people file.'
  return past.length === 0
    ? 'From the people file. Nothing has been recorded here.'
    : 'From the people file, and recorded here since. What is recorded here wins, also after the file has been read again.'
}

function buttonsFor(person: Person, { at, oneself, partnership: p }: Shown): Button[] {
  const about = { input: { person: person.id } }
  const back: Button = { label: 'Everybody', verb: 'person.list' }
  if (person.left !== undefined && person.left <= at) {
    return person.successor === undefined
      ? [{ label: 'Name who takes over', verb: 'person.leave', ...about, style: 'primary', opens: 'form' }, back]
      : [back]
  }
  return [
    { label: 'Correct', verb: 'person.correct', ...about, opens: 'form' },
    { label: 'Give a link code', verb: 'muster.invite', ...about },
    ...(oneself ? [] : [leaving(person, passable(p, person.id, at).length)]),
    back,
  ]
}

const leaving = ({ id }: Person, seats: number): Button => ({
  label: seats === 0 ? 'They leave' : 'They leave, or hand over',
  verb: 'person.leave',
  input: { person: id },
  style: 'danger',
  opens: 'form',
})

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

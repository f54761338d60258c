/**
 * The roster a partnership begins with: its people and their seats, as a YAML file beside the profile.
 *
 * @example
 *   const roster = readRoster(text, { name: 'people-fictional' }, profile)
 */
import { z } from 'zod'
import { didYouMean } from '../kernel/nearest.ts'
import { londonInstant } from '../kernel/time.ts'
import { problemAt, readLayer } from './profile/layers.ts'
import type { Slip } from './profile/references.ts'
import { id, localDate, sentence } from './profile/words-shape.ts'
import { checkLayers, isProblems, type Profile, type ProfileProblem } from './profile.ts'
import type { Person, Seat } from './types.ts'

const rosterShape = z.strictObject({
  /** People who do not exist: the rehearsal may play them. */
  fictional: z.boolean().default(false),
  seatsFrom: localDate,
  /** The first day on which no seat of this file is held, unless a seat says otherwise (DOMAIN 6, rule 1: a role always ends). */
  seatsTo: localDate,
  people: z.record(
    id,
    z.strictObject({
      name: sentence,
      email: z.email('write an e-mail address').optional(),
      agency: id,
      reach: z.array(z.enum(['slack', 'teams', 'email'])).min(1),
    }),
  ),
  seats: z.array(
    z.strictObject({
      person: id,
      role: id,
      agency: id.optional(),
      area: id.optional(),
      group: id.optional(),
      from: localDate.optional(),
      to: localDate.optional(),
      deputyFor: z.string().optional(),
      mayDecide: z.boolean().optional(),
    }),
  ),
})

export interface Roster {
  readonly fictional: boolean
  readonly people: readonly Person[]
  readonly seats: readonly Seat[]
}

/** Reads a roster and checks it against the profile; gives it, or everything that is wrong with it at its line. */
export function readRoster(text: string, { name }: { name: string }, profile: Profile): Roster | ProfileProblem[] {
  const layer = readLayer(text, name)
  if (isProblems(layer)) return layer
  const written = checkLayers({ all: [layer] }, rosterShape)
  if (isProblems(written)) return written
  const seats = written.seats.map(({ from, to, ...seat }) => ({
    id: seatId(seat),
    ...seat,
    from: startOf(from ?? written.seatsFrom),
    to: startOf(to ?? written.seatsTo),
  }))
  const slips = slipsInRoster(written, seats, profile)
  if (slips.length > 0) return slips.map((slip) => problemAt([layer], slip.path, slip.says))
  const people = Object.entries(written.people).map(([handle, person]) => ({ id: handle, ...person }) as Person)
  return { fictional: written.fictional, people, seats: seats as Seat[] }
}

/** `slt-mps/slt-member`, `lay-h/lay-member/hackney`, `bm/member/quality`: readable, and another for every other holder. */
export function seatId(
  seat: Pick<z.output<typeof rosterShape>['seats'][number], 'person' | 'role' | 'group' | 'area' | 'agency'>,
): string {
  return [seat.person, seat.role, seat.group ?? seat.area].filter((part) => part !== undefined).join('/')
}

function startOf(date: string) {
  return londonInstant(`${date}T00:00`)
}

function slipsInRoster(
  written: z.output<typeof rosterShape>,
  seats: readonly { id: string }[],
  profile: Profile,
): Slip[] {
  const slips: Slip[] = []
  const refer = (kind: string, known: readonly string[], word: string | undefined, ...path: Slip['path']) => {
    if (word !== undefined && !known.includes(word)) {
      slips.push({ path, says: `no ${kind} is called '${word}'.${didYouMean(word, known)}` })
    }
  }
  const agencies = Object.keys(profile.agencies)
  const ids = seats.map((seat) => seat.id)
  for (const [handle, person] of Object.entries(written.people))
    refer('agency', agencies, person.agency, 'people', handle, 'agency')
  written.seats.forEach((seat, index) => {
    refer('person', Object.keys(written.people), seat.person, 'seats', index, 'person')
    refer('role', Object.keys(profile.roles), seat.role, 'seats', index, 'role')
    refer('agency', agencies, seat.agency, 'seats', index, 'agency')
    refer('area', Object.keys(profile.areas), seat.area, 'seats', index, 'area')
    refer('group', Object.keys(profile.groups), seat.group, 'seats', index, 'group')
    refer('seat', ids, seat.deputyFor, 'seats', index, 'deputyFor')
    const principal = written.seats[ids.indexOf(seat.deputyFor ?? '')]
    if (principal?.deputyFor !== undefined) {
      slips.push({
        path: ['seats', index, 'deputyFor'],
        says: 'a deputy has no deputy of their own (DOMAIN 6, rule 2).',
      })
    }
    if (ids.indexOf(ids[index] as string) !== index) {
      slips.push({ path: ['seats', index], says: `the seat ${ids[index]} is there twice.` })
    }
  })
  return slips
}

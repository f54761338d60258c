/** The seats a form asks for: what is wrong with a row, and the seats that the rows amount to. */
import type { Answer, Objection, Row } from '../forms/form.ts'
import { dateOf, type Instant, londonInstant } from '../kernel/time.ts'
import { group, groupsAt, type Partnership, type Seat } from '../partnership/partnership.ts'
import { seatId } from '../partnership/roster.ts'

/** Why a row of seats cannot be given as it is, beside the cell that is to be changed. */
export function seatObjections(p: Partnership, value: Answer, at: Instant): readonly Objection[] {
  return rowsOf(value).flatMap((row, index) => objectionTo(p, row, at).map((one) => ({ row: index, ...one })))
}

function objectionTo(p: Partnership, { area = '', group: of = '', role, until }: Asked, at: Instant): Objection[] {
  const title = p.profile.roles[role]?.title ?? role
  if (sitsInGroup(p, role, at) && of === '')
    return [{ code: 'which-group', column: 'group', sentence: `Choose the group in which they are ${title}` }]
  if (of !== '' && !hasSeats(p, of, role))
    return [{ code: 'not-there', column: 'group', sentence: `${group(p, of).short} has no seat of this role` }]
  if (NEEDS_AREA.includes(p.profile.roles[role]?.per ?? '') && area === '')
    return [{ code: 'which-area', column: 'area', sentence: `Choose the area for which they are ${title}` }]
  return until > dateOf(at)
    ? []
    : [{ code: 'ends-before', column: 'until', sentence: 'Enter a day that is still to come' }]
}

const NEEDS_AREA: readonly string[] = ['area', 'local-authority']

/** A role whose seats are those of one group, and mean nothing without it. */
function sitsInGroup(p: Partnership, role: string, at: Instant): boolean {
  return p.profile.roles[role]?.per === undefined && groupsAt(p, at).some(({ id }) => hasSeats(p, id, role))
}

function hasSeats(p: Partnership, id: string, role: string): boolean {
  const { chair, members } = group(p, id)
  return chair === role || members.some((line) => line.role === role)
}

/** The seats of the rows, held from a moment. */
export function seatsAsked(value: Answer | undefined, person: string, from: Instant): readonly Seat[] {
  return rowsOf(value ?? []).map(({ area, group: of, role, until }) => {
    const place = { role, person, ...(of ? { group: of } : {}), ...(area ? { area } : {}) }
    return { ...place, id: seatId(place), from, to: londonInstant(`${until}T00:00`) }
  })
}

interface Asked {
  readonly role: string
  readonly group?: string
  readonly area?: string
  readonly until: string
}

function rowsOf(value: Answer): readonly Asked[] {
  return typeof value === 'object'
    ? (value.filter((row) => typeof row === 'object') as readonly Row[] as readonly never[])
    : []
}

/** The yearly rotation of the vice-chair among the safeguarding partners (14.3, 14.5; 10.2.46). */
import { type Refusal, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { group } from './groups.ts'
import { agency } from './lookups.ts'
import type { Agency } from './profile.ts'
import { seatsHeld } from './seats.ts'
import type { Partnership, Person, Seat } from './types.ts'

export interface NextViceChair {
  readonly agency: string
  readonly person: Person
  readonly because: string
  /** Partners before this one in the order, and why each is not next. */
  readonly passedOver: readonly { readonly agency: string; readonly because: string }[]
}

/**
 * Who is next: the partner after the present one in the profile's order, passing over a vacancy, a partner who declined since the last rotation,
 * and one of the same sector as the present one.
 */
export function nextViceChair(p: Partnership, id: string, at: Instant): NextViceChair | Refusal {
  const { short, viceChair } = group(p, id)
  if (viceChair === undefined || !('order' in viceChair)) {
    return refuse('no-rotation', `${short} does not rotate its vice-chair.`, 'Its members choose one among themselves.')
  }
  const present = lastViceChair(p, id, at)
  const presentAgency = present?.agency === undefined ? undefined : agency(p, present.agency)
  const start = presentAgency === undefined ? 0 : viceChair.order.indexOf(presentAgency.id) + 1
  const round = [...viceChair.order.slice(start), ...viceChair.order.slice(0, start)]
  const passedOver: { agency: string; because: string }[] = []
  for (const candidate of round) {
    const seat = seatsHeld(p, viceChair.among, at, { agency: candidate, group: id })[0]
    const because = whyNot(p, agency(p, candidate), seat, {
      present,
      presentAgency,
      id,
      at,
      twice: viceChair.sameSectorTwice,
    })
    const person = seat && p.people.get(seat.person)
    if (because === undefined && person !== undefined) {
      const after = presentAgency === undefined ? 'first in the order' : `next in the order after ${presentAgency.name}`
      return {
        agency: candidate,
        person,
        because: `${agency(p, candidate).name} is ${after} (${viceChair.source}).`,
        passedOver,
      }
    }
    passedOver.push({ agency: candidate, because: because ?? 'nobody holds the seat' })
  }
  return refuse(
    'no-vice-chair',
    `No safeguarding partner can be the next vice-chair of ${short}.`,
    'Ask the partners to fill their vacant seats, or to agree on somebody.',
  )
}

interface Present {
  readonly present: Seat | undefined
  readonly presentAgency: Agency | undefined
  readonly id: string
  readonly at: Instant
  readonly twice: boolean
}

function whyNot(p: Partnership, candidate: Agency, seat: Seat | undefined, now: Present): string | undefined {
  if (seat === undefined) return 'nobody holds the seat'
  if (candidate.id === now.presentAgency?.id) return 'it holds the vice-chair now'
  const since = now.present?.from ?? ''
  const declined = p.declined.some(
    (one) => one.group === now.id && one.agency === candidate.id && one.at >= since && one.at <= now.at,
  )
  if (declined) return 'it declined'
  if (!now.twice && candidate.sector === now.presentAgency?.sector) return 'the same sector would follow itself'
  return undefined
}

/** The vice-chair now, or the last one there was. */
function lastViceChair(p: Partnership, id: string, at: Instant): Seat | undefined {
  return p.seats
    .filter((seat) => seat.role === 'vice-chair' && seat.group === id && seat.from <= at)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)
}

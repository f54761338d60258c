/** Changes of people with the seats that come with them: given at once by whoever may, otherwise put to those who may. */
import type { Change } from '../../../decisions/facts.ts'
import { isRefusal, type Refusal } from '../../../kernel/result.ts'
import { dateOf } from '../../../kernel/time.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import { type Partnership, type Seat, type SeatChange, withChange } from '../../../partnership/partnership.ts'
import type { Ctx } from '../../ctx.ts'
import { carryOut } from '../changes.ts'
import { freeSeatId, offerSeat, strategicGroup, takesTwo } from '../seats/offers.ts'

export interface Done {
  readonly partnership: Partnership
  readonly given: readonly Seat[]
  readonly proposed: readonly Seat[]
}

/** Records the changes with the seats that may be given at once; the others are put to whoever may give them. */
export function record(
  ctx: Ctx,
  standing: Standing,
  wanted: readonly Seat[],
  changes: readonly Change[],
): Done | Refusal {
  const after = changes.reduce((p, change) => withChange(p, { ...change, at: ctx.at } as SeatChange), ctx.partnership)
  const seats = wanted
    .filter((seat) => !isHeld(after, seat))
    .map((seat) => ({ ...seat, id: freeSeatId(after, seat, dateOf(ctx.at)) }))
  const given = seats.filter(({ group, role }) => mayGive(ctx, role, group))
  const proposed = seats.filter((seat) => !given.includes(seat))
  const all: Change[] = [...changes, ...given.map((seat) => ({ kind: 'seat-given' as const, seat }))]
  const trouble = carryOut(ctx, standing, all)
  if (trouble) return trouble
  for (const seat of proposed) {
    const refused = propose(ctx, seat)
    if (isRefusal(refused)) return refused
  }
  return {
    partnership: all.reduce((p, change) => withChange(p, { ...change, at: ctx.at } as SeatChange), ctx.partnership),
    given,
    proposed,
  }
}

function propose(ctx: Ctx, seat: Seat): string | Refusal {
  const allowed = ctx.may('seat.propose', { role: seat.role })
  if (isRefusal(allowed)) return allowed
  return offerSeat(ctx, allowed, {
    seat,
    change: 'seat-given',
    waits: 'approval',
    because: 'Proposed when people came or went.',
    group: strategicGroup(ctx),
  })
}

const mayGive = (ctx: Ctx, role: string, group: string | undefined) =>
  !takesTwo(role) && !isRefusal(ctx.may('seat.give', { role, ...(group === undefined ? {} : { group }) }))

function isHeld({ seats }: Partnership, { area, from, group, person, role }: Seat): boolean {
  return seats.some(
    (one) =>
      one.person === person &&
      one.role === role &&
      one.group === group &&
      one.area === area &&
      one.deputyFor === undefined &&
      (one.to === undefined || one.to > from),
  )
}

/** The same seat from now until it would have ended, for whoever takes over. */
export function takenOver({ area, group, role, to }: Seat, person: string, from: string): Seat {
  const place = { ...(group === undefined ? {} : { group }), ...(area === undefined ? {} : { area }) }
  return { id: '', person, role, ...place, from, ...(to === undefined ? {} : { to }) }
}

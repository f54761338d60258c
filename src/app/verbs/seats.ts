/** Seats: given, ended, deputised for, listed. What takes two people waits for the second. */
import { z } from 'zod'
import { actions, type Block, type Button, heading, list, type Message, say, table } from '../../chat/words.ts'
import { rotationId } from '../../decisions/rotation.ts'
import { isRefusal, type Result, refuse } from '../../kernel/result.ts'
import { dateOf, type LocalDate, londonInstant, sayDate } from '../../kernel/time.ts'
import {
  deputiesOf,
  groupMembers,
  groupsAt,
  heldAt,
  roleTitle,
  type Seat,
  vacancies,
} from '../../partnership/partnership.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { carryOut } from './changes.ts'
import { faceOf } from './on-matter.ts'
import { personCalled } from './people.ts'
import { read } from './read.ts'
import { createGroup, dissolveGroup } from './seats/groups.ts'
import {
  answerOffer,
  freeSeatId,
  offerSeat,
  putToPartners,
  rotateViceChair,
  strategicGroup,
  takesTwo,
} from './seats/offers.ts'

const giving = z.object({
  person: z.string(),
  role: z.string(),
  until: z.iso.date(),
  from: z.iso.date().optional(),
  group: z.string().optional(),
  area: z.string().optional(),
  agency: z.string().optional(),
})

/** Gives a seat until a day. A seat that takes two people is offered to the second (DOMAIN 6, rules 1 and 3). */
const giveSeat: Handler = (ctx) => {
  const wish = read(giving, ctx.intent.input)
  if (isRefusal(wish))
    return refuse(
      'seat-unclear',
      'A seat is given to somebody, in a role, until a day.',
      'For example: muster seat give housing member 2029-03-31 quality',
    )
  const person = personCalled(ctx, wish.person)
  if (isRefusal(person)) return person
  const role = wish.role.toLowerCase()
  const standing = ctx.may('seat.give', { role, ...(wish.group === undefined ? {} : { group: wish.group }) })
  if (isRefusal(standing)) return standing
  const from = wish.from ?? dateOf(ctx.at)
  const days = daysOf(ctx, from, wish.until)
  if (isRefusal(days)) return days
  const { group, area, agency } = wish
  const place = {
    ...(group === undefined ? {} : { group }),
    ...(area === undefined ? {} : { area }),
    ...(agency === undefined ? {} : { agency }),
  }
  const trouble = placeTrouble(ctx, place)
  if (trouble) return trouble
  const seat: Seat = {
    id: freeSeatId(ctx.partnership, { person: person.id, role, ...place }, from),
    role,
    person: person.id,
    ...place,
    ...days,
  }
  if (takesTwo(role)) {
    const because = 'This seat is given by two people.'
    const id = offerSeat(ctx, standing, {
      seat,
      change: 'seat-given',
      waits: 'second-hand',
      because,
      group: strategicGroup(ctx),
    })
    return isRefusal(id) ? id : faceOf(ctx, id)
  }
  const refused = carryOut(ctx, standing, [{ kind: 'seat-given', seat }])
  return (
    refused ?? {
      kind: 'message',
      message: say(
        `${person.name} is ${roleTitle(ctx.partnership, role)} from ${sayDate(from)} until ${sayDate(wish.until)}.`,
      ),
    }
  )
}

function daysOf(
  { at }: Ctx,
  from: LocalDate,
  until: LocalDate,
): Result<{ readonly from: string; readonly to: string }> {
  if (until <= from)
    return refuse(
      'ends-before',
      `${sayDate(until)} is not after ${sayDate(from)}.`,
      'Give the first day on which the seat is no longer held.',
    )
  return { from: from <= dateOf(at) ? at : londonInstant(`${from}T00:00`), to: londonInstant(`${until}T00:00`) }
}

function placeTrouble({ partnership, at }: Ctx, { group, area }: { readonly group?: string; readonly area?: string }) {
  const groups = groupsAt(partnership, at).map(({ id }) => id)
  if (group !== undefined && !groups.includes(group))
    return refuse('no-group', `There is no group called "${group}".`, `The groups are ${groups.join(', ')}.`)
  const areas = Object.keys(partnership.profile.areas)
  return area === undefined || areas.includes(area)
    ? undefined
    : refuse('no-area', `There is no area called "${area}".`, `The areas are ${areas.join(', ')}.`)
}

/** Ends a seat now. The commissioner's is the partners' to end (DOMAIN 6, rule 5). */
const endSeat: Handler = (ctx) => {
  const wish = read(z.object({ seat: z.string() }), ctx.intent.input)
  if (isRefusal(wish)) return wish
  const seat = ctx.partnership.seats.find(({ id }) => id === wish.seat)
  if (seat === undefined || !heldAt(ctx.partnership, seat, ctx.at)) return noSuchSeat
  const standing = ctx.may('seat.end', { role: seat.role })
  if (isRefusal(standing)) return standing
  const name = ctx.partnership.people.get(seat.person)?.name ?? seat.person
  const change = { kind: 'seat-ended', seat: seat.id } as const
  const title = roleTitle(ctx.partnership, seat.role)
  if (ctx.partnership.profile.roles[seat.role]?.capacity === 'icsc' && seat.deputyFor === undefined) {
    const motion = putToPartners(ctx, standing, {
      text: `To end the appointment of ${name} as ${title}`,
      rule: 'unanimous',
      changes: [change],
    })
    return isRefusal(motion) ? motion : faceOf(ctx, motion)
  }
  return (
    carryOut(ctx, standing, [change]) ?? {
      kind: 'message',
      message: say(`${name} is no longer ${title}. The seat is vacant until it is given to somebody.`),
    }
  )
}

const noSuchSeat = refuse(
  'no-seat',
  'Nobody holds such a seat now.',
  'Say "muster seats" for the list, and write the seat as it stands there.',
)

const deputising = z.object({
  member: z.string(),
  deputy: z.string(),
  until: z.iso.date(),
  decides: z.enum(['decides', 'listens']).default('listens'),
})

/** Registers a deputy for every seat a member holds in a group and that has none: one deputy a seat, of the same organisation. */
const registerDeputy: Handler = (ctx) => {
  const wish = read(deputising, ctx.intent.input)
  if (isRefusal(wish))
    return refuse(
      'deputy-unclear',
      'Say for whom, who, until when, and whether they may decide.',
      'For example: muster deputy slt-nhs hospital 2027-12-31 decides',
    )
  const member = personCalled(ctx, wish.member)
  const deputy = personCalled(ctx, wish.deputy)
  if (isRefusal(member)) return member
  if (isRefusal(deputy)) return deputy
  const standing = ctx.may('deputy.register', { agency: member.agency })
  if (isRefusal(standing)) return standing
  const days = daysOf(ctx, dateOf(ctx.at), wish.until)
  if (isRefusal(days)) return days
  const own = seatsInGroups(ctx, member.id)
  const without = own.filter((seat) => deputiesOf(ctx.partnership, seat, ctx.at).length === 0)
  const chosen = without.length > 0 ? without : own
  if (chosen.length === 0) return refuse('no-seat', `${member.name} holds no seat in a group.`, 'Give the seat first.')
  const changes = chosen.map(({ id, role, group }) => {
    const place = { person: deputy.id, role, ...(group === undefined ? {} : { group }) }
    const seat = {
      ...place,
      ...days,
      id: freeSeatId(ctx.partnership, place, dateOf(ctx.at)),
      deputyFor: id,
      mayDecide: wish.decides === 'decides',
    }
    return { kind: 'deputy-registered', seat } as const
  })
  const may = wish.decides === 'decides' ? 'may decide' : 'may listen and speak, but not decide'
  const seats = chosen.length === 1 ? 'one seat' : `${chosen.length} seats`
  return (
    carryOut(ctx, standing, changes) ?? {
      kind: 'message',
      message: say(`${deputy.name} stands in for ${member.name} in ${seats} until ${sayDate(wish.until)}, and ${may}.`),
    }
  )
}

/** The seats from which somebody takes part in a group in their own right. */
function seatsInGroups({ partnership, at }: Ctx, person: string): readonly Seat[] {
  const seats = groupsAt(partnership, at).flatMap(({ id }) => groupMembers(partnership, id, at))
  const theirs = seats.filter((member) => member.person.id === person && !member.observer).map(({ seat }) => seat)
  return [...new Map(theirs.map((seat) => [seat.id, seat])).values()]
}

/** Who holds which seat now, group by group or in one of them, and which are vacant. */
const listSeats: Handler = (ctx) => {
  const wanted = typeof ctx.intent.input.group === 'string' ? ctx.intent.input.group.toLowerCase() : ''
  const allowed = ctx.may('seat.end')
  if (isRefusal(allowed)) return allowed
  const groups = groupsAt(ctx.partnership, ctx.at).filter(({ id }) => wanted === '' || id === wanted)
  if (groups.length === 0)
    return refuse('no-group', `There is no group called "${wanted}".`, 'Say "muster seats" for all of them.')
  const empty = vacancies(ctx.partnership, ctx.at).filter(
    ({ group }) => wanted === '' || group === undefined || group === wanted,
  )
  return {
    kind: 'message',
    message: seatsMessage(
      ctx,
      groups,
      empty.map(({ says }) => says),
    ),
  }
}

/** Where the vice-chair goes round, whose turn it is and when the next is proposed. */
function turns({ tx }: Ctx, groups: ReturnType<typeof groupsAt>): Block[] {
  const watched = groups.filter(({ id }) => tx.subjects.get(rotationId(id)) !== undefined)
  const buttons = watched.map(
    ({ id, short }): Button => ({ label: `Vice-chair of ${short}`, verb: 'matter.see', subject: rotationId(id) }),
  )
  return buttons.length === 0 ? [] : [actions(buttons)]
}

function seatsMessage(ctx: Ctx, groups: ReturnType<typeof groupsAt>, empty: readonly string[]): Message {
  const { partnership, at } = ctx
  const rows = groups.flatMap((group) =>
    groupMembers(partnership, group.id, at).map(({ seat, person, voting, observer }) => [
      group.short,
      seat.id,
      person.name,
      seat.to === undefined ? '' : sayDate(dateOf(seat.to)),
      deputiesOf(partnership, seat, at)
        .map((deputy) => `${deputy.person.name}${deputy.seat.mayDecide ? '' : ' (may not decide)'}`)
        .join(', '),
      observer ? 'observer' : voting ? 'votes' : '',
    ]),
  )
  return {
    summary: 'Muster: seats',
    sensitivity: 'group',
    blocks: [
      heading('Seats'),
      table('Seats', ['Group', 'Seat', 'Person', 'Until', 'Deputy', ''], rows),
      ...(empty.length === 0 ? [] : [heading('Vacant'), list(empty)]),
      ...turns(ctx, groups),
    ],
  }
}

/** Every verb of people, seats and groups; who may is in the authority table. */
export const seatHandlers: Readonly<Record<string, Handler>> = {
  'seat.give': giveSeat,
  'seat.end': endSeat,
  'seat.answer': answerOffer,
  'seat.rotate': rotateViceChair,
  'seat.list': listSeats,
  'deputy.register': registerDeputy,
  'group.create': createGroup,
  'group.dissolve': dissolveGroup,
}

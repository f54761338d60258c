/** Seats that are offered first: by one hand for a second to confirm, or to whoever is to be the next vice-chair. */
import { z } from 'zod'
import { plusMonths } from '../../../calendar/days.ts'
import { say } from '../../../chat/words.ts'
import { type Appointment, answer, type Offered, outcomes } from '../../../decisions/appointment.ts'
import { type Rotation, rotationId } from '../../../decisions/rotation.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import { dateOf, type LocalDate, londonInstant } from '../../../kernel/time.ts'
import { handsNeeded, type Standing } from '../../../partnership/authority/may.ts'
import { groupsAt, holders, nextViceChair, type Partnership, roleTitle } from '../../../partnership/partnership.ts'
import { seatId } from '../../../partnership/roster.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { carryOut } from '../changes.ts'
import { beginMotion } from '../motions/begin.ts'
import { closingIn } from '../motions/on-motion.ts'
import { faceOf } from '../on-matter.ts'
import { read } from '../read.ts'

const ANSWER_WITHIN_DAYS = 5
const VOTE_WITHIN_DAYS = 10

/** Begins an offer, and gives its id; whoever it waits for is asked. */
export function offerSeat(
  ctx: Ctx,
  standing: Standing | undefined,
  offered: Omit<Offered, 'answerBy'>,
): Result<string> {
  const until = closingIn(ctx, ANSWER_WITHIN_DAYS)
  if (isRefusal(until)) return until
  const id = ctx.house.ids.id('appointment')
  const { role, group } = offered.seat
  const of = ctx.partnership.groups.find((one) => one.id === group)
  ctx.begin({
    id,
    kind: 'appointment',
    title: `Appointment: ${roleTitle(ctx.partnership, role)}${of ? ` of ${of.short}` : ''}`,
  })
  ctx.record(id, standing, [{ kind: 'offered', data: { ...offered, answerBy: dateOf(until) } satisfies Offered }])
  return id
}

/** The answer to an offer. A yes gives the seat; a vice-chair's no passes it to the next partner in the order. */
export const answerOffer: Handler = (ctx) => {
  const wish = read(z.object({ outcome: z.enum(outcomes) }), ctx.intent.input)
  if (isRefusal(wish)) return wish
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  if (matter.subject.kind !== 'appointment')
    return refuse('no-such-matter', 'That is not an offer of a seat.', 'Open its card and answer there.')
  const appointment = matter.state as Appointment
  const { seat, waits } = appointment.offered
  const standing =
    waits === 'acceptance'
      ? ctx.may('meeting.reply', { group: seat.group ?? '' })
      : ctx.may('seat.give', { role: seat.role })
  if (isRefusal(standing)) return standing
  const fact = answer(appointment, { by: ctx.person.id, outcome: wish.outcome })
  if (isRefusal(fact)) return fact
  ctx.record(matter.subject.id, standing, [fact])
  const trouble = wish.outcome === 'agreed' ? agreed(ctx, standing, appointment) : declined(ctx, standing, appointment)
  return trouble ?? faceOf(ctx, matter.subject.id)
}

function agreed(
  ctx: Ctx,
  standing: Standing,
  { offered: { change, seat, group: seenBy } }: Appointment,
): Refusal | undefined {
  const given = { kind: change, seat } as Parameters<typeof carryOut>[2][number]
  // The partners appoint the commissioner, so two hands only put it to them (DOMAIN 6, rule 5).
  if (ctx.partnership.profile.roles[seat.role]?.capacity !== 'icsc') return carryOut(ctx, standing, [given])
  const name = ctx.partnership.people.get(seat.person)?.name ?? seat.person
  const motion = putToPartners(ctx, standing, {
    text: `To appoint ${name} as ${roleTitle(ctx.partnership, seat.role)}`,
    rule: 'unanimous',
    changes: [given],
    group: seenBy,
  })
  return isRefusal(motion) ? motion : undefined
}

/** A motion of the safeguarding partners, opened at once: appointments and groups are theirs to decide (14.11). */
export function putToPartners(
  ctx: Ctx,
  standing: Standing,
  {
    group: id = strategicGroup(ctx),
    ...motion
  }: Pick<Parameters<typeof beginMotion>[2], 'text' | 'rule' | 'changes'> & { readonly group?: string },
): Result<string> {
  const closes = closingIn(ctx, VOTE_WITHIN_DAYS)
  return isRefusal(closes) ? closes : beginMotion(ctx, standing, { ...motion, group: id, closes }, { opened: true })
}

/** The body of the safeguarding partners, whatever this edition calls it. */
export function strategicGroup({ partnership, at }: Pick<Ctx, 'partnership' | 'at'>): string {
  return groupsAt(partnership, at).find(({ kind }) => kind === 'strategic')?.id ?? ''
}

function declined(
  ctx: Ctx,
  standing: Standing,
  { offered: { change, seat, waits } }: Appointment,
): Refusal | undefined {
  if (
    change !== 'vice-chair-rotated' ||
    waits !== 'acceptance' ||
    seat.group === undefined ||
    seat.agency === undefined
  )
    return undefined
  const passed = { group: seat.group, agency: seat.agency }
  const trouble = carryOut(ctx, standing, [{ kind: 'vice-chair-declined', ...passed }])
  if (trouble) return trouble
  const without: Partnership = {
    ...ctx.partnership,
    declined: [...ctx.partnership.declined, { ...passed, at: ctx.at }],
  }
  const next = offerViceChair(ctx, standing, without, { group: seat.group, from: dateOf(seat.from) })
  // With nobody left in the order the partners must agree on somebody; the answer is recorded all the same.
  if (isRefusal(next)) tellNobodyNext(ctx, seat.id, next)
  return undefined
}

/** On its day Muster offers the seat to the partner whose turn it is, unless somebody has begun to already. */
export function proposeNext(ctx: Ctx, { group: { id }, ends }: Rotation): undefined {
  if (ends === undefined || isOffered(ctx, id)) return
  const next = offerViceChair(ctx, undefined, ctx.partnership, { group: id, from: ends })
  if (isRefusal(next)) tellNobodyNext(ctx, `${rotationId(id)}/${ends}`, next)
}

function isOffered(ctx: Ctx, group: string): boolean {
  return ctx.tx.subjects.open('appointment').some(({ id }) => {
    const matter = ctx.matter(id)
    if (isRefusal(matter)) return false
    const { offered } = matter.state as Appointment
    return offered.change === 'vice-chair-rotated' && offered.seat.group === group
  })
}

/** The support team brings it to the partners. */
function tellNobodyNext(ctx: Ctx, key: string, { sentence, next }: Refusal): void {
  for (const { id } of holders(ctx.partnership, 'support', ctx.at))
    ctx.say({ key: `${key}/nobody-next/${id}`, to: { person: id }, content: { message: say(`${sentence} ${next}`) } })
}

const rotating = z.object({ group: z.string(), from: z.iso.date().optional() })

/** Proposes the next vice-chair of a group: the partner whose turn it is says yes, or passes it on (14.3, 10.2.46). */
export const rotateViceChair: Handler = (ctx) => {
  const wish = read(rotating, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const id = wish.group.toLowerCase()
  if (!groupsAt(ctx.partnership, ctx.at).some((one) => one.id === id))
    return refuse('no-group', `There is no group called "${id}".`, 'Say "muster seats" for the list.')
  const standing = ctx.may('seat.give', { role: 'vice-chair', group: id })
  if (isRefusal(standing)) return standing
  const offered = offerViceChair(ctx, standing, ctx.partnership, { group: id, from: wish.from ?? dateOf(ctx.at) })
  return isRefusal(offered) ? offered : faceOf(ctx, offered)
}

function offerViceChair(
  ctx: Ctx,
  standing: Standing | undefined,
  partnership: Partnership,
  { group: id, from }: { group: string; from: LocalDate },
): Result<string> {
  const next = nextViceChair(partnership, id, ctx.at)
  if (isRefusal(next)) return next
  const starts = from <= dateOf(ctx.at) ? ctx.at : londonInstant(`${from}T00:00`)
  const seat = { person: next.person.id, role: 'vice-chair', group: id, agency: next.agency }
  const passed = next.passedOver.map((one) => `${ctx.partnership.profile.agencies[one.agency]?.name}: ${one.because}`)
  return offerSeat(ctx, standing, {
    seat: {
      ...seat,
      id: freeSeatId(ctx.partnership, seat, from),
      from: starts,
      to: londonInstant(`${plusMonths(dateOf(starts), 12)}T00:00`),
    },
    change: 'vice-chair-rotated',
    waits: 'acceptance',
    because: [next.because, ...(passed.length === 0 ? [] : [`Passed over: ${passed.join('; ')}.`])].join(' '),
    group: id,
  })
}

/** `slt-nhs/vice-chair/slt`; with its first day behind it when there was such a seat before. */
export function freeSeatId(partnership: Partnership, seat: Parameters<typeof seatId>[0], from: LocalDate): string {
  const plain = seatId(seat)
  return partnership.seats.some(({ id }) => id === plain) ? `${plain}/${from}` : plain
}

/** Whether giving such a seat takes two people. */
export const takesTwo = (role: string) => handsNeeded('seat.give', { role }) === 2

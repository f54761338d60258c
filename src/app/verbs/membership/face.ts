/** What the house knows of one person, drawn. */
import { type Message, notice, text } from '../../../chat/words.ts'
import type { Appointment } from '../../../decisions/appointment.ts'
import { isRefusal } from '../../../kernel/result.ts'
import { type Past, personFace } from '../../../membership/face.ts'
import { type Partnership, type Person, roleTitle, type Seat } from '../../../partnership/partnership.ts'
import type { Ctx } from '../../ctx.ts'
import { openMatters } from '../../digest.ts'
import { PARTNERSHIP } from '../../rules-of-the-day.ts'
import type { Done } from './record.ts'

/** A person as they stand in a partnership: the present one, or that which has just been recorded. */
export function faceOf(ctx: Ctx, partnership: Partnership, person: Person) {
  return personFace(person, {
    partnership,
    at: ctx.at,
    doors: ctx.tx.doors.of(person.id),
    past: pastOf(ctx, person.id),
    owes: owedBy(ctx, person.id),
    proposed: proposedFor(ctx, person.id),
    oneself: person.id === ctx.person.id,
  })
}

function owedBy(ctx: Ctx, person: string): readonly string[] {
  return openMatters(ctx).flatMap(({ owed, subject }) =>
    owed
      .filter((one) => one.status === 'open' && one.openedAt <= ctx.at && one.obligor.people.includes(person))
      .map((one) => `${subject.title}: ${one.what}`),
  )
}

function proposedFor(ctx: Ctx, person: string) {
  return ctx.tx.subjects.open('appointment').flatMap(({ id }) => {
    const matter = ctx.matter(id)
    if (isRefusal(matter)) return []
    const { offered } = matter.state as Appointment
    const asked = matter.owed.flatMap((owed) => (owed.status === 'open' ? owed.obligor.people : []))
    return offered.seat.person === person && asked.length > 0 ? [{ seat: offered.seat, asked }] : []
  })
}

const SAYS: Readonly<Record<string, string>> = {
  'person-joined': 'Added',
  'person-corrected': 'Corrected',
  'person-left': 'Left',
  'person-succeeded': 'Somebody took over',
}

function pastOf({ tx }: Ctx, person: string): readonly Past[] {
  const facts = tx.subjects.get(PARTNERSHIP) ? tx.subjects.facts(PARTNERSHIP) : []
  return facts.flatMap(({ at, by, data, kind }) => {
    const about = (data as { readonly person?: unknown }).person
    const id = typeof about === 'string' ? about : (about as { readonly id?: string } | undefined)?.id
    const says = SAYS[kind]
    return says === undefined || id !== person ? [] : [{ at, by, says }]
  })
}

/** What was done, above the person as they stand now. */
export function shown(ctx: Ctx, { given, partnership, proposed }: Done, id: string, said: string): Message {
  const face = faceOf(ctx, partnership, partnership.people.get(id) as Person)
  const titles = (seats: readonly Seat[]) =>
    seats
      .map(({ group, role }) => {
        const of = partnership.groups.find((one) => one.id === group)?.short
        return `${roleTitle(partnership, role)}${of === undefined ? '' : ` (${of})`}`
      })
      .join(', ')
  // Their own page says what they are proposed for; of a leaver's seats it is another who gets them.
  const others = proposed.filter(({ person }) => person !== id)
  const to = (seats: readonly Seat[]) => {
    const names = seats.flatMap(({ person }) => (person === id ? [] : (partnership.people.get(person)?.name ?? person)))
    return names.length === 0 ? '' : ` to ${[...new Set(names)].join(', ')}`
  }
  const [title, ...rest] = face.blocks
  return {
    ...face,
    summary: said,
    blocks: [
      ...(title === undefined ? [] : [title]),
      notice('good', said),
      ...(given.length === 0 ? [] : [text(`Given${to(given)}: ${titles(given)}.`)]),
      ...(others.length === 0 ? [] : [text(`To be given${to(others)} once confirmed: ${titles(others)}.`)]),
      ...rest,
    ],
  }
}

/** Groups that come and go: a motion of the partners, which on being carried creates or dissolves them (14.11). */
import { z } from 'zod'
import { plusMonths } from '../../../calendar/days.ts'
import type { Change } from '../../../decisions/facts.ts'
import { isRefusal, refuse } from '../../../kernel/result.ts'
import { dateOf, londonInstant, sayDate } from '../../../kernel/time.ts'
import { checkChange, groupsAt, type Person, type SeatChange } from '../../../partnership/partnership.ts'
import { group as groupShape } from '../../../partnership/profile/group-shape.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { clean, words } from '../meetings/on-meeting.ts'
import { faceOf } from '../on-matter.ts'
import { personCalled } from '../people.ts'
import { read } from '../read.ts'
import { freeSeatId, putToPartners } from './offers.ts'

const creating = z.object({
  group: z.string().regex(/^[a-z][a-z0-9-]*$/),
  until: z.iso.date(),
  chair: z.string(),
  /** Short names, with commas between. */
  members: z.string(),
  purpose: words,
})

/** Puts a task and finish group to the partners: its purpose, chair, members and last day. */
export const createGroup: Handler = (ctx) => {
  const wish = read(creating, ctx.intent.input)
  if (isRefusal(wish)) {
    return refuse(
      'group-unclear',
      'A group has a short name, a last day, a chair, members and a purpose.',
      'For example: muster group temporary-homes 2027-06-30 slt-nhs housing,elft,hcvs Look at how families in temporary homes are seen',
    )
  }
  const standing = ctx.may('group.create')
  if (isRefusal(standing)) return standing
  const unclean = clean(ctx, wish.purpose)
  if (unclean) return unclean
  if (wish.until <= dateOf(ctx.at))
    return refuse('past', `${sayDate(wish.until)} leaves the group no time.`, 'Choose a later last day.')
  const named = [wish.chair, ...wish.members.split(',').filter(Boolean)].map((name) => personCalled(ctx, name))
  const unknown = named.find(isRefusal)
  if (unknown) return unknown
  const [chair, ...members] = named as Person[]
  const changes = creation(ctx, wish, chair as Person, members)
  const trouble = changes
    .map((change) => checkChange(ctx.partnership, { ...change, at: ctx.at } as SeatChange))
    .find((one) => one !== undefined)
  if (trouble) return trouble
  const text = `To create the task and finish group "${titleOf(wish.group)}" until ${sayDate(wish.until)}, chaired by ${chair?.name}, with ${members.map(({ name }) => name).join(', ')}. Its purpose: ${wish.purpose}`
  const motion = putToPartners(ctx, standing, { text, rule: 'majority', changes })
  return isRefusal(motion) ? motion : faceOf(ctx, motion)
}

function creation(
  ctx: Ctx,
  { group: id, until, purpose }: z.output<typeof creating>,
  chair: Person,
  members: readonly Person[],
): readonly Change[] {
  const shape = groupShape.omit({ usual: true }).parse({
    title: titleOf(id),
    short: titleOf(id),
    kind: 'task-and-finish',
    chair: 'chair',
    members: [{ role: 'chair' }, { role: 'member' }],
    voting: 'consensus',
    agenda: ['Welcome and actions', 'Progress towards the purpose', 'Any other business'],
    source: '14.11',
  })
  const seat = (person: Person, role: string) => {
    const place = { person: person.id, role, group: id }
    // Its people keep their seats until it is dissolved, which may be some weeks after its last day.
    return {
      kind: 'seat-given' as const,
      seat: {
        ...place,
        id: freeSeatId(ctx.partnership, place, dateOf(ctx.at)),
        from: ctx.at,
        to: londonInstant(`${plusMonths(until, 12)}T00:00`),
      },
    }
  }
  return [
    { kind: 'group-created', definition: { ...shape, id, endsOn: until }, purpose },
    seat(chair, 'chair'),
    ...members.filter(({ id: member }) => member !== chair.id).map((member) => seat(member, 'member')),
  ]
}

/** `temporary-homes` is "Temporary homes". */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const dissolving = z.object({ group: z.string(), reason: words.optional() })

/** Puts a group's dissolution to the partners: a core sub-group's needs all of them (DOMAIN 4.1). */
export const dissolveGroup: Handler = (ctx) => {
  const wish = read(dissolving, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const group = groupsAt(ctx.partnership, ctx.at).find(({ id }) => id === wish.group.toLowerCase())
  if (group === undefined)
    return refuse('no-group', `There is no group called "${wish.group}".`, 'Say "muster seats" for the list.')
  const chairs = ctx.partnership.seats.some(
    ({ person, role, group: of }) => person === ctx.person.id && role === group.chair && of === group.id,
  )
  const standing = ctx.may('group.dissolve')
  if (isRefusal(standing) && !chairs) return standing
  if (group.kind === 'strategic')
    return refuse(
      'core-body',
      `${group.title} is the partners' own body.`,
      'Changing it is an amendment of the arrangements (29.2).',
    )
  const unclean = clean(ctx, wish.reason)
  if (unclean) return unclean
  const ended = group.endsOn === undefined ? '' : ` Its last day was agreed as ${sayDate(group.endsOn)}.`
  const text = `To dissolve ${group.title}.${ended}${wish.reason === undefined ? '' : ` ${wish.reason}`}`
  const acting = isRefusal(standing) ? ctx.may('owes.mine') : standing
  if (isRefusal(acting)) return acting
  const rule = group.kind === 'task-and-finish' ? 'majority' : 'unanimous'
  const motion = putToPartners(ctx, acting, { text, rule, changes: [{ kind: 'group-dissolved', group: group.id }] })
  return isRefusal(motion) ? motion : faceOf(ctx, motion)
}

/**
 * Whether enough of the right people are there, by the group's own rule: which sectors, whether the chair, which area (DOMAIN 4.1). From the
 * answers it is a forecast; from the attendance it is what was. Observers never count; a deputy counts who is registered and may decide.
 *
 * @example
 *   quorumOf(meeting, { by: 'replies' })
 *   // { met: false, present: [{ need: 'the chair', by: 'Marlowe Testwick' }, …], missing: [{ need: 'police', … }],
 *   //   because: 'Not quorate: police is missing. Met Police: apologies; City of London Police: no answer yet.' }
 */
import { isRefusal } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { type Agency, agency, area, chairOf, type Member, partners } from '../partnership/partnership.ts'
import type { Meeting } from './meeting.ts'
import { deputiesFor, sayReply, seatLabel } from './replies.ts'
import { inside, sayList } from './say.ts'

export interface Asked {
  readonly by: 'replies' | 'attendance'
  /** The moment in the meeting, for those who leave early; its beginning when not said. */
  readonly at?: Instant
  readonly item?: AboutItem
  /** Safeguarding partners who have recorded their answer by button, which counts as being there for a unanimous item. */
  readonly recorded?: readonly string[]
}

/** What an item asks of a quorum. */
export interface AboutItem {
  readonly id?: string
  readonly area?: string
  readonly unanimous?: boolean
}

export interface Quorum {
  readonly met: boolean
  readonly present: readonly Presence[]
  readonly missing: readonly Gap[]
  /** One or two sentences people would accept. */
  readonly because: string
}

/** Something the rule needs, and by whom it is there. */
export interface Presence {
  readonly need: string
  readonly by: string
}

/** Something the rule needs that is not there, and how those stand who could bring it. */
export interface Gap {
  readonly need: string
  readonly could: readonly string[]
}

/** A seat that is filled: by its member or by a deputy. */
export interface Present {
  readonly member: Member
  /** Who is in the room for it. */
  readonly person: string
}

interface Need {
  readonly need: string
  fills(seat: Member): boolean
}

export function quorumOf(meeting: Meeting, asked: Asked): Quorum {
  const here = presentAt(meeting, asked)
  const needs = needsOf(meeting, asked.item)
  const chair = chairHere(meeting, here, asked)
  const present = [
    ...(chair === undefined ? [] : [{ need: 'the chair', by: chair }]),
    ...needs.flatMap((need) => presence(meeting, need, here, asked)),
  ]
  const missing = [
    ...(needsChair(meeting) && chair === undefined ? [{ need: 'the chair', could: [] }] : []),
    ...needs
      .filter((need) => presence(meeting, need, here, asked).length === 0)
      .map((need) => gap(meeting, need, asked)),
  ]
  return { met: missing.length === 0, present, missing, because: say(meeting, asked, present, missing) }
}

/** The seats filled at a moment, each once, with the person who fills it; observers' seats among them. */
export function presentAt(
  meeting: Meeting,
  { by, at = meeting.startsAt, item }: Pick<Asked, 'by' | 'at' | 'item'>,
): readonly Present[] {
  return meeting.members.flatMap((member): Present[] => {
    const person = by === 'replies' ? whoSaidTheyCome(meeting, member) : whoWasThere(meeting, member, at)
    if (person === undefined) return []
    const stepsAside =
      item?.id !== undefined && meeting.conflicts.some((one) => one.item === item.id && one.person === person)
    return stepsAside ? [] : [{ member, person }]
  })
}

/** Those who may vote at a moment: one voice a seat, one voice a person (10.2.15, 10.2.17). */
export function votersAt(meeting: Meeting, asked: Pick<Asked, 'by' | 'at' | 'item'>): readonly Present[] {
  const voting = presentAt(meeting, asked).filter(({ member }) => member.voting)
  return voting.filter((one, index) => voting.findIndex((other) => other.person === one.person) === index)
}

/** The moment from which so many had left that it was no longer quorate; nothing when it was to the end, or never (10.2.13). */
export function lostAt(meeting: Meeting): Instant | undefined {
  if (!quorumOf(meeting, { by: 'attendance' }).met) return undefined
  return [...meeting.left.values()].sort().find((at) => !quorumOf(meeting, { by: 'attendance', at }).met)
}

function whoSaidTheyCome(meeting: Meeting, member: Member): string | undefined {
  const given = meeting.replies.get(member.seat.id)
  if (given?.answer === 'attending') return member.person.id
  return given?.answer === 'deputy' ? ableDeputy(meeting, member, given.deputy) : undefined
}

function whoWasThere(meeting: Meeting, member: Member, at: Instant): string | undefined {
  const left = meeting.left.get(member.seat.id)
  if (left !== undefined && left <= at) return undefined
  const there = meeting.attendance.get(member.seat.id)
  if (there?.code === 'attended') return member.person.id
  return there?.code === 'deputy-attended' ? ableDeputy(meeting, member, there.person) : undefined
}

/** Asked again whenever it is counted: a deputy whose registration has ended since counts no more. */
function ableDeputy(meeting: Meeting, member: Member, deputy: string | undefined): string | undefined {
  return deputiesFor(meeting, member).find((one) => one.id === deputy)?.id
}

/** Where there are votes only voting seats count; elsewhere every seat but an observer's. */
function counts({ group }: Meeting, member: Member): boolean {
  return !member.observer && (group.voting !== 'seats' || member.voting)
}

function needsOf(meeting: Meeting, item: AboutItem | undefined): readonly Need[] {
  const { partnership, group } = meeting
  if (item?.unanimous) return partners(partnership).map(needOfAgency)
  const about = item?.area ?? meeting.called.area
  const of =
    about !== undefined && about in partnership.profile.areas && group.quorum?.ofTheArea
      ? area(partnership, about)
      : undefined
  return (group.quorum?.sectors ?? []).map((sector): Need => {
    const own = [of?.localAuthority, of?.policeForce]
      .flatMap((id) => (id === undefined ? [] : agency(partnership, id)))
      .find((one) => one.sector === sector)
    if (own !== undefined) return needOfAgency(own)
    const title = partnership.profile.sectors[sector]?.title.toLowerCase() ?? sector
    return { need: title, fills: ({ seat }) => sectorOf(meeting, seat.agency) === sector }
  })
}

function needOfAgency({ id, name, short }: Agency): Need {
  return { need: short ?? name, fills: ({ seat }) => seat.agency === id }
}

function sectorOf({ partnership }: Meeting, id: string | undefined): string | undefined {
  return id === undefined ? undefined : agency(partnership, id).sector
}

function presence(
  meeting: Meeting,
  { need, fills }: Need,
  here: readonly Present[],
  { recorded = [], item }: Asked,
): readonly Presence[] {
  const by = here
    .filter(({ member }) => counts(meeting, member) && fills(member))
    .map(({ member }) => seatLabel(meeting, member))
  const byButton = item?.unanimous
    ? recorded.filter((id) => fills({ seat: { agency: id } } as Member)).map(() => 'a recorded answer')
    : []
  const all = [...new Set([...by, ...byButton])]
  return all.length === 0 ? [] : [{ need, by: sayList(all) }]
}

function needsChair({ group }: Meeting): boolean {
  return group.quorum?.chair ?? false
}

/** The chair, the vice-chair or whoever the group's rule puts in their place, when one of them is in the room and free to chair (10.2.12). */
function chairHere(meeting: Meeting, here: readonly Present[], { item }: Asked): string | undefined {
  if (!needsChair(meeting)) return undefined
  const inRoom = new Set(here.map(({ person }) => person))
  const away = [...meeting.partnership.people.keys()].filter((id) => !inRoom.has(id))
  const conflicted = meeting.conflicts.filter((one) => one.item === item?.id).map((one) => one.person)
  const agencies = meeting.members
    .filter(({ person }) => conflicted.includes(person.id))
    .flatMap(({ seat }) => seat.agency ?? [])
  const chair = chairOf(meeting.partnership, meeting.group.id, meeting.startsAt, { away, conflictedAgencies: agencies })
  return isRefusal(chair) ? undefined : chair.person.name
}

function gap(meeting: Meeting, { need, fills }: Need, { by }: Asked): Gap {
  const able = meeting.members.filter((member) => counts(meeting, member) && fills(member))
  const could = able.map(
    (member) =>
      `${seatLabel(meeting, member)}: ${by === 'replies' ? inside(sayReply(meeting, member)) : sayAbsence(meeting, member)}`,
  )
  return {
    need,
    could:
      could.length > 0 ? could : [`nobody holds a seat for ${need}; the lead representative can nominate somebody`],
  }
}

function sayAbsence(meeting: Meeting, { seat }: Member): string {
  if (meeting.left.has(seat.id)) return 'had left'
  switch (meeting.attendance.get(seat.id)?.code) {
    case 'apology':
      return 'sent apologies'
    case 'observer':
      return 'was only observed'
    case 'deputy-attended':
      return 'its deputy may not decide'
    default:
      return 'was not there'
  }
}

function say(meeting: Meeting, { by, item }: Asked, present: readonly Presence[], missing: readonly Gap[]): string {
  if (meeting.group.quorum === undefined && !item?.unanimous)
    return `${meeting.group.short} has no quorum: it takes no decisions.`
  const forecast = by === 'replies'
  if (missing.length === 0) {
    const who = present.map((one) => `${one.need} (${one.by})`)
    return `${forecast ? 'Quorate by the answers so far' : 'Quorate'}: ${sayList(who)}.`
  }
  const lead = forecast ? 'Not quorate by the answers so far' : 'Not quorate'
  const lacking = sayList(missing.map((one) => one.need))
  const could = missing.flatMap((one) => one.could)
  const stand = could.length === 0 ? '' : ` ${could.join('; ')}.`
  const all = item?.unanimous ? ' This needs every safeguarding partner.' : ''
  return `${lead}: ${lacking} ${missing.length === 1 ? 'is' : 'are'} missing.${all}${stand}`
}

/** Who is expected to chair, or to stand in the chair; nobody when the rule names none. */
export function chairOn(meeting: Meeting): string | undefined {
  const chair = chairOf(meeting.partnership, meeting.group.id, meeting.startsAt)
  return isRefusal(chair) ? undefined : chair.person.id
}

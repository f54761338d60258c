/** A group of the partnership, as a profile describes it (DOMAIN 4.2) and as one is created at run time (14.11). */
import { z } from 'zod'
import { id, localTime, sentence } from './words-shape.ts'

/**
 * What a group is for, as far as rules depend on it: `strategic` is the body of safeguarding partners, whatever its name in this edition.
 */
export const groupKinds = [
  'strategic',
  'executive',
  'leads',
  'event',
  'case-review',
  'quality',
  'learning',
  'thematic',
  'task-and-finish',
  'case-meeting',
] as const

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/**
 * "2nd Thu Jan" becomes the second Thursday of January: weekdays are 1 (Monday) to 5, months 1 to 12, and week -1 is the last. What stands behind a
 * colon is what that one meeting is called.
 */
const slot = z
  .string()
  .regex(
    /^(1st|2nd|3rd|4th|last) (Mon|Tue|Wed|Thu|Fri) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(: .+)?$/,
    'write for example "2nd Thu Jan", or "3rd Wed Jun: Annual conference"',
  )
  .transform((words) => {
    const [day, name] = words.split(': ') as [string, string?]
    const [nth, weekday, month] = day.split(' ') as [string, string, string]
    return {
      week: nth === 'last' ? -1 : Number(nth[0]),
      weekday: weekdays.indexOf(weekday as (typeof weekdays)[number]) + 1,
      month: months.indexOf(month as (typeof months)[number]) + 1,
      ...(name === undefined ? {} : { name }),
    }
  })

const memberLine = z.strictObject({
  role: id,
  /** Agencies that should each have such a seat here; an unfilled one is a vacancy. */
  agencies: z.array(id).default([]),
  votes: z.union([z.boolean(), z.strictObject({ setting: z.enum(['layMembersVote', 'icscVotes']) })]).default(false),
  /** Takes part and is never counted for quorum. */
  observer: z.boolean().default(false),
  /** Only partners of the area of the matter. */
  ofTheArea: z.boolean().default(false),
  /** Only agencies in the scope of the matter. */
  inScope: z.boolean().default(false),
})

const viceChair = z.union([
  z.strictObject({
    rotates: z.literal('yearly'),
    /** The role of those among whom it rotates. */
    among: id,
    order: z.array(id).min(2),
    /** Never the same sector twice running. */
    sameSectorTwice: z.boolean().default(false),
    source: sentence,
  }),
  z.strictObject({ elected: z.literal(true), source: sentence }),
])

export const group = z.strictObject({
  title: sentence,
  short: sentence,
  kind: z.enum(groupKinds),
  areas: z.array(id).default([]),
  cadence: z
    .strictObject({
      perYear: z.number().int().min(1),
      floor: z.number().int().min(0),
      usually: z.tuple([z.number().int(), z.number().int()]).optional(),
      maxGap: z.string().optional(),
      source: sentence,
    })
    .optional(),
  chair: id,
  /** Who chairs when the chair is away. Absent: nobody, until the partners decide. */
  chairAway: z.union([z.literal('vice-chair'), id]).optional(),
  viceChair: viceChair.optional(),
  members: z.array(memberLine),
  /** `seats`: one vote a voting seat; `consensus`: no counting; `none`: not a deciding body; `advisory`: the commissioner decides. */
  voting: z.enum(['seats', 'consensus', 'advisory', 'none']),
  quorum: z
    .strictObject({
      chair: z.boolean(),
      /** Sectors of which at least one voting member (or deciding deputy) must be there. */
      sectors: z.array(id).default([]),
      /** For a matter of one area: the local authority and the police force of that area. */
      ofTheArea: z.boolean().default(false),
      source: sentence,
    })
    .optional(),
  agenda: z.array(sentence).default([]),
  usual: z.strictObject({ from: localTime, to: localTime, slots: z.array(slot).default([]) }).optional(),
  publishesSummary: z.boolean().default(false),
  source: sentence,
})

export type GroupDefinition = z.output<typeof group>
export type GroupKind = (typeof groupKinds)[number]
export type MemberLine = GroupDefinition['members'][number]

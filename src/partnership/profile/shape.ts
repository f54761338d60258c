/**
 * What a partnership profile must contain, as a zod schema; the types of the profile follow from it.
 * A profile is the only place for titles, group names, cadences, limits and sources: the code knows ids.
 */
import { z } from 'zod'
import { group } from './group-shape.ts'
import { count, id, localDate, localTime, monthDay, name, named, sentence } from './words-shape.ts'

/**
 * The columns of the permission matrix (DOMAIN 6). A role of the profile stands in one of them, or in none and then grants nothing by itself.
 */
export const capacities = [
  'icsc',
  'spa',
  'support',
  'slt-member',
  'exec-member',
  'chair',
  'lead-member',
  'lay-member',
  'agency-contact',
  'reviewer',
  'la-notifier',
  'case-alternate',
  'sys-admin',
] as const

const sector = z.strictObject({ title: sentence, statutory: z.boolean().default(false) })

const area = z.strictObject({
  title: sentence,
  localAuthority: id,
  policeForce: id,
  health: id,
  /** Ticked beforehand when a rapid review of this area is scoped (form C2). */
  usuallyAsked: z.array(id).default([]),
  dutyContact: sentence,
})

const agency = z.strictObject({
  name: sentence,
  short: sentence.optional(),
  sector: id,
  /** One of the safeguarding partners. */
  partner: z.boolean().default(false),
  areas: z.array(id).default([]),
  /** Earlier names. */
  formerly: z.array(sentence).default([]),
  /** The agency it has become part of, and from which day; what was asked of it follows (10.2.38). */
  successor: z.strictObject({ agency: id, from: localDate }).optional(),
  /** The domains of its work addresses, where it wants no other to be used: `hackney.gov.uk`. */
  domains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'write a domain such as "hackney.gov.uk"'))
    .default([]),
  /** Can be asked for information, and chosen in a form. */
  asked: z.boolean().default(true),
  source: z.string().optional(),
})

const role = z.strictObject({
  title: sentence,
  capacity: z.enum(capacities).optional(),
  /** Where one seat of it must exist; an unfilled one is a vacancy. */
  per: z.enum(['partnership', 'partner', 'local-authority', 'area']).optional(),
  /** The role in whose place this one acts. */
  actsFor: id.optional(),
  source: z.string().optional(),
})

const rule = z.strictObject({
  says: sentence,
  /** Absent when no limit is set anywhere: the duty is kept, the clock is not. */
  count: count.optional(),
  /** A fixed day of the year instead of a count, as month-day. */
  on: monthDay.optional(),
  /** The event that is day 0. */
  from: id.optional(),
  /** Where the limit comes from; a duty in law with a figure in guidance is `guidance`. */
  level: z.enum(['statute', 'guidance', 'local']),
  source: sentence,
  owed: id.optional(),
  /** Holidays of any part of the United Kingdom count too (C-9). */
  calendar: z.enum(['england-and-wales', 'any-uk']).default('england-and-wales'),
  /** Show also the day one working day earlier (C-5). */
  internalTarget: z.boolean().default(false),
  repeats: z.boolean().default(false),
  unverified: sentence.optional(),
})

const rung = z.strictObject({
  /** Read in alarm keys: `rr-2026-04/returns/housing/T-2`. */
  rung: name,
  /** Working days from the limit; before it is negative. */
  offset: z.number().int(),
  to: z.array(z.enum(['owner', 'backup', 'spa', 'icsc', 'agency-lead', 'chair-agenda'])).min(1),
  tone: z.enum(['neutral', 'warn', 'bad']),
  /** Sent on its own; otherwise it joins the morning digest. */
  alone: z.boolean().default(false),
})

const chase = z.strictObject({
  hour: localTime,
  digestAt: localTime,
  rungs: z.array(rung).min(1),
  /** The rules whose limits are told to more people, from this offset on, and to every door. */
  statutory: z.strictObject({ rules: z.array(name), from: z.number().int(), to: z.array(id) }),
  quiet: z.strictObject({ from: localTime, until: localTime }),
  throughQuietHours: z.array(name),
})

/** Its days are the rule `D-29-1`, `D-29-2` and so on, after its place in the list. */
const disputeStage = z.strictObject({
  title: sentence,
  owed: id.optional(),
  told: z.array(id).default([]),
  source: sentence,
})

/** `decides` says who has still to decide how long, where `keep` is no count: until they have, nothing of the class is ever due. */
const retention = z.strictObject({ says: sentence, keep: sentence, source: sentence, decides: sentence.optional() })
const cycle = z.strictObject({
  title: sentence,
  source: sentence,
  steps: z.array(z.strictObject({ id, says: sentence, on: monthDay, group: id.optional(), owed: id.optional() })),
})

/** Polling days in the partnership's own areas, and for how many days before one its meetings keep away from it (10.2.39). */
const elections = z.strictObject({
  keepAwayDays: z.number().int().min(0),
  days: z.array(z.strictObject({ on: localDate, says: sentence })),
})

const settings = z.strictObject({
  layMembersVote: z.boolean(),
  icscVotes: z.boolean(),
  /** Papers leave so many *clear* working days before the meeting, the council rule (D-63). */
  papersOutClearDays: z.boolean(),
  /** No case can be agreed before the alternate's seat is filled (10.2.11). */
  caseAlternateFirst: z.boolean(),
  operationalCutOff: localTime,
  /** The fifth purpose of a rapid review: form section E3. */
  contextPurpose: z.enum(['asked', 'not-asked']),
  careLeavers: z.enum(['notify', 'not-in-scope']),
  unborn: z.boolean(),
  smallNumbersBelow: z.number().int().min(2),
  /** Cases of one area whose incidents lie so near each other may be one (T2). */
  sameIncidentWithinDays: z.number().int().min(0),
  meetingsCountedBy: z.enum(['calendar-year', 'financial-year']),
})

/** Days on which some agencies are shut. No limit moves for it; somebody who answers meanwhile is asked for (10.2.5). */
const closure = z.strictObject({
  says: sentence,
  sectors: z.array(id).default([]),
  agencies: z.array(id).default([]),
  from: localDate,
  /** The last day on which they are shut. */
  to: localDate,
  source: sentence,
})

export const profile = z.strictObject({
  id,
  title: sentence,
  partnership: z.strictObject({ name: sentence, short: sentence }),
  guidance: z.strictObject({ edition: sentence, reviewChapter: sentence, arrangementsChapter: sentence }),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  /** What nobody has checked at its source, in sentences: shown by `muster verify`. */
  unverified: z.array(sentence).default([]),
  terms: z.record(id, sentence),
  settings,
  sectors: named(sector),
  areas: named(area),
  /** Answers to "where?" that are not one of the areas. */
  elsewhere: z.record(id, sentence),
  agencies: named(agency),
  roles: named(role),
  events: z.record(id, sentence),
  groups: named(group),
  rules: z
    .record(z.string().regex(/^[A-Z]-[A-Z0-9]+(-[a-z0-9]+)*$/), rule)
    .transform((rules) => Object.fromEntries(Object.entries(rules).map(([key, one]) => [key, { id: key, ...one }]))),
  disputes: z.strictObject({ stages: z.array(disputeStage).min(1), final: sentence, immediateRisk: sentence }),
  chase,
  cycles: named(cycle).default({}),
  closures: z.array(closure).default([]),
  elections: elections.default({ keepAwayDays: 0, days: [] }),
  codeWords: z.array(z.string().regex(/^[A-Z]+$/, 'write a code word in capital letters')).min(40),
  dutyContacts: z.strictObject({ emergency: sentence, otherwise: sentence }),
  learningChannels: z.record(id, sentence),
  themes: z.record(id, sentence),
  legalBasis: z.record(id, sentence),
  retention: named(retention),
})

export type Profile = z.output<typeof profile>
export type Capacity = (typeof capacities)[number]
export type Agency = Profile['agencies'][string]
export type Area = Profile['areas'][string]
export type Role = Profile['roles'][string]
/** A rule as written; without a count it is a duty without a clock. */
export type RuleEntry = Profile['rules'][string]
/** A rule with a clock: so many days from an event. */
export type Rule = RuleEntry & { readonly count: string; readonly from: string }
export type Rung = Profile['chase']['rungs'][number]

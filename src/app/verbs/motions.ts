/** Motions: worded, opened, voted on, withdrawn, superseded. */
import { z } from 'zod'
import type { Reply } from '../../chat/intent.ts'
import { castBallot } from '../../decisions/ballot.ts'
import { objections } from '../../decisions/card-buttons.ts'
import { rules, votes, type Worded } from '../../decisions/facts.ts'
import type { Motion } from '../../decisions/motion.ts'
import { open, reword, supersede, withdraw } from '../../decisions/put.ts'
import { castVote } from '../../decisions/vote.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { dateOf, type Instant, londonInstant } from '../../kernel/time.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { clean, words } from './meetings/on-meeting.ts'
import { beginMotion } from './motions/begin.ts'
import { idOf, motionAt, motionFor, noSuchMotion, onMotion } from './motions/on-motion.ts'
import { conclude, emptyBox, putIntoBox, tellConfirmed } from './motions/outcome.ts'
import { confirmDecisions, listMotions } from './motions/register.ts'
import { faceOf } from './on-matter.ts'
import { read } from './read.ts'

/** The words of a motion may be a little longer than an answer in chat, and are screened like one. */
const wording = z.string().trim().min(5).max(900)
const moment = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)
const ticked = z.enum(['yes', 'no'])
const put = z.object({
  text: wording,
  group: z
    .string()
    .min(1)
    .transform((id) => id.toLowerCase()),
  rule: z.string(),
  closes: moment,
  seats: z.string().optional(),
  secret: ticked.optional(),
  public: ticked.optional(),
  review: z.iso.date().optional(),
  meeting: z.string().optional(),
  item: z.string().optional(),
  supersedes: z.string().optional(),
})

/** Words a motion, to be looked at before the vote is opened; with a draft's subject, words it anew. */
const putMotion: Handler = (ctx) => {
  if (ctx.intent.subject !== undefined) return rewordMotion(ctx)
  const wish = read(put, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const worded = wordingFrom(ctx, wish)
  if (isRefusal(worded)) return worded
  const standing = ctx.may('motion.put', { kind: 'motion', group: worded.group })
  if (isRefusal(standing)) return standing
  const unclean = clean(ctx, worded.text)
  if (unclean) return unclean
  const id = beginMotion(ctx, standing, worded)
  return isRefusal(id) ? id : faceOf(ctx, id)
}

function rewordMotion(ctx: Ctx): Reply | Refusal {
  return onMotion(ctx, 'motion.put', put.partial(), (motion, wish) => {
    const { text, group, rule, n, closes } = motion.worded
    const kept = { text, group, rule: rule === 'n-of-m' ? `${n}-of-m` : rule, closes: dateOf(closes), ...wish }
    const worded = wordingFrom(ctx, kept, motion.worded)
    if (isRefusal(worded)) return worded
    return clean(ctx, worded.text) ?? reword(motion, worded)
  })
}

function wordingFrom(ctx: Ctx, wish: z.output<typeof put>, before?: Worded): Result<Worded> {
  const [, n] = /^(\d+)-of-\w+$/.exec(wish.rule.toLowerCase()) ?? []
  const rule = n === undefined ? rules.find((one) => one === wish.rule.toLowerCase()) : 'n-of-m'
  if (rule === undefined) {
    return refuse(
      'rule-unclear',
      `"${wish.rule}" is not a way of deciding.`,
      'Say any, all, majority, unanimous, or for example 3-of-5.',
    )
  }
  const closes = momentOf(ctx, wish.closes)
  if (isRefusal(closes)) return closes
  const superseded = wish.supersedes === undefined ? before?.supersedes : idOf(ctx, wish.supersedes)
  if (superseded !== undefined && isRefusal(motionAt(ctx, superseded))) return noSuchMotion
  const kept = <Key extends keyof Worded>(key: Key, value: Worded[Key] | undefined) =>
    value === undefined ? {} : { [key]: value }
  const tick = (key: 'secret' | 'public') =>
    (wish[key] ?? (before?.[key] ? 'yes' : 'no')) === 'yes' ? { [key]: true as const } : {}
  return {
    text: wish.text,
    group: wish.group,
    rule,
    closes: before !== undefined && wish.closes === dateOf(before.closes) ? before.closes : closes,
    ...kept('n', n === undefined ? undefined : Number(n)),
    ...kept('seats', wish.seats?.split(/[\s,]+/).filter(Boolean) ?? before?.seats),
    ...tick('secret'),
    ...tick('public'),
    ...kept('review', wish.review ?? before?.review),
    ...kept('meeting', wish.meeting ?? before?.meeting),
    ...kept('item', wish.item ?? before?.item),
    ...kept('supersedes', superseded),
    ...kept('changes', before?.changes),
  }
}

/** A closing day without a time means the office's end of that day. */
function momentOf({ partnership }: Ctx, closes: string): Result<Instant> {
  try {
    return londonInstant(closes.includes('T') ? closes : `${closes}T${partnership.profile.settings.operationalCutOff}`)
  } catch {
    return refuse(
      'date-unclear',
      `"${closes}" is not a date.`,
      'Write it as 2027-03-05, or with a time as 2027-03-05T12:00.',
    )
  }
}

/** Opens the vote on the words that were read; what it supersedes is superseded from then on. */
const openMotion: Handler = (ctx) =>
  onMotion(ctx, 'motion.put', z.object({ read: z.string() }), (motion, wish) => {
    const facts = open(motion, wish)
    const { supersedes } = motion.worded
    if (isRefusal(facts) || supersedes === undefined) return facts
    const old = motionAt(ctx, supersedes)
    const marked = isRefusal(old) ? old : supersede(old, motion.subject.id)
    if (isRefusal(marked)) return marked
    ctx.record(supersedes, undefined, marked)
    if (!isRefusal(old)) emptyBox(ctx, old)
    return facts
  })

const withdrawMotion: Handler = (ctx) =>
  onMotion(ctx, 'motion.put', z.object({ reason: words }), (motion, { reason }) => {
    const facts = clean(ctx, reason) ?? withdraw(motion, reason)
    if (isRefusal(facts)) return facts
    tellConfirmed(ctx, motion, 'withdrawn')
    emptyBox(ctx, motion)
    return facts
  })

const seeMotion: Handler = (ctx) => {
  const found = motionFor(ctx, 'motion.see')
  if (isRefusal(found)) return found
  return faceOf(ctx, found.motion.subject.id, ctx.intent.input.object === undefined ? {} : { object: 'yes' })
}

const voting = z.object({ vote: z.enum(votes), read: z.string().optional(), reason: words.optional() })

/** A vote for the seat this person holds, or stands in for; the deciding one carries out what the motion says. */
const voteOnMotion: Handler = (ctx) => {
  const found = motionFor(ctx, 'motion.vote')
  if (isRefusal(found)) return found
  const wish = read(voting, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const { motion, standing } = found
  if (motion.worded.secret) return ballotOn(ctx, motion, standing, wish)
  const reason = wish.reason === undefined ? undefined : (objections[wish.reason] ?? wish.reason)
  const unclean = clean(ctx, reason)
  if (unclean) return unclean
  const facts = castVote(motion, {
    person: ctx.person.id,
    vote: wish.vote,
    // Typed words carry no hash: since the words are frozen, whoever votes votes on these.
    read: wish.read ?? motion.hash,
    ...(reason === undefined ? {} : { reason }),
  })
  if (isRefusal(facts)) return facts
  ctx.record(motion.subject.id, standing, facts)
  return conclude(ctx, motion.subject.id, standing) ?? faceOf(ctx, motion.subject.id)
}

/** In a secret ballot what somebody says goes into the box, with no reason and no name on it. */
function ballotOn(
  ctx: Ctx,
  motion: Motion,
  standing: Standing,
  { vote, read: hash = motion.hash }: z.output<typeof voting>,
): Reply | Refusal {
  const cast = castBallot(motion, { person: ctx.person.id, vote, read: hash })
  if (isRefusal(cast)) return cast
  ctx.record(motion.subject.id, standing, cast.facts)
  putIntoBox(ctx, motion, cast.ballot)
  return faceOf(ctx, motion.subject.id)
}

/** The same handler for words that say it differently; who may and what is recorded go by the verb of the table. */
function meaning(ctx: Ctx, more: Readonly<Record<string, string>>): Ctx {
  return { ...ctx, intent: { ...ctx.intent, input: { ...ctx.intent.input, ...more } } }
}

/** Every verb of motions; who may is in the authority table. */
export const motionHandlers: Readonly<Record<string, Handler>> = {
  'motion.put': putMotion,
  'motion.open': openMotion,
  'motion.withdraw': withdrawMotion,
  'motion.see': seeMotion,
  'motion.vote': voteOnMotion,
  'motion.object': (ctx) => voteOnMotion(meaning(ctx, { vote: 'object' })),
  'motion.list': listMotions,
  'motion.confirm': confirmDecisions,
}

/** Polls about a date: asked, answered with a tap, and chosen, which calls the meeting. */
import { z } from 'zod'
import { type Asked, answerPoll, choose, type Poll, repliesTo } from '../../decisions/poll/poll.ts'
import { isRefusal, type Result, refuse } from '../../kernel/result.ts'
import { londonInstant } from '../../kernel/time.ts'
import { mattersArising } from '../../meetings/agenda.ts'
import { groupCalled, type Slot, slotFor, type Wanted } from '../../meetings/call.ts'
import type { Unsigned } from '../../meetings/facts.ts'
import { clockOf, dayOfMeeting } from '../../meetings/say.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { beginMeeting } from './meetings/call.ts'
import { meetingsOf, openMeetings, settingOf } from './meetings/on-meeting.ts'
import { closingIn } from './motions/on-motion.ts'
import { faceOf } from './on-matter.ts'
import { read } from './read.ts'

const ANSWER_WITHIN_DAYS = 3
const MOST_DATES = 6

const asking = z.object({
  group: z.string().min(1),
  /** `2027-03-04` at the group's usual time, or `2027-03-04T14:00`; with commas between. */
  dates: z.string(),
})

/** Asks a group's members which of some dates they can; each must be one on which the meeting could be called. */
const askPoll: Handler = (ctx) => {
  const wish = read(asking, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const group = groupCalled(settingOf(ctx), wish.group)
  if (isRefusal(group)) return group
  const standing = ctx.may('meeting.call', { kind: 'meeting', group: group.id })
  if (isRefusal(standing)) return standing
  const closes = closingIn(ctx, ANSWER_WITHIN_DAYS)
  if (isRefusal(closes)) return closes
  const slots = slotsIn(ctx, group.id, wish.dates)
  if (isRefusal(slots)) return slots
  const late = slots.some(({ starts }) => londonInstant(starts) <= closes)
  if (late)
    return refuse(
      'too-soon',
      'Answers could not be in before the first of these dates.',
      'Choose later dates, or call the meeting outright.',
    )
  const id = ctx.house.ids.id('poll')
  ctx.begin({ id, kind: 'poll', title: `${group.short}: a date for the next meeting` })
  ctx.record(id, standing, [{ kind: 'asked', data: { group: group.id, slots, closes } satisfies Asked }])
  return faceOf(ctx, id)
}

function slotsIn(ctx: Ctx, group: string, dates: string): Result<readonly Slot[]> {
  const wanted = [...new Set(dates.split(/[\s,]+/).filter(Boolean))].toSorted()
  if (wanted.length < 2 || wanted.length > MOST_DATES) {
    return refuse(
      'how-many-dates',
      `A poll has two dates at least, and ${MOST_DATES} at most.`,
      `For example: meetings poll ${group} 2027-03-03,2027-03-04T10:00`,
    )
  }
  const slots: Slot[] = []
  for (const one of wanted) {
    const slot = slotFor(settingOf(ctx), wantedOn(group, one), openMeetings(ctx))
    if (isRefusal(slot)) return slot
    slots.push(slot)
  }
  return slots
}

function wantedOn(group: string, date: string): Wanted {
  const [day = '', from] = date.split('T')
  return { group, date: day, ...(from === undefined ? {} : { from }) }
}

const answering = z.object({ can: z.string().regex(/^[\d,]*$/) })

const answer: Handler = (ctx) => {
  const poll = pollFor(ctx)
  if (isRefusal(poll)) return poll
  const standing = ctx.may('meeting.reply', { kind: 'poll', group: poll.asked.group })
  if (isRefusal(standing)) return standing
  const wish = read(answering, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const said = answerPoll(poll, ctx.person.id, wish.can.split(',').filter(Boolean).map(Number))
  if (isRefusal(said)) return said
  ctx.record(poll.subject.id, standing, said)
  return faceOf(ctx, poll.subject.id)
}

/** Chooses a date: the meeting is called for it, and whoever said that they can is not asked again. */
const chooseDate: Handler = (ctx) => {
  const poll = pollFor(ctx)
  if (isRefusal(poll)) return poll
  const { asked, answers } = poll
  const standing = ctx.may('meeting.call', { kind: 'meeting', group: asked.group })
  if (isRefusal(standing)) return standing
  const wish = read(z.object({ slot: z.coerce.number().int() }), ctx.intent.input)
  if (isRefusal(wish)) return wish
  const chosen = choose(poll, { slot: wish.slot, meeting: '' })
  if (isRefusal(chosen)) return chosen
  const { starts, ends } = asked.slots[wish.slot] as Slot
  const wanted: Wanted = { group: asked.group, date: dayOfMeeting(starts), from: clockOf(starts), to: clockOf(ends) }
  const slot = slotFor(settingOf(ctx), wanted, openMeetings(ctx))
  if (isRefusal(slot)) return slot
  const meeting = beginMeeting(ctx, standing, slot, wanted, {}, mattersArising(meetingsOf(ctx, asked.group)))
  const yes = repliesTo(answers, wish.slot).filter(({ answer }) => answer !== 'apologies')
  ctx.record(
    meeting,
    standing,
    yes.map(({ by: _, at: __, ...data }): Unsigned => ({ kind: 'replied', data })),
  )
  ctx.record(poll.subject.id, standing, [{ kind: 'chosen', data: { slot: wish.slot, meeting } }])
  return faceOf(ctx, poll.subject.id)
}

function pollFor(ctx: Ctx): Result<Poll> {
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  return matter.subject.kind === 'poll'
    ? (matter.state as Poll)
    : refuse('no-such-matter', 'That is not a poll.', 'Open its card and answer there.')
}

/** Every verb of polls; who may is in the authority table, as for meetings. */
export const pollHandlers: Readonly<Record<string, Handler>> = {
  'poll.ask': askPoll,
  'poll.answer': answer,
  'poll.choose': chooseDate,
}

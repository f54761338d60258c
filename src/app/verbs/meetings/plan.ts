/** A year of dates: proposed, looked at, and put into the calendar by one press. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { plusDays } from '../../../calendar/days.ts'
import { actions, heading, list, type Message, notice, say, table, text } from '../../../chat/words.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import { holdsFile } from '../../../meetings/invite.ts'
import { audienceOf, type Meeting, shortOf } from '../../../meetings/meeting.ts'
import { type DateMoved, moveInPlan, withMoves } from '../../../meetings/replan.ts'
import { clockOf, dayOfMeeting, saySpan, sayStart } from '../../../meetings/say.ts'
import { planYear, type YearPlan } from '../../../meetings/year.ts'
import { canonical } from '../../../record/canonical.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { read } from '../read.ts'
import { beginMeeting } from './call.ts'
import { openMeetings, settingOf } from './on-meeting.ts'

const clock = z.string().regex(/^\d\d:\d\d$/)
const asked = z.object({ year: z.coerce.number().int().min(2000).max(2999) })

/** Proposes the year's dates for every group. Nothing is called yet: a person confirms. */
export const planMeetings: Handler = (ctx) => {
  const planned = planFor(ctx)
  return isRefusal(planned) ? planned : { kind: 'message', message: draftOf(ctx, planned.year, planned.plan) }
}

const moving = z.object({ group: z.string(), from: z.iso.date(), to: z.iso.date(), time: clock.optional() })

/** Puts one proposed date elsewhere before the year is confirmed; everybody who looks at the plan sees it there. */
export const moveInPlanning: Handler = (ctx) => {
  const wish = read(moving, ctx.intent.input)
  if (isRefusal(wish))
    return refuse(
      'move-unclear',
      'Say which group, the date that is proposed, and the one it is to be.',
      'For example: meetings plan move executive 2027-11-16 2027-11-23',
    )
  const year = Number(wish.from.slice(0, 4))
  const planned = planFor(ctx, year)
  if (isRefusal(planned)) return planned
  const move = { ...wish, group: wish.group.toLowerCase() }
  const plan = moveInPlan(settingOf(ctx), planned.plan, move, openMeetings(ctx))
  if (isRefusal(plan)) return plan
  keepMoves(ctx, year, [...movesOf(ctx, year), move])
  return { kind: 'message', message: draftOf(ctx, year, plan) }
}

/** Puts exactly the plan that was seen into the calendar, and sends everybody their own dates. */
export const confirmPlan: Handler = (ctx) => {
  const planned = planFor(ctx)
  if (isRefusal(planned)) return planned
  const standing = ctx.may('meeting.plan')
  if (isRefusal(standing)) return standing
  const { year, plan } = planned
  if (ctx.intent.input.plan !== hashOf(plan)) return changed(year)
  const ids = plan.proposals.map(({ group, starts, ends, name }) => {
    const more = { planned: true as const, ...(name === undefined ? {} : { name }) }
    return beginMeeting(ctx, standing, { starts, ends }, { group, date: dayOfMeeting(starts) }, more)
  })
  sendHolds(ctx, year, hashOf(plan), ids)
  keepMoves(ctx, year, [])
  return {
    kind: ctx.intent.pressed === undefined ? 'message' : 'card',
    message: say(`${ids.length} meetings of ${year} are in the calendar, and everybody has been sent their dates.`),
  }
}

function planFor(ctx: Ctx, of = ctx.intent.input.year): Result<{ readonly year: number; readonly plan: YearPlan }> {
  const wish = read(asked, { year: of })
  if (isRefusal(wish)) return refuse('year-unclear', 'Say which year to plan.', 'For example: meetings plan 2027.')
  const allowed = ctx.may('meeting.plan')
  if (isRefusal(allowed)) return allowed
  const taken = openMeetings(ctx)
  const proposed = planYear(settingOf(ctx), wish.year, { taken })
  if (isRefusal(proposed)) return proposed
  const plan = withMoves(settingOf(ctx), proposed, movesOf(ctx, wish.year), taken)
  if (plan.proposals.length > 0) return { year: wish.year, plan }
  return refuse(
    'nothing-to-plan',
    `Every group has its meetings of ${wish.year} in the calendar.`,
    'Say "meetings" to see them.',
  )
}

/** What was put elsewhere while the plan is looked over; forgotten once it is confirmed. */
const movesAt = (year: number) => `year-plan/${year}`

function movesOf({ tx }: Ctx, year: number): readonly DateMoved[] {
  return z.array(moving).parse(JSON.parse(tx.settings.get(movesAt(year)) ?? '[]'))
}

function keepMoves({ tx }: Ctx, year: number, moves: readonly DateMoved[]): void {
  tx.settings.set(movesAt(year), JSON.stringify(moves))
}

function draftOf({ partnership }: Ctx, year: number, plan: YearPlan): Message {
  const short = (id: string) => partnership.groups.find((one) => one.id === id)?.short ?? id
  const rows = plan.proposals.map(({ group, starts, ends, because, name }) => [
    sayStart(starts),
    `${clockOf(starts)} to ${clockOf(ends)}`,
    name ?? short(group),
    because,
  ])
  const unplaced = plan.unplaced.map(({ group, because }) => `${short(group)}: ${because}`)
  return {
    summary: `${plan.proposals.length} dates proposed for ${year}`,
    sensitivity: 'group',
    blocks: [
      heading(`Proposed meetings of ${year}`),
      text(`${plan.proposals.length} dates. No day off, nobody in two places. Nothing is called before you confirm.`),
      ...(unplaced.length === 0 ? [] : [notice('warn', 'No date was found for some:'), list(unplaced)]),
      text(`To put one elsewhere, say for example "meetings plan move ${example(plan)}".`),
      table(`Meetings of ${year}`, ['Date', 'Time', 'Group', 'Why this day'], rows),
      actions([
        {
          label: 'Put them in the calendar',
          verb: 'meeting.plan-confirm',
          input: { year: String(year), plan: hashOf(plan) },
          style: 'primary',
          confirm: {
            title: `Confirm ${year}?`,
            text: `${plan.proposals.length} dates are held in everybody's calendar. Invitations follow when items are called for.`,
            yes: 'Put them in the calendar',
            no: 'Not yet',
          },
        },
      ]),
    ],
  }
}

function example({ proposals: [first] }: YearPlan): string {
  const date = first === undefined ? '' : dayOfMeeting(first.starts)
  return `${first?.group} ${date} ${plusDays(date, 7)}`
}

/** Everybody gets one message with all their own dates (D-60), not one for each. */
function sendHolds(ctx: Ctx, year: number, plan: string, ids: readonly string[]): void {
  const meetings = ids.flatMap((id) => {
    const matter = ctx.matter(id)
    return isRefusal(matter) ? [] : [matter.state as Meeting]
  })
  const people = new Set(meetings.flatMap(audienceOf))
  const name = `${ctx.partnership.profile.partnership.short} ${year}`
  for (const person of people) {
    const own = meetings.filter((meeting) => audienceOf(meeting).includes(person))
    const dates = own.map((meeting) => `${shortOf(meeting)}: ${saySpan(meeting)}`)
    ctx.say({
      key: `year/${year}/${plan}/${person}`,
      to: { person },
      content: {
        message: say(
          `Your ${own.length} meetings of ${year}. Please keep the dates free; invitations follow.`,
          list(dates),
        ),
      },
      attachments: [holdsFile(own, { now: ctx.at, name })],
    })
  }
}

function changed(year: number): Refusal {
  return refuse(
    'plan-changed',
    'The calendar has changed since this plan was drawn up.',
    `Say "meetings plan ${year}" and look at it again.`,
  )
}

function hashOf({ proposals }: YearPlan): string {
  return createHash('sha256').update(canonical(proposals)).digest('hex').slice(0, 16)
}

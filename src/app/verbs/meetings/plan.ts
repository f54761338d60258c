/** A year of dates: proposed, looked at, and put into the calendar by one press. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { actions, heading, list, type Message, notice, say, table, text } from '../../../chat/words.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import { holdsFile } from '../../../meetings/invite.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import { clockOf, dayOfMeeting, saySpan, sayStart } from '../../../meetings/say.ts'
import { planYear, type YearPlan } from '../../../meetings/year.ts'
import { canonical } from '../../../record/canonical.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { read } from '../read.ts'
import { beginMeeting } from './call.ts'
import { openMeetings, settingOf } from './on-meeting.ts'

const asked = z.object({ year: z.coerce.number().int().min(2000).max(2999) })

/** Proposes the year's dates for every group. Nothing is called yet: a person confirms. */
export const planMeetings: Handler = (ctx) => {
  const planned = planFor(ctx)
  return isRefusal(planned) ? planned : { kind: 'message', message: draftOf(ctx, planned.year, planned.plan) }
}

/** Puts exactly the plan that was seen into the calendar, and sends everybody their own dates. */
export const confirmPlan: Handler = (ctx) => {
  const planned = planFor(ctx)
  if (isRefusal(planned)) return planned
  const standing = ctx.may('meeting.plan')
  if (isRefusal(standing)) return standing
  const { year, plan } = planned
  if (ctx.intent.input.plan !== hashOf(plan)) return changed(year)
  const ids = plan.proposals.map(({ group, starts, ends }) =>
    beginMeeting(ctx, standing, { starts, ends }, { group, date: dayOfMeeting(starts) }, { planned: true }),
  )
  sendHolds(ctx, year, hashOf(plan), ids)
  return {
    kind: ctx.intent.pressed === undefined ? 'message' : 'card',
    message: say(`${ids.length} meetings of ${year} are in the calendar, and everybody has been sent their dates.`),
  }
}

function planFor(ctx: Ctx): Result<{ readonly year: number; readonly plan: YearPlan }> {
  const wish = read(asked, ctx.intent.input)
  if (isRefusal(wish)) return refuse('year-unclear', 'Say which year to plan.', 'For example: meetings plan 2027.')
  const allowed = ctx.may('meeting.plan')
  if (isRefusal(allowed)) return allowed
  const plan = planYear(settingOf(ctx), wish.year, { taken: openMeetings(ctx) })
  if (isRefusal(plan)) return plan
  if (plan.proposals.length > 0) return { year: wish.year, plan }
  return refuse(
    'nothing-to-plan',
    `Every group has its meetings of ${wish.year} in the calendar.`,
    'Say "meetings" to see them.',
  )
}

function draftOf({ partnership }: Ctx, year: number, plan: YearPlan): Message {
  const short = (id: string) => partnership.groups.find((one) => one.id === id)?.short ?? id
  const rows = plan.proposals.map(({ group, starts, ends, because }) => [
    sayStart(starts),
    `${clockOf(starts)} to ${clockOf(ends)}`,
    short(group),
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

/** Everybody gets one message with all their own dates (D-60), not one for each. */
function sendHolds(ctx: Ctx, year: number, plan: string, ids: readonly string[]): void {
  const meetings = ids.flatMap((id) => {
    const matter = ctx.matter(id)
    return isRefusal(matter) ? [] : [matter.state as Meeting]
  })
  const people = new Set(meetings.flatMap(({ members }) => members.map(({ person }) => person.id)))
  const name = `${ctx.partnership.profile.partnership.short} ${year}`
  for (const person of people) {
    const own = meetings.filter(({ members }) => members.some((member) => member.person.id === person))
    const dates = own.map((meeting) => `${meeting.group.short}: ${saySpan(meeting)}`)
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

/** What every handler of meetings does: finds it, asks who may, reads what came, records, and shows it as it is now. */
import { z } from 'zod'
import type { Reply } from '../../../chat/intent.ts'
import { screen } from '../../../forms/screen.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import type { Unsigned } from '../../../meetings/facts.ts'
import { isAhead, type Meeting } from '../../../meetings/meeting.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Ctx } from '../../ctx.ts'
import { settingFor } from '../../work.ts'
import { onMatter } from '../on-matter.ts'

/** A short text that may pass through chat (DOMAIN 3.1). */
export const words = z.string().trim().min(1).max(300)

/** Reads what came, asks the authority table, decides, records, and shows the meeting as it is now. */
export function onMeeting<Shape extends z.ZodType>(
  ctx: Ctx,
  verb: string,
  shape: Shape,
  decide: (meeting: Meeting, wish: z.output<Shape>) => Result<readonly Unsigned[]>,
): Reply | Refusal {
  const found = meetingFor(ctx, verb)
  return isRefusal(found) ? found : onMatter(ctx, { state: found.meeting, standing: found.standing }, shape, decide)
}

export function meetingFor(ctx: Ctx, verb: string): Result<{ readonly meeting: Meeting; readonly standing: Standing }> {
  const matter = ctx.matter(ctx.intent.subject ?? nextOf(ctx, ctx.intent.input.group))
  if (isRefusal(matter)) return matter
  if (matter.subject.kind !== 'meeting')
    return refuse('no-such-matter', 'That is not a meeting.', 'Say "meetings" for the list.')
  const standing = ctx.may(verb, matter.kind.about(matter.state))
  return isRefusal(standing) ? standing : { meeting: matter.state as Meeting, standing }
}

/** Whoever types "meetings move slt …" means the group's next meeting. */
function nextOf(ctx: Ctx, group: unknown): string | undefined {
  if (typeof group !== 'string') return undefined
  return openMeetings(ctx)
    .filter((meeting) => meeting.group.id === group.toLowerCase() && isAhead(meeting))
    .toSorted((a, b) => a.starts.localeCompare(b.starts))[0]?.subject.id
}

/** Every meeting that is not over and done with. */
export function openMeetings(ctx: Ctx): Meeting[] {
  return ctx.tx.subjects.open('meeting').flatMap(({ id }) => {
    const matter = ctx.matter(id)
    return isRefusal(matter) ? [] : [matter.state as Meeting]
  })
}

/** Every meeting a group has ever had in the calendar. Their ids begin with the group's, so that no other group's need be looked into. */
export function meetingsOf(ctx: Ctx, group: string): readonly Meeting[] {
  const own = ctx.tx.subjects.all('meeting').filter(({ id }) => id.startsWith(`${group}-`))
  return own.flatMap(({ id }) => {
    const matter = ctx.matter(id)
    const meeting = isRefusal(matter) ? undefined : (matter.state as Meeting)
    return meeting?.group.id === group ? [meeting] : []
  })
}

export const settingOf = (ctx: Ctx) => settingFor(ctx.house, { profile: ctx.partnership.profile.id }, ctx.at)

/** Words that go through chat carry no personal detail: a refusal when they seem to (PR-3). Staff and agencies are fine. */
export function clean({ partnership }: Ctx, ...said: readonly (string | undefined)[]): Refusal | undefined {
  const agencies = Object.values(partnership.profile.agencies).flatMap(({ name, short }) => [
    name,
    ...(short === undefined ? [] : [short]),
  ])
  const known = [...[...partnership.people.values()].map(({ name }) => name), ...agencies]
  if (said.every((one) => one === undefined || screen(one, { known }).clean)) return undefined
  return refuse(
    'personal-detail',
    'That looks as if it held personal detail, so Muster has not kept it.',
    'Say it again without names, dates of birth, addresses or numbers of people.',
  )
}

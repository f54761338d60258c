/** The year at a glance, and attendance by agency: of the groups whose meetings this person may see, and of no others. */
import { z } from 'zod'
import { actions, type Block, type Button, heading, type Message, quiet } from '../../../chat/words.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../../kernel/result.ts'
import { dateOf } from '../../../kernel/time.ts'
import { groupCalled } from '../../../meetings/call.ts'
import { type CountingYear, yearAround, yearBeginning } from '../../../meetings/counting-year.ts'
import { attendanceByAgency, quorumByQuarter } from '../../../meetings/figures/attendance.ts'
import { yearAtAGlance } from '../../../meetings/figures/year.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import type { Group } from '../../../partnership/partnership.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { settingOf } from './on-meeting.ts'

/** When each group meets in a year, and what came of it. */
export const yearOfMeetings: Handler = (ctx) => {
  const year = yearAsked(ctx, ctx.intent.input.year)
  if (isRefusal(year)) return year
  const groups = groupsSeen(ctx)
  if (groups.length === 0) return nothingSeen()
  const figure = yearAtAGlance(settingOf(ctx), year, groups, meetingsIn(ctx, year, groups))
  return reply(`The year ${year.title} at a glance`, [
    figure,
    actions([
      { label: 'Attendance by agency', verb: 'meeting.attended', input: { year: firstOf(year) } },
      ...around('meeting.year', year),
    ]),
  ])
}

/** Which agencies were there, over a year, for one group or for all that this person sees; and how many meetings were quorate. */
export const attendanceOfAgencies: Handler = (ctx) => {
  const { group: named, year: said } = words(ctx)
  const year = yearAsked(ctx, said)
  if (isRefusal(year)) return year
  const group = named === undefined ? undefined : groupCalled(settingOf(ctx), named)
  if (isRefusal(group)) return group
  const allowed = group && ctx.may('meeting.see', { kind: 'meeting', group: group.id })
  if (isRefusal(allowed)) return allowed
  const groups = group === undefined ? groupsSeen(ctx) : [group]
  if (groups.length === 0) return nothingSeen()
  const meetings = meetingsIn(ctx, year, groups)
  const of = group?.short ?? 'all groups'
  return reply(`Attendance by agency in ${year.title}`, [
    attendanceByAgency(year, meetings, of),
    quorumByQuarter(year, meetings, of),
    quiet('Seats are counted, not people. A deputy counts who was registered and may decide.'),
    actions([
      { label: 'The year at a glance', verb: 'meeting.year', input: { year: firstOf(year) } },
      ...around('meeting.attended', year, group === undefined ? {} : { group: group.id }),
    ]),
  ])
}

function reply(title: string, blocks: readonly Block[]) {
  const message: Message = { summary: title, sensitivity: 'person', blocks: [heading(title), ...blocks] }
  return { kind: 'message', message } as const
}

const years = z.coerce.number().int().min(2000).max(2999)

function yearAsked({ at, partnership }: Ctx, said: unknown): Result<CountingYear> {
  if (said === undefined || said === '') return yearAround({ partnership, at })
  const read = years.safeParse(said)
  return read.success
    ? yearBeginning(partnership, read.data)
    : refuse('year-unclear', 'Say which year, in four digits.', 'For example: meetings year 2027.')
}

/** "meetings attendance 2027" means all groups in that year: no group is called by four digits. */
function words({ intent: { input } }: Ctx): { readonly group?: string; readonly year?: string } {
  const [group, year] = [input.group, input.year].map((one) =>
    typeof one === 'string' && one !== '' ? one : undefined,
  )
  if (group !== undefined && /^\d{4}$/.test(group)) return { year: group }
  return { ...(group === undefined ? {} : { group }), ...(year === undefined ? {} : { year }) }
}

/** The year before and after, a press away. */
function around(verb: string, year: CountingYear, input: Readonly<Record<string, string>> = {}): readonly Button[] {
  return [-1, 1].map((step) => {
    const other = String(Number(firstOf(year)) + step)
    return { label: other, verb, input: { ...input, year: other } }
  })
}

const firstOf = ({ from }: CountingYear) => from.slice(0, 'yyyy'.length)

/** Every group that has a year, dissolved ones too; a meeting about one case is nobody else's business, not even its date (PR-15). */
function groupsSeen(ctx: Ctx): readonly Group[] {
  return ctx.partnership.groups.filter(
    ({ id, kind }) => kind !== 'case-meeting' && !isRefusal(ctx.may('meeting.see', { kind: 'meeting', group: id })),
  )
}

/** The meetings of these groups. Dates are put into the calendar at most two years ahead, so older records need not be opened. */
function meetingsIn(ctx: Ctx, { from, until }: CountingYear, groups: readonly Group[]): readonly Meeting[] {
  const earliest = String(Number(from.slice(0, 4)) - 2)
  return ctx.tx.subjects.all('meeting').flatMap(({ createdAt, id }) => {
    if (createdAt < earliest || dateOf(createdAt) > until) return []
    const matter = ctx.matter(id)
    const meeting = isRefusal(matter) ? undefined : (matter.state as Meeting)
    return meeting !== undefined && groups.some((group) => group.id === meeting.group.id) ? [meeting] : []
  })
}

function nothingSeen(): Refusal {
  return refuse(
    'no-group-seen',
    'You take part in no group that has meetings.',
    'Ask the support team if you think that is wrong.',
  )
}

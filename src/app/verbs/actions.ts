/** Actions: set from chat, kept up to date with a tap, evidenced, accepted, handed over; one list for everything. */
import { z } from 'zod'
import { type Action, openActionsOf } from '../../actions/action.ts'
import { agesOf } from '../../actions/ages.ts'
import { drop, offer, set, show, update } from '../../actions/do.ts'
import { type Agreed, statuses, type Unsigned } from '../../actions/facts.ts'
import { columns, filtered, numberOf, overdueByAgency, rowOf } from '../../actions/list.ts'
import type { Reply } from '../../chat/intent.ts'
import { actions, type Block, type Button, heading, type Message, quiet, say, table } from '../../chat/words.ts'
import { given } from '../../kernel/given.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { dateOf } from '../../kernel/time.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import type { Standing } from '../../partnership/authority/may.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { tellItsCourse } from './its-course.ts'
import { clean, settingOf, words } from './meetings/on-meeting.ts'
import { faceOf, onMatter } from './on-matter.ts'
import { personCalled } from './people.ts'
import { read } from './read.ts'

const adding = z.object({
  who: z.string(),
  due: z.iso.date('write the date as 2027-04-30'),
  what: words,
  group: z.string().optional(),
  agency: z.string().optional(),
  meeting: z.string().optional(),
  item: z.string().optional(),
  case: z.string().optional(),
  impact: words.optional(),
})

/** Sets an action. In a group's own channel the group is understood; elsewhere it is named. */
const addAction: Handler = (ctx) => {
  const wish = read(adding, ctx.intent.input)
  if (isRefusal(wish)) {
    return refuse(
      'action-unclear',
      'An action needs who, until when, and what.',
      'For example: actions add housing 2027-04-30 Send the list of temporary addresses to the panel.',
    )
  }
  const group = (wish.group ?? ctx.tx.doors.groupAt(ctx.intent.where))?.toLowerCase()
  if (group === undefined) {
    return refuse(
      'which-group',
      'Say which group sets this action.',
      `Say it in the group's channel, or: actions for slt ${wish.who} ${wish.due} ${wish.what}`,
    )
  }
  const owner = personCalled(ctx, wish.who)
  if (isRefusal(owner)) return owner
  const standing = ctx.may('action.add', { kind: 'action', group })
  if (isRefusal(standing)) return standing
  const unclean = clean(ctx, wish.what, wish.impact)
  if (unclean) return unclean
  const { who: _, due, what, agency = owner.agency, ...more } = wish
  const id = beginAction(ctx, standing, { ...given(more), what, due, agency, owner: owner.id, group })
  return isRefusal(id) ? id : faceOf(ctx, id)
}

/** Begins an action as a subject of its own, numbered within its year. Gives its id. */
export function beginAction(ctx: Ctx, standing: Standing | undefined, agreed: Agreed): Result<string> {
  const facts = set(settingOf(ctx), agreed)
  if (isRefusal(facts)) return facts
  const year = dateOf(ctx.at).slice(0, 4)
  const n = 1 + ctx.tx.subjects.all('action').filter(({ id }) => id.startsWith(`action-${year}-`)).length
  const id = `action-${year}-${n}`
  ctx.begin({ id, kind: 'action', title: `Action ${n} of ${year}` })
  ctx.record(id, standing, facts)
  return id
}

/** What a meeting agreed to do, put into the one tracker; each only once. Those without a day of their own get `due`. */
export function takeUp(
  ctx: Ctx,
  standing: Standing | undefined,
  meeting: Meeting,
  due: string,
): Result<readonly string[]> {
  const known = new Set(
    allActions(ctx)
      .filter((one) => one.set.meeting === meeting.subject.id)
      .map(({ set }) => `${set.item}/${set.what}`),
  )
  const ids: string[] = []
  for (const agreed of meeting.actions.filter(({ item, says }) => !known.has(`${item}/${says}`))) {
    const owner = personCalled(ctx, agreed.owner)
    if (isRefusal(owner)) return owner
    const id = beginAction(ctx, standing, {
      what: agreed.says,
      owner: owner.id,
      agency: owner.agency,
      due: agreed.due ?? due,
      group: meeting.group.id,
      meeting: meeting.subject.id,
      item: agreed.item,
    })
    if (isRefusal(id)) return id
    ids.push(id)
  }
  return ids
}

const collecting = z.object({ due: z.iso.date() })

/** The same by one press on a meeting. */
const collectActions: Handler = (ctx) => {
  const wish = read(collecting, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const standing = ctx.may('action.add', matter.kind.about(matter.state))
  if (isRefusal(standing)) return standing
  if (matter.subject.kind !== 'meeting')
    return refuse('no-such-matter', 'That is not a meeting.', 'Say "meetings" for the list.')
  const ids = takeUp(ctx, standing, matter.state as Meeting, wish.due)
  if (isRefusal(ids)) return ids
  return {
    kind: 'message',
    message: say(
      ids.length === 0
        ? 'Every action of this meeting is in the tracker.'
        : `${ids.length} ${ids.length === 1 ? 'action is' : 'actions are'} in the tracker now, and their owners have been told.`,
    ),
  }
}

const seeAction: Handler = (ctx) => {
  const found = actionFor(ctx, 'action.see')
  return isRefusal(found) ? found : faceOf(ctx, found.action.subject.id)
}

const updateAction: Handler = (ctx) =>
  onAction(ctx, 'action.update', z.object({ status: z.enum(statuses) }), (action, { status }) => update(action, status))

/** Evidence is where it lies: an address or a reference, screened like any words. */
const showEvidence: Handler = (ctx) =>
  onAction(
    ctx,
    'action.update',
    z.object({ reference: words }),
    (action, { reference }) => (isAddress(reference) ? undefined : clean(ctx, reference)) ?? show(action, reference),
  )

const handOver: Handler = (ctx) =>
  onAction(ctx, 'action.update', z.object({ to: z.string() }), (action, { to }) => {
    const person = personCalled(ctx, to)
    return isRefusal(person) ? person : offer(action, person.id)
  })

const dropAction: Handler = (ctx) => {
  const found = actionFor(ctx, 'action.add')
  if (isRefusal(found)) return found
  const decide = (action: Action, { reason }: { readonly reason: string }) => clean(ctx, reason) ?? drop(action, reason)
  const reply = onMatter(ctx, { state: found.action, standing: found.standing }, z.object({ reason: words }), decide)
  if (!isRefusal(reply)) tellItsCourse(ctx, found.action.subject.id, found.standing)
  return reply
}

/** The actions this person may see, filtered; with how long they have been open, and whose are overdue. */
const listActions: Handler = (ctx) => {
  const { filter } = ctx.intent.input
  const wanted = typeof filter === 'string' && filter !== '' ? filter.toLowerCase() : undefined
  const seen = allActions(ctx).filter(
    (action) => !isRefusal(ctx.may('action.see', { kind: 'action', group: action.group.id, owner: action.owner })),
  )
  const shown = filtered(seen, wanted, ctx.person.id)
  if (shown.length === 0)
    return {
      kind: 'message',
      message: say(
        wanted === undefined
          ? 'No action is open that you take part in.'
          : `No action fits "${wanted}". You can say mine, overdue, all, a group or an agency.`,
      ),
    }
  return { kind: 'message', message: listOf(ctx, shown) }
}

const SHOWN = 25

function listOf(ctx: Ctx, shown: readonly Action[]): Message {
  const late = overdueByAgency(shown).filter(({ overdue }) => overdue > 0)
  const buttons = shown
    .slice(0, 10)
    .map((action): Button => ({ label: `Open ${numberOf(action)}`, verb: 'action.see', subject: action.subject.id }))
  const blocks: Block[] = [
    heading('Actions'),
    table('Actions', columns, shown.slice(0, SHOWN).map(rowOf)),
    ...(shown.length > SHOWN
      ? [quiet(`${shown.length - SHOWN} more: narrow the list with mine, overdue, a group or an agency.`)]
      : []),
    ...(late.length === 0
      ? []
      : [
          table(
            'Overdue by agency',
            ['Agency', 'Overdue', 'Open'],
            late.map((one) => [one.agency, String(one.overdue), String(one.open)]),
          ),
        ]),
    agesOf(shown, ctx.at),
    actions(buttons),
  ]
  return { summary: `${shown.length} ${shown.length === 1 ? 'action' : 'actions'}`, sensitivity: 'person', blocks }
}

/** The open actions of a group, for its next agenda. */
export function actionsForAgenda(ctx: Ctx, group: string): readonly Action[] {
  return openActionsOf(allActions(ctx), group)
}

function allActions(ctx: Ctx): readonly Action[] {
  return ctx.tx.subjects.all('action').flatMap(({ id }) => {
    const matter = ctx.matter(id)
    return isRefusal(matter) ? [] : [matter.state as Action]
  })
}

/** Reads what came, asks the authority table, decides, records, and shows the action as it is now. */
function onAction<Shape extends z.ZodType>(
  ctx: Ctx,
  verb: string,
  shape: Shape,
  decide: (action: Action, wish: z.output<Shape>) => Result<readonly Unsigned[]>,
): Reply | Refusal {
  const found = actionFor(ctx, verb)
  return isRefusal(found) ? found : onMatter(ctx, { state: found.action, standing: found.standing }, shape, decide)
}

/** The action pressed on, or the one somebody named: "3" of this year, or "2027-3". */
function actionFor(ctx: Ctx, verb: string): Result<{ readonly action: Action; readonly standing: Standing }> {
  const { subject, input } = ctx.intent
  const matter = ctx.matter(subject ?? idOf(ctx, String(input.action ?? '')))
  if (isRefusal(matter) || matter.subject.kind !== 'action') {
    return refuse('no-action', 'There is no such action.', 'Say "actions" for the list; each has its number.')
  }
  const standing = ctx.may(verb, matter.kind.about(matter.state))
  return isRefusal(standing) ? standing : { action: matter.state as Action, standing }
}

function idOf(ctx: Ctx, named: string): string {
  return /^\d+$/.test(named)
    ? `action-${dateOf(ctx.at).slice(0, 4)}-${named}`
    : `action-${named.replace(/^action-/, '')}`
}

const isAddress = (words: string) => z.url({ protocol: /^https$/ }).safeParse(words).success

/** Every verb of actions; who may is in the authority table. */
export const actionHandlers: Readonly<Record<string, Handler>> = {
  'action.add': addAction,
  'action.collect': collectActions,
  'action.see': seeAction,
  'action.update': updateAction,
  'action.evidence': showEvidence,
  'action.hand-over': handOver,
  'action.drop': dropAction,
  'action.list': listActions,
}

/** Rapid Reviews and every other course: begun, looked at, closed step by step with a press. */
import { z } from 'zod'
import type { Reply } from '../../chat/intent.ts'
import { actions, type Block, type Button, facts, heading, type Message, notice, say } from '../../chat/words.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/result.ts'
import { hoursAfter } from '../../kernel/time.ts'
import type { Matter } from '../../matter.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { procedures } from '../../procedures/index.ts'
import { asItStood, drawCard } from '../cards.ts'
import { fileOf } from '../case-file.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { isShort } from '../passed-card.ts'
import { NOT_KNOWN } from '../posted.ts'
import { afterClosing } from './after-closing.ts'
import { enter } from './enter.ts'
import { read } from './read.ts'
import { recordBlocks } from './record.ts'

/** A handler that begins a course: opens the entering form, or the draft of it this person has begun. */
export function begin(procedureId: string, entranceId: string): Handler {
  return (ctx) => {
    const procedure = procedures[procedureId]
    const entrance = procedure?.entrances[entranceId]
    if (procedure === undefined || entrance === undefined) throw new Error(`no entrance ${procedureId}/${entranceId}`)
    const allowed = ctx.may(entrance.may)
    if (isRefusal(allowed)) return allowed
    const known = entrance.knows?.(ctx.person, ctx.partnership) ?? {}
    return enter(ctx, { procedure: procedureId, entrance: entranceId, form: entrance.form, title: 'New case', known })
  }
}

/** Where one review stands, or a line for each open one. */
export const status: Handler = (ctx) => {
  const named = ctx.intent.input.case
  if (typeof named === 'string' && named !== '') {
    const wanted = named.toLowerCase()
    const found = visibleCases(ctx, ctx.tx.subjects.all('case')).find(
      ({ subject }) => subject.title.toLowerCase() === wanted || subject.id === wanted,
    )
    if (found === undefined)
      return refuse(
        'no-such-case',
        `You have no case called ${named.toUpperCase()}.`,
        'Say "rapid-review" for the list.',
      )
    const face = found.kind.face(found.state, ctx.person.id, viewIn(ctx))
    return { kind: 'message', message: asItStood(face, ctx.at, found.subject.id) }
  }
  return { kind: 'message', message: caseList(visibleCases(ctx)) }
}

/** The checklist, as a conversation: goes on where it was left, here or on the other platform. */
export const checklist: Handler = (ctx) => {
  const named = ctx.intent.input.case
  const candidates = visibleCases(ctx).filter(
    ({ subject, owed }) =>
      (typeof named !== 'string' || named === '' || subject.title.toLowerCase() === named.toLowerCase()) &&
      owed.some((one) => one.step === 'draft' && one.status === 'open'),
  )
  const [only, ...others] = candidates
  if (only === undefined)
    return refuse(
      'no-checklist',
      'No checklist is waiting to be completed.',
      'Say "rapid-review" to see where each review stands.',
    )
  if (others.length > 0) {
    const names = candidates.map(({ subject }) => subject.title)
    return refuse(
      'which-case',
      `Several checklists are open: ${names.join(', ')}.`,
      `Say for example "rapid-review checklist ${names[0]}".`,
    )
  }
  const draft = ctx.tx.drafts.openFor(only.subject.id, 'E', 'draft')
  const pressed: Button = {
    label: draft ? 'Go on' : 'Begin',
    verb: 'form.walk',
    subject: only.subject.id,
    input: { owed: 'draft', ...(draft ? { draft: draft.id } : {}) },
    style: 'primary',
  }
  return {
    kind: 'message',
    message: say(
      `${only.subject.title}: the checklist, question by question${draft ? ', from where it was left' : ''}. Everything is saved as you go; stop whenever you like.`,
      actions([
        pressed,
        { label: 'As a form', verb: 'form.open', subject: only.subject.id, input: { owed: 'draft' }, opens: 'form' },
      ]),
    ),
  }
}

function visibleCases(ctx: Ctx, subjects = ctx.tx.subjects.open('case')): readonly Matter[] {
  return subjects.flatMap((subject) => {
    const matter = ctx.matter(subject.id)
    if (isRefusal(matter)) return []
    return isRefusal(ctx.may(matter.kind.see, matter.kind.about(matter.state))) ? [] : [matter]
  })
}

function caseList(cases: readonly Matter[]): Message {
  if (cases.length === 0) return say('No review is open that you take part in.')
  const rows = cases.map(({ subject, state }) => ({
    label: subject.title,
    value: (state as Course).stage.says,
    note: (state as Course).ref,
  }))
  const buttons: Button[] = cases.map(({ subject }) => ({
    label: `Open ${subject.title}`,
    verb: 'matter.see',
    subject: subject.id,
  }))
  const blocks: Block[] = [heading('Open reviews'), facts(rows), actions(buttons)]
  return { summary: `${cases.length} open`, sensitivity: 'person', blocks }
}

/** Any matter, for whoever may see it. */
export const see: Handler = (ctx) => {
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const allowed = ctx.may(matter.kind.see, matter.kind.about(matter.state))
  if (isRefusal(allowed)) return allowed
  const message = matter.kind.face(matter.state, ctx.person.id, viewIn(ctx))
  if (ctx.intent.where.kind !== 'desk') {
    const { view } = viewIn(ctx)
    const kind = view !== undefined && !onLiveCard(ctx) ? 'card' : 'message'
    return { kind, message: asItStood(message, ctx.at, matter.subject.id, view) }
  }
  return {
    kind: 'message',
    message: { ...message, blocks: [...message.blocks, ...recordBlocks(ctx, matter), ...fileOf(ctx, matter)] },
  }
}

/** A live card goes on showing what it shows, and the answer stands below it; an answer is leafed through in its place. */
function onLiveCard({ intent: { pressed: at, where }, tx }: Ctx): boolean {
  return at !== undefined && tx.copies.at({ platform: where.platform, ...at }) !== undefined
}

/** Which face of it is asked for: what more can be done, its timeline; the desk has room for everything. */
function viewIn({ intent }: Ctx): Readonly<Record<string, string>> {
  const { view } = intent.input
  const atDesk = intent.where.kind === 'desk'
  if (typeof view === 'string' && !(atDesk && view === 'face')) return { view }
  return atDesk ? { view: 'desk' } : {}
}

const pressed = z.object({ owed: z.string(), round: z.string().optional(), outcome: z.string() })
/** A card that has not been drawn for so long is drawn afresh before a press on it counts (PR-16). */
const STALE_HOURS = 14 * 24

/** A press that closes what is owed. */
export const close: Handler = (ctx) => {
  const wish = read(pressed, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const owed = matter.owed.find((one) => one.key === wish.owed)
  if (matter.kind.close === undefined || owed === undefined) {
    return notOwed(ctx, matter)
  }
  const about = {
    ...matter.kind.about(matter.state),
    ...(owed.obligor.agency === undefined ? {} : { agency: owed.obligor.agency }),
  }
  const standing = ctx.may(matter.kind.mayClose(matter.state, owed), about)
  if (isRefusal(standing)) return standing
  const afresh = drawnAfresh(ctx)
  if (afresh) return afresh
  const facts = matter.kind.close(matter.state, {
    owed: wish.owed,
    outcome: wish.outcome,
    by: ctx.person.id,
    ...(wish.round === undefined ? {} : { round: Number(wish.round) }),
  })
  if (isRefusal(facts)) return facts
  ctx.record(matter.subject.id, standing, facts)
  const hindered = afterClosing(ctx, matter, wish.owed, standing)
  if (hindered) return hindered
  return faceAfter(ctx, matter.subject.id, wish.owed)
}

/** Whoever may see the matter hears that it does not ask for this now; anybody else does not hear what it is called. */
export function notOwed(ctx: Ctx, { subject, kind, state }: Matter): Refusal {
  const seen = ctx.may(kind.see, kind.about(state))
  if (isRefusal(seen)) return seen
  return refuse('not-owed', `That is not asked for in ${subject.title} now.`, 'Open it again to see what is owed next.')
}

/** The old card as things stand now, in its own place: whoever comes back from leave reads it, and their next press counts. */
function drawnAfresh(ctx: Ctx): Reply | undefined {
  const { pressed: at, where } = ctx.intent
  const copy = at && ctx.tx.copies.at({ platform: where.platform, ...at })
  if (copy === undefined || copy.at > hoursAfter(ctx.at, -STALE_HOURS)) return undefined
  const face = drawCard(ctx, copy, ctx.person.id)
  if (face === undefined) return undefined
  const [first, ...rest] = face.blocks
  const message = { ...face, blocks: [...(first ? [first] : []), notice('warn', PRESS_AGAIN), ...rest] }
  // Of a card that is only a line by now the present face stands below.
  if (isShort(copy, face)) return { kind: 'message', message: asItStood(message, ctx.at, copy.subject) }
  // What is said on top goes with the next drawing.
  ctx.tx.copies.redrawn(copy.id, NOT_KNOWN, ctx.at)
  return { kind: 'card', message }
}

const PRESS_AGAIN =
  'This card had stood here for more than two weeks, so your press has not been counted. It shows now how things stand: read it, and press again.'

/** The pressed card's new face, or a short word where nothing was pressed. */
function faceAfter(ctx: Ctx, subject: string, owed: string) {
  const { pressed: at, where } = ctx.intent
  const copy = at && ctx.tx.copies.at({ platform: where.platform, ...at })
  const card = copy ?? { card: 'task', subject, input: { owed } }
  const message = drawCard(ctx, card, ctx.person.id)
  return message === undefined ? ({ kind: 'nothing' } as const) : ({ kind: 'card', message } as const)
}

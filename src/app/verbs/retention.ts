/** Keeping and deleting (PR-10, PR-13): a legal hold, the list of what is due, and the two hands that deletion takes. */
import { z } from 'zod'
import type { Reply } from '../../chat/intent.ts'
import {
  actions,
  type Block,
  type Button,
  facts,
  heading,
  type Message,
  notice,
  quiet,
  say,
  table,
  text,
} from '../../chat/words.ts'
import { isRefusal, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { sayDate, sayMoment } from '../../kernel/time.ts'
import { personById } from '../../partnership/partnership.ts'
import type { Subject } from '../../ports.ts'
import { reportsOf } from '../../record/removal.ts'
import {
  type DueRecord,
  HOLD,
  type Keeping,
  keepingOf,
  keptClasses,
  RETENTION,
  undecided,
} from '../../record/retention.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { linesOf, sayRun } from '../removal.ts'
import { deleteNarrative, dueRecords } from '../retention.ts'
import { read } from './read.ts'

const holding = z.object({ case: z.string(), reason: z.string().trim().min(3) })

/** Puts a record under a legal hold, or lifts it, with a reason; nothing of it is deleted while it is held. */
const holdOrLift =
  (value: 'on' | 'off'): Handler =>
  (ctx) => {
    const wish = read(holding, ctx.intent.input)
    if (isRefusal(wish)) return wish
    const allowed = ctx.may('retention.hold')
    if (isRefusal(allowed)) return allowed
    const subject = recordNamed(ctx, wish.case)
    if (isRefusal(subject)) return subject
    const { hold } = keepingOf(ctx.tx.subjects.facts(subject.id))
    if ((hold !== undefined) === (value === 'on')) {
      return refuse(
        'hold-as-it-is',
        hold === undefined
          ? `${subject.title} is not under a hold.`
          : `${subject.title} is under a hold already: ${saidBy(ctx, hold)}.`,
        'Nothing has been changed.',
      )
    }
    ctx.record(subject.id, allowed, [{ kind: 'marked', data: { mark: HOLD, value, reason: wish.reason } }])
    return {
      kind: 'message',
      message: say(
        value === 'on'
          ? `${subject.title} is under a legal hold: nothing of it will be deleted until the hold is lifted.`
          : `The legal hold on ${subject.title} is lifted; its retention runs as before.`,
      ),
    }
  }

/** The records that are due, each to be kept or deleted. */
const review: Handler = (ctx) => {
  const allowed = ctx.may('retention.review')
  return isRefusal(allowed) ? allowed : { kind: 'message', message: reviewFace(ctx) }
}

/** Keeps a record for as long again, from today. */
const keep: Handler = (ctx) => onDue(ctx, 'retention.keep', () => ({ value: 'kept' }))

/** The first press asks for deletion; the second, by somebody else, deletes. */
const remove: Handler = (ctx) =>
  onDue(ctx, 'retention.delete', (subject, { asked }) => {
    if (asked === undefined) return { value: 'asked' }
    if (asked.by === ctx.person.id) {
      return refuse(
        'two-people',
        `You asked for ${subject.title} to be deleted, and it takes two people.`,
        'A colleague of the support team, or the adviser, confirms it.',
      )
    }
    return { value: 'deleted', removed: deleteNarrative(ctx, subject.id) }
  })

export const retentionHandlers: Readonly<Record<string, Handler>> = {
  'retention.hold': holdOrLift('on'),
  'retention.lift': holdOrLift('off'),
  'retention.review': review,
  'retention.keep': keep,
  'retention.delete': remove,
}

function onDue(
  ctx: Ctx,
  verb: string,
  decide: (subject: Subject, keeping: Keeping) => Result<{ readonly value: string; readonly removed?: number }>,
): Reply | Refusal {
  const allowed = ctx.may(verb)
  if (isRefusal(allowed)) return allowed
  const subject = ctx.tx.subjects.get(ctx.intent.subject ?? '')
  const keeping = subject && keepingOf(ctx.tx.subjects.facts(subject.id))
  if (
    subject === undefined ||
    keeping === undefined ||
    !dueRecords(ctx).some(({ record }) => record.id === subject.id)
  ) {
    return refuse('not-due', whyNot(ctx, subject, keeping), 'Say "muster retention" for the list as it is now.')
  }
  const decided = decide(subject, keeping)
  if (isRefusal(decided)) return decided
  ctx.record(subject.id, allowed, [{ kind: 'marked', data: { mark: RETENTION, value: decided.value } }])
  const leaving = decided.removed ? ` ${sayLeaving(decided.removed)}` : ''
  return { kind: 'message', message: reviewFace(ctx, `${subject.title}: ${WORDS[decided.value]}${leaving}`) }
}

function sayLeaving(removed: number): string {
  const what = removed === 1 ? 'One message about it is' : `${removed} messages about it are`
  return `${what} being taken away from Slack and Teams; you hear what could not be.`
}

const WORDS: Readonly<Record<string, string>> = {
  kept: 'kept for as long again.',
  asked: 'to be deleted; a second person must confirm it.',
  deleted: 'what was told of it is deleted and can never be read again. Backups follow as they are replaced.',
}

function whyNot(ctx: Ctx, subject: Subject | undefined, keeping: Keeping | undefined): string {
  if (subject === undefined || keeping === undefined) return 'There is no such record.'
  if (keeping.deleted) return `${subject.title} has been deleted already: ${saidBy(ctx, keeping.deleted)}.`
  if (keeping.hold) return `${subject.title} is under a legal hold: ${saidBy(ctx, keeping.hold)}.`
  return `${subject.title} is not due to be deleted.`
}

function reviewFace(ctx: Ctx, said?: string): Message {
  const due = dueRecords(ctx)
  const title = due.length === 0 ? 'No record is due to be deleted' : 'Due to be kept or deleted'
  return {
    summary: said ?? title,
    sensitivity: 'person',
    blocks: [
      ...(said === undefined ? [] : [text(said)]),
      heading(title),
      ...due.flatMap((one) => dueBlocks(ctx, one)),
      ...(due.length === 0
        ? []
        : [
            quiet(
              'Deleting destroys the key of what was written; dates, decisions and who did what stay in the record.',
            ),
          ]),
      ...keptBlocks(ctx),
      ...removedBlocks(ctx),
    ],
  }
}

/** How long each class is kept; first what nobody has decided yet, since nothing of that is ever due. */
function keptBlocks({ partnership }: Ctx): readonly Block[] {
  const { retention } = partnership.profile
  const rows = keptClasses(retention).map(({ atItsEnd, keep, says, waitsFor }) => [
    says,
    waitsFor === undefined ? keep : 'not decided yet',
    atItsEnd,
  ])
  return [
    heading('How long things are kept'),
    ...undecided(retention).map((words) => notice('warn', words)),
    table('Class by class', ['What', 'How long', 'Then'], rows),
  ]
}

const RUNS_SHOWN = 5

function removedBlocks({ house, tx }: Ctx): readonly Block[] {
  const reports = reportsOf(tx.copies.removed()).slice(0, RUNS_SHOWN)
  if (reports.length === 0) return []
  return [
    heading('Taken away from chat lately'),
    facts(reports.map((report) => [sayRun(house, tx, report.run), linesOf(house, report).join('. ')])),
  ]
}

function dueBlocks(ctx: Ctx, { because, record, until }: DueRecord): readonly Block[] {
  const { asked } = keepingOf(ctx.tx.subjects.facts(record.id))
  const mine = asked?.by === ctx.person.id
  const deleting: Button = {
    label: `${asked === undefined ? 'Delete' : 'Confirm: delete'} ${record.title}`,
    verb: 'retention.delete',
    subject: record.id,
    style: 'danger',
    confirm: {
      title: `Delete what was told of ${record.title}?`,
      text:
        asked === undefined
          ? 'A second person must confirm it. Until then nothing is deleted.'
          : 'It can never be read again.',
      yes: 'Delete',
      no: 'Not now',
    },
  }
  return [
    text(`${record.title}: kept until ${sayDate(until)}. ${because}.`),
    ...(asked === undefined
      ? []
      : [
          text(
            `To be deleted: ${saidBy(ctx, asked)}. ${mine ? 'A colleague must confirm it.' : 'You can confirm it.'}`,
          ),
        ]),
    actions([
      { label: `Keep ${record.title}`, verb: 'retention.keep', subject: record.id },
      ...(mine ? [] : [deleting]),
    ]),
  ]
}

function saidBy({ partnership }: Ctx, { at, by, reason }: NonNullable<Keeping['hold']>): string {
  return `${personById(partnership, by)?.name ?? 'Muster'}, ${sayMoment(at)}${reason === undefined ? '' : ` (${reason})`}`
}

/** A case or incident by its code word or number, whatever its state. */
export function recordNamed(ctx: Ctx, said: string): Result<Subject> {
  const wanted = said.toLowerCase()
  const all = ['case', 'incident'].flatMap((kind) => ctx.tx.subjects.all(kind))
  return (
    all.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted) ??
    refuse(
      'no-such-record',
      `There is no case or incident called ${said.toUpperCase()}.`,
      'Write its code word, or its number such as RR-2026-04.',
    )
  )
}

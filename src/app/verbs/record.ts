/** The record of one matter: its audit trail in words, for whoever may read which part of it (DOMAIN 6), and the way to its evidence pack. */
import { z } from 'zod'
import { actions, type Block, type Button, heading, list, type Message, notice, quiet, text } from '../../chat/words.ts'
import { isRefusal, refuse } from '../../kernel/result.ts'
import { sayMoment } from '../../kernel/time.ts'
import type { Matter } from '../../matter.ts'
import { personById } from '../../partnership/partnership.ts'
import type { JournalEntry } from '../../ports.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { actOf } from '../../record/acts.ts'
import { keepingOf } from '../../record/retention.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { read } from './read.ts'
import { recordNamed } from './retention.ts'

/** What a message in chat shows at once; the desk shows all. */
const SHOWN_IN_CHAT = 20

const wanted = z.object({ case: z.string().optional(), before: z.coerce.number().int().optional() })

/** Who did what, when: the newest first. Everybody reads their own acts; how much more follows from the table. */
export const audit: Handler = (ctx) => {
  const wish = read(wanted, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const subject = wish.case === undefined ? ctx.tx.subjects.get(ctx.intent.subject ?? '') : recordNamed(ctx, wish.case)
  if (isRefusal(subject)) return subject
  const matter = ctx.matter(subject?.id)
  if (isRefusal(matter)) return matter
  const entries = readable(ctx, matter)
  // Whoever may read none of it must not learn that there is any.
  if (entries.length === 0) {
    const none = ctx.may('audit.see', matter.kind.about(matter.state))
    return isRefusal(none)
      ? refuse(
          'no-such-record',
          `You have no part in a record called ${(wish.case ?? 'this').toUpperCase()}.`,
          none.next,
        )
      : { kind: 'message', message: page(ctx, matter, []) }
  }
  return {
    kind: 'message',
    message: page(
      ctx,
      matter,
      entries.filter(({ n }) => n < (wish.before ?? Number.POSITIVE_INFINITY)),
    ),
  }
}

function readable(ctx: Ctx, { kind, state, subject }: Matter): readonly JournalEntry[] {
  const about = kind.about(state)
  const mayOf = new Map<string, boolean>()
  return ctx.tx.journal.of(subject.id).filter(({ by }) => {
    const known = mayOf.get(by) ?? !isRefusal(ctx.may('audit.see', { ...about, owner: by }))
    mayOf.set(by, known)
    return known
  })
}

function page(ctx: Ctx, { state, subject }: Matter, entries: readonly JournalEntry[]): Message {
  const onDesk = ctx.intent.where.kind === 'desk'
  const course = 'procedure' in (state as object) ? (state as Course) : undefined
  const newest = entries.toReversed()
  const shown = onDesk ? newest : newest.slice(0, SHOWN_IN_CHAT)
  const last = shown.at(-1)
  return {
    summary: `${subject.title}: the record`,
    sensitivity: 'person',
    blocks: [
      heading(`${subject.title}: who did what`),
      ...(shown.length === 0
        ? [text('Nothing has been recorded.')]
        : [list(shown.map((entry) => line(ctx, entry, course)))]),
      ...(last === undefined || shown.length === newest.length ? [] : [actions([earlier(subject.id, last.n)])]),
      quiet(`${entries.length} entries that you may read. Times are London’s.`),
    ],
  }
}

function line({ partnership }: Ctx, entry: JournalEntry, course: Course | undefined): string {
  const { at, did, who } = actOf(entry, partnership, course)
  return `${at}, ${who}: ${did.join('; ')}.`
}

const earlier = (subject: string, n: number): Button => ({
  label: 'Earlier',
  verb: 'audit.see',
  subject,
  input: { before: String(n) },
})

/** The way to the pack: it is made when it is fetched, since that takes a moment. */
export const evidence: Handler = (ctx) => {
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const allowed = ctx.may('evidence.pack', matter.kind.about(matter.state))
  if (isRefusal(allowed)) return allowed
  const address = `${ctx.house.baseUrl}/desk/evidence/${encodeURIComponent(matter.subject.id)}`
  const { title } = matter.subject
  return {
    kind: 'message',
    message: {
      summary: `${title}: evidence pack`,
      sensitivity: 'person',
      blocks: [
        heading(`${title}: evidence pack`),
        text(
          'The record of this case as a document: dates with their sums, forms in their versions, decisions, who was told, and the journal, verified.',
        ),
        notice(
          'warn',
          'With its narrative it is as confidential as the case itself. That you took it is written down.',
        ),
        ctx.intent.where.kind === 'desk'
          ? actions([
              { label: 'Download with narrative', verb: 'desk.opened', url: address, style: 'primary' },
              { label: 'Download without narrative', verb: 'desk.opened', url: `${address}?narrative=no` },
            ])
          : actions([{ label: 'On the desk', verb: 'desk.link', input: { target: `matter/${matter.subject.id}` } }]),
      ],
    },
  }
}

/** What the desk adds below a matter for those who look after its record: whether it is held, and the ways to its record. */
export function recordBlocks(ctx: Ctx, { kind, state, subject }: Matter): readonly Block[] {
  const about = kind.about(state)
  const { deleted, hold } = keepingOf(ctx.tx.subjects.facts(subject.id))
  const said = hold ?? deleted
  const name = said && (personById(ctx.partnership, said.by)?.name ?? 'Muster')
  const ways: Button[] = [
    ...(subject.kind === 'meeting'
      ? [
          {
            label: 'Minutes as a document',
            verb: 'desk.opened',
            url: `${ctx.house.baseUrl}/desk/minutes/${subject.id}`,
          },
        ]
      : []),
    ...(isRefusal(ctx.may('evidence.pack', about)) || !('procedure' in (state as object))
      ? []
      : [{ label: 'Evidence pack', verb: 'evidence.pack', subject: subject.id }]),
    ...(isRefusal(ctx.may('audit.see', about))
      ? []
      : [{ label: 'Who did what', verb: 'audit.see', subject: subject.id }]),
  ]
  return [
    ...(said === undefined
      ? []
      : [
          notice(
            'warn',
            `${hold ? 'Under a legal hold' : 'What was told has been deleted'}: ${name}, ${sayMoment(said.at)}${said.reason ? `. ${said.reason}` : ''}`,
          ),
        ]),
    ...(ways.length === 0 ? [] : [actions(ways)]),
  ]
}

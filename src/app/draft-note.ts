/**
 * The note that is left when somebody stops in the middle of a form: how far they have come, and how to go on. It stays in their conversation as a card,
 * so it counts on as pages are saved, wherever that is, and once the form has been submitted it offers nothing any more.
 */
import type { Intent, Reply } from '../chat/intent.ts'
import { actions, heading, type Message, quiet, text } from '../chat/words.ts'
import { summary } from '../forms/summary.ts'
import { isRefusal } from '../kernel/result.ts'
import { memberById } from '../partnership/partnership.ts'
import { DRAFT_NOTE } from '../ports.ts'
import { type Ctx, createCtx } from './ctx.ts'
import { rememberAnswer } from './posted.ts'
import { nameOf, openSheet, type Sheet } from './sheet.ts'
import { newRing, redraw, type Work } from './work.ts'

/** "Stop for now". */
export function leave(ctx: Ctx, sheet: Sheet): Reply {
  const { pressed, where } = ctx.intent
  const message = goOn(ctx, sheet)
  const shows = { card: DRAFT_NOTE, subject: sheet.draft.id }
  // A question of a walk becomes the note in its own place: nothing is posted of which the platform could tell where it stands.
  if (pressed !== undefined && where.kind === 'direct') {
    const posted = { platform: where.platform, tenant: where.tenant, ...pressed }
    for (const subject of rememberAnswer(ctx.house, ctx.tx, ctx.person.id, { shows, message }, posted))
      redraw(ctx, subject)
  }
  return { kind: 'done', message, shows }
}

/** A draft has changed, or is one no more: its notes are drawn again. */
export function redrawNotes(work: Pick<Work, 'tx' | 'ring'>, draft: string): void {
  if (work.tx.copies.of(draft).length > 0) redraw(work, draft)
}

/** The note as it is now; nothing for somebody who has left, nor for a draft nobody knows. */
export function drawNote(
  work: Pick<Work, 'house' | 'tx' | 'at'>,
  id: string,
  viewer: string | undefined,
): Message | undefined {
  const draft = work.tx.drafts.get(id)
  const person = viewer === undefined ? undefined : memberById(work.house.partnership(), viewer, work.at)
  if (draft === undefined || person === undefined) return undefined
  const ctx = createCtx({ ...work, ring: newRing() }, lookingOn(person.id), person)
  const sheet = openSheet(ctx, id)
  if (!isRefusal(sheet)) return goOn(ctx, sheet)
  const name = nameOf(ctx, draft)
  return {
    summary: `${name}. ${sheet.sentence}`,
    sensitivity: 'person',
    blocks: [heading(name), text(sheet.sentence), quiet(sheet.next)],
  }
}

function goOn(ctx: Ctx, { draft, form, answers, context }: Sheet): Message {
  const { answered, of } = summary(form, answers, context, { surface: 'chat' })
  const name = nameOf(ctx, draft)
  const saved = `Saved. ${answered} of ${of} questions answered.`
  return {
    summary: `${name}. ${saved}`,
    sensitivity: 'person',
    blocks: [
      heading(name),
      text(saved),
      text(
        'Go on whenever you like, in Slack, in Teams or on the desk; any colleague who may complete it can go on too.',
      ),
      actions([
        { label: 'Go on', verb: 'form.open', input: { draft: draft.id }, opens: 'form', style: 'primary' },
        ...(ctx.intent.where.kind === 'desk'
          ? []
          : [{ label: 'Question by question', verb: 'form.walk', input: { draft: draft.id } }]),
      ]),
    ],
  }
}

/** Somebody looks at a conversation of their own; they ask for nothing. */
const lookingOn = (person: string): Intent => ({
  id: 'note',
  who: { platform: 'slack', tenant: 'muster', user: person },
  where: { platform: 'slack', tenant: 'muster', conversation: person, kind: 'direct' },
  verb: 'form.stop',
  input: {},
})

/** A form that is filled before there is anything it belongs to: its draft lies under a subject of its own, since what was sealed in it is shredded with it. */
import type { Reply } from '../../chat/intent.ts'
import { view } from '../../forms/draw.ts'
import type { Answers } from '../../forms/form.ts'
import { isRefusal, type Refusal } from '../../kernel/result.ts'
import type { Draft } from '../../ports.ts'
import type { Ctx } from '../ctx.ts'
import { INTAKE, type Intake, openSheet } from '../sheet.ts'

export interface Entered extends Intake {
  readonly form: string
  readonly title: string
  /** What it begins with. */
  readonly known?: Answers
}

/** Opens the form, or the draft of it that this person has begun and not finished. Whether they may is asked by whoever calls. */
export function enter(ctx: Ctx, entered: Entered): Reply | Refusal {
  const sheet = openSheet(ctx, begun(ctx, entered)?.id ?? newIntake(ctx, entered))
  if (isRefusal(sheet)) return sheet
  const { answers, context, draft, form, surface } = sheet
  return { kind: 'form', view: view(form, '', answers, context, { draft: draft.id, surface, pace: 'page' }) }
}

const stemOf = ({ entrance, procedure }: Entered) => `${INTAKE}-${procedure}-${entrance}-`
const owedBy = ({ person }: Ctx, { about }: Entered) =>
  [INTAKE, person.id, ...(about === undefined ? [] : [about])].join('/')

function begun(ctx: Ctx, entered: Entered): Draft | undefined {
  return ctx.tx.subjects
    .open(INTAKE)
    .filter(({ id }) => id.startsWith(stemOf(entered)))
    .map(({ id }) => ctx.tx.drafts.openFor(id, entered.form, owedBy(ctx, entered)))
    .find((draft) => draft !== undefined)
}

function newIntake(ctx: Ctx, entered: Entered): string {
  const { about, entrance, form, known = {}, procedure, title } = entered
  const draft = ctx.house.ids.id('draft')
  const intake = `${stemOf(entered)}${draft}`
  ctx.begin({ id: intake, kind: INTAKE, title })
  const data: Intake = { procedure, entrance, ...(about === undefined ? {} : { about }) }
  ctx.record(intake, undefined, [{ kind: 'intake', data }])
  const [startedBy, startedAt] = [ctx.person.id, ctx.at]
  ctx.tx.drafts.add({
    id: draft,
    form,
    subject: intake,
    owed: owedBy(ctx, entered),
    startedBy,
    startedAt,
    status: 'open',
  })
  for (const [question, value] of Object.entries(known)) {
    ctx.tx.drafts.save(draft, { question, value, sealed: false, by: startedBy, at: startedAt })
  }
  return draft
}

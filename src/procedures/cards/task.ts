/** The card of one owed thing for one person: what, until when and why, and the buttons that do it. Once done it says who did it, and when. */
import type { Doing, Owed } from '../../chasing/owed.ts'
import { standingOf, sumOf } from '../../chasing/standing.ts'
import {
  actions,
  type Block,
  type Button,
  facts,
  heading,
  type Message,
  notice,
  quiet,
  text,
} from '../../chat/words.ts'
import { sayDate } from '../../kernel/time.ts'
import type { Calling } from '../../matter.ts'
import { mayDo, mayRead } from '../about.ts'
import { type Course, owedUnder } from '../engine/course.ts'
import { stepOf } from '../engine/keys.ts'
import { asksPartners } from '../involved.ts'
import { areaTitle } from './area.ts'
import { doneWords, whoAndWhen } from './outcome.ts'
import { ownAgencyNotice, shortName } from './panel.ts'

/** Draws what is owed under a key; `rung` is the rung of the ladder that called, `late` says that the call itself is. */
export function taskFace(course: Course, key: string, how: Calling): Message {
  const owed = owedUnder(course, key)
  const { title } = course.subject
  if (owed === undefined) return gone(course, key)
  return {
    summary: owed.status === 'done' ? `${title}: done` : `${title}: action for you`,
    sensitivity: 'person',
    blocks: [
      heading(`${title}: ${owed.what}`),
      ...whatItIs(course),
      ...(owed.status === 'done' ? done(course, owed) : waiting(course, owed, how)),
    ],
  }
}

/** A code word says nothing to whoever meets it for the first time: what kind of thing it is, and where. */
function whatItIs(course: Course): Block[] {
  const { about, procedure, ref, subject } = course
  if (subject.title === ref) return []
  const where = about.area === undefined ? [] : [areaTitle(course)]
  return [quiet([procedure.title, ...where, ref].join(', '))]
}

/**
 * The buttons that do what is owed. Ids and choices only travel in them. For a `stranger` to the duty each says for whom it would be done, and stands
 * back behind their own.
 */
export function taskButtons(course: Course, owed: Owed, stranger?: string): Button[] {
  const whose = stranger === undefined ? '' : ` (${whoseTurn(course, owed)})`
  const styleOf = ({ style }: Doing) => (stranger !== undefined && style === 'primary' ? undefined : style)
  return offeredIn(course, owed).map((doing) => ({
    label: `${doing.label}${whose}`,
    verb: doing.form === undefined ? 'owed.do' : 'form.open',
    subject: owed.subject,
    version: course.subject.version,
    input: {
      owed: owed.key,
      round: String(owed.round),
      outcome: doing.outcome,
      ...(doing.form === undefined ? {} : { form: doing.form }),
    },
    ...(styleOf(doing) === undefined ? {} : { style: styleOf(doing) }),
    ...(doing.form === undefined ? {} : { opens: 'form' as const }),
    ...(doing.confirm === undefined
      ? {}
      : { confirm: { title: `${doing.label}?`, text: doing.confirm, yes: doing.label, no: 'Not yet' } }),
  }))
}

/** What of it can be done by now. */
function offeredIn(course: Course, owed: Owed): readonly Doing[] {
  return waitedFor(course, owed).length > 0 ? [] : owed.does
}

/** Why it has no buttons yet, in words: the same on its own card and on the whole case's. */
export function waitedFor(course: Course, { step }: Owed): readonly string[] {
  return course.procedure.steps[step]?.waitsFor?.(course) ?? []
}

/** In a word or two: an agency by its short name, the first of several who could. */
function whoseTurn(course: Course, owed: Owed): string {
  return owed.obligor.agency === undefined ? (owed.obligor.label.split(',')[0] as string) : shortName(course, owed)
}

function waiting(course: Course, owed: Owed, { rung, late, viewer }: Calling): Block[] {
  const limit = owed.limit
  const standing = limit && standingOf(limit, course.at, course.calendar)
  return [
    ...(late === undefined ? [] : [notice('warn', `This reminder is late: it was meant for ${late}.`)]),
    ...(rung === 'escalated' ? [notice('warn', escalatedWords(owed, standing?.word))] : []),
    ...(rung === undefined || rung === 'escalated' || standing === undefined
      ? []
      : [notice(standing.tone === 'bad' ? 'warn' : 'neutral', `Reminder: ${standing.word}.`)]),
    facts([
      ['For', owed.obligor.label],
      ...(limit && standing
        ? [
            {
              label: 'Due',
              value: `${sayDate(limit.limit)} (${standing.word})`,
              note: sumOf(limit),
              tone: standing.tone,
            },
          ]
        : []),
    ]),
    ...(asksPartners(course, owed.step) ? ownAgencyNotice(course, viewer) : []),
    ...(rung !== undefined && viewer !== undefined && !owed.obligor.people.includes(viewer)
      ? [text(`This is for ${owed.obligor.label} to do. You are told so that you know.`)]
      : []),
    ...(owed.status === 'gap' ? [text('It went on without this; it can still be given.')] : []),
    ...(owed.ahead ? [text('Its clock runs already; what comes before it must be done first.')] : []),
    ...[...(course.procedure.steps[owed.step]?.explains?.(course, owed.key) ?? []), ...waitedFor(course, owed)].map(
      text,
    ),
    ...(viewer !== undefined && offeredIn(course, owed).length > 0 && mayDo(course, viewer, owed.key)
      ? [
          actions([
            ...taskButtons(course, owed, owed.obligor.people.includes(viewer) ? undefined : viewer),
            ...reading(course, owed, viewer),
          ]),
        ]
      : []),
  ]
}

function escalatedWords({ obligor }: Owed, word = 'open'): string {
  return `Escalated to you, who speak for ${obligor.label}: it is ${word}, and nothing has been heard. Please see that it is answered.`
}

/** Whoever is to say what they think of a text finds it beside the buttons that say so, as soon as they may read it. */
function reading(course: Course, { step }: Owed, viewer: string): Button[] {
  const { procedure, subject } = course
  const form = procedure.steps[step]?.reads
  if (form === undefined || (procedure.matter === undefined && !mayRead(course, viewer, form))) return []
  return [
    { label: 'Read on the desk', verb: 'desk.link', subject: subject.id, input: { target: `matter/${subject.id}` } },
  ]
}

function done(course: Course, owed: Owed): Block[] {
  return [notice('good', doneWords(course, owed)), quiet(whoAndWhen(course, owed.closed))]
}

/** What is asked for no more; whoever sent the course back reads here that they did, and not that they were never needed. */
function gone(course: Course, key: string): Message {
  const { past, procedure, subject } = course
  const last = past.findLast(({ owed }) => owed === key)
  const step = procedure.steps[stepOf(key)]
  const sentBack = last !== undefined && step?.back?.[last.outcome] !== undefined
  return {
    summary: `${subject.title}: nothing more to do here`,
    sensitivity: 'person',
    blocks: [
      heading(subject.title),
      ...(sentBack ? [notice('good', `${step.says}: sent back.`), quiet(whoAndWhen(course, last))] : []),
      text(
        sentBack
          ? 'You are asked again when it comes back to you.'
          : 'This is no longer asked for. Nothing more is needed from you here.',
      ),
    ],
  }
}

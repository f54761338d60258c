/** What was decided, by whom, on which criteria and why, and that it was decided on what had been read; then what each partner answered. */
import { type Block, facts, heading, quiet, table } from '../../chat/words.ts'
import { sayMoment } from '../../kernel/time.ts'
import { partners as partnersOf } from '../../partnership/partnership.ts'
import { type Closing, type Course, latest } from '../../procedures/engine/course.ts'
import { obligorOf, stepOf } from '../../procedures/engine/keys.ts'
import type { Step } from '../../procedures/engine/procedure.ts'
import { isOwnAgency } from '../../procedures/involved.ts'
import { isRecordedOnly } from './outside.ts'
import {
  answerRows,
  happenedAt,
  outcomeWords,
  ownerOf,
  type Section,
  type Submitted,
  short,
  signed,
  type Taken,
} from './taken.ts'

/** A step that leaves its mark on the course has decided its way. */
const decides = (step: Step | undefined): step is Step => step?.marks !== undefined && !isRecordedOnly(step)

/** Whether a submitted form is the text of a decision. */
export function isDecision({ procedure }: Course, { owed }: Pick<Submitted, 'owed'>): boolean {
  return obligorOf(owed) === undefined && decides(procedure.steps[stepOf(owed)])
}

export function decisions(taken: Taken): Section {
  const { past } = taken.course
  const made = past.filter((closing) => isDecision(taken.course, closing))
  return {
    title: 'Decisions',
    blocks:
      made.length === 0
        ? [quiet('Nothing has been decided yet.')]
        : made.flatMap((closing) => decision(taken, closing)),
  }
}

function decision(taken: Taken, closing: Closing): Block[] {
  const { course } = taken
  const step = course.procedure.steps[stepOf(closing.owed)] as Step
  const submitted = course.submitted.find(({ at, owed }) => owed === closing.owed && at === closing.at)
  const rows = submitted === undefined ? [] : answerRows(taken, submitted)
  return [
    heading(`${sayMoment(closing.when ?? closing.at)}: ${outcomeWords(taken, closing)}`),
    facts([
      ['Step', step.says],
      ['Decided by', signed(course, closing.by, closing.as)],
      ['When', happenedAt(taken, closing)],
      ...(closing.hash === undefined ? [] : [['What was read', readWords(course, step, closing.hash)] as const]),
    ]),
    ...(rows.length === 0 ? [] : [table('Considered and decided', ['Question', 'Answer'], rows)]),
  ]
}

/** The version whose fingerprint the decision carries; that it is one of the versions of this case is what binds the two. */
function readWords(course: Course, step: Step, hash: string): string {
  const version = course.submitted.find((one) => one.form === step.reads && one.hash === hash)
  const found =
    version === undefined
      ? 'no version of this case has this fingerprint'
      : `version ${version.version} of “${course.procedure.forms[version.form]?.title}”`
  const isCurrent = latest(course, step.reads ?? '')?.hash === hash
  return `${hash}\n${found}${version === undefined ? '' : isCurrent ? ', the current one' : ', since amended'}`
}

/** Acknowledgements, points, dissent, ratification, votes: each partner's answer in each round. */
export function partners(taken: Taken): Section {
  const { course } = taken
  const ids = new Set(partnersOf(course.partnership).map(({ id }) => id))
  const blocks = Object.entries(course.procedure.steps).flatMap(([name, step]) => {
    const closings = course.past.filter(({ owed }) => stepOf(owed) === name && ids.has(obligorOf(owed) ?? ''))
    const asksMany = course.owed.some((one) => one.step === name && ids.has(one.obligor.id ?? ''))
    // An agency return is asked of agencies, some of which happen to be partners.
    if (step.may === 'case.return' || (closings.length === 0 && !asksMany)) return []
    const silent = course.owed.filter(
      (one) => one.step === name && one.status !== 'done' && ids.has(one.obligor.id ?? ''),
    )
    return [
      heading(step.says),
      table(
        'Each partner’s answer',
        ['Partner', 'Answer', 'By', 'When', 'Read'],
        [
          ...closings.map((one) => [
            marked(taken, name, obligorOf(one.owed), ownerOf(course, one.owed)),
            outcomeWords(taken, one),
            signed(course, one.by, one.as),
            happenedAt(taken, one),
            one.hash === undefined ? '' : short(one.hash),
          ]),
          ...silent.map((one) => [
            marked(taken, name, one.obligor.id, one.obligor.label),
            one.status === 'gap' ? 'No answer; the course went on' : 'Not yet',
            '',
            '',
            '',
          ]),
        ],
      ),
    ]
  })
  return {
    title: 'The safeguarding partners',
    blocks: blocks.length === 0 ? [quiet('The partners have not been asked yet.')] : blocks,
  }
}

/** Whose own agency is involved keeps its say, and the record shows it (10.2.12). */
function marked({ course }: Taken, step: string, id: string | undefined, label = ''): string {
  const own = isOwnAgency(course, { step, obligor: { label, people: [], ...(id === undefined ? {} : { id }) } })
  return own ? `${label} (own agency involved)` : label
}

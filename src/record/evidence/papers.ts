/** The forms of the case: each in its versions, with who changed what, and the current one whole. */
import { type Block, heading, quiet, table } from '../../chat/words.ts'
import { sayAnswer } from '../../forms/answer.ts'
import { inTerms } from '../../forms/terms.ts'
import { sayMoment } from '../../kernel/time.ts'
import { isDecision } from './decisions.ts'
import {
  answerRows,
  answersIn,
  contextOf,
  formOf,
  ownerOf,
  questionsOf,
  type Section,
  type Submitted,
  signed,
  type Taken,
} from './taken.ts'

export function papers(taken: Taken): Section {
  const kept = Map.groupBy(taken.course.submitted, ({ form, owed }) => `${owed} ${form}`)
  return {
    title: 'Forms, in their versions',
    blocks:
      kept.size === 0
        ? [quiet('No form has been submitted.')]
        : [...kept.values()].flatMap((versions) => paper(taken, versions)),
  }
}

function paper(taken: Taken, versions: readonly Submitted[]): Block[] {
  const { course } = taken
  const last = versions.at(-1) as Submitted
  const form = formOf(course, last)
  const whose = ownerOf(course, last.owed)
  const changes = versions
    .slice(1)
    .flatMap((version, place) => changesBetween(taken, versions[place] as Submitted, version))
  return [
    heading(`${inTerms(form?.title ?? last.form, contextOf(taken))}${whose === undefined ? '' : `: ${whose}`}`),
    table(
      'Versions',
      ['Version', 'Submitted', 'Fingerprint'],
      versions.map(({ at, by, hash, version }) => [String(version), `${signed(course, by)}\n${sayMoment(at)}`, hash]),
    ),
    ...(isDecision(course, last)
      ? [quiet('What each version says stands with the decision it was, under “Decisions”.')]
      : [
          ...(changes.length === 0
            ? []
            : [table('Who changed what', ['Version', 'Question', 'Before', 'After'], changes)]),
          table(
            versions.length === 1 ? 'As submitted' : `Version ${last.version}, whole`,
            ['Question', 'Answer'],
            answerRows(taken, last),
          ),
        ]),
  ]
}

/** What a version says otherwise than the one before; of sealed answers, only as much as the pack may tell. */
function changesBetween(taken: Taken, before: Submitted, after: Submitted): string[][] {
  const context = contextOf(taken)
  const [was, is] = [answersIn(taken, before), answersIn(taken, after)]
  const who = `${after.version}: ${signed(taken.course, after.by)}`
  const changes = questionsOf(formOf(taken.course, after)).flatMap((question) => {
    const [old = '', now = ''] = [was[question.id], is[question.id]].map((answer) =>
      answer === undefined ? '' : sayAnswer(question.type, answer, context),
    )
    return old === now ? [] : [[who, inTerms(question.ask, context), old, now]]
  })
  if (changes.length > 0 || taken.opened !== undefined || after.slots.length === 0) return changes
  return [[who, 'Sealed answers, or none', '', '']]
}

/** How something done is spoken of: by whom, in which capacity, when, and with what outcome. */
import type { Owed } from '../../chasing/owed.ts'
import type { Form, Option } from '../../forms/form.ts'
import { inTerms } from '../../forms/terms.ts'
import { sayMoment } from '../../kernel/time.ts'
import { personById } from '../../partnership/partnership.ts'
import type { Course } from '../engine/course.ts'
import { labelOf } from '../engine/decide.ts'

/** "Kit Fixtureton (SLT member), Mon 11 Jan 2027 14:20." */
export function whoAndWhen(course: Course, closed: Owed['closed']): string {
  if (closed === undefined) return ''
  const name = personById(course.partnership, closed.by)?.name ?? 'Muster'
  return `${name}${closed.as ? ` (${sayAs(course, closed.as)})` : ''}, ${sayMoment(closed.at)}.`
}

export function outcomeWords(course: Course, owed: Owed): string {
  const step = course.procedure.steps[owed.step]
  if (step === undefined || owed.closed === undefined) return ''
  return chosenIn(course, owed) ?? labelOf(step, owed.closed.outcome)
}

/** What was answered in so many words, where the outcome is an answer of the form. */
function chosenIn({ partnership, procedure }: Course, { closed, step }: Owed): string | undefined {
  const closes = procedure.steps[step]?.closes
  const chosen = closes?.by === 'form' && closed ? choiceIn(procedure.forms[closes.form], closed.outcome) : undefined
  return chosen && inTerms(chosen, { terms: partnership.profile.terms })
}

/**
 * "Done: safe.", and where there was nothing to choose "Done." An answer stands between quotation marks: "Notify the Panel" is a view, and nobody has
 * notified anybody yet.
 */
export function doneWords(course: Course, owed: Owed): string {
  const chosen = chosenIn(course, owed)
  if (chosen !== undefined) return `Answered: “${chosen}”.`
  const words = outcomeWords(course, owed)
  const closes = course.procedure.steps[owed.step]?.closes
  const isOnlyChoice = closes?.by === 'button' && closes.choices.length === 1
  return words === '' || words === 'done' || isOnlyChoice ? 'Done.' : `Done: ${words}.`
}

/** "Done by all 3. Notify: 2; not notifiable: 1." One voice is never given for all of them. */
export function doneByAll(course: Course, all: readonly Owed[]): string {
  const tally = tallyOf(course, all)
  return `Done by all ${all.length}.${tally === '' ? '' : ` ${tally}.`}`
}

/** How many said what, as long as that is short; empty where there was nothing to choose. */
export function tallyOf(course: Course, done: readonly Owed[]): string {
  const said = Map.groupBy(done, (one) => outcomeWords(course, one))
  if (said.size > 3 || [...said.keys()].every((words) => words === '' || words === 'done')) return ''
  return capital([...said].map(([words, voices]) => `${words}: ${voices.length}`).join('; '))
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The words of the choice an outcome was read from: "No local child safeguarding practice review", not "no review". */
function choiceIn(form: Form | undefined, outcome: string): string | undefined {
  const questions = form?.sections.flatMap((section) => section.questions) ?? []
  return questions
    .flatMap(({ type }) =>
      type.kind === 'choice' && Array.isArray(type.options) ? (type.options as readonly Option[]) : [],
    )
    .find(({ value }) => value === outcome)?.label
}

/** "spa" in the journal is the Senior Professional Adviser to people; "slt-member for slt-mps" says for whom. */
function sayAs({ partnership }: Course, as: string): string {
  const [role = '', principal] = as.split(' for ')
  const title = partnership.profile.roles[role]?.title ?? role
  const whom = principal === undefined ? undefined : (personById(partnership, principal)?.name ?? principal)
  return whom === undefined ? title : `${title}, for ${whom}`
}

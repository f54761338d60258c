/** Every date of the case: its limit with the sum behind it, whose figure it is, when it was done, and why it was late. */
import type { Limit, Owed } from '../../chasing/owed.ts'
import { sumOf } from '../../chasing/standing.ts'
import { type Block, heading, list, table, text } from '../../chat/words.ts'
import { sayAnswer } from '../../forms/answer.ts'
import type { Condition, Question } from '../../forms/form.ts'
import { sayDate, sayMoment } from '../../kernel/time.ts'
import { timelineOnPaper } from '../../procedures/cards/timeline.ts'
import { type Closing, type Course, isLate } from '../../procedures/engine/course.ts'
import { stepOf } from '../../procedures/engine/keys.ts'
import {
  answersIn,
  contextOf,
  formOf,
  happenedAt,
  outcomeWords,
  ownerOf,
  questionsOf,
  type Section,
  signed,
  type Taken,
} from './taken.ts'

export function dates(taken: Taken): Section {
  const { course } = taken
  const rows = Object.entries(course.procedure.steps).flatMap(([step, { says }]) => dateRow(taken, step, says))
  return {
    title: 'Dates and their sums',
    blocks: [
      ...timelineOnPaper(course),
      table('Every date, in the order of the procedure', ['Step', 'Limit', 'Sum, level and source', 'Done'], rows),
      ...moved(course),
      ...corrected(course),
    ],
  }
}

function dateRow(taken: Taken, step: string, says: string): string[][] {
  const { course } = taken
  const owed = course.owed.filter((one) => one.step === step)
  const past = course.past.filter((one) => stepOf(one.owed) === step)
  const limit = owed.find((one) => one.limit)?.limit ?? past.findLast((one) => one.limit)?.limit
  if (limit === undefined) return []
  const done = past.map((one): [words: string, who: string | undefined] => [
    closedWords(taken, one),
    ownerOf(course, one.owed),
  ])
  const waiting = owed
    .filter(({ status }) => status !== 'done')
    .map((one): [words: string, who: string | undefined] => [
      openWords(course.at, one, limit),
      ownerOf(course, one.key),
    ])
  return [[says, limitWords(limit), sumOf(limit), together([...done, ...waiting])]]
}

/** Who did it with the same outcome at the same minute stands in one line. */
function together(closings: readonly (readonly [words: string, who: string | undefined])[]): string {
  const alike = Map.groupBy(closings, ([words]) => words)
  return [...alike]
    .map(([words, all]) =>
      [words, all.flatMap(([, who]) => who ?? []).join(', ')].filter((part) => part !== '').join(': '),
    )
    .join('\n')
}

function openWords(at: string, { limit, status }: Owed, agreed: Limit): string {
  if (status === 'gap') return 'Went on without'
  return at > (limit ?? agreed).limitAt ? 'Overdue' : 'Open'
}

/** The limit, and the earlier day people were to work to. */
function limitWords({ count, limit, limitAt, rule, target }: Limit): string {
  const day = count.kind === 'hours-after' ? sayMoment(limitAt) : sayDate(limit)
  return target && rule.internalTarget ? `${day}\nPlanned for ${sayDate(target)}` : day
}

function closedWords(taken: Taken, closing: Closing): string {
  const late = isLate(taken.course, closing)
  const reason = late ? lateReason(taken, closing) : undefined
  const words = `${happenedAt(taken, closing)} (${outcomeWords(taken, closing)}${late ? ', late' : ''})`
  return reason === undefined ? words : `${words}. Why late: ${reason}`
}

/** The answer to the question that is asked only when something is late. */
function lateReason(taken: Taken, closing: Closing): string | undefined {
  const submitted = taken.course.submitted.findLast(({ at, owed }) => owed === closing.owed && at <= closing.at)
  const question = submitted && questionsOf(formOf(taken.course, submitted)).find(asksWhyLate)
  const answer = submitted && question && answersIn(taken, submitted)[question.id]
  return answer === undefined || question === undefined ? undefined : sayAnswer(question.type, answer, contextOf(taken))
}

function asksWhyLate({ when }: Question): boolean {
  const saysLate = (one: Condition): boolean =>
    'all' in one ? one.all.some(saysLate) : 'context' in one && one.context === 'late'
  return when !== undefined && saysLate(when)
}

function moved(course: Course): Block[] {
  if (course.extended.length === 0) return []
  const says = course.extended.map(({ at, by, owed, reason, to }) => {
    const step = course.procedure.steps[stepOf(owed)]?.says ?? owed
    const whose = ownerOf(course, owed)
    return `${step}${whose === undefined ? '' : ` (${whose})`}: to ${sayDate(to)}. ${reason}. ${signed(course, by)}, ${sayMoment(at)}.`
  })
  return [heading('Dates that people moved'), list(says)]
}

function corrected(course: Course): Block[] {
  if (course.corrected.length === 0) return []
  const events = course.partnership.profile.events
  return [
    heading('Moments that were corrected'),
    text('What was believed before is kept beside what is known now.'),
    list(
      course.corrected.map(
        ({ at, by, event, now, reason, was }) =>
          `${events[event] ?? event}: ${sayMoment(now)}, not ${sayMoment(was)}. ${reason}. ${signed(course, by)}, ${sayMoment(at)}.`,
      ),
    ),
  ]
}

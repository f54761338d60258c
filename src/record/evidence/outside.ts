/** What people told others, as recorded; and what Muster told members, and when. */
import { type Block, facts, heading, quiet, table, text } from '../../chat/words.ts'
import type { Question } from '../../forms/form.ts'
import { sayMoment } from '../../kernel/time.ts'
import { group, personById } from '../../partnership/partnership.ts'
import type { OutboxLine } from '../../ports.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { stepOf } from '../../procedures/engine/keys.ts'
import type { Step } from '../../procedures/engine/procedure.ts'
import { answerRows, happenedAt, outcomeWords, type Section, signed, type Taken } from './taken.ts'

/** The verbs under which a person records what they told somebody outside. */
const OUTWARD: ReadonlySet<string> = new Set([
  'rapid-review.notified',
  'case.submit',
  'case.family',
  'case.hold',
  'case.justify',
  'case.publish',
])

export const isRecordedOnly = ({ may }: Step) => OUTWARD.has(may)

export function notifications(taken: Taken): Section {
  const { past, procedure } = taken.course
  const recorded = past.filter(({ owed }) => {
    const step = procedure.steps[stepOf(owed)]
    return step !== undefined && isRecordedOnly(step)
  })
  const blocks = recorded.flatMap((closing): Block[] => {
    const step = procedure.steps[stepOf(closing.owed)] as Step
    const submitted = taken.course.submitted.find(({ at, owed }) => owed === closing.owed && at === closing.at)
    const rows = submitted === undefined ? [] : answerRows(taken, submitted, saysWhenOrWhere)
    return [
      heading(step.says),
      facts([
        ['Recorded', outcomeWords(taken, closing)],
        ['When', happenedAt(taken, closing)],
        ['By', signed(taken.course, closing.by, closing.as)],
      ]),
      ...(rows.length === 0 ? [] : [table('As recorded', ['Question', 'Answer'], rows)]),
    ]
  })
  return {
    title: 'Notifications: recorded, not sent by Muster',
    blocks: [
      text('A person notified, submitted, wrote or told, outside of Muster. What follows is their record of it.'),
      ...(blocks.length === 0 ? [quiet('Nothing has been recorded yet.')] : blocks),
    ],
  }
}

/** References and moments are what a notification is checked by. */
function saysWhenOrWhere({ type }: Question): boolean {
  if (type.kind === 'rows') return type.columns.some((column) => column.type.kind === 'datetime')
  return type.kind === 'datetime' || type.kind === 'doc' || (type.kind === 'text' && type.pattern !== undefined)
}

/** One row for each message, with everybody who got it at that minute. */
export function told(taken: Taken): Section {
  const { course } = taken
  const lines = taken.told
    .filter(({ status }) => status === 'sent' || status === 'undeliverable')
    .toSorted((a, b) => (a.doneAt ?? '').localeCompare(b.doneAt ?? ''))
  const messages = Map.groupBy(lines, (line) =>
    [sayMoment(line.doneAt ?? line.writtenAt), contentWords(course, line), endWords(line)].join('\n'),
  )
  const rows = [...messages].map(([key, all]) => {
    const [at, what, end] = key.split('\n') as [string, string, string]
    return [at, what, [...new Set(all.map((line) => recipient(course, line)))].join(', '), end]
  })
  return {
    title: 'Who was told what by Muster, and when',
    blocks:
      rows.length === 0
        ? [quiet('Nothing has been sent about this case.')]
        : [table('Messages', ['When', 'What', 'To', 'How it ended'], rows)],
  }
}

function contentWords({ procedure }: Course, { content, key }: OutboxLine): string {
  if ('message' in content) return content.message.summary
  const { news, owed, rung, view } = content.input ?? {}
  const step = procedure.steps[stepOf(news ?? owed ?? '')]?.says
  if (view === 'public') return 'Made known to everybody, without the code word: it is published, and where'
  if (content.card === 'task') return `${rung === undefined ? 'Asked' : `Reminded (${rung})`}: ${step ?? owed}`
  return news !== undefined
    ? `Told: ${step ?? news} (done)`
    : key.includes('/told/began')
      ? 'Told: the case has begun'
      : 'Told: the case'
}

const endWords = ({ outcome, status }: OutboxLine) =>
  status === 'sent' ? (outcome === 'sent' ? 'sent' : `sent; ${outcome}`) : `not delivered: ${outcome}`

function recipient({ partnership }: Course, { to }: OutboxLine): string {
  if ('person' in to) return personById(partnership, to.person)?.name ?? to.person
  return 'group' in to ? `the channel of ${group(partnership, to.group).title}` : 'where a command was typed'
}

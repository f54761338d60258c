/** What is open, and the register of what was decided; and what a meeting decided while inquorate, put to be confirmed. */
import {
  actions,
  type Block,
  type Button,
  heading,
  list,
  type Message,
  quiet,
  say,
  table,
} from '../../../chat/words.ts'
import { sayStage } from '../../../decisions/card.ts'
import { type Motion, stageOf } from '../../../decisions/motion.ts'
import { type Entry, register } from '../../../decisions/register.ts'
import { isRefusal, refuse } from '../../../kernel/result.ts'
import { dateOf, sayDate } from '../../../kernel/time.ts'
import { unconfirmed } from '../../../meetings/decisions.ts'
import type { Confirmation } from '../../../meetings/facts.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import type { Ctx, Handler } from '../../ctx.ts'
import { faceOf } from '../on-matter.ts'
import { beginMotion } from './begin.ts'
import { awaits, closingIn, meetingsSeen, motionsSeen } from './on-motion.ts'

/** What waits for this person's vote, what else is open, and the register of what was decided. */
export const listMotions: Handler = (ctx) => {
  const motions = motionsSeen(ctx)
  const open = motions.filter((motion) => ['draft', 'open'].includes(stageOf(motion)))
  const entries = register(motions, meetingsSeen(ctx)).slice(0, 20)
  if (open.length + entries.length === 0)
    return { kind: 'message', message: say('Nothing has been put to a vote that you take part in.') }
  return { kind: 'message', message: listOf(ctx, open, entries) }
}

function listOf(ctx: Ctx, open: readonly Motion[], entries: readonly Entry[]): Message {
  const waiting = open.filter((motion) => awaits(motion, ctx.person.id))
  const standing = (motion: Motion) =>
    `${sayStage(stageOf(motion))}${waiting.includes(motion) ? ', waits for your vote' : ''}`
  const button = ({ subject }: Motion): Button => ({
    label: `Open ${subject.title}`,
    verb: 'motion.see',
    subject: subject.id,
  })
  const rows = entries.map((one) => [
    sayDate(dateOf(one.at)),
    one.group,
    one.text,
    `${one.outcome}${one.public ? '' : ', private'}`,
    one.review === undefined ? '' : `${sayDate(one.review)}${one.reviewDue ? ' (due)' : ''}`,
  ])
  const blocks: Block[] = [
    ...(open.length === 0
      ? []
      : [
          heading('Open'),
          list(open.map((motion) => `${motion.subject.title} (${standing(motion)}): ${motion.worded.text}`)),
          actions(open.map(button)),
        ]),
    ...(entries.length === 0
      ? []
      : [
          heading('Register of decisions'),
          table('Register of decisions', ['Date', 'Group', 'Decision', 'Outcome', 'Review'], rows),
        ]),
    quiet('Say "decisions put" with the group, the closing date, the rule and the words to put another.'),
  ]
  const summary =
    waiting.length === 0
      ? 'Decisions'
      : `Decisions: ${waiting.length} ${waiting.length === 1 ? 'waits' : 'wait'} for your vote`
  return { summary, sensitivity: 'person', blocks }
}

/** What a meeting decided while it was not quorate is put to its voting seats, to be confirmed by button (10.2.13). */
export const confirmDecisions: Handler = (ctx) => {
  const matter = ctx.matter(ctx.intent.subject)
  if (isRefusal(matter)) return matter
  const standing = ctx.may('motion.put', matter.kind.about(matter.state))
  if (isRefusal(standing)) return standing
  if (matter.subject.kind !== 'meeting')
    return refuse('no-such-matter', 'That is not a meeting.', 'Say "meetings" for the list.')
  const meeting = matter.state as Meeting
  const closes = closingIn(ctx, CONFIRM_WITHIN_DAYS)
  if (isRefusal(closes)) return closes
  const put: Confirmation[] = []
  for (const { says, item, index } of unconfirmed(meeting)) {
    const unanimous = meeting.items.get(item)?.unanimous === true
    const id = beginMotion(
      ctx,
      standing,
      {
        text: `To confirm what was decided while the meeting was not quorate: ${says}`,
        group: meeting.group.id,
        rule: unanimous ? 'unanimous' : 'majority',
        closes,
        meeting: meeting.subject.id,
        item,
        confirms: index,
      },
      { opened: true },
    )
    if (isRefusal(id)) return id
    put.push({ decision: index, motion: id, outcome: 'put', closes })
  }
  if (put.length === 0)
    return refuse(
      'nothing-provisional',
      'Nothing decided at this meeting waits to be confirmed.',
      'Say "decisions" for the register.',
    )
  ctx.record(
    meeting.subject.id,
    standing,
    put.map((data) => ({ kind: 'confirmation', data })),
  )
  // Pressed on the meeting's card, the card itself says so; typed, words do.
  if (ctx.intent.pressed !== undefined) return faceOf(ctx, meeting.subject.id)
  return {
    kind: 'message',
    message: say(
      `${put.length} ${put.length === 1 ? 'decision has' : 'decisions have'} been put to ${meeting.group.title} to be confirmed.`,
    ),
  }
}

const CONFIRM_WITHIN_DAYS = 5

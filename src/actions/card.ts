/** The face of an action: what, whose, until when, how it stands, and the one tap that is asked for. */

import type { Limit, Owed } from '../chasing/owed.ts'
import {
  actions,
  type Block,
  type Button,
  type FactRow,
  facts,
  heading,
  type Message,
  notice,
  type Tone,
  text,
} from '../chat/words.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import type { Calling } from '../matter.ts'
import { agency } from '../partnership/partnership.ts'
import { type Action, isOverdue, nameIn, ownerOf, type Stage, stageOf } from './action.ts'
import { owedOf } from './owed.ts'

/** Draws an action for a viewer; without one, the read-only mirror. */
export function actionFace(action: Action, viewer: string | undefined): Message {
  return {
    summary: `${action.subject.title}: ${isOverdue(action) ? 'overdue' : sayStage(stageOf(action))}`,
    sensitivity: 'group',
    blocks: [
      heading(`${action.subject.title}, ${action.group.short}`),
      text(action.set.what),
      notice(toneOf(action), sayStanding(action)),
      facts(rowsOf(action)),
      ...buttonsFor(action, viewer),
    ],
  }
}

/** One owed thing of an action: the same card, with what is asked on top. */
export function actionTask(action: Action, key: string, { viewer, rung, late }: Calling): Message {
  const face = actionFace(action, viewer)
  const owed = owedOf(action).find((one) => one.key === key)
  const [title, ...rest] = face.blocks
  if (owed === undefined)
    return { ...face, blocks: [title as Block, notice('good', 'Nothing more is needed here.'), ...rest] }
  const by = owed.limit === undefined ? '' : ` By ${byWhen(owed.limit)}.`
  return {
    ...face,
    summary: `${action.subject.title}: action for you`,
    blocks: [
      title as Block,
      ...(late === undefined ? [] : [notice('warn', `This reminder is late: it was meant for ${late}.`)]),
      notice('warn', `${rung === undefined ? 'For you' : 'Reminder'}: ${asked(owed)}.${by}`),
      ...rest,
    ],
  }
}

/** The day and its sum; a day that was agreed is its own sum, and is said once. */
function byWhen({ because, limit }: Limit): string {
  const day = sayDate(limit)
  return because.startsWith(day) ? because : `${day}: ${because}`
}

/** "on track", "evidence accepted": a stage in a word or two. */
export function sayStage(stage: Stage): string {
  switch (stage) {
    case 'not-started':
      return 'not started'
    case 'on-track':
      return 'on track'
    case 'at-risk':
      return 'at risk'
    case 'done':
      return 'done, evidence not accepted yet'
    case 'evidence-accepted':
      return 'done, evidence accepted'
    case 'dropped':
      return 'dropped'
    default:
      return stage satisfies never
  }
}

/** Whether practice has changed, in words. */
export function sayChanged(changed: string): string {
  if (changed === 'yes') return 'Practice has changed'
  return changed === 'partly' ? 'Practice has partly changed' : 'Practice has not changed yet'
}

/** What is asked, without the action's own words, which stand below it on the card. */
function asked({ step, what }: Owed): string {
  return step === 'action' ? 'this action is yours to do' : (what.split(': ')[0] as string)
}

function sayStanding(action: Action): string {
  const stage = stageOf(action)
  if (stage === 'dropped') return `Dropped: ${action.dropped?.reason}`
  const last = action.updates.at(-1)
  const said = last === undefined ? '' : ` ${nameIn(action, last.by)} said so on ${sayMoment(last.at)}.`
  const word = sayStage(stage).charAt(0).toUpperCase() + sayStage(stage).slice(1)
  if (isOverdue(action)) return `Overdue: it was to be done by ${sayDate(action.set.due)}. ${word}.${said}`
  return `${word}.${stage === 'evidence-accepted' ? '' : said}`
}

function toneOf(action: Action): Tone {
  const stage = stageOf(action)
  if (stage === 'evidence-accepted') return 'good'
  if (isOverdue(action)) return 'bad'
  return stage === 'at-risk' ? 'warn' : 'neutral'
}

function rowsOf(action: Action): FactRow[] {
  const { set, evidence, returned, offered, accepted } = action
  const { name, short } = agency(action.partnership, action.agency)
  const owner = ownerOf(action)
  const row = (label: string, value: string, note?: string): FactRow => ({
    label,
    value,
    ...(note === undefined ? {} : { note }),
  })
  return [
    row(
      'Owner',
      owner?.name ?? `${nameIn(action, action.owner)} has left`,
      [short ?? name, ...(set.role === undefined ? [] : [set.role])].join(', '),
    ),
    row('By', sayDate(set.due)),
    row('Set by', action.group.title, `${nameIn(action, set.by)}, ${sayMoment(set.at)}`),
    ...(set.recommendation === undefined ? [] : [row('Recommended', set.recommendation)]),
    ...(set.impact === undefined ? [] : [row('What is to be better', set.impact)]),
    ...(set.measure === undefined ? [] : [row('How we will know', set.measure)]),
    ...(evidence === undefined
      ? []
      : [row('Evidence', evidence.reference, `${nameIn(action, evidence.by)}, ${sayMoment(evidence.at)}`)]),
    ...(accepted === undefined ? [] : [row('Accepted by', nameIn(action, accepted.by), sayMoment(accepted.at))]),
    ...(returned === undefined || accepted
      ? []
      : [row('Asked for more', returned.reason, `${nameIn(action, returned.by)}, ${sayMoment(returned.at)}`)]),
    ...action.assessed.map(({ after, changed, how, by, at }) =>
      row(`Impact after ${after}`, `${sayChanged(changed)}. ${how}`, `${nameIn(action, by)}, ${sayMoment(at)}`),
    ),
    ...(offered === undefined
      ? []
      : [
          row(
            'Hand-over',
            `${nameIn(action, offered.to)} has been asked`,
            'It stays with its owner until they say yes.',
          ),
        ]),
  ]
}

function buttonsFor(action: Action, viewer: string | undefined): Block[] {
  if (viewer === undefined) return []
  const buttons = owedOf(action)
    .filter(({ obligor }) => obligor.people.includes(viewer))
    .flatMap((owed) => owed.does.map((doing) => press(action, owed, doing)))
  return buttons.length === 0 ? [] : [actions(buttons)]
}

function press({ subject }: Action, owed: Owed, doing: Owed['does'][number]): Button {
  return {
    label: doing.label,
    verb: 'owed.do',
    subject: subject.id,
    version: subject.version,
    input: { owed: owed.key, round: String(owed.round), outcome: doing.outcome },
    ...(doing.style === undefined ? {} : { style: doing.style }),
  }
}

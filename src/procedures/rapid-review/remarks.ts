/** What the card of a case says besides its clocks: holds and their age, delays, corrections, links. States only. */
import { plusMonths } from '../../calendar/days.ts'
import { parseCount } from '../../calendar/rules.ts'
import type { Row } from '../../forms/form.ts'
import { isRefusal } from '../../kernel/result.ts'
import { dateOf, sayDate } from '../../kernel/time.ts'
import { holders, rule } from '../../partnership/partnership.ts'
import { answersOf, type Course, inStep, latest, limitFor, outcomesIn, outcomeUnder } from '../engine/course.ts'
import type { Remark } from '../engine/procedure.ts'
import { closures } from './closures.ts'
import { correctionRemarks } from './corrections.ts'
import { daysApart } from './dates.ts'
import { MILESTONES } from './forms/k-terms.ts'
import { isUndecided, isWithdrawalAsked } from './kind.ts'

export function remarks(course: Course): readonly Remark[] {
  return [
    ...links(course),
    ...correctionRemarks(course),
    ...conflict(course),
    ...dispute(course),
    ...withdrawal(course),
    ...hold(course),
    ...unheld(course),
    ...closures(course),
    ...silent(course),
    ...delay(course),
    ...milestone(course),
    ...kept(course),
    ...version(course),
  ]
}

function links({ about, marks }: Course): Remark[] {
  const linked = [about.linked, marks.linked].filter((one) => one !== undefined).join(' ')
  const words = linked === '' ? [] : [`Linked with ${linked.split(' ').join(', ')}.`]
  const area = marks.alsoArea === undefined ? [] : ['A second area is touched; the area of the incident leads.']
  return [...words, ...area].map((text) => ({ tone: 'neutral', text }))
}

const conflict = ({ marks }: Course): Remark[] =>
  marks.conflict === 'declared'
    ? [
        {
          tone: 'warn',
          text: 'The commissioner declared a conflict of interest; the case alternate decides, acting for the commissioner.',
        },
      ]
    : []

function dispute(course: Course): Remark[] {
  const refused = outcomesIn(course, 'ratify').includes('refused')
  return [
    ...(isUndecided(course)
      ? [
          {
            tone: 'warn',
            text: 'Whether to notify is not settled. The limit keeps running meanwhile: the duty is the local authority’s.',
          } as const,
        ]
      : []),
    ...(refused
      ? [{ tone: 'warn', text: 'A partner has refused to ratify. The decision stays in force.' } as const]
      : []),
  ]
}

function withdrawal(course: Course): Remark[] {
  if (isWithdrawalAsked(course))
    return [
      {
        tone: 'warn',
        text: 'The authority asks to withdraw. Until that is confirmed every clock runs.',
        forAgencies: true,
      },
    ]
  return course.marks.withdraw === 'yes'
    ? [
        {
          tone: 'warn',
          text: 'Agencies stop work on it. Return to the support team, or destroy, what you gathered for it; your own records stay yours.',
          forAgencies: true,
        },
      ]
    : []
}

function hold({ marks, events, calendar, at }: Course): Remark[] {
  if (events.held === undefined || (marks.hold !== 'hold' && marks.hold !== 'part')) return []
  const since = dateOf(events.held)
  const age = daysApart(calendar, since, dateOf(at))
  const what = marks.hold === 'hold' ? 'Nobody in the family may be told yet' : 'Some of the family may not be told yet'
  return [
    {
      tone: 'warn',
      text: `${what}: police or CPS, since ${sayDate(since)} (${age} working days). The review goes on.`,
      forAgencies: true,
    },
  ]
}

/** An agency without anybody in its contact's seat can be asked, and nobody hears of it. An action has an owner in the tracker. */
function unheld({ owed }: Course): Remark[] {
  const names = new Set(
    owed
      .filter(
        ({ obligor: { agency, people }, status, step, ahead }) =>
          status === 'open' && !ahead && step !== 'actions' && agency && people.length === 0,
      )
      .map(({ obligor }) => obligor.label),
  )
  return [...names].map((name) => ({
    tone: 'warn',
    text: `Nobody answers for ${name}: give its contact’s seat to somebody.`,
  }))
}

/** Whom nothing was heard from when the time was up: recorded, and no veto. Whoever stands behind them has been told, where there is somebody (10.2.20). */
function silent(course: Course): Remark[] {
  const { partnership, at } = course
  const silent = inStep(course, 'share').filter(({ status }) => status === 'gap')
  if (silent.length === 0) return []
  const term = partnership.profile.terms['partner-lead'] ?? 'lead representative'
  const whose = silent.filter(
    ({ obligor: { agency } }) => agency && holders(partnership, 'lead-representative', at, { agency }).length === 0,
  )
  const names = (all: typeof silent) => all.map(({ obligor }) => obligor.label).join(', ')
  return [
    { tone: 'warn', text: `Not acknowledged when the time was up: ${names(silent)}.` },
    ...(whose.length === 0
      ? []
      : [
          {
            tone: 'neutral' as const,
            text: `Nobody is named here as ${term} of ${names(whose)}: please tell them yourself.`,
            onlyFor: 'submit',
          },
        ]),
  ]
}

function delay(course: Course): Remark[] {
  const moved = limitFor(course, 'publish')?.moved
  if (course.marks.delay === 'approved' && moved) {
    const how = moved.reason.replace(/^a delay /, '')
    return [{ tone: 'good', text: `Delayed, approved: the six months ended on ${sayDate(moved.was)}. It was ${how}.` }]
  }
  if (course.marks.delay === 'proposed')
    return [{ tone: 'warn', text: 'A delay is recommended. Until it is approved the date stands.' }]
  return course.marks.delay === 'refused' ? [{ tone: 'neutral', text: 'The delay was refused. The date stands.' }] : []
}

/** The next milestone of the terms, for as long as the report is not in. */
function milestone(course: Course): Remark[] {
  const rows = answersOf(course, 'K').K8
  if (!Array.isArray(rows) || outcomeUnder(course, 'report-accepted') !== undefined) return []
  const today = dateOf(course.at)
  const [next] = (rows as readonly Row[])
    .filter(({ by }) => String(by) >= today)
    .toSorted((a, b) => String(a.by).localeCompare(String(b.by)))
  const says = next && MILESTONES[String(next.what) as keyof typeof MILESTONES]
  return next === undefined || says === undefined
    ? []
    : [{ tone: 'neutral', text: `Next milestone: ${says.toLowerCase()}, by ${sayDate(String(next.by))}.` }]
}

/** How long the national repository keeps the report, once it has it (19.28). */
function kept(course: Course): Remark[] {
  const { LL3 } = answersOf(course, 'L-live')
  const published = course.events.published
  const count = parseCount(rule(course.partnership, 'D-26-nspcc').count)
  if (typeof LL3 !== 'string' || LL3 === '' || published === undefined || isRefusal(count)) return []
  const until = plusMonths(dateOf(published), count.n)
  return [{ tone: 'neutral', text: `In the NSPCC repository until ${sayDate(until)}.` }]
}

/** Which text is meant, as long as it is worked on: what has been submitted no longer changes. */
function version(course: Course): Remark[] {
  const draft = latest(course, 'E')
  return draft === undefined || outcomeUnder(course, 'submit') !== undefined
    ? []
    : [{ tone: 'neutral', text: `The Rapid Review is at version ${draft.version}.` }]
}

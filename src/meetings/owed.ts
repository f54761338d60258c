/** What a meeting makes people owe: an answer, a paper, the agenda, a choice when it will not be quorate, actions and minutes afterwards. */
import type { Doing, Limit, Owed } from '../chasing/owed.ts'
import { oncePer } from '../kernel/remembering.ts'
import { dateOf, type Instant, londonInstant } from '../kernel/time.ts'
import { papersAwaited, proposals } from './agenda.ts'
import { limitOf } from './cycle.ts'
import { unconfirmed } from './decisions.ts'
import { errands, workBegins } from './errands.ts'
import { type Item, isDeciding, type Meeting, type Stamp } from './meeting.ts'
import { quorumOf } from './quorum.ts'
import { deputiesFor, seatLabel } from './replies.ts'
import { chair, support } from './who.ts'

/** Everything owed so far or still to come; what opens later says when in `openedAt`, and no clock of it rings before. */
export const owedOf: (meeting: Meeting) => readonly Owed[] = oncePer((meeting) => {
  if (meeting.cancelled) return []
  return [
    ...answersOwed(meeting),
    ...papersOwed(meeting),
    ...proposalsOwed(meeting),
    ...forecastOwed(meeting),
    ...errandsOwed(meeting),
    ...confirmationOwed(meeting),
  ]
})

/** The prefix of a key: `reply/slt-nhs/slt-member` is owed in `reply`. */
export function splitKey(key: string): readonly [step: string, of: string] {
  const slash = key.indexOf('/')
  return slash < 0 ? [key, ''] : [key.slice(0, slash), key.slice(slash + 1)]
}

type Part = Pick<Owed, 'key' | 'what' | 'obligor' | 'does' | 'itself'> & {
  readonly limit?: Limit | undefined
  readonly opens?: Instant
  readonly done?: Owed['closed'] | undefined
  /** The moment after which nobody needs it any more. */
  readonly until?: Instant
  readonly round?: number
  readonly silent?: true
}

function owed(
  meeting: Meeting,
  { key, what, obligor, does, itself, limit, opens, done, until, round = 1, silent }: Part,
): Owed {
  const over = until !== undefined && meeting.at >= until
  return {
    subject: meeting.subject.id,
    key,
    round,
    step: splitKey(key)[0],
    what,
    obligor,
    status: done ? 'done' : over ? 'gap' : 'open',
    openedAt: opens ?? meeting.called.at,
    ...(limit === undefined ? {} : { limit }),
    statutory: false,
    urgent: false,
    ...(silent === undefined ? {} : { silent }),
    does,
    ...(itself === undefined ? {} : { itself }),
    ...(done === undefined ? {} : { closed: done }),
  }
}

/** Every member but an observer owes an answer to every date. The invitation announces it, so no other card does. */
function answersOwed(meeting: Meeting): readonly Owed[] {
  if (!isDeciding(meeting)) return []
  const limit = limitOf(meeting, 'deputies')
  const opens = meeting.moves.at(-1)?.at ?? workBegins(meeting)
  return meeting.members
    .filter(({ observer }) => !observer)
    .map((member): Owed => {
      const given = meeting.replies.get(member.seat.id)
      return owed(meeting, {
        key: `reply/${member.seat.id}`,
        what: 'Say whether you are coming, or who comes for you',
        obligor: {
          id: member.seat.id,
          label: seatLabel(meeting, member),
          people: [member.person.id],
          ...(member.seat.agency === undefined ? {} : { agency: member.seat.agency }),
        },
        limit,
        round: meeting.round,
        opens,
        done: given && { at: given.at, by: given.by, outcome: given.answer },
        until: meeting.startsAt,
        silent: true,
        does: answersFor(meeting, member),
      })
    })
}

/** The three answers; a deputy by name, since only a registered one can come. */
export function answersFor(meeting: Meeting, member: Meeting['members'][number]): readonly Doing[] {
  const deputies = deputiesFor(meeting, member)
  return [
    { label: 'Attending', outcome: 'attending', style: 'primary' },
    { label: 'Apologies', outcome: 'apologies' },
    ...(deputies.length === 0
      ? [{ label: 'Send a deputy', outcome: 'deputy' }]
      : deputies.map(({ id, name }) => ({ label: `Send a deputy: ${name}`, outcome: `deputy:${id}` }))),
  ]
}

function papersOwed(meeting: Meeting): readonly Owed[] {
  return papersAwaited(meeting).map((item) =>
    owed(meeting, {
      key: `paper/${item.item}`,
      what: `Paper for "${item.confidential ? 'a confidential item' : item.title}"`,
      obligor: {
        id: item.item,
        label: meeting.partnership.people.get(item.owner)?.name ?? 'the owner',
        people: [item.owner],
      },
      limit: limitOf(meeting, 'papers-in'),
      opens: item.at,
      until: meeting.startsAt,
      // A paper is an address, not a press: it is added with words or on the desk.
      does: [],
    }),
  )
}

function proposalsOwed(meeting: Meeting): readonly Owed[] {
  return proposals(meeting).map((item) =>
    owed(meeting, {
      key: `proposal/${item.item}`,
      what: `Accept or decline a proposed item: "${item.title}"`,
      obligor: chair(meeting),
      limit: limitOfProposal(meeting, item),
      opens: item.at,
      until: meeting.startsAt,
      does: [
        { label: 'Accept', outcome: 'accept', style: 'primary' },
        { label: 'Decline', outcome: 'decline' },
      ],
    }),
  )
}

/** In time for its owner to write a paper; what came later, in time for the agenda. */
function limitOfProposal(meeting: Meeting, { at }: Item): Limit | undefined {
  const papers = limitOf(meeting, 'papers-in')
  return papers !== undefined && dateOf(at) < papers.limit ? papers : limitOf(meeting, 'papers-out')
}

/** Two days before, and only when it will not be quorate: the chair says what becomes of it (D-65, DOMAIN 4.1). */
function forecastOwed(meeting: Meeting): readonly Owed[] {
  const limit = limitOf(meeting, 'forecast')
  if (limit === undefined) return []
  const { choice } = meeting
  const quorate = quorumOf(meeting, { by: 'replies' }).met
  const until = quorate ? meeting.at : meeting.startsAt
  return [
    owed(meeting, {
      key: 'forecast',
      what: 'Decide what becomes of a meeting that will not be quorate',
      obligor: chair(meeting),
      limit,
      round: meeting.round,
      opens: londonInstant(`${limit.limit}T00:00`),
      done: choice && { at: choice.at, by: choice.by, outcome: choice.choice },
      until,
      silent: true,
      does: [
        {
          label: 'Go ahead',
          outcome: 'go',
          style: 'primary',
          confirm: 'The meeting goes ahead. What it decides while it is not quorate is provisional.',
        },
        { label: 'Go ahead without decisions', outcome: 'go-without-decisions' },
        {
          label: 'Move it',
          outcome: 'move',
          style: 'danger',
          confirm: 'The support team is asked to find another date.',
        },
      ],
    }),
  ]
}

/** What was decided without a quorum is put to the vote, or it never stands (10.2.13); its button is on the meeting's card. */
function confirmationOwed(meeting: Meeting): readonly Owed[] {
  const [first] = unconfirmed(meeting)
  if (first === undefined) return []
  return [
    owed(meeting, {
      key: CONFIRM,
      what: 'Put what was decided without a quorum to be confirmed',
      obligor: support(meeting),
      limit: limitOf(meeting, 'actions'),
      opens: meeting.at < meeting.endsAt ? meeting.endsAt : first.at,
      silent: true,
      does: [],
    }),
  ]
}

const CONFIRM = 'confirm'

function errandsOwed(meeting: Meeting): readonly Owed[] {
  return errands.flatMap((errand) => {
    const { key, what, label, step, mark, who, after, opens, until, own, ofTheDate, onlyIf } = errand
    const limit = limitOf(meeting, step)
    const before: Stamp | undefined = after && meeting.marks.get(after)
    if (limit === undefined || (after !== undefined && before === undefined) || onlyIf?.(meeting) === false) return []
    const stamp = meeting.marks.get(mark)
    return [
      owed(meeting, {
        key,
        what,
        obligor: who(meeting),
        limit,
        opens: before?.at ?? opens(meeting),
        done: stamp && { ...stamp, outcome: 'done' },
        ...(until === undefined ? {} : { until: until(meeting) }),
        ...(ofTheDate ? { round: meeting.round } : {}),
        // What opens with a step somebody has just taken is announced; what the calendar opens is not, or a year of dates would ring at once.
        ...(after === undefined ? { silent: true as const } : {}),
        ...(own ? { itself: { at: hourOf(meeting, limit), outcome: 'done' } } : {}),
        does: [{ label, outcome: 'done', style: 'primary' }],
      }),
    ]
  })
}

/** The hour at which Muster calls people, on the day of a limit. */
function hourOf({ partnership }: Meeting, { limit }: Limit) {
  return londonInstant(`${limit}T${partnership.profile.chase.hour}`)
}

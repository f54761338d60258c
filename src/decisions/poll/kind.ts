/** A poll about a date, told to the rest of the house as a matter: its card, and what people owe it. */
import { countWorkingDays } from '../../calendar/working-days.ts'
import type { Obligor, Owed } from '../../chasing/owed.ts'
import { actions, type Block, type Button, facts, heading, type Message, notice, table } from '../../chat/words.ts'
import { isRefusal } from '../../kernel/result.ts'
import { dateOf, sayMoment } from '../../kernel/time.ts'
import type { MatterKind, News } from '../../matter.ts'
import { seatsIn } from '../../meetings/meeting.ts'
import { seatLabel, standsInFor } from '../../meetings/replies.ts'
import { saySpan, sayStart } from '../../meetings/say.ts'
import { chairOf, group, holders } from '../../partnership/partnership.ts'
import { limitAt, limitOn } from '../limit.ts'
import { awaited, bestOf, isOpen, membersOf, type Poll, pollOf, prospectsOf, saidBy } from './poll.ts'

export const pollKind: MatterKind<Poll> = {
  kind: 'poll',
  see: 'meeting.see',
  state: pollOf,
  owed: (poll) => [...answersOwed(poll), ...choiceOwed(poll)],
  ended: ({ chosen }) => chosen !== undefined,
  about: ({ asked }) => ({ kind: 'poll', group: asked.group }),
  face,
  mayClose: () => 'meeting.reply',
  news,
}

function answersOwed(poll: Poll): readonly Owed[] {
  const { subject, asked, calendar, answers, meetings } = poll
  const limit = limitAt(calendar, asked.closes, { says: 'Answers close', how: 'as asked', since: asked.at })
  return membersOf(poll).map(({ seat, person }): Owed => {
    const given = answers.get(seat.id)
    return {
      subject: subject.id,
      key: `answer/${seat.id}`,
      round: 1,
      step: 'answer',
      what: 'Say on which dates you can meet',
      obligor: {
        id: seat.id,
        label: seatLabel(meetings[0] as Poll['meetings'][number], { seat }),
        people: [person.id],
        ...(seat.agency === undefined ? {} : { agency: seat.agency }),
      },
      status: given ? 'done' : isOpen(poll) ? 'open' : 'gap',
      openedAt: asked.at,
      ...(limit === undefined ? {} : { limit }),
      statutory: false,
      urgent: false,
      lapses: true,
      does: [],
      ...(given ? { closed: { at: given.at, by: given.by, outcome: 'answered' } } : {}),
    }
  })
}

/** Once everybody has answered, or time is up, the support team chooses. */
function choiceOwed(poll: Poll): readonly Owed[] {
  const { subject, asked, chosen, calendar } = poll
  if (chosen || (isOpen(poll) && awaited(poll).length > 0)) return []
  const next = countWorkingDays(calendar, dateOf(asked.closes), 1)
  const limit = isRefusal(next)
    ? undefined
    : limitOn(calendar, next.date, {
        says: 'The date is chosen',
        how: 'the working day after answers close',
        since: asked.at,
      })
  return [
    {
      subject: subject.id,
      key: 'choose',
      round: 1,
      step: 'choose',
      what: 'Choose the date, and so call the meeting',
      obligor: choosing(poll),
      status: 'open',
      openedAt: [...poll.answers.values()].at(-1)?.at ?? asked.closes,
      ...(limit === undefined ? {} : { limit }),
      statutory: false,
      urgent: false,
      does: [],
    },
  ]
}

function choosing({ partnership, at }: Poll): Obligor {
  return { label: 'the support team', people: holders(partnership, 'support', at).map(({ id }) => id) }
}

function face(poll: Poll, viewer: string | undefined): Message {
  const { subject, asked, chosen, partnership } = poll
  const { because, best } = bestOf(poll)
  const rows = prospectsOf(poll).map(({ slot, quorum, can }) => [
    saySpan(slot),
    quorum.met ? 'quorate' : `missing: ${quorum.missing.map(({ need }) => need).join(', ')}`,
    String(can),
  ])
  const waiting = awaited(poll).map(({ seat }) => seatLabel(poll.meetings[0] as Poll['meetings'][number], { seat }))
  return {
    summary: `${group(partnership, asked.group).short}: ${chosen ? 'the date is chosen' : 'when can you meet?'}`,
    sensitivity: 'group',
    blocks: [
      heading(subject.title),
      chosen
        ? notice('good', `Chosen: ${saySpan(asked.slots[chosen.slot] as (typeof asked.slots)[number])}.`)
        : notice(best.quorum.met ? 'good' : 'warn', because),
      table('Dates', ['Date', 'Quorum', 'Seats that can'], rows),
      facts([
        ['Answer by', sayMoment(asked.closes), 'The date is chosen by who must be there, not by how many can come.'],
        ...(waiting.length === 0 || chosen ? [] : [['Waiting for', waiting.join(', ')] as const]),
      ]),
      ...buttonsFor(poll, viewer, best.index),
    ],
  }
}

function buttonsFor(poll: Poll, viewer: string | undefined, best: number): Block[] {
  if (viewer === undefined || poll.chosen) return []
  const { subject, asked, meetings } = poll
  const [first] = meetings
  const asks =
    first !== undefined &&
    (seatsIn(first, viewer).some(({ observer }) => !observer) || standsInFor(first, viewer).length > 0)
  const can = saidBy(poll, viewer)?.can ?? []
  const button = (
    label: string,
    verb: string,
    input: Readonly<Record<string, string>>,
    style: Button['style'] = 'plain',
  ): Button => ({
    label,
    verb,
    subject: subject.id,
    version: subject.version,
    input,
    style,
  })
  const answers = asked.slots.map(({ starts }, index) => {
    const on = can.includes(index)
    const others = can.filter((one) => one !== index)
    const next = on ? others : [...others, index]
    return button(`${on ? 'I cannot after all' : 'I can'}: ${sayStart(starts)}`, 'poll.answer', { can: next.join(',') })
  })
  const calling = asked.slots.map(({ starts }, index) =>
    button(
      `Call it for ${sayStart(starts)}`,
      'poll.choose',
      { slot: String(index) },
      index === best ? 'primary' : 'plain',
    ),
  )
  const chooses = [...choosing(poll).people, ...chairs(poll)].includes(viewer)
  const buttons = [
    ...(asks && isOpen(poll) ? [...answers, button('None of these', 'poll.answer', { can: '' })] : []),
    ...(chooses ? calling : []),
  ]
  return buttons.length === 0 ? [] : [actions(buttons)]
}

/** The group's channel sees that it is asked; whoever was asked hears what was chosen with the meeting's own invitation. */
function news(before: Poll | undefined, after: Poll): News[] {
  return before === undefined ? [{ key: 'asked', people: [], groups: [after.asked.group], card: 'matter' }] : []
}

function chairs({ partnership, asked, at }: Poll): readonly string[] {
  const chair = chairOf(partnership, asked.group, at)
  return 'refused' in chair ? [] : [chair.person.id]
}

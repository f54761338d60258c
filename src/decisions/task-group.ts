/** A task and finish group that the partners have created (14.11): its purpose, its people, and its last day, on which its dissolution is proposed. */
import type { Owed } from '../chasing/owed.ts'
import { actions, facts, heading, type Message, notice, text } from '../chat/words.ts'
import { dateOf, type Instant, type LocalDate, londonInstant, sayDate, sayMoment } from '../kernel/time.ts'
import type { MatterKind, News, Setting } from '../matter.ts'
import { holders, personById } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'
import { limitOn } from './limit.ts'

export type Created = {
  readonly group: string
  readonly title: string
  readonly purpose: string
  readonly chair: string
  readonly members: readonly string[]
  readonly endsOn: LocalDate
}

export interface TaskGroup extends Setting {
  readonly subject: Subject
  readonly created: Created & { readonly at: Instant }
  readonly dissolved?: { readonly by: string; readonly at: Instant }
}

export const taskGroupKind: MatterKind<TaskGroup> = {
  kind: 'task-group',
  see: 'meeting.see',
  state: taskGroupOf,
  owed: owedOf,
  ended: ({ dissolved }) => dissolved !== undefined,
  about: ({ created: { group } }) => ({ kind: 'task-group', group }),
  face,
  mayClose: () => 'group.dissolve',
  news,
}

/** The subject under which a group's life is kept. */
export const taskGroupId = (group: string) => `group-${group}`

function taskGroupOf(subject: Subject, told: readonly Fact[], setting: Setting): TaskGroup {
  const [first, ...rest] = told
  if (first?.kind !== 'created') throw new Error(`${subject.id} does not begin with its creation`)
  const dissolved = rest.find(({ kind }) => kind === 'dissolved')
  return {
    ...setting,
    subject,
    created: { ...(first.data as Created), at: first.at },
    ...(dissolved === undefined ? {} : { dissolved: { by: dissolved.by, at: dissolved.at } }),
  }
}

/** From its last day on, whoever chairs and the support team owe the partners a proposal to dissolve it. */
function owedOf({ subject, created, dissolved, calendar, partnership, at }: TaskGroup): readonly Owed[] {
  if (dissolved) return []
  const limit = limitOn(calendar, created.endsOn, {
    says: 'The group ends',
    how: 'as the partners agreed',
    since: created.at,
  })
  const support = holders(partnership, 'support', at).map(({ id }) => id)
  return [
    {
      subject: subject.id,
      key: 'dissolve',
      round: 1,
      step: 'dissolve',
      what: 'Propose to dissolve the group, with its closure report',
      obligor: { label: 'the chair or the support team', people: [...new Set([created.chair, ...support])] },
      status: 'open',
      openedAt: londonInstant(`${created.endsOn}T00:00`),
      ...(limit === undefined ? {} : { limit }),
      statutory: false,
      urgent: false,
      silent: true,
      does: [],
    },
  ]
}

function face(group: TaskGroup, viewer: string | undefined): Message {
  const { subject, created, dissolved, partnership, at } = group
  const name = (id: string) => personById(partnership, id)?.name ?? id
  const over = dateOf(at) >= created.endsOn
  const mine = viewer !== undefined && owedOf(group).some(({ obligor }) => obligor.people.includes(viewer))
  return {
    summary: `${created.title}: ${dissolved ? 'dissolved' : over ? 'its last day has come' : 'at work'}`,
    sensitivity: 'group',
    blocks: [
      heading(created.title),
      text(created.purpose),
      ...(dissolved ? [notice('neutral', `Dissolved on ${sayMoment(dissolved.at)}.`)] : []),
      ...(over && !dissolved
        ? [notice('warn', 'Its last day has come: propose to the partners that it be dissolved.')]
        : []),
      facts([
        ['Chair', name(created.chair)],
        ['Members', created.members.map(name).join(', ')],
        ['Until', sayDate(created.endsOn)],
        ['Created', sayMoment(created.at)],
      ]),
      ...(over && mine
        ? [
            actions([
              {
                label: 'Propose dissolution',
                verb: 'group.dissolve',
                subject: subject.id,
                input: { group: created.group },
                style: 'primary' as const,
              },
            ]),
          ]
        : []),
    ],
  }
}

/** Its people hear that it exists, and that it does no longer. */
function news(before: TaskGroup | undefined, after: TaskGroup): News[] {
  const people = [...new Set([after.created.chair, ...after.created.members])]
  if (before === undefined) return [{ key: 'created', people, card: 'matter' }]
  return after.dissolved && before.dissolved === undefined ? [{ key: 'dissolved', people, card: 'matter' }] : []
}

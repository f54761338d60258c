/** What is news in a course, and to whom: the last column of DOMAIN 2.3, read off its procedure. */
import { type Owed, roundKey } from '../chasing/owed.ts'
import type { News } from '../matter.ts'
import { groupsAt, holders, leadsOf, type Person } from '../partnership/partnership.ts'
import { type Course, inStep, owedUnder } from './engine/course.ts'
import { moveKey } from './engine/decide.ts'
import { stepOf } from './engine/keys.ts'
import type { Who } from './engine/procedure.ts'

export function newsOfCourse(before: Course | undefined, after: Course): readonly News[] {
  if (before === undefined) return [...beginning(after), ...openings(undefined, after)]
  return [
    ...settledSteps(before, after),
    ...outcomes(before, after),
    ...openings(before, after),
    ...moves(before, after),
    ...lapsed(before, after),
  ]
}

/**
 * Those whom the arrangements say must know that it began get its card, which then stays fresh. Whoever is to hear of a step that its beginning has
 * settled already hears of it there, and not twice.
 */
function beginning(course: Course): News[] {
  const entrance = course.procedure.entrances[course.entrance]
  const settledAlready = Object.keys(course.procedure.steps).filter((name) => isDone(course, name))
  const whos = [
    ...(entrance?.tells ?? []),
    ...settledAlready.flatMap((name) => course.procedure.steps[name]?.tells ?? []),
  ]
  return whos.length === 0 ? [] : [told(course, 'began', whos)]
}

/** A step that has just been settled is news for those its procedure names, and may send up what is still open in another. */
function settledSteps(before: Course, after: Course): News[] {
  return Object.entries(after.procedure.steps).flatMap(([name, { tells, escalates, announces }]) => {
    if ((tells ?? escalates ?? announces) === undefined || !isDone(after, name)) return []
    const [first] = inStep(after, name)
    const doneBefore = inStep(before, name).some((one) => isSame(one, first) && one.status === 'done')
    if (doneBefore) return []
    return [
      ...(tells === undefined ? [] : [told(after, `${name}~${first?.round}`, tells, { news: name })]),
      ...(escalates === undefined ? [] : escalated(before, after, escalates, `${name}~${first?.round}`)),
      ...(announces === undefined ? [] : [announced(after, name, announces)]),
    ]
  })
}

/** One outcome of a step, each time it comes about, even where the step is then asked again. */
function outcomes(before: Course, after: Course): News[] {
  return after.past.slice(before.past.length).flatMap(({ owed, outcome }, n) => {
    const whos = after.procedure.steps[stepOf(owed)]?.tellsOn?.[outcome]
    if (whos === undefined) return []
    return [told(after, `${owed}+${before.past.length + n}`, whos, { news: stepOf(owed), said: outcome })]
  })
}

/** A step that has just opened, for those who do not owe it but must know: the next stage of a dispute. */
function openings(before: Course | undefined, after: Course): News[] {
  return Object.entries(after.procedure.steps).flatMap(([name, { heralds }]) => {
    const open = inStep(after, name).find(({ status }) => status === 'open')
    if (heralds === undefined || open === undefined) return []
    const openBefore = before && inStep(before, name).some((one) => isSame(one, open) && one.status === 'open')
    return openBefore ? [] : [told(after, `${name}~${open.round}/opened`, heralds)]
  })
}

function moves(before: Course, after: Course): News[] {
  return Object.entries(after.procedure.moves).flatMap(([id, { tells, escalates }]) => {
    const times = ({ submitted }: Course) => submitted.filter(({ owed }) => owed === moveKey(id)).length
    if (times(after) === times(before)) return []
    const key = `${moveKey(id)}~${times(after)}`
    return [
      ...(tells === undefined ? [] : [told(after, key, tells)]),
      ...(escalates === undefined ? [] : escalated(before, after, escalates, key)),
    ]
  })
}

function isDone(course: Course, step: string): boolean {
  const owed = inStep(course, step)
  return owed.length > 0 && owed.every((one) => one.status === 'done')
}

interface Round {
  readonly key: string
  readonly round: number
}
const isSame = (one: Round, other: Round | undefined) => one.key === other?.key && one.round === other.round

function told(course: Course, key: string, whos: readonly Who[], input?: Readonly<Record<string, string>>): News {
  const people = new Set(whos.flatMap((who) => who(course)).flatMap((obligor) => obligor.people))
  return {
    key: `told/${key}`,
    people: [...people],
    card: 'matter',
    ...(input === undefined ? {} : { input }),
    statutory: true,
  }
}

/** Each thing that was still open goes to the leads of its agency: its own card, never that of the case, which is not theirs to see (DOMAIN 6). */
function escalated(before: Course, after: Course, step: string, key: string): readonly News[] {
  return inStep(before, step)
    .filter(({ status }) => status === 'open')
    .map((owed) => {
      const { agency } = owedUnder(after, owed.key)?.obligor ?? owed.obligor
      return sentUp(
        `${key}/${owed.key}`,
        owed,
        agency === undefined ? [] : leadsOf(after.partnership, agency, after.at),
      )
    })
}

/** What nobody answered while there was time goes to whoever stands behind that agency (10.2.20). */
function lapsed(before: Course, after: Course): News[] {
  const wasOpen = (owed: Owed) => before.owed.some((one) => isSame(one, owed) && one.status === 'open')
  return after.owed
    .filter((owed) => owed.status === 'gap' && wasOpen(owed))
    .flatMap((owed) => {
      const gap = after.procedure.steps[owed.step]?.gap
      const { agency } = owed.obligor
      if (gap === undefined || !('goesUp' in gap) || gap.goesUp === undefined || agency === undefined) return []
      return [sentUp(roundKey(owed), owed, holders(after.partnership, gap.goesUp, after.at, { agency }))]
    })
}

function sentUp(key: string, owed: Owed, people: readonly Person[]): News {
  return {
    key: `escalated/${key}`,
    people: people.map(({ id }) => id),
    card: 'task',
    input: { owed: owed.key, rung: 'escalated' },
    statutory: true,
  }
}

/** Made known to everybody in the partnership: that it is out, and where; no code word (PR-14, PR-19). */
function announced(course: Course, name: string, kind: string): News {
  const groups = groupsAt(course.partnership, course.at).filter((one) => one.kind === kind)
  return {
    key: `announced/${name}`,
    people: [],
    groups: groups.map(({ id }) => id),
    card: 'matter',
    input: { view: 'public' },
  }
}

/** Members who go on with their work whatever becomes of the house: each deed is remembered, with what must stand in the file if it was taken. */
import { setTimeout as pause } from 'node:timers/promises'
import { elementsIn } from '../../../adapters/rehearsal/slack/kit/blocks.ts'
import { actionsOf } from '../../../adapters/rehearsal/teams/cards.ts'
import type { Tx } from '../../../src/ports.ts'
import { notificationForHackney, scoping } from '../../stories/main-job/answers.ts'
import type { Chance } from './chance.ts'
import type { Stage } from './stage.ts'

export interface Deed {
  readonly what: string
  /** The platform was told that it had been taken; a deed that was not may stand all the same. */
  readonly taken: boolean
  stands(tx: Tx): boolean
}

type Doing = () => Promise<Deed | undefined>

/** A button that does something at once: for the chase, or an answer to an invitation. */
interface Pressable {
  readonly what: string
  readonly verb: string
  readonly subject: string
  readonly input: Readonly<Record<string, string>>
  press(): Promise<boolean>
}

/** Days on which meetings are put, each once: Tuesdays to Thursdays of the months without bank holidays. */
const DAYS = ['2027-02', '2027-06', '2027-07', '2027-09', '2027-10', '2027-11']
  .flatMap((month) => Array.from({ length: 28 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`))
  .filter((day) => [2, 3, 4].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))
const GROUPS = ['slt', 'quality']

export function membersAt(stage: Stage, chance: Chance) {
  const deeds: Deed[] = []
  const days = chance.shuffled(DAYS)
  const pressed = new Set<string>()
  let reviews = 0

  const callMeeting: Doing = async () => {
    const day = days.pop()
    if (day === undefined) return undefined
    const group = chance.pick(GROUPS)
    const { outcome } = await stage.inSlack('bm').types('/meetings', `call ${group} ${day} 10:00`)
    return {
      what: `the ${group} is called for ${day}`,
      taken: outcome === 'acknowledged',
      stands: (tx) => tx.subjects.get(`${group}-${day}`) !== undefined,
    }
  }

  const startReview: Doing = async () => {
    const spa = stage.inSlack('spa')
    if (spa.modal()) await spa.hands.close(true)
    await spa.types('/rapid-review', 'start')
    await spa.fill(notificationForHackney)
    const taken = spa.modal() === undefined
    const many = taken ? ++reviews : reviews
    return { what: `review ${many} begins`, taken, stands: (tx) => tx.subjects.all('case').length >= many }
  }

  const scopeReview: Doing = async () => {
    const spa = stage.inSlack('spa')
    const card = spa.messages().findLast(({ blocks }) => JSON.stringify(blocks).includes('Scope and send requests'))
    if (card === undefined) return undefined
    if (spa.modal()) await spa.hands.close(true)
    await spa.pressOn(card, 'Scope and send requests')
    const subject = subjectOf(JSON.stringify(card.blocks))
    await spa.fill(scoping)
    const taken = spa.modal() === undefined
    return { what: `${subject} is scoped`, taken, stands: (tx) => isClosed(tx, subject, 'scope') }
  }

  const pressSomething: Doing = async () => {
    const person = chance.pick(stage.people)
    const all = chance.chance(0.5) ? inSlack(person.id) : inTeams(person.id)
    const one = chance.pickMaybe(all.filter(({ what }) => !pressed.has(what)))
    if (one === undefined) return undefined
    const { what, verb, subject, input } = one
    const taken = await one.press()
    if (taken) pressed.add(what)
    const stands =
      verb === 'owed.do' && !('answer' in input)
        ? (tx: Tx) => isClosed(tx, subject, input.owed ?? '')
        : (tx: Tx) => hasAnswered(tx, subject, person.id, input.answer ?? '')
    return { what, taken, stands }
  }

  function inSlack(id: string): readonly Pressable[] {
    const member = stage.people.find((one) => one.id === id)
    if (member?.slackId === undefined) return []
    const screen = stage.inSlack(id)
    return screen.messages().flatMap((message) =>
      elementsIn(message.blocks).flatMap(({ element, block }): Pressable[] => {
        if (element.type !== 'button' || element.value === undefined || element.action_id === undefined) return []
        const { v, s, i } = JSON.parse(element.value)
        if (!isAtOnce(v, s, i)) return []
        const aim = { action_id: element.action_id, ...(block.block_id ? { block_id: block.block_id } : {}) }
        const press = async () => (await screen.hands.click(message, aim)).outcome === 'acknowledged'
        return [{ what: `${id} ${s} ${JSON.stringify(i)}`, verb: v, subject: s, input: i ?? {}, press }]
      }),
    )
  }

  function inTeams(id: string): readonly Pressable[] {
    const member = stage.people.find((one) => one.id === id)
    if (member?.teamsId === undefined) return []
    const screen = stage.inTeams(id)
    return screen.messages().flatMap(({ card, message }) =>
      (card ? actionsOf(card) : []).flatMap((action, place): Pressable[] => {
        const { v, s, i } = (action.data ?? {}) as { v?: string; s?: string; i?: Record<string, string> }
        if (v === undefined || s === undefined || !isAtOnce(v, s, i)) return []
        const press = async () => (await screen.hands.press(message, place)).status === 200
        return [{ what: `${id} ${s} ${JSON.stringify(i)}`, verb: v, subject: s, input: i ?? {}, press }]
      }),
    )
  }

  return {
    deeds: deeds as readonly Deed[],
    callMeeting,
    startReview,
    scopeReview,
    pressSomething,

    /** They work until told to stop, and wait while nobody answers. */
    async work(goOn: () => boolean, up: () => Promise<void>): Promise<void> {
      const always = async (...doings: Doing[]) => {
        while (goOn()) {
          await up()
          const deed = await chance
            .pick(doings)()
            .catch(() => undefined)
          if (deed) deeds.push(deed)
          await pause(chance.below(60))
        }
      }
      await Promise.all([
        always(callMeeting),
        always(startReview, scopeReview),
        always(pressSomething),
        always(pressSomething),
      ])
    },
  }
}

/** Pressing it is enough, and nobody else has to be named. */
const isAtOnce = (verb: string, subject: string, { answer }: Readonly<Record<string, string>> = {}) =>
  (verb === 'owed.do' && subject.startsWith('rr-')) || (verb === 'meeting.reply' && answer !== 'deputy')

const subjectOf = (blocks: string) => /\\"s\\":\\"([^"\\]+)\\"/.exec(blocks)?.[1] ?? ''

function isClosed(tx: Tx, subject: string, owed: string): boolean {
  return tx.subjects
    .facts(subject)
    .some(({ kind, data }) => kind === 'closed' && (data as { owed?: string }).owed === owed)
}

function hasAnswered(tx: Tx, subject: string, by: string, answer: string): boolean {
  return tx.subjects
    .facts(subject)
    .some((fact) => fact.kind === 'replied' && fact.by === by && (fact.data as { answer?: string }).answer === answer)
}

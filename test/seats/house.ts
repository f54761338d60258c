/** The house of the stories, whose people, seats and groups follow what is recorded, as they do in a household. */
import { PARTNERSHIP } from '../../src/app/rules-of-the-day.ts'
import type { Reply } from '../../src/chat/intent.ts'
import type { Button } from '../../src/chat/words.ts'
import { partnershipOf, readSeatChange } from '../../src/partnership/partnership.ts'
import { demoProfile, demoRoster } from '../partnership/demo.ts'
import { aHouse, buttonsOf, wordsOf } from '../stories/house.ts'

const profile = demoProfile()
const roster = demoRoster(profile)

export function livingHouse(at: string) {
  const story = aHouse({ at })
  let known = 0
  let partnership = story.partnership
  Object.assign(story.house, {
    partnership: () => partnership,
    recheck: () => {
      const facts = story.store.read((tx) => (tx.subjects.get(PARTNERSHIP) ? tx.subjects.facts(PARTNERSHIP) : []))
      if (facts.length === known) return false
      known = facts.length
      partnership = partnershipOf(
        profile,
        roster,
        facts.flatMap((fact) => readSeatChange(fact) ?? []),
      )
      return true
    },
  })
  return { ...story, now: () => partnership }
}

export type LivingHouse = ReturnType<typeof livingHouse>

export function words(reply: Reply): string {
  if (reply.kind === 'refusal') return `${reply.refusal.sentence} ${reply.refusal.next}`
  return reply.kind === 'nothing' || reply.kind === 'form' ? reply.kind : wordsOf(reply.message)
}

/** The button of an answer that has just been given. */
export function buttonIn(reply: Reply, label: string): Button {
  const found =
    reply.kind === 'message' || reply.kind === 'card'
      ? buttonsOf(reply.message).find((one) => one.label === label)
      : undefined
  if (found === undefined) throw new Error(`there is no "${label}" in: ${words(reply)}`)
  return found
}

/**
 * Who may learn of a review, and what of it, as DOMAIN 6 and 8 have it: written down here once more, person by person, so that a slip in the authority table
 * is not its own witness.
 */
import { expect } from 'vitest'
import { personById, seatsOf } from '../../src/partnership/partnership.ts'
import type { Course } from '../../src/procedures/engine/course.ts'
import { AT_THE_DESK, type aReview, wordsOf } from './story.ts'

type Story = ReturnType<typeof aReview>

/** Always: those who run it, and the five partners, who are told of every case (19.8); Bo stands in for one of them. */
const ALWAYS = ['icsc', 'spa', 'coord', 'bm', 'slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-mps-dep', 'slt-clp']
/** Never: elected and lay members (12.1, 13.1). */
const NEVER = ['lead-h', 'lay-h']
/** Through their agency, once it has been asked. */
const CONTACTS: Readonly<Record<string, string>> = {
  hospital: 'homerton',
  housing: 'hackney-housing',
  hcvs: 'hcvs',
  'pol-dis': 'mps',
}

/** What an agency writes that nobody else may read before it is shared. */
export const writtenBy = (agency: string) => `Known to ${agency} alone`

export function mayLearnOf(course: Course, person: string): boolean {
  if (ALWAYS.includes(person)) return true
  if (NEVER.includes(person)) return false
  const said = (form: string) => course.submitted.findLast((one) => one.form === form)?.answers
  const asked = (said('C')?.C2 ?? said('C-contribute')?.CC3 ?? []) as readonly string[]
  const isReleased = course.closings.has('briefing')
  const holds = (role: string) => seatsOf(course.partnership, person, course.at).some((seat) => seat.role === role)
  if (holds('exec-member') && isReleased) return true
  if (person in CONTACTS) return asked.includes(CONTACTS[person] as string)
  if (person === 'lan-hac') return course.about.area === 'hackney' || asked.includes('hackney-council')
  if (person === 'lan-col') return course.marks.alsoArea === 'city' || asked.includes('city-corporation')
  if (person === 'qa-alt') return course.marks.conflict === 'declared'
  if (person === 'rev') return holds('reviewer') && said('K')?.K4 === 'rev'
  throw new Error(`DOMAIN says nothing of ${person}`)
}

/** Nobody is answered as if there were a case who may not learn of it, nobody has a letter about it, and no agency reads what another wrote. */
export function checkSight(story: Story, people: readonly string[]): void {
  const course = story.course()
  const { title } = course.subject
  for (const person of people) {
    const may = mayLearnOf(course, person)
    const reply = story.command('desk', person, `rapid-review ${title}`)
    expect(reply.kind, `${personById(course.partnership, person)?.name} asks`).toBe(may ? 'message' : 'refusal')
    const seen = story.say('desk', person, { verb: 'matter.see', subject: story.subject })
    expect(seen.kind, `${person} opens it`).toBe(may ? 'message' : 'refusal')
    if (reply.kind === 'refusal') expect(JSON.stringify(reply)).not.toContain('Hackney')
    if (NEVER.includes(person)) expect(story.reads(person)).toBe('')
    const words = seen.kind === 'message' ? wordsOf(seen.message) : ''
    for (const [other, agency] of Object.entries(CONTACTS)) {
      const readsReturns = ['icsc', 'spa', 'coord', 'bm'].includes(person) || person === other
      const isShared = course.owed.some(({ step }) => step === 'share')
      const mayRead =
        readsReturns || (ALWAYS.includes(person) && isShared) || (person === 'rev' && may) || person === 'qa-alt'
      if (!mayRead) expect(words, `${person} reads what ${agency} wrote`).not.toContain(writtenBy(agency))
    }
  }
  expect(story.inChat()).not.toContain(AT_THE_DESK)
  expect(story.inChat()).not.toContain('Known to ')
}

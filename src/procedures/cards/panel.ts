/** Those who are asked: how many have answered and what, whose answer is missing, and whose own agency is involved. */
import type { Owed } from '../../chasing/owed.ts'
import { type Block, notice, progress, quiet } from '../../chat/words.ts'
import { type Course, inStep } from '../engine/course.ts'
import { asksPartners, isOwnAgency, speaksForInvolved } from '../involved.ts'
import { tallyOf } from './outcome.ts'

/** A panel for each thing that several owe and some have still to do. What the course went on without is on the timeline. */
export function panels(course: Course): Block[] {
  const open = Object.keys(course.procedure.steps).filter((step) => {
    const owed = inStep(course, step)
    return owed.length > 1 && owed.some(({ status }) => status === 'open')
  })
  return [...open.flatMap((step) => panel(course, step)), ...marks(course, open)]
}

/** For a partner whose own agency is under review: they keep their view and their vote, and it is said where they cast it. */
export function ownAgencyNotice(course: Course, viewer: string | undefined): Block[] {
  return viewer !== undefined && !course.stage.ends && speaksForInvolved(course, viewer)
    ? [
        notice(
          'warn',
          'Your own agency is involved in this. You keep your view and your vote; you do not chair this item.',
        ),
      ]
    : []
}

function panel(course: Course, step: string): Block[] {
  const owed = inStep(course, step)
  const done = owed.filter(({ status }) => status === 'done')
  const missing = owed.filter(({ status }) => status !== 'done')
  const tally = tallyOf(course, done)
  const waiting = done.length === 0 ? 'all of them' : missing.map((one) => shortName(course, one)).join(', ')
  return [
    progress(course.procedure.steps[step]?.says ?? step, done.length, owed.length),
    quiet(`${tally === '' ? '' : `${tally}. `}Waiting for ${waiting}.`),
  ]
}

/** Said once, whichever of the panels it touches. */
function marks(course: Course, steps: readonly string[]): Block[] {
  const asked = steps.filter((step) => asksPartners(course, step)).flatMap((step) => inStep(course, step))
  const names = [...new Set(asked.filter((one) => isOwnAgency(course, one)).map((one) => shortName(course, one)))]
  return names.length === 0
    ? []
    : [notice('neutral', `Own agency involved: ${names.join(', ')}. Each keeps its view and its vote.`)]
}

/** "Met Police" where an agency is meant, and the whole words where it has changed or a role is meant. */
export function shortName({ partnership }: Course, { obligor: { id, label } }: Pick<Owed, 'obligor'>): string {
  const agency = partnership.profile.agencies[id ?? '']
  return agency?.name === label ? (agency.short ?? label) : label
}

/** A date is moved: what it moves besides is shown first; a statutory date takes a second person (DOMAIN 6, rule 3). */
import type { Course } from '../../engine/course.ts'
import { byButton, type Step, type Steps } from '../../engine/procedure.ts'
import { either, icscOrAlternate, spa } from '../../who.ts'
import { resent, resentMoves } from '../corrections.ts'
import { isStatutoryDate, movedFacts, movesBesides, proposedMove } from '../dates.ts'
import { anotherPersonThan } from '../needs.ts'

const another = anotherPersonThan('move/move-date')

export const movedDates: Steps = {
  'confirm-date': {
    ...confirming('moving', 'Confirm the moved date', 'Move these dates', 'Leave them'),
    needs: (course, how) =>
      isStatutoryDate(proposedMove(course)?.step) && how.outcome === 'moved' ? another(course, how) : undefined,
    leaves: (course, { outcome }) => (outcome === 'moved' ? movedFacts(course) : []),
    explains: movesBesides,
  },
  'confirm-sent': {
    ...confirming(
      'sent',
      'Confirm that it was notified later than was recorded',
      'It was sent then',
      'Leave it as recorded',
    ),
    needs: (course, how) => (how.outcome === 'moved' ? anotherPersonThan('move/sent')(course, how) : undefined),
    leaves: (course, { outcome }) => (outcome === 'moved' ? resent(course) : []),
    explains: resentMoves,
  },
}

/** Somebody has proposed it; the mark says so until it is confirmed or left. */
function confirming(mark: string, says: string, yes: string, no: string) {
  return {
    says,
    beside: 'dates',
    owes: either('The commissioner or the adviser', icscOrAlternate, spa),
    may: 'case.move-date',
    when: ({ marks }: Course) => marks[mark] === 'proposed',
    closes: byButton({ label: yes, outcome: 'moved', style: 'primary' }, { label: no, outcome: 'left' }),
    marks: { moved: [mark, 'done'], left: [mark, 'done'] },
  } satisfies Step
}

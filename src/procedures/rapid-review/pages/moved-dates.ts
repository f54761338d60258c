/** A date is moved: what it moves besides is shown first; a statutory date takes a second person (DOMAIN 6, rule 3). */
import { byButton, type Steps } from '../../engine/procedure.ts'
import { either, icscOrAlternate, spa } from '../../who.ts'
import { resent, resentMoves } from '../corrections.ts'
import { isStatutoryDate, movedFacts, movesBesides, proposedMove } from '../dates.ts'
import { anotherPersonThan } from '../needs.ts'

const another = anotherPersonThan('move/move-date')

export const movedDates: Steps = {
  'confirm-date': {
    says: 'Confirm the moved date',
    beside: 'dates',
    owes: either('The commissioner or the adviser', icscOrAlternate, spa),
    may: 'case.move-date',
    when: ({ marks }) => marks.moving === 'proposed',
    closes: byButton(
      { label: 'Move these dates', outcome: 'moved', style: 'primary' },
      { label: 'Leave them', outcome: 'left' },
    ),
    marks: { moved: ['moving', 'done'], left: ['moving', 'done'] },
    needs: (course, how) =>
      isStatutoryDate(proposedMove(course)?.step) && how.outcome === 'moved' ? another(course, how) : undefined,
    leaves: (course, { outcome }) => (outcome === 'moved' ? movedFacts(course) : []),
    explains: movesBesides,
  },
  'confirm-sent': {
    says: 'Confirm that it was notified later than was recorded',
    beside: 'dates',
    owes: either('The commissioner or the adviser', icscOrAlternate, spa),
    may: 'case.move-date',
    when: ({ marks }) => marks.sent === 'proposed',
    closes: byButton(
      { label: 'It was sent then', outcome: 'moved', style: 'primary' },
      { label: 'Leave it as recorded', outcome: 'left' },
    ),
    marks: { moved: ['sent', 'done'], left: ['sent', 'done'] },
    needs: (course, how) => (how.outcome === 'moved' ? anotherPersonThan('move/sent')(course, how) : undefined),
    leaves: (course, { outcome }) => (outcome === 'moved' ? resent(course) : []),
    explains: resentMoves,
  },
}

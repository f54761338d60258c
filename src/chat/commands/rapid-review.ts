/** The rapid review, and what leads to one. */
import type { Command } from './command.ts'

export const rapidReview: readonly Command[] = [
  {
    words: 'rapid-review',
    verb: 'rapid-review.status',
    takes: ['case?'],
    says: 'where each open review stands',
    example: 'rapid-review JUNIPER',
  },
  {
    words: 'rapid-review start',
    verb: 'rapid-review.start',
    says: 'record a notification and start the clocks',
    asks: 'rapid-review.notified',
  },
  { words: 'rapid-review raise', verb: 'case.raise', says: 'raise a case that may need a review' },
  {
    words: 'rapid-review contribute',
    verb: 'case.contribute',
    says: 'keep what another area asks of us for its review',
    asks: 'case.scope',
  },
  {
    words: 'rapid-review status',
    verb: 'rapid-review.status',
    takes: ['case?'],
    says: 'where a review stands, with every clock and its sum',
  },
  {
    words: 'rapid-review checklist',
    verb: 'rapid-review.checklist',
    takes: ['case?'],
    says: 'go on with the checklist, question by question',
    asks: 'case.draft',
  },
  {
    words: 'rapid-review timeliness',
    verb: 'rapid-review.timeliness',
    takes: ['audience?'],
    says: 'how reviews have kept their limits; with "published", small numbers are held back',
    example: 'rapid-review timeliness published',
  },
]

/** Motions, votes and the register of decisions. */
import type { Command } from './command.ts'

export const decisions: readonly Command[] = [
  { words: 'decisions', verb: 'motion.list', says: 'the decisions that wait for you, and the register' },
  {
    words: 'decisions put',
    verb: 'motion.put',
    takes: ['group', 'closes', 'rule', 'text…'],
    says: 'draft a motion; the rule is any, all, majority, unanimous, or for example 3-of-5',
    example: 'decisions put slt 2027-03-05 majority The risk register is reviewed every month',
  },
  {
    words: 'decisions object',
    verb: 'motion.object',
    takes: ['motion', 'reason…'],
    says: 'object to a motion in your own words',
    example: 'decisions object 3 The second sentence goes too far',
    asks: 'motion.vote',
  },
  {
    words: 'decisions see',
    verb: 'motion.see',
    takes: ['motion'],
    says: 'one decision, by its number',
    example: 'decisions see 3',
  },
  {
    words: 'decisions withdraw',
    verb: 'motion.withdraw',
    takes: ['motion', 'reason…'],
    says: 'withdraw a motion that has not been decided',
    asks: 'motion.put',
  },
  {
    words: 'decisions amend',
    verb: 'amendment.propose',
    says: 'propose an amendment, which every partner must agree to',
  },
  {
    words: 'decisions dispute',
    verb: 'dispute.open',
    says: 'open a dispute between organisations, which goes up stage by stage',
  },
]

/** The action tracker, and the section 11 audit. */
import type { Command } from './command.ts'

export const actions: readonly Command[] = [
  {
    words: 'actions',
    verb: 'action.list',
    takes: ['filter?'],
    says: 'the actions that are open; or mine, overdue, all, those of a group or an agency',
    example: 'actions overdue',
  },
  {
    words: 'actions add',
    verb: 'action.add',
    takes: ['who', 'due', 'what…'],
    says: 'set an action, in the channel of the group that sets it',
    example: 'actions add housing 2027-04-30 Send the list of temporary addresses to the panel',
  },
  {
    words: 'actions for',
    verb: 'action.add',
    takes: ['group', 'who', 'due', 'what…'],
    says: 'set an action of a group from anywhere',
    example: 'actions for slt housing 2027-04-30 Send the list of temporary addresses to the panel',
    asks: 'action.add',
  },
  {
    words: 'actions see',
    verb: 'action.see',
    takes: ['action'],
    says: 'one action, by its number',
    example: 'actions see 3',
  },
  {
    words: 'actions update',
    verb: 'action.update',
    takes: ['action', 'status'],
    says: 'say how an action stands: not-started, on-track, at-risk or done',
    example: 'actions update 3 at-risk',
  },
  {
    words: 'actions evidence',
    verb: 'action.evidence',
    takes: ['action', 'reference…'],
    says: 'say where the evidence is that it was done',
    example: 'actions evidence 3 Minutes of the housing board, item 4',
  },
  {
    words: 'actions hand',
    verb: 'action.hand-over',
    takes: ['action', 'to'],
    says: 'ask somebody to take an action over; it is yours until they say yes',
    example: 'actions hand 3 probation',
  },
  {
    words: 'actions drop',
    verb: 'action.drop',
    takes: ['action', 'reason…'],
    says: 'drop an action that is no longer wanted',
    asks: 'action.add',
  },
  { words: 'actions audit', verb: 'audit11.open', says: 'open the section 11 window, and ask each agency' },
]

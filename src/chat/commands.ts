/**
 * The words people type: the same after a Slack slash, a Teams mention and on the desk. A table, so `help` prints it and nothing is spelt twice.
 *
 * @example
 *   readCommand('rapid-review start')                       // { verb: 'rapid-review.start', input: {} }
 *   readCommand('meetings call slt 2027-02-25 14:00')       // { verb: 'meeting.call', input: { group: 'slt', date: …, time: … } }
 *   readCommand('rapid-reviw start')                        // a refusal that offers "rapid-review"
 */
import { type Result, refuse } from '../kernel/result.ts'

export interface Command {
  /** `rapid-review start`: the words that choose it; the shortest is the family's default. */
  readonly words: string
  readonly verb: string
  /** Named words that follow, in order; a trailing `?` makes one optional, `…` takes the rest, `?…` both. */
  readonly takes?: readonly string[]
  readonly says: string
  readonly example?: string
}

export const families = ['rapid-review', 'meetings', 'actions', 'decisions', 'muster'] as const

export const commands: readonly Command[] = [
  {
    words: 'rapid-review',
    verb: 'rapid-review.status',
    takes: ['case?'],
    says: 'where each open review stands',
    example: 'rapid-review JUNIPER',
  },
  { words: 'rapid-review start', verb: 'rapid-review.start', says: 'record a notification and start the clocks' },
  { words: 'rapid-review raise', verb: 'case.raise', says: 'raise a case that may need a review' },
  {
    words: 'rapid-review contribute',
    verb: 'case.contribute',
    says: 'keep what another area asks of us for its review',
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
  },
  {
    words: 'rapid-review timeliness',
    verb: 'rapid-review.timeliness',
    takes: ['audience?'],
    says: 'how reviews have kept their limits; with "published", small numbers are held back',
    example: 'rapid-review timeliness published',
  },
  { words: 'meetings', verb: 'meeting.list', takes: ['group?'], says: 'the next meetings' },
  {
    words: 'meetings call',
    verb: 'meeting.call',
    takes: ['group', 'date', 'time?'],
    says: 'put a meeting on a date and invite its members',
    example: 'meetings call slt 2027-02-25 14:00',
  },
  {
    words: 'meetings move',
    verb: 'meeting.move',
    takes: ['group', 'date', 'reason…'],
    says: 'move the next meeting of a group; everybody is asked again',
    example: 'meetings move slt 2027-03-04 the chair is away',
  },
  {
    words: 'meetings cancel',
    verb: 'meeting.cancel',
    takes: ['group', 'reason…'],
    says: 'cancel the next meeting of a group',
    example: 'meetings cancel executive no quorum in sight',
  },
  {
    words: 'meetings propose',
    verb: 'meeting.propose',
    takes: ['group', 'title…'],
    says: 'propose an item for the next agenda of a group; its chair decides',
    example: 'meetings propose slt Funding for next year',
  },
  {
    words: 'meetings ask',
    verb: 'meeting.ask',
    takes: ['group', 'who', 'title…'],
    says: 'put an item on the next agenda of a group and ask somebody for its paper',
    example: 'meetings ask slt slt-nhs Funding for next year',
  },
  {
    words: 'meetings paper',
    verb: 'meeting.send-paper',
    takes: ['group', 'item', 'url', 'title…'],
    says: 'send the address of a paper for an item of the next meeting',
    example: 'meetings paper slt 4 https://papers.example/funding Funding for next year',
  },
  {
    words: 'meetings decided',
    verb: 'meeting.decided',
    takes: ['group', 'item', 'says…'],
    says: 'write down what was decided on an item; begin with the time when it was not just now',
    example: 'meetings decided slt 5 15:10 The risk register is agreed',
  },
  {
    words: 'meetings agreed',
    verb: 'meeting.agreed',
    takes: ['group', 'item', 'who', 'due', 'says…'],
    says: 'write down what somebody has agreed to do',
    example: 'meetings agreed slt 5 slt-nhs 2027-04-30 Draft the plan for beds',
  },
  {
    words: 'meetings left',
    verb: 'meeting.left',
    takes: ['group', 'who', 'time?'],
    says: 'write down that somebody has left the meeting',
    example: 'meetings left slt slt-nhs 15:20',
  },
  {
    words: 'meetings defer',
    verb: 'meeting.not-reached',
    takes: ['group', 'item'],
    says: 'carry an item that was not reached over to the next meeting',
    example: 'meetings defer slt 8',
  },
  {
    words: 'meetings conflict',
    verb: 'meeting.step-aside',
    takes: ['group', 'item'],
    says: 'declare a conflict of interest, and step aside from an item',
    example: 'meetings conflict slt 8',
  },
  {
    words: 'meetings calendar',
    verb: 'meeting.calendar',
    says: 'a private address of your meetings, to subscribe to in your calendar',
  },
  {
    words: 'meetings watch',
    verb: 'meeting.watch',
    says: 'which groups will miss their yearly minimum',
  },
  {
    words: 'meetings year',
    verb: 'meeting.year',
    takes: ['year?'],
    says: 'a year at a glance: when each group met, when it will, and whether that is often enough',
    example: 'meetings year 2027',
  },
  {
    words: 'meetings attendance',
    verb: 'meeting.attended',
    takes: ['group?', 'year?'],
    says: 'which agencies were there, over a year, in one group or in all',
    example: 'meetings attendance slt 2027',
  },
  {
    words: 'meetings poll',
    verb: 'poll.ask',
    takes: ['group', 'dates…'],
    says: 'ask on which of some dates people can; the one on which everybody who must be there can is proposed',
    example: 'meetings poll slt 2027-03-03,2027-03-04T10:00',
  },
  {
    words: 'meetings plan',
    verb: 'meeting.plan',
    takes: ['year'],
    says: 'propose a year of dates for every group',
    example: 'meetings plan 2027',
  },
  {
    words: 'meetings plan move',
    verb: 'meeting.plan-move',
    takes: ['group', 'from', 'to', 'time?'],
    says: 'put one proposed date elsewhere before the year is confirmed',
    example: 'meetings plan move executive 2027-11-16 2027-11-23',
  },
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
  },
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
  },
  { words: 'actions audit', verb: 'audit11.open', says: 'open the section 11 window, and ask each agency' },
  {
    words: 'decisions amend',
    verb: 'amendment.propose',
    says: 'propose an amendment, which every partner must agree to',
  },
  { words: 'muster', verb: 'muster.help', says: 'what Muster can do' },
  { words: 'muster help', verb: 'muster.help', says: 'what Muster can do' },
  { words: 'muster owe', verb: 'owes.mine', says: 'everything you owe, in one place' },
  { words: 'muster desk', verb: 'desk.link', says: 'a personal link to your desk' },
  {
    words: 'muster link',
    verb: 'muster.link',
    takes: ['code?'],
    says: 'connect this account to you; with a code you were given, or make one for yourself',
  },
  {
    words: 'muster here',
    verb: 'muster.bind',
    takes: ['group'],
    says: 'make this channel the channel of a group',
    example: 'muster here slt',
  },
  {
    words: 'muster invite',
    verb: 'muster.invite',
    takes: ['person…'],
    says: 'make a link code for somebody whose account is not known yet',
    example: 'muster invite Dana Demosworth',
  },
  {
    words: 'muster incident',
    verb: 'incident.report',
    says: 'report a data incident; say what kind, never what was in it',
  },
  {
    words: 'muster record',
    verb: 'audit.see',
    takes: ['case'],
    says: 'who did what in a case, and when; everybody reads their own acts',
    example: 'muster record JUNIPER',
  },
  { words: 'muster retention', verb: 'retention.review', says: 'which records are due to be kept or deleted' },
  {
    words: 'muster hold',
    verb: 'retention.hold',
    takes: ['case', 'reason…'],
    says: 'put a record under a legal hold: nothing of it is deleted',
    example: 'muster hold JUNIPER inquest',
  },
  {
    words: 'muster lift',
    verb: 'retention.lift',
    takes: ['case', 'reason…'],
    says: 'lift a legal hold',
    example: 'muster lift JUNIPER inquest ended',
  },
  {
    words: 'muster seats',
    verb: 'seat.list',
    takes: ['group?'],
    says: 'who holds which seat, until when, with which deputy; and which are vacant',
    example: 'muster seats slt',
  },
  {
    words: 'muster seat give',
    verb: 'seat.give',
    takes: ['person', 'role', 'until', 'group?'],
    says: 'give somebody a seat until a day; some seats wait for a second person',
    example: 'muster seat give housing member 2029-04-01 quality',
  },
  {
    words: 'muster seat end',
    verb: 'seat.end',
    takes: ['seat'],
    says: 'end a seat now',
    example: 'muster seat end housing/member/quality',
  },
  {
    words: 'muster deputy',
    verb: 'deputy.register',
    takes: ['member', 'deputy', 'until', 'decides?'],
    says: 'register a deputy for somebody; "decides" when the deputy may also vote',
    example: 'muster deputy slt-clp pol-dis 2027-12-31 decides',
  },
  {
    words: 'muster people',
    verb: 'person.list',
    takes: ['person?…'],
    says: 'who belongs to the partnership; or one of them, to correct, give a link code, or say that they leave',
    example: 'muster people Gil Nullman',
  },
  {
    words: 'muster join',
    verb: 'person.join',
    says: 'add somebody: who they are, where they are reached, their seats',
  },
  {
    words: 'muster left',
    verb: 'person.left',
    takes: ['person…'],
    says: 'somebody has left: their seats, links and accounts are closed at once; then you can name who takes over',
    example: 'muster left Gil Nullman',
  },
  {
    words: 'muster rotate',
    verb: 'seat.rotate',
    takes: ['group', 'from?'],
    says: 'propose the next vice-chair, who says yes or passes it on',
    example: 'muster rotate slt 2027-06-24',
  },
  {
    words: 'muster group',
    verb: 'group.create',
    takes: ['group', 'until', 'chair', 'members', 'purpose…'],
    says: 'put a task and finish group to the partners',
    example:
      'muster group temporary-homes 2027-06-30 slt-nhs housing,elft Look at how families in temporary homes are seen',
  },
  {
    words: 'muster dissolve',
    verb: 'group.dissolve',
    takes: ['group', 'reason…'],
    says: 'put the dissolution of a group to the partners',
    example: 'muster dissolve temporary-homes Its report has been received',
  },
  { words: 'muster verify', verb: 'muster.verify', says: 'check that the record has not been altered' },
  {
    words: 'muster holiday',
    verb: 'muster.holiday',
    takes: ['date', 'name…'],
    says: 'add a one-off bank holiday; owners whose date moves are told',
    example: 'muster holiday 2027-01-04 National day of mourning',
  },
  { words: 'muster reload', verb: 'muster.reload', says: 'read the profile again after it has been changed' },
]

export interface ReadCommand {
  readonly verb: string
  readonly input: Readonly<Record<string, string>>
}

/** Reads a command. Refuses with the nearest words, or with what is missing and an example. */
export function readCommand(said: string): Result<ReadCommand> {
  const words = said.trim().replace(/^\//, '').split(/\s+/).filter(Boolean)
  if (words.length === 0) return { verb: 'muster.help', input: {} }
  const command = longestMatch(words.map((word) => word.toLowerCase())) ?? withoutItsName(words)
  if (command === undefined) return unknown(words[0] as string)
  return readArguments(command, words.slice(command.words.split(' ').length))
}

/** In a chat with Muster nobody says its name: "help", "owe" and "desk" are enough. Only where nothing follows them. */
function withoutItsName([word = '', ...more]: readonly string[]): Command | undefined {
  if (more.length > 0) return undefined
  return commands.find(({ words, takes }) => takes === undefined && words === `muster ${word.toLowerCase()}`)
}

function longestMatch(words: readonly string[]): Command | undefined {
  return [...commands]
    .sort((a, b) => b.words.length - a.words.length)
    .find((command) => command.words.split(' ').every((word, index) => words[index] === word))
}

function readArguments(command: Command, given: readonly string[]): Result<ReadCommand> {
  const input: Record<string, string> = {}
  let rest = [...given]
  for (const taken of command.takes ?? []) {
    const name = taken.replace(/[?…]+$/, '')
    const value = taken.endsWith('…') ? rest.join(' ') : (rest[0] ?? '')
    rest = taken.endsWith('…') ? [] : rest.slice(1)
    if (value === '' && !taken.includes('?')) {
      return refuse(
        'word-missing',
        `"${command.words}" needs to know: ${name}.`,
        `For example: ${command.example ?? `${command.words} ${name}`}`,
      )
    }
    if (value !== '') input[name] = value
  }
  if (rest.length > 0) {
    return refuse(
      'too-many-words',
      // Not said back: whoever writes more than a command may be writing about somebody (PR-3).
      `"${command.words}" takes fewer words than that.`,
      HOW_TO_LEARN,
    )
  }
  return { verb: command.verb, input }
}

const LONGEST_ECHO = 30
const HOW_TO_LEARN = 'Say "help" for everything that Muster understands.'

function unknown(word: string) {
  const near = [...families].sort((a, b) => distance(word, a) - distance(word, b))[0] as string
  return refuse(
    'unknown-command',
    word.length > LONGEST_ECHO
      ? 'That is not a command that Muster knows.'
      : `"${word}" is not a command that Muster knows.`,
    `Did you mean "${near}"? ${HOW_TO_LEARN}`,
  )
}

/** How many letters two words differ by (Levenshtein); enough to know "metings" from "muster". */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min((row[j + 1] as number) + 1, (next[j] as number) + 1, (row[j] as number) + (letter === other ? 0 : 1)),
      )
    }
    row = next
  }
  return row[b.length] as number
}

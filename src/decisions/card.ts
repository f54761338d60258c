/** The face of a motion: the words, the rule, how it stands and why, who has said what, and the buttons of those who may vote. */
import {
  actions,
  type Block,
  type Button,
  type FactRow,
  facts,
  heading,
  type Message,
  notice,
  progress,
  quiet,
  type Tone,
  table,
  text,
} from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import type { Calling } from '../matter.ts'
import { seatLabel } from '../meetings/replies.ts'
import type { Vote } from './facts.ts'
import { type Motion, nameIn, type Stage, stageOf, tallyOf } from './motion.ts'
import { resultOf, sayRule } from './result.ts'
import { seatToVote } from './vote.ts'

/** Reasons that go through chat as they are; in one's own words they are typed, and screened. */
export const objections: Readonly<Record<string, string>> = {
  substance: 'I do not agree with what it says',
  words: 'The words need to change',
  means: 'We do not have the means',
  elsewhere: 'It should be decided elsewhere',
  meeting: 'It needs to be talked about at a meeting',
}

/** Draws a motion for a viewer; without one, the read-only mirror. `input.object` shows the reasons to choose from. */
export function motionFace(
  motion: Motion,
  viewer: string | undefined,
  input: Readonly<Record<string, string>>,
): Message {
  const { outcome, because } = resultOf(motion)
  return {
    summary: `${motion.subject.title}: ${sayStage(outcome)}`,
    sensitivity: 'group',
    blocks: [
      heading(`${motion.group.title}: ${motion.subject.title}`),
      text(motion.worded.text),
      notice(toneOf(outcome), because),
      facts(rowsOf(motion, viewer)),
      ...votesBlock(motion),
      ...buttonsFor(motion, viewer, input.object !== undefined),
      ...meetingButton(motion, viewer),
    ],
  }
}

/** The way to the meeting it comes from. */
function meetingButton({ worded: { meeting } }: Motion, viewer: string | undefined): Block[] {
  if (meeting === undefined || viewer === undefined) return []
  return [actions([{ label: 'Open the meeting', verb: 'meeting.see', subject: meeting }])]
}

/** A vote that is owed: the same card, with what is asked on top. */
export function motionTask(motion: Motion, _: string, { viewer, rung, late }: Calling): Message {
  const face = motionFace(motion, viewer, {})
  if (stageOf(motion) !== 'open') return face
  const [title, ...rest] = face.blocks
  const owes = viewer !== undefined && votesFor(motion, viewer) && given(motion, viewer) === undefined
  const lead = `${rung === undefined ? 'For you' : 'Reminder'}: your vote is asked for by ${sayMoment(motion.worded.closes)}. Silence does not count as agreement.`
  return {
    ...face,
    summary: `${motion.subject.title}: ${owes ? 'your vote is asked for' : 'voting is open'}`,
    blocks: [
      title as Block,
      ...(late === undefined ? [] : [notice('warn', `This reminder is late: it was meant for ${late}.`)]),
      ...(owes ? [notice('warn', lead)] : []),
      ...rest,
    ],
  }
}

/** "carried", "not carried": a stage in a word or two. */
export function sayStage(stage: Stage): string {
  switch (stage) {
    case 'draft':
      return 'draft'
    case 'open':
      return 'voting is open'
    case 'carried':
      return 'carried'
    case 'not-carried':
      return 'not carried'
    case 'withdrawn':
      return 'withdrawn'
    case 'superseded':
      return 'superseded'
    default:
      return stage satisfies never
  }
}

export function sayVote(vote: Vote): string {
  switch (vote) {
    case 'agree':
      return 'Agrees'
    case 'object':
      return 'Objects'
    case 'abstain':
      return 'Abstains'
    case 'need-time':
      return 'Needs time'
    default:
      return vote satisfies never
  }
}

function toneOf(stage: Stage): Tone {
  if (stage === 'carried') return 'good'
  return stage === 'not-carried' ? 'bad' : stage === 'open' ? 'warn' : 'neutral'
}

function rowsOf(motion: Motion, viewer: string | undefined): FactRow[] {
  const { worded, opened, hash } = motion
  const mine = viewer === undefined ? undefined : given(motion, viewer)
  const row = (label: string, value: string, note?: string): FactRow => ({
    label,
    value,
    ...(note === undefined ? {} : { note }),
  })
  return [
    row('Rule', sayRule(motion), worded.secret ? 'Secret ballot: nobody is shown who voted how.' : undefined),
    row(opened ? 'Voting closes' : 'Voting would close', sayMoment(worded.closes), 'London time'),
    row('Put by', nameIn(motion, (opened ?? worded).by), sayMoment((opened ?? worded).at)),
    row(
      'Register',
      worded.public ? 'Public' : 'Private',
      worded.review && `To be reviewed on ${sayDate(worded.review)}`,
    ),
    ...(worded.confirms === undefined
      ? []
      : [row('Confirms', 'What a meeting decided while it was not quorate; carried, it stands.')]),
    row('Fingerprint of the words', hash.slice(0, 8)),
    ...(mine === undefined ? [] : [row('Your vote', sayVote(mine.vote), mine.reason)]),
  ]
}

function votesBlock(motion: Motion): Block[] {
  if (motion.opened === undefined) return []
  const { voters, silent, by } = tallyOf(motion)
  if (motion.worded.secret) {
    const counted =
      stageOf(motion) === 'open'
        ? []
        : [text(`${by.agree.length} agreed, ${by.object.length} objected, ${by.abstain.length} abstained.`)]
    return [progress('Answers', voters.length - silent.length, voters.length), ...counted]
  }
  const rows = voters.map((member) => {
    const vote = motion.votes.get(member.seat.id)
    const deputy =
      vote === undefined || vote.person === member.person.id ? '' : ` (${nameIn(motion, vote.person)}, deputising)`
    return [
      seatLabel(motion, member),
      `${member.person.name}${deputy}`,
      vote === undefined ? 'No answer yet' : sayVote(vote.vote),
      vote?.reason ?? '',
    ]
  })
  return [table('Votes', ['Seat', 'Member', 'Vote', 'Reason'], rows)]
}

function buttonsFor(motion: Motion, viewer: string | undefined, objecting: boolean): Block[] {
  if (viewer === undefined) return []
  const stage = stageOf(motion)
  const subject = motion.subject.id
  if (stage === 'draft' && motion.worded.by === viewer) {
    return [
      actions([
        {
          label: 'Open the vote',
          verb: 'motion.open',
          subject,
          input: { read: motion.hash },
          style: 'primary',
          confirm: {
            title: 'Open the vote?',
            text: 'Everybody who may vote is asked. From then on the words cannot be changed.',
            yes: 'Open the vote',
            no: 'Not yet',
          },
        },
        toggle(motion, 'secret', 'Make it a secret ballot', 'Make it an open vote'),
        toggle(motion, 'public', 'Put it in the public register', 'Keep it out of the public register'),
        withdrawing(subject),
      ]),
    ]
  }
  if (stage !== 'open' || !votesFor(motion, viewer)) return []
  if (objecting) {
    return [
      quiet('Why? Choose a reason, or say "decisions object" with the number of the decision and your own words.'),
      actions(Object.entries(objections).map(([reason, label]) => press(motion, label, 'object', { reason }))),
    ]
  }
  return [
    actions([
      press(motion, 'Agree', 'agree', {}, 'primary'),
      { label: 'Object', verb: 'motion.see', subject, input: { object: 'yes' }, style: 'danger' },
      press(motion, 'Abstain', 'abstain'),
      press(motion, 'I need time', 'need-time'),
    ]),
  ]
}

function press(
  { subject, hash }: Motion,
  label: string,
  vote: Vote,
  more: Readonly<Record<string, string>> = {},
  style: Button['style'] = 'plain',
): Button {
  return {
    label,
    verb: 'motion.vote',
    subject: subject.id,
    version: subject.version,
    input: { vote, read: hash, ...more },
    style,
  }
}

/** What can still be changed about a draft with a press. */
function toggle({ subject, worded }: Motion, key: 'secret' | 'public', on: string, off: string): Button {
  const is = worded[key] === true
  return { label: is ? off : on, verb: 'motion.put', subject: subject.id, input: { [key]: is ? 'no' : 'yes' } }
}

const withdrawing = (subject: string): Button => ({
  label: 'Withdraw',
  verb: 'motion.withdraw',
  subject,
  input: { reason: 'Not put to the vote' },
})

function votesFor(motion: Motion, viewer: string): boolean {
  return !isRefusal(seatToVote(motion, viewer))
}

function given(motion: Motion, viewer: string) {
  const member = seatToVote(motion, viewer)
  return isRefusal(member) ? undefined : motion.votes.get(member.seat.id)
}

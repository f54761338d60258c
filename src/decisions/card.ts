/** The face of a motion: the words, the rule, how it stands and why, who has said what, and the buttons of those who may vote. */
import {
  type Block,
  type FactRow,
  facts,
  heading,
  type Message,
  notice,
  progress,
  type Tone,
  table,
  text,
} from '../chat/words.ts'
import { sayDate, sayMoment } from '../kernel/time.ts'
import type { Calling } from '../matter.ts'
import { seatLabel } from '../meetings/replies.ts'
import { buttonsFor, given, hasAnswered, meetingButton, votesFor } from './card-buttons.ts'
import type { Vote } from './facts.ts'
import { type Motion, nameIn, reviewOn, type Stage, stageOf, tallyOf } from './motion.ts'
import { splitReview } from './owed.ts'
import { resultOf, sayRule } from './result.ts'
import { sayReview } from './review.ts'

/** What is kept of a secret ballot, in so many words: people who vote must be able to judge it. */
const SECRET =
  'Secret ballot: Muster keeps who has answered, and in the end how many said what. It does not keep who said what, nor reasons; so a ballot cannot be changed.'

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

/** A vote that is owed: the same card, with what is asked on top. */
export function motionTask(motion: Motion, owed: string, { viewer, rung, late }: Calling): Message {
  const face = motionFace(motion, viewer, {})
  const review = splitReview(owed)
  if (review !== undefined) return reviewTask(motion, face, review, late)
  if (stageOf(motion) !== 'open') return face
  const [title, ...rest] = face.blocks
  const owes = viewer !== undefined && votesFor(motion, viewer) && !hasAnswered(motion, viewer)
  const lead = `${rung === undefined ? 'For you' : 'Reminder'}: your vote is asked for by ${sayMoment(motion.worded.closes)}. Silence does not count as agreement.`
  return {
    ...face,
    summary: `${motion.subject.title}: ${owes ? 'your vote is asked for' : 'voting is open'}`,
    blocks: [title as Block, ...lateNotice(late), ...(owes ? [notice('warn', lead)] : []), ...rest],
  }
}

/** A decision whose day has come: the same card, with what is asked on top. */
function reviewTask(motion: Motion, face: Message, day: string, late: string | undefined): Message {
  if (reviewOn(motion) !== day) return face
  const [title, ...rest] = face.blocks
  const asked = `For you: look again at what was decided, by ${sayDate(day)}, as agreed then. If it no longer holds, put a motion that takes its place.`
  return {
    ...face,
    summary: `${motion.subject.title}: to be looked at again`,
    blocks: [title as Block, ...lateNotice(late), notice('warn', asked), ...rest],
  }
}

const lateNotice = (late: string | undefined): Block[] =>
  late === undefined ? [] : [notice('warn', `This reminder is late: it was meant for ${late}.`)]

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

function sayVote(vote: Vote): string {
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
  return stage === 'not-carried' ? 'bad' : 'neutral'
}

function rowsOf(motion: Motion, viewer: string | undefined): FactRow[] {
  const { worded, opened, hash } = motion
  const mine = viewer === undefined ? undefined : given(motion, viewer)
  const review = opened === undefined || stageOf(motion) === 'open' ? worded.review : reviewOn(motion)
  const row = (label: string, value: string, note?: string): FactRow => ({
    label,
    value,
    ...(note === undefined ? {} : { note }),
  })
  return [
    row('Rule', sayRule(motion), worded.secret ? SECRET : undefined),
    row(opened ? 'Voting closes' : 'Voting would close', sayMoment(worded.closes), 'London time'),
    row('Put by', nameIn(motion, (opened ?? worded).by), sayMoment((opened ?? worded).at)),
    row('Register', worded.public ? 'Public' : 'Private', review && `To be looked at again on ${sayDate(review)}`),
    ...motion.reviews.map((one) =>
      row('Looked at again', sayReview(one), `${nameIn(motion, one.by)}, ${sayMoment(one.at)}`),
    ),
    ...(worded.confirms === undefined
      ? []
      : [row('Confirms', 'What a meeting decided while it was not quorate; carried, it stands.')]),
    row('Fingerprint of the words', hash.slice(0, 8)),
    ...(mine === undefined ? [] : [row('Your vote', sayVote(mine.vote), mine.reason)]),
    ...(worded.secret && viewer !== undefined && hasAnswered(motion, viewer) ? [row('Your ballot', 'In the box')] : []),
  ]
}

const VOTE_COLUMNS = ['Seat', 'Member', 'Vote']

function votesBlock(motion: Motion): Block[] {
  if (motion.opened === undefined) return []
  const { voters, silent, counts } = tallyOf(motion)
  if (motion.worded.secret) {
    const counted =
      stageOf(motion) === 'open'
        ? []
        : [text(`${counts.agree} agreed, ${counts.object} objected, ${counts.abstain} abstained.`)]
    return [progress('Answers', voters.length - silent.length, voters.length), ...counted]
  }
  const unanswered = stageOf(motion) === 'open' ? 'No answer yet' : 'No answer'
  const rows = voters.map((member) => {
    const vote = motion.votes.get(member.seat.id)
    const deputy =
      vote === undefined || vote.person === member.person.id ? '' : ` (${nameIn(motion, vote.person)}, deputising)`
    return [
      seatLabel(motion, member),
      `${member.person.name}${deputy}`,
      vote === undefined ? unanswered : sayVote(vote.vote),
      vote?.reason ?? '',
    ]
  })
  const isReasoned = rows.some(([, , , reason]) => reason !== '')
  return [
    table(
      'Votes',
      isReasoned ? [...VOTE_COLUMNS, 'Reason'] : VOTE_COLUMNS,
      rows.map((row) => (isReasoned ? row : row.slice(0, -1))),
    ),
  ]
}

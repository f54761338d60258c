/** The buttons of a motion's card: the draft's, the vote's, the ballot's, the review's; and who they are for. */
import { actions, type Block, type Button, quiet } from '../chat/words.ts'
import { isRefusal } from '../kernel/result.ts'
import type { Vote } from './facts.ts'
import { type Motion, stageOf } from './motion.ts'
import { reviewOwed } from './owed.ts'
import { seatToVote } from './vote.ts'

/** Reasons that go through chat as they are; in one's own words they are typed, and screened. */
export const objections: Readonly<Record<string, string>> = {
  substance: 'I do not agree with what it says',
  words: 'The words need to change',
  means: 'We do not have the means',
  elsewhere: 'It should be decided elsewhere',
  meeting: 'It needs to be talked about at a meeting',
}

/** The buttons of a motion's card for one viewer; none on a mirror. `objecting` shows the reasons to choose from. */
export function buttonsFor(motion: Motion, viewer: string | undefined, objecting: boolean): Block[] {
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
  if (stage === 'carried') return reviewButtons(motion, viewer)
  if (stage !== 'open' || motion.at >= motion.worded.closes || !votesFor(motion, viewer)) return []
  if (motion.worded.secret) return ballotButtons(motion, viewer)
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

/** No reasons, no time asked for, no second ballot. */
function ballotButtons(motion: Motion, viewer: string): Block[] {
  if (hasAnswered(motion, viewer)) return []
  return [
    actions([
      press(motion, 'Agree', 'agree', {}, 'primary'),
      press(motion, 'Object', 'object', {}, 'danger'),
      press(motion, 'Abstain', 'abstain'),
    ]),
  ]
}

/** On its day, or shortly before, whoever looks at a decision again says what becomes of it. */
function reviewButtons(motion: Motion, viewer: string): Block[] {
  const due = reviewOwed(motion).filter(
    ({ openedAt, obligor }) => openedAt <= motion.at && obligor.people.includes(viewer),
  )
  const buttons = due.flatMap(({ key, does }) =>
    does.map(
      ({ label, outcome, style = 'plain' }): Button => ({
        label,
        verb: 'owed.do',
        subject: motion.subject.id,
        version: motion.subject.version,
        input: { owed: key, outcome },
        style,
      }),
    ),
  )
  return buttons.length === 0 ? [] : [actions(buttons)]
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

export function votesFor(motion: Motion, viewer: string): boolean {
  return !isRefusal(seatToVote(motion, viewer))
}

export function hasAnswered(motion: Motion, viewer: string): boolean {
  const member = seatToVote(motion, viewer)
  return !isRefusal(member) && motion.answered.has(member.seat.id)
}

export function given(motion: Motion, viewer: string) {
  const member = seatToVote(motion, viewer)
  return isRefusal(member) ? undefined : motion.votes.get(member.seat.id)
}

/** The way to the meeting it comes from. */
export function meetingButton({ worded: { meeting } }: Motion, viewer: string | undefined): Block[] {
  if (meeting === undefined || viewer === undefined) return []
  return [actions([{ label: 'Open the meeting', verb: 'meeting.see', subject: meeting }])]
}

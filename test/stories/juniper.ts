/**
 * JUNIPER, the review of DOMAIN 9.4, as a table of acts: when, by whom, what. Whoever wants to see the review as it stood on some day has it told until
 * then: the story's own test, the evidence pack, the pictures of the five dashboards, the bench.
 *
 * @example
 *   const juniper = tellJuniper()
 *   await juniper.until('2026-12-22T09:00')
 *   juniper.story.waitsFor('receipt')         // ['hackney-schools', 'hackney-housing']
 */
import {
  clear,
  decides,
  drafted,
  heldQuorate,
  letterSent,
  notified,
  raised,
  returned,
  scoped,
  told,
} from '../procedures/answers.ts'
import { aReview, done } from '../procedures/story.ts'

type Story = ReturnType<typeof aReview>

/** The members of the SLT, and the partner each speaks for. */
export const FIVE = {
  'slt-hac': 'hackney-council',
  'slt-col': 'city-corporation',
  'slt-nhs': 'nhs',
  'slt-mps': 'mps',
  'slt-clp': 'city-police',
} as const

/** The seven of nine agencies that answer in time, and who answers for them. */
const IN_TIME = {
  'hackney-council': 'lan-hac',
  mps: 'pol-dis',
  homerton: 'hospital',
  elft: 'elft',
  probation: 'probation',
  hcvs: 'hcvs',
  cafcass: 'cafcass',
} as const

/** What the NHS has to say about version 2. */
export const THE_POINT = 'The date of the visit is not the one in our own notes'

/** The moments at which DOMAIN 9.4 wants to see the dashboard. */
export const DASHBOARDS = [
  '2026-12-22T09:00',
  '2027-01-11T14:00',
  '2027-02-04T16:00',
  '2027-06-24T15:00',
  '2027-11-23T09:00',
] as const

interface Act {
  readonly at: string
  does(story: Story): void
}

/** JUNIPER from its first day; nothing has happened yet. */
export function tellJuniper() {
  const story = aReview({ at: '2026-12-11T15:30', codeWord: 'JUNIPER' })
  let next = 0
  return {
    story,
    /** Tells everything up to and including a London date and time. Throws when somebody is refused. */
    async until(local: string): Promise<void> {
      for (let act = ACTS[next]; act !== undefined && act.at <= local; act = ACTS[next]) {
        next += 1
        await story.until(act.at)
        act.does(story)
      }
      await story.until(local)
    },
  }
}

/** Where each of them is: two in Slack, three in Teams. */
const SLT = Object.keys(FIVE) as readonly (keyof typeof FIVE)[]
const isInTeams = (story: Story, person: string) => story.partnership.people.get(person)?.reach[0] === 'teams'
const home = (story: Story, person: string) => (isInTeams(story, person) ? 'teams' : 'slack')

/** Each presses the button on the card they were sent, where they are. */
const each = (story: Story, label: string, title: string, who: readonly string[] = SLT) => {
  for (const person of who) done(story.press(home(story, person), person, label, title))
}

/** The same after more than two weeks: each opens the case anew, since the card they were sent has grown too old to decide by. */
const eachOnTheCase = (story: Story, label: string, who: readonly string[]) => {
  for (const person of who) done(story.opensAndPresses(home(story, person), person, label))
}

/** Police and CPS are asked again every twenty working days: nothing has changed. */
const askAgain: Act['does'] = (s) => done(s.chats('teams', 'pol-dis', 'hold-review', { JH1: 'part' }))

/** What a check of the impact says of the two actions. */
const impact = (first: string, second: string, how: string) =>
  [first, second].map((changed, n) => ({ row: `action-2027-${n + 1}`, changed, how }))

/** The acts in order. What somebody does within the same minute as another stands on a line of its own only where the story stops between them. */
const ACTS: readonly Act[] = [
  // 2026: raised, notified, scoped, answered
  {
    at: '2026-12-11T15:30',
    does: (s) =>
      done(
        s.begins(
          'hospital',
          'rapid-review raise',
          { ...raised, A8: '2026-12-11T14:00', A13b: [{ age: 'under-1' }] },
          'teams',
        ),
      ),
  },
  { at: '2026-12-14T09:30', does: (s) => done(s.chats('slack', 'coord', 'acknowledge')) },
  {
    at: '2026-12-14T11:00',
    does: (s) => {
      for (const who of ['slt-hac', 'slt-nhs', 'slt-mps'] as const)
        done(s.begunIn(home(s, who), who, `views/${FIVE[who]}`, { AV1: 'notify' }))
    },
  },
  {
    at: '2026-12-14T14:00',
    does: (s) =>
      done(s.chats('teams', 'spa', 'discuss', { AT1: '2026-12-14T14:00', AT2: '2026-12-11T16:50', AT3: 'notify' })),
  },
  {
    at: '2026-12-14T15:00',
    does: (s) => done(s.press('slack', 'coord', 'They have been told', 'Tell whoever raised it')),
  },
  {
    at: '2026-12-17T17:05',
    does: (s) =>
      done(s.chats('slack', 'lan-hac', 'notify', { ...notified, ...told('2026-12-17T17:05', 'city-police') })),
  },
  { at: '2026-12-18T09:10', does: (s) => done(s.chats('slack', 'lan-hac', 'tell', told('2026-12-18T09:10'))) },
  { at: '2026-12-18T09:30', does: (s) => done(s.chats('teams', 'spa', 'safety', { CS1: 'yes' })) },
  { at: '2026-12-18T12:00', does: (s) => done(s.chats('slack', 'spa', 'scope', scoped)) },
  {
    at: '2026-12-18T16:00',
    does: (s) => {
      for (const person of Object.values(IN_TIME)) {
        const platform = s.partnership.people.get(person)?.reach[0] === 'teams' ? 'teams' : 'slack'
        done(s.press(platform, person, 'Received: we were involved', 'Confirm the request has arrived'))
      }
    },
  },
  {
    at: '2026-12-18T16:30',
    does: (s) => done(s.chats('slack', 'coord', 'out-of-term/hackney-schools', { CL1: 'nobody' })),
  },
  { at: '2026-12-24T11:00', does: (s) => done(s.press('slack', 'coord', 'Progress checked', 'Progress check')) },
  {
    at: '2026-12-30T15:00',
    does: (s) => {
      for (const [agency, who] of Object.entries(IN_TIME))
        done(s.begunIn(home(s, who), who, `returns/${agency}`, returned))
    },
  },
  {
    at: '2026-12-31T17:05',
    does: (s) => done(s.moves('spa', 'extend', { CE1: 'hackney-housing', CE2: '2027-01-04' }, 'teams')),
  },
  // January 2027: the meeting, three versions, the Panel, the family
  { at: '2027-01-04T12:00', does: (s) => done(s.begunIn('teams', 'housing', 'returns/hackney-housing', returned)) },
  { at: '2027-01-05T08:55', does: (s) => done(s.begunIn('slack', 'schools-h', 'returns/hackney-schools', returned)) },
  {
    at: '2027-01-05T12:00',
    does: (s) => done(s.chats('slack', 'spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' })),
  },
  { at: '2027-01-06T15:20', does: (s) => done(s.begunIn('teams', 'spa', 'draft', drafted)) },
  { at: '2027-01-07T09:30', does: (s) => done(s.begunIn('teams', 'icsc', 'agree', { F6: 'none', F0: 'yes' })) },
  { at: '2027-01-07T15:00', does: (s) => done(s.answers('spa', 'draft', { 'E5.2': 'Said more plainly' })) },
  { at: '2027-01-07T16:20', does: (s) => done(s.begunIn('slack', 'icsc', 'agree', decides('no-review'))) },
  {
    at: '2027-01-08T09:00',
    does: (s) => done(s.press('slack', 'spa', 'Share with the partners', 'Share the agreed review')),
  },
  { at: '2027-01-08T10:00', does: (s) => done(s.press('slack', 'slt-hac', 'Acknowledge', 'Read the Rapid Review')) },
  {
    at: '2027-01-08T11:00',
    does: (s) =>
      done(
        s.begunIn(
          'teams',
          'slt-nhs',
          'share/nhs',
          { G2: 'point', G3: 'fact', G3t: THE_POINT },
          { form: 'G', outcome: 'point' },
        ),
      ),
  },
  {
    at: '2027-01-11T10:30',
    does: (s) => done(s.answers('spa', 'draft', { 'E2.2': 'The fact, corrected' }, { form: 'E' })),
  },
  { at: '2027-01-11T11:05', does: (s) => done(s.chats('teams', 'icsc', 'agree', decides('no-review'))) },
  {
    at: '2027-01-11T11:10',
    does: (s) => done(s.press('slack', 'spa', 'Share with the partners', 'Share the agreed review')),
  },
  {
    at: '2027-01-11T13:00',
    does: (s) => each(s, 'Acknowledge', 'Read the Rapid Review', ['slt-hac', 'slt-col', 'slt-nhs', 'slt-clp']),
  },
  { at: '2027-01-11T15:00', does: (s) => done(s.presses('slt-mps-dep', 'share/mps', 'acknowledged', 'teams')) },
  { at: '2027-01-11T15:41', does: (s) => done(s.chats('teams', 'spa', 'submit', { H1: '2027-01-11T15:40' })) },
  { at: '2027-01-13T11:00', does: (s) => done(s.chats('teams', 'pol-dis', 'advice', { JH1: 'part' })) },
  {
    at: '2027-01-13T14:00',
    does: (s) => done(s.press('slack', 'spa', 'Approve the letter', 'Approve the letter to the family')),
  },
  { at: '2027-01-15T14:00', does: (s) => done(s.chats('slack', 'coord', 'letter', letterSent)) },
  {
    at: '2027-01-18T15:00',
    does: (s) => done(s.press('slack', 'coord', 'They were told in person', 'Have the family told in person')),
  },
  {
    at: '2027-01-19T10:00',
    does: (s) =>
      done(s.chats('slack', 'spa', 'briefing', { LB1: 'No. 61', LB2: ['tusk'], LB3: ['homerton', 'hackney-housing'] })),
  },
  {
    at: '2027-01-19T12:00',
    does: (s) => done(s.press('teams', 'hospital', 'I have briefed my team', 'Brief your team')),
  },
  { at: '2027-01-20T10:00', does: (s) => each(s, 'Ratify', 'Ratify the commissioner’s decision') },
  {
    at: '2027-01-22T10:00',
    does: (s) => done(s.press('teams', 'housing', 'I have briefed my team', 'Brief your team')),
  },
  // February: the Panel disagrees, and the decision is changed
  { at: '2027-02-04T15:00', does: (s) => done(s.begunIn('slack', 'spa', 'panel', { I2: 'disagrees', I4: 'yes' })) },
  {
    at: '2027-02-04T15:30',
    does: (s) => done(s.press('slack', 'spa', 'Circulated to the partners', 'Report the Panel’s response')),
  },
  {
    at: '2027-02-10T10:00',
    does: (s) => done(s.begunIn('teams', 'icsc', 'reconvene', { IA1: '2027-02-10T09:00', IA2: 'commission' })),
  },
  { at: '2027-02-12T10:00', does: (s) => done(s.chats('teams', 'pol-dis', 'advice', { JH1: 'part' })) },
  {
    at: '2027-02-12T11:00',
    does: (s) => done(s.press('slack', 'spa', 'Approve the letter', 'Approve the letter to the family')),
  },
  {
    at: '2027-02-16T10:00',
    does: (s) => done(s.chats('slack', 'coord', 'letter', { ...letterSent, J3: 'changed', J3t: '2027-02-16' })),
  },
  {
    at: '2027-02-17T10:00',
    does: (s) => done(s.press('slack', 'coord', 'They were told in person', 'Have the family told in person')),
  },
  { at: '2027-02-19T10:00', does: (s) => each(s, 'Ratify', 'Ratify the commissioner’s decision') },
  // The practice review, and its delay
  { at: '2027-02-23T15:00', does: (s) => done(s.begunIn('slack', 'icsc', 'terms', { K4: 'rev' })) },
  { at: '2027-03-08T10:00', does: (s) => done(s.chats('teams', 'spa', 'reviewer')) },
  { at: '2027-03-10T10:00', does: (s) => done(s.chats('slack', 'spa', 'monitor')) },
  { at: '2027-03-12T09:30', does: askAgain },
  { at: '2027-04-09T10:00', does: (s) => done(s.chats('teams', 'icsc', 'monitor')) },
  { at: '2027-04-13T09:30', does: askAgain },
  {
    at: '2027-05-05T10:00',
    does: (s) =>
      done(
        s.moves('pol-dis', 'proceedings', { JP1: ['charge', 'trial'], JP2: '2027-04-20', JP3: '2027-10-04' }, 'teams'),
      ),
  },
  { at: '2027-05-10T10:00', does: (s) => done(s.chats('slack', 'icsc', 'monitor')) },
  { at: '2027-05-12T09:30', does: askAgain },
  {
    at: '2027-06-01T10:00',
    does: (s) => done(s.moves('icsc', 'delay', { KD1: 'prosecution', KD2: '2027-12-02', KD3: 'yes' }, 'slack')),
  },
  { at: '2027-06-09T09:30', does: askAgain },
  { at: '2027-06-10T10:00', does: (s) => done(s.chats('teams', 'icsc', 'monitor')) },
  {
    at: '2027-06-24T14:00',
    does: (s) => eachOnTheCase(s, 'Approve the delay', ['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps']),
  },
  { at: '2027-06-24T15:30', does: (s) => eachOnTheCase(s, 'Approve the delay', ['slt-clp']) },
  { at: '2027-06-28T10:00', does: (s) => done(s.chats('teams', 'spa', 'delay-told')) },
  // Publication
  { at: '2027-07-07T09:30', does: askAgain },
  { at: '2027-08-05T09:30', does: askAgain },
  { at: '2027-09-03T09:30', does: askAgain },
  { at: '2027-10-01T09:30', does: askAgain },
  { at: '2027-10-14T15:00', does: (s) => done(s.chats('slack', 'spa', 'report-accepted', { KR3: 'yes' })) },
  { at: '2027-10-27T10:00', does: (s) => done(s.chats('teams', 'pol-dis', 'hold-review', clear)) },
  { at: '2027-10-28T10:00', does: (s) => done(s.press('slack', 'spa', 'Nobody can be identified', 'first person')) },
  { at: '2027-10-28T11:00', does: (s) => done(s.press('slack', 'bm', 'Nobody can be identified', 'second person')) },
  { at: '2027-11-01T10:00', does: (s) => done(s.chats('slack', 'icsc', 'publication', { L1: 'full' })) },
  { at: '2027-11-11T10:00', does: (s) => each(s, 'Ratify', 'Ratify the decision about publication') },
  {
    at: '2027-11-16T10:00',
    does: (s) => done(s.press('slack', 'spa', 'They have seen it', 'Show the report to the family')),
  },
  { at: '2027-11-16T11:00', does: (s) => done(s.chats('slack', 'spa', 'publication-date', { LD1: '2027-12-02' })) },
  { at: '2027-11-22T10:00', does: (s) => done(s.chats('teams', 'spa', 'advance')) },
  { at: '2027-12-02T10:00', does: (s) => done(s.chats('slack', 'bm', 'publish', { LL3: '2027-12-02T09:30' })) },
  { at: '2027-12-07T10:00', does: (s) => done(s.chats('teams', 'spa', 'briefing-published', { LB3: ['homerton'] })) },
  {
    at: '2027-12-07T11:00',
    does: (s) =>
      done(
        s.chats('slack', 'spa', 'plan', {
          MP2: 'yes',
          MP3: [
            {
              recommendation: 'Ask who lives in the home',
              action: 'Ask at every first visit, and audit it twice',
              better: 'Babies are seen together with everybody who cares for them',
              agency: 'homerton',
              owner: 'named doctor',
              by: '2028-03-01',
              measure: 'Two audits of forty notes',
            },
            {
              recommendation: 'Tell the health visitor of a move',
              action: 'Send the weekly list of moves',
              better: 'No baby is lost from sight after a move',
              agency: 'hackney-housing',
              owner: 'head of service',
              by: '2028-02-01',
              measure: 'Lists sent, week by week',
            },
          ],
        }),
      ),
  },
  {
    at: '2027-12-09T10:00',
    does: (s) => done(s.press('teams', 'hospital', 'I have briefed my team', 'Brief your team')),
  },
  // 2028: what became of it, in the tracker
  { at: '2028-01-10T10:00', does: (s) => done(s.press('teams', 'hospital', 'On track', 'Ask at every first visit')) },
  { at: '2028-01-20T10:00', does: (s) => done(s.press('teams', 'housing', 'Done', 'Send the weekly list')) },
  {
    at: '2028-01-20T11:00',
    does: (s) => done(s.command('teams', 'housing', 'actions evidence 2027-2 Minutes of the housing board, item 4')),
  },
  {
    at: '2028-01-24T10:00',
    does: (s) => done(s.press('slack', 'icsc', 'Accept the evidence', 'Send the weekly list')),
  },
  { at: '2028-02-21T10:00', does: (s) => done(s.press('teams', 'hospital', 'Done', 'Ask at every first visit')) },
  {
    at: '2028-02-21T11:00',
    does: (s) => done(s.command('teams', 'hospital', 'actions evidence 2027-1 Audit report of February, section 3')),
  },
  {
    at: '2028-02-24T10:00',
    does: (s) => done(s.press('slack', 'icsc', 'Accept the evidence', 'Ask at every first visit')),
  },
  {
    at: '2028-06-02T10:00',
    does: (s) =>
      done(
        s.chats('slack', 'spa', 'impact-6', { LI1: 'partly', LI4: impact('partly', 'yes', 'First audit and lists') }),
      ),
  },
  {
    at: '2028-12-01T10:00',
    does: (s) =>
      done(s.chats('teams', 'icsc', 'impact-12', { LI1: 'yes', LI4: impact('yes', 'yes', 'Second audit and lists') })),
  },
  { at: '2028-12-01T11:00', does: (s) => done(s.chats('slack', 'icsc', 'close', { MC1: 'yes' })) },
]

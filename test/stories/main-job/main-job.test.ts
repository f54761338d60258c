/**
 * The main job, end to end and over the wire: real Bolt and real CloudAdapter against the worlds that remember, a real database file, and either queue.
 * One story, told in the order in which it happens; each step stands on the one before.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needs } from '../../peers/needs.ts'
import { type RedisPeer, startRedis } from '../../peers/redis.ts'
import { decision, meetingHeld, nilReturn, notificationForHackney, notificationForTheCity, scoping } from './answers.ts'
import { AT_THE_DESK } from './at-the-desk.ts'
import { wordsOf } from './in-slack.ts'
import { openStage, type Stage } from './stage.ts'

/** A step moves the clock through weeks, alarm by alarm. */
const PATIENCE = { timeout: 30_000 }

describe.skipIf(!needs('redis-server'))('on Redis', PATIENCE, () => theMainJob(startRedis))
describe('on the embedded queue', PATIENCE, () => theMainJob(async () => undefined))

function theMainJob(startQueue: () => Promise<RedisPeer | undefined>) {
  let queue: RedisPeer | undefined
  let stage: Stage
  /** The code words of the two cases: chance chooses them. */
  let hackney = ''
  let city = ''
  /** The note in Slack about the checklist, as it was when she stopped there. */
  let saved = ''

  beforeAll(async () => {
    queue = await startQueue()
    stage = await openStage({ at: '2026-12-17T17:00', ...(queue && { queueUrl: queue.url }) })
  }, 30_000)
  afterAll(async () => {
    await stage?.close()
    await queue?.close()
  })

  const titleOf = (id: string) => stage.store.read((tx) => tx.subjects.get(id)?.title ?? '')

  describe('1. a rapid review by slash command', () => {
    it('the form says beside the field what is wrong, and loses nothing', async () => {
      const spa = stage.slack('spa')
      await spa.types('/rapid-review', 'start')
      await spa.untilModal('Safety first')
      const errors = await spa.fill({ ...notificationForHackney, B1: '2026-12-18T10:00' })
      expect(errors).toEqual({ 'B1|||date': expect.stringContaining('has passed') })
      expect(spa.modal()?.values.B3).toMatchObject({ choice: { selected_option: { value: 'suspected' } } })
    })

    it('a form closed half-way goes on where it was', async () => {
      const spa = stage.slack('spa')
      await spa.submit({ B1: notificationForHackney.B1 })
      await spa.untilModal('The notification')
      await spa.hands.close()
      await spa.types('/rapid-review', 'start')
      await spa.untilModal('The notification')
      expect(spa.modalWords()).toContain('7 of 11 answered')
    })

    it('it opens RR-2026-01 under a code word, and its card shows every clock with its sum', async () => {
      const spa = stage.slack('spa')
      expect(await spa.fill(notificationForHackney)).toEqual({})
      await stage.settle()
      // The note left when it was closed half-way offers nothing any more.
      const note = await spa.sees('This form has already been submitted.')
      expect(wordsOf(note)).not.toContain('Go on')
      hackney = titleOf('rr-2026-01')
      expect(hackney).toMatch(/^[A-Z]{3,}$/)
      const [card = ''] = spa.reads('Rapid Review RR-2026-01')
      for (const [date, sum] of CLOCKS) {
        expect(card).toContain(date)
        expect(card).toContain(sum)
      }
    })

    it('everybody who must know has the card: partners, commissioner and support, wherever they are', async () => {
      for (const id of ['icsc', 'bm', 'slt-hac', 'slt-col']) expect(stage.slack(id).reads(hackney)).not.toEqual([])
      for (const id of ['icsc', 'slt-nhs', 'slt-mps', 'slt-clp']) expect(stage.teams(id).reads(hackney)).not.toEqual([])
    })

    it('a colleague at the desk of another agency is not told of it', () => {
      for (const id of ['hcvs', 'schools-h']) expect(stage.slack(id).reads(hackney)).toEqual([])
      expect(stage.teams('hospital').reads(hackney)).toEqual([])
    })

    it('the same words after a mention in Teams open the same form, in private', async () => {
      const spa = stage.teams('spa')
      const { teamsChannel = '' } = stage.group('case-review')
      await spa.mentions(teamsChannel, 'rapid-review start')
      await spa.sees('I have answered you in our own chat')
      await spa.fill(notificationForTheCity)
      await stage.settle()
      city = titleOf('rr-2026-02')
      expect(city).not.toBe('')
      expect(city).not.toBe(hackney)
      expect(spa.reads('RR-2026-02')).not.toEqual([])
      expect(stage.teams('hospital').reads('Notification record')).toEqual([])
    })
  })

  describe('2. the chase', () => {
    it('scoping asks the agencies, each through its contact and where they are', async () => {
      await stage.until('2026-12-18T08:15')
      const spa = stage.slack('spa')
      await spa.press('Scope and send requests', hackney)
      expect(await spa.fill(scoping)).toEqual({})
      await stage.settle()
      for (const id of ['housing', 'schools-h'])
        expect(stage.slack(id).reads(`${hackney}: Agency return`)).toHaveLength(1)
      for (const id of ['hospital', 'probation'])
        expect(stage.teams(id).reads(`${hackney}: Agency return`)).toHaveLength(1)
    })

    it('what is done is not chased: nobody is called at nine about the scope that was sent at eight', async () => {
      await stage.until('2026-12-18T09:05')
      expect(stage.slack('spa').reads(`${hackney}: Scope the review`).join()).not.toContain('Reminder')
      expect(reminders('slack', 'lan-hac', `${hackney}: Tell all`)).toHaveLength(1)
    })

    it('the City’s notifier is called two working days before the limit, and the commissioner with them, for it is the law', async () => {
      await stage.until('2026-12-21T08:55')
      expect(reminders('slack', 'lan-col', `${city}: Notify`)).toHaveLength(0)
      await stage.until('2026-12-21T09:05')
      expect(reminders('slack', 'lan-col', `${city}: Notify`)).toHaveLength(1)
      expect(reminders('teams', 'icsc', `${city}: Notify`)).toHaveLength(1)
      expect(reminders('slack', 'lan-hac', city)).toHaveLength(0)
    })

    it('a nil return takes a minute in Slack, and that agency is asked no more', async () => {
      const housing = stage.slack('housing')
      await housing.press('Received: not involved', hackney)
      await housing.press('Open the agency return', hackney)
      expect(await housing.fill(nilReturn, 'anything')).toEqual({})
      await stage.settle()
      expect(housing.reads(`${hackney}: Agency return`).join()).toContain('Done')
    })

    it('who stops half-way in Teams has a note there, and it counts on with the next page', async () => {
      const hospital = stage.teams('hospital')
      await hospital.press('Open the agency return', hackney)
      await hospital.submitDialogBy('Save and stop for now')
      expect((await hospital.sees('questions answered')).words).toContain('Saved. 0 of ')
      await hospital.press('Go on', 'questions answered')
      await hospital.submitDialogBy('Next', { D1: 'yes', D14: 'no' })
      await stage.settle()
      expect(hospital.reads('questions answered').join()).toContain('Saved. 2 of ')
    })

    it('in the morning one digest gathers the small things, and leaves out what has been done', async () => {
      await stage.until('2026-12-22T09:05')
      expect(stage.slack('schools-h').reads('As of Tue 22 Dec').join()).toContain(`${hackney}: Agency return`)
      expect(stage.teams('hospital').reads('As of Tue 22 Dec').join()).toContain(`${hackney}: Agency return`)
      expect(stage.slack('housing').reads('As of Tue 22 Dec')).toEqual([])
    })

    it('a call that comes late says so', async () => {
      await stage.jump('2026-12-30T15:00')
      expect(stage.teams('hospital').reads(hackney).join()).toContain('This reminder is late: it was meant for')
    })
  })

  describe('3. a checklist as a conversation', () => {
    it('the meeting is recorded, and the draft is the SPA’s', async () => {
      await stage.until('2027-01-05T12:00')
      const spa = stage.slack('spa')
      await spa.press('Record the meeting', hackney)
      expect(await spa.fill(meetingHeld, 'anything')).toEqual({})
      await stage.settle()
      expect(spa.reads(`${hackney}: Draft the Rapid Review`).at(-1)).toContain('Open the checklist')
    })

    it('question by question in Slack, and stopped half-way', async () => {
      const spa = stage.slack('spa')
      await spa.types('/rapid-review', `checklist ${hackney}`)
      await spa.press('Begin', hackney)
      const asked: string[] = []
      for (let n = 0; n < 4; n += 1) asked.push(await spa.answers({}))
      expect(new Set(asked).size).toBe(4)
      await spa.press('Save and stop for now', 'Rapid Review checklist')
      saved = wordsOf(await spa.sees('questions answered'))
    })

    it('in Teams it goes on with the next question', async () => {
      const spa = stage.teams('spa')
      await spa.says(`rapid-review checklist ${hackney}`)
      await spa.press('Go on', hackney)
      await spa.sees('Which other processes are under way?')
      expect(spa.reads().at(-1)).toContain('Question 5 of 24')
      expect(await spa.fill({ 'E6.8b': 'no' }, 'anything')).toContain('an answer, or another look, on the secure desk')
      await stage.settle()
      const note = wordsOf(await stage.slack('spa').sees('questions answered'))
      expect(note).toContain(`${hackney}: Rapid Review checklist`)
      expect(note).not.toBe(saved)
    })

    it('the second person, who wrote none of it, finds the one question that is theirs', async () => {
      const bm = stage.slack('bm')
      await bm.types('/rapid-review', `checklist ${hackney}`)
      await bm.press('Go on', hackney)
      expect(await bm.answers({}, 'Check your answers')).toContain('A second person')
    })

    it('what must not pass through chat is written on the desk; a link that is only looked at is not spent', async () => {
      const spa = stage.teams('spa')
      await spa.press('Write this on the desk')
      const link = await spa.link()
      for (const look of ['a preview', 'a scanner']) expect((await fetch(link)).status, look).toBe(200)
      const desk = await stage.desk(link)
      await desk.fill({ 'text/E1.3g': 'DOC-0412' })
      expect(desk.words()).toContain(`${hackney}: “Rapid Review checklist” is submitted`)
      await stage.settle()
      expect(stage.slack('icsc').reads(`${hackney}: Agree the content`)).toHaveLength(1)
    })

    it('nothing that was written there is anywhere in chat', () => {
      const { slack, teams } = stage.rehearsal
      expect(JSON.stringify([slack.calls, teams.conversations().map((one) => one.messages)])).not.toContain(AT_THE_DESK)
    })
  })

  describe('4. a decision by buttons', () => {
    it('the commissioner takes the criteria one at a time', async () => {
      await stage.until('2027-01-06T09:30')
      const icsc = stage.slack('icsc')
      await icsc.press('Consider the criteria and decide', hackney)
      const asked: string[] = []
      for (let front = await icsc.untilModal('Conflict of interest'); front.view.submit?.text !== 'Submit'; ) {
        asked.push(icsc.modalWords())
        expect(await icsc.fillPage(decision, 'anything')).toEqual({})
        front = await icsc.untilModal('')
      }
      for (const criterion of CRITERIA) expect(asked.filter((page) => page.includes(criterion))).toHaveLength(1)
    })

    it('cannot decide without the reasons, and writes them on the desk', async () => {
      const icsc = stage.slack('icsc')
      await icsc.submit()
      await icsc.untilModal('another look, on the secure desk')
      await icsc.pressInModal('Write this on the desk')
      const desk = await stage.desk(await icsc.link())
      await desk.fill({}, 'Submit')
      expect(desk.words()).toContain('Rationale')
      await icsc.hands.close(true)
    })

    it('decides in Slack, and confirms', async () => {
      const icsc = stage.slack('icsc')
      await icsc.press('Consider the criteria and decide', `${hackney}: Agree the content`)
      await icsc.untilModal('Check your answers')
      expect(await icsc.submit()).toMatchObject({ outcome: 'acknowledged' })
      await stage.settle()
      expect(icsc.reads(`${hackney}: Agree the content`).join()).toContain('✅ Answered: “')
      expect(stage.teams('icsc').reads('Rapid Review RR-2026-01').join()).toContain('With the safeguarding partners')
    })

    it('five partners acknowledge with a button, two in Slack and three in Teams', async () => {
      await stage.slack('spa').press('Share with the partners', hackney)
      await stage.settle()
      await stage.until('2027-01-08T09:30')
      for (const id of ['slt-hac', 'slt-col']) await stage.slack(id).press('Acknowledge', `${hackney}: Read`)
      for (const id of ['slt-nhs', 'slt-mps', 'slt-clp']) await stage.teams(id).press('Acknowledge', `${hackney}: Read`)
      await stage.settle()
      expect(stage.store.read((tx) => tx.subjects.facts('rr-2026-01')).map((fact) => fact.kind)).toContain('closed')
    })

    it('every copy of every card, on both platforms, shows the new state', () => {
      const faces = everybody().flatMap((one) => one.reads('Rapid Review RR-2026-01'))
      expect(faces.length).toBeGreaterThan(10)
      for (const face of faces) expect(face).toContain('Ready to submit to the Panel')
      const tasks = everybody()
        .flatMap((one) => one.reads(`${hackney}: Read the Rapid Review`))
        .filter((words) => !words.includes('What you owe') && !words.includes('A newer card of this is further down.'))
      expect(tasks.length).toBeGreaterThanOrEqual(5)
      for (const task of tasks) expect(task).toContain('Done: Acknowledge')
    })
  })

  describe('5. a meeting with answers', () => {
    it('the business manager puts an SLT meeting on a date; members are invited on both platforms', async () => {
      await stage.until('2027-01-11T10:00')
      const bm = stage.slack('bm')
      await bm.types('/meetings', 'call slt 2027-02-25 14:00')
      await stage.settle()
      for (const id of ['slt-hac', 'slt-col']) expect(stage.slack(id).reads(SLT)).not.toEqual([])
      for (const id of ['slt-nhs', 'slt-mps', 'slt-clp']) expect(stage.teams(id).reads(SLT)).not.toEqual([])
      expect(bm.reads(SLT).join()).toContain('Not quorate by the answers so far')
    })

    it('they answer with one press: attending, apologies, a deputy', async () => {
      for (const id of ['icsc', 'slt-hac']) await stage.slack(id).press('Attending', SLT)
      await stage.slack('slt-col').press('Apologies', SLT)
      await stage.teams('slt-nhs').press('Attending', SLT)
      await stage.teams('slt-mps').press('Send a deputy: Bo Standinsky', SLT)
      await stage.settle()
      expect(stage.teams('slt-mps').reads(SLT).at(-1)).toContain('Deputy (Bo Standinsky)')
    })

    it('the live card and the channels’ mirrors show the answers, and the quorum by agency with its reason', () => {
      const { slackChannel, teamsChannel } = stage.group('slt')
      const inChannel = [
        ...stage.rehearsal.slack.messages(slackChannel ?? '').map(wordsOf),
        ...stage
          .teams('slt-clp')
          .messages()
          .filter((one) => one.conversation.id === teamsChannel)
          .map((one) => one.words),
      ].filter((words) => words.includes(SLT))
      expect(inChannel).toHaveLength(2)
      for (const card of [...inChannel, stage.slack('slt-hac').reads(SLT).at(-1) ?? '']) {
        expect(card).toContain('Dana Demosworth')
        expect(card).toMatch(/Quorate by the answers so far/)
      }
    })

    it('the agenda reminder goes to the channel, on both platforms, on the day items are called for', async () => {
      await stage.until('2027-02-04T10:00')
      const { slackChannel, teamsChannel } = stage.group('slt')
      const inSlack = stage.rehearsal.slack.messages(slackChannel ?? '').map(wordsOf)
      const inTeams = stage
        .teams('slt-clp')
        .messages()
        .filter((one) => one.conversation.id === teamsChannel)
        .map((one) => one.words)
      for (const said of [inSlack, inTeams]) expect(said.join('\n')).toMatch(/agenda items/i)
    })
  })

  const everybody = () =>
    stage.rehearsal.people.flatMap(({ id, slackId, teamsId }) => [
      ...(slackId ? [stage.slack(id)] : []),
      ...(teamsId ? [stage.teams(id)] : []),
    ])

  const reminders = (platform: 'slack' | 'teams', id: string, title: string) =>
    stage[platform](id)
      .reads(title)
      .filter((words) => words.includes('Reminder'))
}

/** What every card of the meeting is called. */
const SLT = 'Strategic Leadership Team: Thu 25 Feb 2027'

/** What must be considered, each on a page of its own. */
const CRITERIA = [
  'improvements needed in keeping children safe',
  'themes that keep coming back',
  'two or more organisations working together',
  'a local review may be more appropriate',
]

/** Each clock of Thursday 17 December: the day it comes to, and how. */
const CLOCKS = [
  ['Fri 18 Dec 2026', '1 working day from Thu 17 Dec 2026 (day 0). D-07'],
  ['Thu 24 Dec 2026', '5 working days from Thu 17 Dec 2026 (day 0). D-09'],
  ['Thu 31 Dec 2026', '8 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec. D-10'],
  ['Tue 5 Jan 2027', '10 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan. D-11'],
  ['Wed 6 Jan 2027', 'D-12'],
  ['Thu 7 Jan 2027', 'D-13'],
  ['Tue 12 Jan 2027', '15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan.'],
] as const

/** JUNIPER, the review of DOMAIN 9.4, from the day it is raised to the last look at its impact; every date equal to the table. */
import { describe, expect, it } from 'vitest'
import { countingIds } from '../../src/kernel/ids.ts'
import { leadsOf } from '../../src/partnership/partnership.ts'
import { NINE, raised } from '../procedures/answers.ts'
import { AT_THE_DESK, aReview, done, labelsOf, objectionIn, refusalIn, wordsOf } from '../procedures/story.ts'
import { FIVE, tellJuniper } from './juniper.ts'

describe('JUNIPER', () => {
  const { story, until } = tellJuniper()
  const dashboard = () => wordsOf(story.card('spa', 'slack'))
  const homeOf = (person: string) => story.partnership.people.get(person)?.reach[0]

  it('Fri 11 Dec 2026: the hospital raises it in Teams and finishes on the desk', async () => {
    await until('2026-12-11T15:30')
    expect(story.stage()).toBe('RAISED')
    expect(story.reads('spa', 'teams')).toContain(story.title)
    expect(story.reads('icsc', 'slack')).toContain(story.title)
  })

  it('Mon 14 Dec: acknowledged, three views, and "notify"; the authority knew on Friday afternoon, so Friday is day 0', async () => {
    await until('2026-12-14T09:00')
    expect(story.limitOf('acknowledge')).toBe('Mon 14 Dec 2026')
    await until('2026-12-14T09:30')
    expect(story.stage()).toBe('TRIAGE')
    expect(story.reads('spa')).toContain('Wait for Hackney Council: it has not given its view')
    expect(story.waitsFor('views')).toEqual(['hackney-council', 'nhs', 'mps'])
    expect(story.limitOf('discuss')).toBe('Mon 14 Dec 2026')
    await until('2026-12-14T15:00')
    expect(story.stage()).toBe('NOTIFICATION_DUE')
    expect(story.limitOf('notify')).toBe('Fri 18 Dec 2026')
    expect(story.limitOf('tell')).toBe('Fri 18 Dec 2026')
  })

  it('Thu 17 Dec: the notification is sent, and the fifteen days begin', async () => {
    await until('2026-12-17T17:05')
    expect(story.stage()).toBe('SCOPING')
    expect(['scope', 'receipt', 'progress', 'returns', 'meeting', 'draft'].map((step) => story.limitOf(step))).toEqual([
      'Fri 18 Dec 2026',
      'no date',
      'Thu 24 Dec 2026',
      'Thu 31 Dec 2026',
      'Tue 5 Jan 2027',
      'Wed 6 Jan 2027',
    ])
    expect(['agree', 'circulate', 'share', 'submit'].map((step) => story.limitOf(step))).toEqual([
      'Thu 7 Jan 2027',
      'Fri 8 Jan 2027',
      'Mon 11 Jan 2027',
      'Tue 12 Jan 2027',
    ])
    expect(dashboard()).toContain('Work to Mon 11 Jan 2027')
    expect(dashboard()).toContain(
      '15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan. Work to Mon 11 Jan 2027. D-15, guidance, 19.13',
    )
  })

  it('Fri 18 Dec: the City of London Police are told, the last of the five; nine agencies are asked', async () => {
    await until('2026-12-18T09:00')
    expect(story.waitsFor('tell')).toHaveLength(1)
    await until('2026-12-18T09:10')
    expect(story.waitsFor('tell')).toEqual([])
    await until('2026-12-18T12:00')
    expect(story.stage()).toBe('GATHERING')
    expect(story.limitOf('receipt')).toBe('Tue 22 Dec 2026')
  })

  it('Tue 22 Dec 09:00, first dashboard: seven of nine have acknowledged, and there are twelve working days left', async () => {
    await until('2026-12-22T09:00')
    const board = dashboard()
    expect(board).toContain('Confirm the request has arrived, and whether you were involved: 7 of 9')
    expect(board).toContain('Waiting for Hackney schools, Hackney Housing.')
    expect(board).toContain(
      'Confirm the request has arrived, and whether you were involved: Tue 22 Dec 2026 (due today)',
    )
    expect(board).toContain(
      'Submit the Rapid Review to the Panel, and record that it was sent: Tue 12 Jan 2027 (in 12 working days)',
    )
  })

  it('Thu 24 Dec 11:00: the progress check sends housing and the schools up to their Executive members, and nobody else', async () => {
    const escalated = (person: string) => story.reads(person).includes('Escalated to you, who speak for')
    await until('2026-12-24T10:59')
    expect(story.limitOf('progress')).toBe('Thu 24 Dec 2026')
    expect(['housing', 'schools-h'].map(escalated)).toEqual([false, false])
    await until('2026-12-24T11:00')
    const seats = ['hackney-housing', 'hackney-schools'].map((agency) =>
      leadsOf(story.partnership, agency, story.clock()).map(({ id }) => id),
    )
    expect(seats).toEqual([['housing'], ['schools-h']])
    expect(story.reads('housing', 'slack')).toContain('Escalated to you, who speak for Hackney Housing Services')
    expect(story.reads('schools-h', 'slack')).toContain('Escalated to you, who speak for Hackney schools')
    const others = [...story.partnership.people.keys()].filter((id) => !['housing', 'schools-h'].includes(id))
    expect(others.filter(escalated)).toEqual([])
    expect(dashboard()).toContain(
      'Hackney schools: shut until Mon 4 Jan 2027, so unlikely to answer; nobody is named who answers meanwhile. The limit stands.',
    )
  })

  it('Thu 31 Dec: seven of nine returns are in; housing has until Mon 4 Jan, and no longer than the meeting', async () => {
    await until('2026-12-31T17:00')
    expect(story.waitsFor('returns')).toEqual(['hackney-schools', 'hackney-housing'])
    expect(story.limitOf('returns')).toBe('Thu 31 Dec 2026')
    const tooLong = story.moves('spa', 'extend', {
      CE1: 'hackney-housing',
      CE2: '2027-01-06',
      CE3: 'closed over the holiday',
    })
    expect(objectionIn(tooLong)).toContain('Tue 5 Jan 2027')
    expect(refusalIn(story.moves('coord', 'extend')).code).toBe('not-yours')
    await until('2026-12-31T17:05')
    expect(story.limitOf('returns', 'returns/hackney-housing')).toBe('Mon 4 Jan 2027')
    expect(story.stage()).toBe('GATHERING')
  })

  it('Tue 5 Jan 2027: the school’s return comes at 08:55 and the meeting is held, quorate through the Met’s deputy', async () => {
    await until('2027-01-05T08:50')
    expect(story.waitsFor('returns')).toEqual(['hackney-schools'])
    await until('2027-01-05T08:55')
    expect(story.stage()).toBe('MEETING_READY')
    await until('2027-01-05T12:00')
    expect(story.stage()).toBe('DRAFTING')
  })

  it('Wed 6 Jan: version 1 goes to the commissioner; Thu 7 Jan it comes back', async () => {
    await until('2027-01-07T09:00')
    expect(story.stage()).toBe('ICSC_REVIEW')
    expect(story.reads('icsc', 'teams')).toContain('Agree the content and decide')
    await until('2027-01-07T09:30')
    expect(story.stage()).toBe('DRAFTING')
    expect(story.reads('icsc', 'slack')).toContain('sent back.')
  })

  it('Thu 7 Jan 16:20: version 2 is agreed, without a practice review', async () => {
    await until('2027-01-07T16:20')
    expect(story.course().marks.decision).toBe('no-review')
  })

  it('Fri 8 Jan: shared with all five; the NHS raises a point of fact, and it goes back to the commissioner', async () => {
    await until('2027-01-08T09:00')
    expect(story.stage()).toBe('PARTNER_SHARE')
    expect(story.waitsFor('share')).toHaveLength(5)
    await until('2027-01-08T11:00')
    expect(story.stage()).toBe('ICSC_REVIEW')
    expect(story.waitsFor('share')).toEqual([])
  })

  it('Mon 11 Jan: version 3 is agreed at 11:05', async () => {
    await until('2027-01-11T11:10')
    expect(dashboard()).toContain('The Rapid Review is at version 3.')
  })

  it('Mon 11 Jan 14:00, second dashboard: four of five have acknowledged, and the limit is tomorrow', async () => {
    await until('2027-01-11T14:00')
    const board = dashboard()
    expect(board).toContain('Read the Rapid Review, and acknowledge it or raise a point: 4 of 5')
    expect(board).toContain('Tue 12 Jan 2027 (due on the next working day)')
  })

  it('Mon 11 Jan 15:40: all five have acknowledged, the Met through its deputy, and it is submitted one day inside the limit', async () => {
    await until('2027-01-11T15:00')
    expect(story.stage()).toBe('READY_TO_SUBMIT')
    await until('2027-01-11T15:41')
    expect(story.stage()).toBe('AWAITING_PANEL')
    expect(story.limitOf('ratify')).toBe('Mon 25 Jan 2027')
    expect(story.limitOf('briefing')).toBe('Mon 25 Jan 2027')
    expect(story.limitOf('letter')).toBe('Mon 18 Jan 2027')
    expect(story.limitOf('panel')).toBe('Mon 8 Feb 2027')
  })

  it('Wed 13 to Mon 18 Jan: police and CPS answer; the letter to one parent goes, and they are told in person', async () => {
    await until('2027-01-13T11:00')
    expect(dashboard()).toContain('Some of the family may not be told yet: police or CPS, since Wed 13 Jan 2027')
    await until('2027-01-18T15:00')
    expect(['letter', 'in-person'].map((step) => story.waitsFor(step))).toEqual([[], []])
  })

  it('Tue 19 and Wed 20 Jan: the briefing goes out; the fifth partner ratifies', async () => {
    await until('2027-01-19T12:00')
    expect(dashboard()).toContain('Brief your team: 1 of 2')
    await until('2027-01-20T10:00')
    expect(story.waitsFor('ratify')).toEqual([])
  })

  it('Thu 4 Feb 16:00, third dashboard: the Panel disagrees, and the partners meet by Thu 11 Feb', async () => {
    await until('2027-02-04T16:00')
    expect(story.stage()).toBe('RECONVENE')
    expect(story.limitOf('report')).toBe('Thu 4 Feb 2027')
    expect(dashboard()).toContain('Meet with the partners and review the decision: Thu 11 Feb 2027')
    expect(story.reads('slt-clp')).toContain('Report the Panel’s response back to the partners')
  })

  it('Wed 10 Feb: the decision is changed to a practice review; six months run from today, and family and partners are asked anew', async () => {
    await until('2027-02-10T10:00')
    expect(story.stage()).toBe('LCSPR_SETUP')
    expect(story.limitOf('publish')).toBe('Tue 10 Aug 2027')
    expect(story.limitOf('ratify')).toBe('Wed 24 Feb 2027')
    expect(story.waitsFor('ratify')).toHaveLength(5)
    expect(story.reads('slt-nhs', 'teams')).toContain(
      'Reviewed with the partners. Changed: commission a local child safeguarding practice review.',
    )
    await until('2027-02-12T10:00')
    expect(story.limitOf('letter')).toBe('Wed 17 Feb 2027')
    await until('2027-02-19T10:00')
    expect(story.waitsFor('ratify')).toEqual([])
  })

  it('23 Feb to 10 Jun: terms, the reviewer, and a check on every tenth, or the working day before', async () => {
    await until('2027-03-08T10:00')
    expect(story.stage()).toBe('LCSPR_RUNNING')
    expect(story.card('rev', 'teams').summary).toContain('the practice review is running')
    const monitored = () => {
      const limit = story.course().owed.find((one) => one.step === 'monitor')?.limit
      return limit?.target ?? limit?.limit
    }
    expect(refusalIn(story.moves('spa', 'delay')).sentence).toContain('Marlowe Testwick')
    const targets = []
    for (const eve of ['2027-04-08T10:00', '2027-05-07T10:00', '2027-06-09T10:00']) {
      await until(eve)
      targets.push(monitored())
    }
    expect(targets).toEqual(['2027-04-09', '2027-05-10', '2027-06-10'])
    expect(story.limitOf('delay-vote')).toBe('Tue 27 Jul 2027')
  })

  it('Thu 24 Jun 15:00, fourth dashboard: four approve the delay and one is to come; with the fifth the date moves', async () => {
    await until('2027-06-24T15:00')
    const board = dashboard()
    expect(board).toContain('Approve or refuse the delay of the practice review: 4 of 5')
    expect(board).toContain('Approve the delay: 4. Waiting for City of London Police.')
    expect(story.limitOf('publish')).toBe('Tue 10 Aug 2027')
    await until('2027-06-24T15:30')
    expect(story.limitOf('publish')).toBe('Thu 2 Dec 2027')
    expect(story.limitOf('delay-told')).toBe('Thu 1 Jul 2027')
  })

  it('Tue 10 Aug: the first six months pass, and the card says "delayed, approved", not "overdue"', async () => {
    await until('2027-08-11T10:00')
    expect(dashboard()).toContain('Delayed, approved: the six months ended on Tue 10 Aug 2027.')
    const publish = dashboard()
      .split('\n')
      .find((line) => line.startsWith('Publish the practice review:'))
    expect(publish).toMatch(/^Publish the practice review: Thu 2 Dec 2027 \(in \d+ working days\)/)
  })

  it('14 Oct to 11 Nov: the report, the hold lifted, two pairs of eyes, publication decided and ratified', async () => {
    await until('2027-10-14T15:00')
    expect(story.stage()).toBe('FINAL_REPORT')
    await until('2027-10-27T10:00')
    expect(story.waitsFor('hold-review')).toEqual([])
    await until('2027-10-28T10:00')
    expect(refusalIn(story.presses('spa', 'anonymity-again', 'checked')).code).toBe('two-people')
    await until('2027-10-28T11:00')
    expect(story.stage()).toBe('PUBLICATION_DECISION')
    await until('2027-11-01T10:00')
    expect(story.limitOf('ratify-publication')).toBe('Mon 15 Nov 2027')
    await until('2027-11-16T11:00')
    expect(story.stage()).toBe('PRE_PUBLICATION')
    expect(story.limitOf('advance')).toBe('Tue 23 Nov 2027')
  })

  it('Tue 23 Nov 09:00, fifth dashboard: the advance copies have gone; publication is in seven working days', async () => {
    await until('2027-11-23T09:00')
    const board = dashboard()
    expect(board).toContain(
      'Send advance copies to the Panel and the Secretary of State: Done. In time: the limit was Tue 23 Nov 2027.',
    )
    expect(board).toContain('Publish the practice review: Thu 2 Dec 2027 (in 7 working days)')
  })

  it('Thu 2 Dec 10:00: published, by somebody other than whoever set the date; briefing by Thu 16 Dec', async () => {
    await until('2027-12-02T09:59')
    expect(refusalIn(story.answers('spa', 'publish')).code).toBe('two-people')
    await until('2027-12-02T10:00')
    expect(story.stage()).toBe('PUBLISHED')
    expect(dashboard()).toContain('In the NSPCC repository until Thu 2 Dec 2032.')
    expect(story.limitOf('briefing-published')).toBe('Thu 16 Dec 2027')
    await until('2027-12-07T11:00')
    expect(story.stage()).toBe('EMBEDDING')
    expect(story.waitsFor('reach')).toEqual(['homerton'])
    expect(story.reads('hospital', 'teams')).toContain('this action is yours to do. By Wed 1 Mar 2028, as agreed.')
    await until('2027-12-09T10:00')
    expect(story.waitsFor('reach')).toEqual([])
    const checks = ['impact-6', 'impact-12'].map((step) => story.course().owed.find((one) => one.step === step)?.limit)
    expect(checks.map((limit) => limit?.target ?? limit?.limit)).toEqual(['2028-06-02', '2028-12-01'])
  })

  it('2028: actions are done with evidence in the one tracker, the impact of each is checked twice, and the case is closed', async () => {
    await until('2028-01-10T10:00')
    expect(story.waitsFor('actions')).toEqual(['action-2027-1', 'action-2027-2'])
    expect(dashboard()).toContain('Actions of the plan, done with evidence: 0 of 2')
    expect(dashboard()).not.toContain('Nobody answers for')
    await until('2028-01-24T10:00')
    expect(story.waitsFor('actions')).toEqual(['action-2027-1'])
    await until('2028-02-24T10:00')
    expect(story.waitsFor('actions')).toEqual([])
    await until('2028-06-02T10:00')
    expect(story.reads('hospital', 'teams')).toContain('Impact after 6 months: Practice has partly changed.')
    expect(story.waitsFor('close')).toEqual([])
    await until('2028-12-01T11:00')
    expect(story.stage()).toBe('CLOSED')
    expect(story.course().owed.filter((one) => one.status === 'open')).toEqual([])
  })

  it('as a picture: when each step was planned, when it was done, and its limit; the desk has all of them', () => {
    const reply = story.say('desk', 'spa', { verb: 'matter.see', subject: story.subject })
    const figure = 'message' in reply ? reply.message.blocks.find((block) => block.kind === 'figure') : undefined
    expect(figure?.kind === 'figure' && figure.svg).toMatch(/^<svg .*<\/svg>$/)
    const rows = figure?.kind === 'figure' ? figure.table.rows : []
    expect(rows).toContainEqual([
      'Submit the Rapid Review to the Panel, and record that it was sent',
      'Mon 11 Jan 2027',
      'Mon 11 Jan 2027',
      'Tue 12 Jan 2027',
      'in time',
    ])
    expect(rows).toContainEqual([
      'Publish the practice review',
      'Thu 2 Dec 2027',
      'Thu 2 Dec 2027',
      'Tue 10 Aug 2027',
      'in time',
    ])
  })

  it('was told over both platforms: every partner answered where they are, and everybody else too', () => {
    for (const person of Object.keys(FIVE)) {
      const places = story.spoken.filter((one) => one.person === person).map(({ platform }) => platform)
      expect(places.filter((place) => place === homeOf(person)).length, person).toBeGreaterThan(4)
    }
    const people = (where: string) =>
      new Set(story.spoken.filter(({ platform }) => platform === where).map((one) => one.person))
    expect(people('slack').size).toBeGreaterThan(8)
    expect(people('teams').size).toBeGreaterThan(8)
    expect(['spa', 'icsc'].every((both) => people('slack').has(both) && people('teams').has(both))).toBe(true)
  })

  it('no word that was written on the desk was ever in chat, and the record is whole', () => {
    expect(story.inChat()).not.toContain(AT_THE_DESK)
    const verified = story.command('slack', 'bm', 'muster verify')
    expect(verified.kind === 'message' && verified.message.summary).toContain('The record is whole')
    expect(NINE).toHaveLength(9)
    expect(labelsOf(story.card('icsc'))).toContain('More…')
  })
})

describe('PR-19 the code word', () => {
  it('is drawn by chance and not by number: the first case of one house is called otherwise than that of another, and no word comes twice', () => {
    const wordsOfAHouse = (seed: number) => {
      const story = aReview({ at: '2026-12-17T17:05' })
      story.house.ids.pick = countingIds(seed).pick
      return [1, 2, 3].map(() => {
        done(story.begins('spa', 'rapid-review raise', { ...raised, A8: '2026-12-17T12:00' }))
        return [story.course().ref, story.title] as const
      })
    }
    const houses = [11, 12, 13, 14, 15, 16].map(wordsOfAHouse)
    for (const house of houses) {
      expect(house.map(([ref]) => ref)).toEqual(['RR-2026-01', 'RR-2026-02', 'RR-2026-03'])
      expect(new Set(house.map(([, word]) => word)).size).toBe(3)
    }
    const first = new Set(houses.map(([one]) => one?.[1]))
    expect(first.size).toBeGreaterThan(3)
  })
})

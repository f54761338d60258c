/** JUNIPER, the review of DOMAIN 9.4, from the day it is raised to the last look at its impact; every date equal to the table. */
import { describe, expect, it } from 'vitest'
import {
  clear,
  decides,
  drafted,
  heldQuorate,
  letterSent,
  NINE,
  notified,
  raised,
  returned,
  scoped,
  told,
} from '../procedures/answers.ts'
import { AT_THE_DESK, aReview, done, labelsOf, refusalIn, wordsOf } from '../procedures/story.ts'

const FIVE = {
  'slt-hac': 'hackney-council',
  'slt-col': 'city-corporation',
  'slt-nhs': 'nhs',
  'slt-mps': 'mps',
  'slt-clp': 'city-police',
}
const CONTACTS: Readonly<Record<string, string>> = {
  'hackney-council': 'lan-hac',
  mps: 'pol-dis',
  nhs: 'slt-nhs',
  homerton: 'hospital',
  elft: 'elft',
  'hackney-schools': 'schools-h',
  probation: 'probation',
}

describe('JUNIPER', () => {
  const story = aReview({ at: '2026-12-11T15:30' })
  const dashboard = () => wordsOf(story.card('spa', 'slack'))

  it('Fri 11 Dec 2026: the hospital raises it in Teams and finishes on the desk', async () => {
    const begun = story.command('teams', 'hospital', 'rapid-review raise')
    expect(begun.kind).toBe('form')
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A8: '2026-12-11T14:00' }))
    await story.settle()
    expect(story.stage()).toBe('RAISED')
    expect(story.reads('spa', 'teams')).toContain(story.title)
    expect(story.reads('icsc', 'slack')).toContain(story.title)
  })

  it('Mon 14 Dec: acknowledged, three views, and "notify"; the authority knew on Friday afternoon, so Friday is day 0', async () => {
    await story.until('2026-12-14T09:30')
    expect(story.limitOf('acknowledge')).toBe('Mon 14 Dec 2026')
    done(story.answers('coord', 'acknowledge'))
    expect(story.stage()).toBe('TRIAGE')
    expect(story.waitsFor('views')).toEqual(['hackney-council', 'nhs', 'mps'])
    expect(story.limitOf('discuss')).toBe('Mon 14 Dec 2026')
    for (const who of ['slt-hac', 'slt-nhs', 'slt-mps'] as const)
      done(story.answers(who, `views/${FIVE[who]}`, { AV1: 'notify' }))
    await story.until('2026-12-14T14:00')
    done(story.answers('spa', 'discuss', { AT1: '2026-12-14T14:00', AT2: '2026-12-11T16:50', AT3: 'notify' }))
    expect(story.stage()).toBe('NOTIFICATION_DUE')
    expect(story.limitOf('notify')).toBe('Fri 18 Dec 2026')
    expect(story.limitOf('tell')).toBe('Fri 18 Dec 2026')
    done(story.presses('coord', 'outcome', 'told'))
  })

  it('Thu 17 Dec: the notification is sent, and the fifteen days begin', async () => {
    await story.until('2026-12-17T17:05')
    done(story.answers('lan-hac', 'notify', { ...notified, ...told('2026-12-17T17:05', 'city-police') }))
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
    await story.until('2026-12-18T09:10')
    expect(story.waitsFor('tell')).toHaveLength(1)
    done(story.answers('lan-hac', 'tell', told('2026-12-18T09:10')))
    expect(story.waitsFor('tell')).toEqual([])
    done(story.answers('spa', 'safety', { CS1: 'yes' }))
    await story.until('2026-12-18T12:00')
    done(story.answers('spa', 'scope', scoped))
    expect(story.stage()).toBe('GATHERING')
    expect(story.limitOf('receipt')).toBe('Tue 22 Dec 2026')
  })

  it('Tue 22 Dec 09:00, first dashboard: seven of nine have acknowledged, and there are twelve working days left', async () => {
    await story.until('2026-12-18T16:00')
    for (const agency of Object.keys(CONTACTS)) {
      const person = CONTACTS[agency] as string
      const platform = story.partnership.people.get(person)?.reach[0] === 'teams' ? 'teams' : 'slack'
      done(story.press(platform, person, 'Received: we were involved', 'Confirm the request has arrived'))
    }
    await story.until('2026-12-22T09:00')
    const board = dashboard()
    expect(board).toContain('Confirm the request has arrived, and whether you were involved: 7 of 9')
    expect(board).toContain('Waiting for City of London schools, Hackney Housing Services.')
    expect(board).toContain(
      'Confirm the request has arrived, and whether you were involved: Tue 22 Dec 2026 (due today)',
    )
    expect(board).toContain(
      'Submit the Rapid Review to the Panel, and record that it was sent: Tue 12 Jan 2027 (in 12 working days)',
    )
  })

  it('Thu 24 Dec: the progress check; late acknowledgements have gone up to the agency’s Executive member', async () => {
    await story.until('2026-12-24T11:00')
    expect(story.limitOf('progress')).toBe('Thu 24 Dec 2026')
    done(story.presses('coord', 'progress', 'checked', 'slack'))
    expect(story.reads('spa')).toContain('overdue')
  })

  it('Thu 31 Dec: seven of nine returns are in; housing has until Mon 4 Jan, and no longer than the meeting', async () => {
    for (const agency of Object.keys(CONTACTS))
      done(story.answers(CONTACTS[agency] as string, `returns/${agency}`, returned))
    await story.until('2026-12-31T17:00')
    expect(story.waitsFor('returns')).toEqual(['city-schools', 'hackney-housing'])
    expect(story.limitOf('returns')).toBe('Thu 31 Dec 2026')
    const tooLong = story.moves('spa', 'extend', {
      CE1: 'hackney-housing',
      CE2: '2027-01-06',
      CE3: 'closed over the holiday',
    })
    expect(refusalIn(tooLong).sentence).toContain('Tue 5 Jan 2027')
    expect(refusalIn(story.moves('coord', 'extend')).code).toBe('not-yours')
    done(story.moves('spa', 'extend', { CE1: 'hackney-housing', CE2: '2027-01-04' }))
    expect(story.limitOf('returns', 'returns/hackney-housing')).toBe('Mon 4 Jan 2027')
    expect(story.stage()).toBe('GATHERING')
  })

  it('Tue 5 Jan 2027: the school’s return comes at 08:55 and the meeting is held, quorate through the Met’s deputy', async () => {
    await story.until('2027-01-04T12:00')
    done(story.answers('housing', 'returns/hackney-housing', returned))
    await story.until('2027-01-05T12:00')
    expect(story.waitsFor('returns')).toEqual(['city-schools'])
    done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
    expect(story.stage()).toBe('DRAFTING')
  })

  it('Wed 6 Jan: version 1 goes to the commissioner; Thu 7 Jan it comes back', async () => {
    await story.until('2027-01-06T15:20')
    done(story.answers('spa', 'draft', drafted))
    expect(story.stage()).toBe('ICSC_REVIEW')
    await story.until('2027-01-07T09:30')
    expect(story.reads('icsc', 'teams')).toContain('Agree the content and decide')
    done(story.answers('icsc', 'agree', { F6: 'none', F0: 'yes' }))
    expect(story.stage()).toBe('DRAFTING')
  })

  it('Thu 7 Jan 16:20: version 2 is agreed, without a practice review', async () => {
    await story.until('2027-01-07T15:00')
    done(story.answers('spa', 'draft', { 'E5.2': 'Said more plainly' }))
    await story.until('2027-01-07T16:20')
    done(story.answers('icsc', 'agree', decides('no-review')))
    expect(story.course().marks.decision).toBe('no-review')
  })

  it('Fri 8 Jan: shared with all five; the NHS raises a point of fact, and it goes back to the commissioner', async () => {
    await story.until('2027-01-08T09:00')
    done(story.presses('spa', 'circulate', 'shared', 'slack'))
    expect(story.stage()).toBe('PARTNER_SHARE')
    expect(story.waitsFor('share')).toHaveLength(5)
    await story.settle()
    done(story.press('slack', 'slt-hac', 'Acknowledge', 'Read the Rapid Review'))
    await story.until('2027-01-08T11:00')
    done(story.answers('slt-nhs', 'share/nhs', { G2: 'point', G3: 'fact' }, { form: 'G', outcome: 'point' }))
    expect(story.stage()).toBe('ICSC_REVIEW')
    expect(story.waitsFor('share')).toEqual([])
  })

  it('Mon 11 Jan: version 3 is agreed at 11:05', async () => {
    await story.until('2027-01-11T10:30')
    done(story.answers('spa', 'draft', { 'E2.2': 'The fact, corrected' }, { form: 'E' }))
    await story.until('2027-01-11T11:05')
    done(story.answers('icsc', 'agree', decides('no-review')))
    done(story.presses('spa', 'circulate', 'shared', 'slack'))
    expect(dashboard()).toContain('The Rapid Review is at version 3.')
  })

  it('Mon 11 Jan 14:00, second dashboard: four of five have acknowledged, and the limit is tomorrow', async () => {
    for (const who of ['slt-hac', 'slt-col', 'slt-nhs', 'slt-clp'] as const)
      done(story.presses(who, `share/${FIVE[who]}`, 'acknowledged'))
    await story.until('2027-01-11T14:00')
    const board = dashboard()
    expect(board).toContain('Read the Rapid Review, and acknowledge it or raise a point: 4 of 5')
    expect(board).toContain('Tue 12 Jan 2027 (due on the next working day)')
  })

  it('Mon 11 Jan 15:40: all five have acknowledged, the Met through its deputy, and it is submitted one day inside the limit', async () => {
    await story.until('2027-01-11T15:00')
    done(story.presses('slt-mps-dep', 'share/mps', 'acknowledged', 'teams'))
    expect(story.stage()).toBe('READY_TO_SUBMIT')
    await story.until('2027-01-11T15:41')
    done(story.answers('spa', 'submit', { H1: '2027-01-11T15:40' }))
    expect(story.stage()).toBe('AWAITING_PANEL')
    expect(story.limitOf('ratify')).toBe('Mon 25 Jan 2027')
    expect(story.limitOf('briefing')).toBe('Mon 25 Jan 2027')
    expect(story.limitOf('letter')).toBe('Mon 18 Jan 2027')
    expect(story.limitOf('panel')).toBe('Mon 8 Feb 2027')
  })

  it('Wed 13 to Mon 18 Jan: police and CPS answer; the letter to one parent goes, and they are told in person', async () => {
    await story.until('2027-01-13T11:00')
    done(story.answers('pol-dis', 'advice', { JH1: 'part' }))
    expect(dashboard()).toContain('Some of the family may not be told yet: police or CPS, since Wed 13 Jan 2027')
    done(story.presses('spa', 'letter-approval', 'approved'))
    await story.until('2027-01-15T14:00')
    done(story.answers('coord', 'letter', letterSent))
    await story.until('2027-01-18T15:00')
    done(story.presses('coord', 'in-person', 'told', 'slack'))
  })

  it('Tue 19 and Wed 20 Jan: the briefing goes out; the fifth partner ratifies', async () => {
    await story.until('2027-01-19T10:00')
    done(story.answers('spa', 'briefing', { LB1: 'No. 61', LB2: ['tusk'], LB3: ['homerton', 'hackney-housing'] }))
    await story.settle()
    done(story.press('teams', 'hospital', 'I have briefed my team', 'Brief your team'))
    expect(dashboard()).toContain('Brief your team: 1 of 2')
    await story.until('2027-01-20T10:00')
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `ratify/${agency}`, 'ratified'))
    expect(story.waitsFor('ratify')).toEqual([])
  })

  it('Thu 4 Feb 16:00, third dashboard: the Panel disagrees, and the partners meet by Thu 11 Feb', async () => {
    await story.until('2027-02-04T15:00')
    done(story.answers('spa', 'panel', { I2: 'disagrees', I4: 'yes' }))
    done(story.presses('spa', 'report', 'circulated'))
    await story.until('2027-02-04T16:00')
    expect(story.stage()).toBe('RECONVENE')
    expect(story.limitOf('report')).toBe('Thu 4 Feb 2027')
    expect(dashboard()).toContain('Meet with the partners and review the decision: Thu 11 Feb 2027')
    expect(story.reads('slt-clp')).toContain('Report the Panel’s response back to the partners')
  })

  it('Wed 10 Feb: the decision is changed to a practice review; six months run from today, and family and partners are asked anew', async () => {
    await story.until('2027-02-10T10:00')
    done(story.answers('icsc', 'reconvene', { IA1: '2027-02-10T09:00', IA2: 'commission' }))
    expect(story.stage()).toBe('LCSPR_SETUP')
    expect(story.limitOf('publish')).toBe('Tue 10 Aug 2027')
    expect(story.limitOf('ratify')).toBe('Wed 24 Feb 2027')
    expect(story.waitsFor('ratify')).toHaveLength(5)
    await story.until('2027-02-12T10:00')
    done(story.answers('pol-dis', 'advice', { JH1: 'part' }))
    expect(story.limitOf('letter')).toBe('Wed 17 Feb 2027')
    done(story.presses('spa', 'letter-approval', 'approved'))
    await story.until('2027-02-16T10:00')
    done(story.answers('coord', 'letter', { ...letterSent, J3: 'changed' }))
    await story.until('2027-02-19T10:00')
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `ratify/${agency}`, 'ratified'))
  })

  it('23 Feb to 10 Jun: terms, the reviewer, and a check on every tenth, or the working day before', async () => {
    await story.until('2027-02-23T15:00')
    done(story.answers('icsc', 'terms', { K4: 'rev' }))
    await story.until('2027-03-08T10:00')
    done(story.answers('spa', 'reviewer'))
    expect(story.stage()).toBe('LCSPR_RUNNING')
    expect(story.card('rev', 'teams').summary).toContain('the practice review is running')
    await story.until('2027-03-10T10:00')
    done(story.answers('spa', 'monitor'))
    const months = ['2027-04-09', '2027-05-10', '2027-06-10']
    const targets = []
    for (const day of months) {
      const limit = story.course().owed.find((one) => one.step === 'monitor')?.limit
      targets.push(limit?.target ?? limit?.limit)
      if (day === '2027-05-10') {
        await story.until('2027-05-05T10:00')
        done(story.moves('pol-dis', 'proceedings', { JP1: ['charge', 'trial'], JP2: '2027-04-20', JP3: '2027-10-04' }))
      }
      if (day === '2027-06-10') {
        await story.until('2027-06-01T10:00')
        expect(refusalIn(story.moves('spa', 'delay')).sentence).toContain('Marlowe Testwick')
        done(story.moves('icsc', 'delay', { KD1: 'prosecution', KD2: '2027-12-02', KD3: 'yes' }))
        expect(story.limitOf('delay-vote')).toBe('Tue 27 Jul 2027')
      }
      await story.until(`${day}T10:00`)
      done(story.answers('icsc', 'monitor'))
    }
    expect(targets).toEqual(['2027-04-09', '2027-05-10', '2027-06-10'])
  })

  it('Thu 24 Jun 15:00, fourth dashboard: four approve the delay and one is to come; with the fifth the date moves', async () => {
    await story.until('2027-06-24T14:00')
    for (const who of ['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps'] as const)
      done(story.presses(who, `delay-vote/${FIVE[who]}`, 'approved'))
    await story.until('2027-06-24T15:00')
    const board = dashboard()
    expect(board).toContain('Approve or refuse the delay of the practice review: 4 of 5')
    expect(board).toContain('Approve the delay: 4. Waiting for City of London Police.')
    expect(story.limitOf('publish')).toBe('Tue 10 Aug 2027')
    done(story.presses('slt-clp', 'delay-vote/city-police', 'approved', 'teams'))
    expect(story.limitOf('publish')).toBe('Thu 2 Dec 2027')
    expect(story.limitOf('delay-told')).toBe('Thu 1 Jul 2027')
    await story.until('2027-06-28T10:00')
    done(story.answers('spa', 'delay-told'))
  })

  it('Tue 10 Aug: the first six months pass, and the card says "delayed, approved", not "overdue"', async () => {
    await story.until('2027-08-11T10:00')
    expect(dashboard()).toContain('Delayed, approved: the six months ended on Tue 10 Aug 2027.')
    const publish = dashboard()
      .split('\n')
      .find((line) => line.startsWith('Publish the practice review:'))
    expect(publish).toMatch(/^Publish the practice review: Thu 2 Dec 2027 \(in \d+ working days\)/)
  })

  it('14 Oct to 11 Nov: the report, the hold lifted, two pairs of eyes, publication decided and ratified', async () => {
    await story.until('2027-10-14T15:00')
    done(story.answers('spa', 'report-accepted', { KR3: 'yes' }))
    expect(story.stage()).toBe('FINAL_REPORT')
    await story.until('2027-10-27T10:00')
    done(story.answers('pol-dis', 'hold-review', clear))
    expect(story.waitsFor('hold-review')).toEqual([])
    await story.until('2027-10-28T10:00')
    done(story.presses('spa', 'anonymity', 'checked'))
    expect(refusalIn(story.presses('spa', 'anonymity-again', 'checked')).code).toBe('two-people')
    done(story.presses('bm', 'anonymity-again', 'checked', 'slack'))
    expect(story.stage()).toBe('PUBLICATION_DECISION')
    await story.until('2027-11-01T10:00')
    done(story.answers('icsc', 'publication', { L1: 'full' }))
    expect(story.limitOf('ratify-publication')).toBe('Mon 15 Nov 2027')
    await story.until('2027-11-11T10:00')
    for (const [who, agency] of Object.entries(FIVE))
      done(story.presses(who, `ratify-publication/${agency}`, 'ratified'))
    await story.until('2027-11-16T10:00')
    done(story.presses('spa', 'show-family', 'seen'))
    done(story.answers('spa', 'publication-date', { LD1: '2027-12-02' }))
    expect(story.stage()).toBe('PRE_PUBLICATION')
    expect(story.limitOf('advance')).toBe('Tue 23 Nov 2027')
  })

  it('Tue 23 Nov 09:00, fifth dashboard: the advance copies have gone; publication is in seven working days', async () => {
    await story.until('2027-11-22T10:00')
    done(story.answers('spa', 'advance'))
    await story.until('2027-11-23T09:00')
    const board = dashboard()
    expect(board).toContain(
      'Send advance copies to the Panel and the Secretary of State: Done. In time: the limit was Tue 23 Nov 2027.',
    )
    expect(board).toContain('Publish the practice review: Thu 2 Dec 2027 (in 7 working days)')
  })

  it('Thu 2 Dec 10:00: published, by somebody other than whoever set the date; briefing by Thu 16 Dec', async () => {
    await story.until('2027-12-02T10:00')
    expect(refusalIn(story.answers('spa', 'publish')).code).toBe('two-people')
    done(story.answers('bm', 'publish'))
    expect(story.stage()).toBe('PUBLISHED')
    expect(story.limitOf('briefing-published')).toBe('Thu 16 Dec 2027')
    await story.until('2027-12-07T10:00')
    done(story.answers('spa', 'briefing-published', { LB3: ['homerton'] }))
    done(
      story.answers('spa', 'plan', {
        MP2: 'yes',
        MP3: [{ recommendation: 'ask', agency: 'homerton', owner: 'named doctor', by: '2028-03-01', measure: 'audit' }],
      }),
    )
    expect(story.stage()).toBe('EMBEDDING')
    const checks = ['impact-6', 'impact-12'].map((step) => story.course().owed.find((one) => one.step === step)?.limit)
    expect(checks.map((limit) => limit?.target ?? limit?.limit)).toEqual(['2028-06-02', '2028-12-01'])
  })

  it('2028: actions are done with evidence, the impact is checked twice, and the case is closed', async () => {
    await story.until('2028-01-10T10:00')
    done(story.answers('hospital', 'actions/homerton', { MU1: 'on-track' }))
    expect(story.waitsFor('actions')).toEqual(['homerton'])
    done(story.answers('hospital', 'actions/homerton', { MU1: 'done' }))
    await story.until('2028-06-02T10:00')
    done(story.answers('spa', 'impact-6', { LI1: 'partly' }))
    expect(story.waitsFor('close')).toEqual([])
    await story.until('2028-12-01T10:00')
    done(story.answers('icsc', 'impact-12', { LI1: 'yes' }))
    done(story.answers('icsc', 'close', { MC1: 'yes' }))
    expect(story.stage()).toBe('CLOSED')
    expect(story.course().owed.filter((one) => one.status === 'open')).toEqual([])
  })

  it('as a picture: when each step was planned, when it was done, and its limit', () => {
    const reply = story.say('slack', 'spa', { verb: 'matter.see', subject: story.subject, input: { view: 'timeline' } })
    const figure = reply.kind === 'message' ? reply.message.blocks.find((block) => block.kind === 'figure') : undefined
    expect(figure?.kind === 'figure' && figure.svg).toMatch(/^<svg .*<\/svg>$/)
    const rows = figure?.kind === 'figure' ? figure.table.rows : []
    expect(rows).toContainEqual([
      'Submit the Rapid Review to the Panel, and record that it was sent',
      'Tue 12 Jan 2027',
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

  it('no word that was written on the desk was ever in chat, and the record is whole', () => {
    expect(story.inChat()).not.toContain(AT_THE_DESK)
    const verified = story.command('slack', 'bm', 'muster verify')
    expect(verified.kind === 'message' && verified.message.summary).toContain('The record is whole')
    expect(NINE).toHaveLength(9)
    expect(labelsOf(story.card('icsc'))).toContain('More…')
  })
})

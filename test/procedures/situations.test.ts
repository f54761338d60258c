/** The situations of DOMAIN 10.2 on the way to the Panel and to the family, each told shortly. */
import { describe, expect, it } from 'vitest'
import { clear, decides, letterSent, nil, scoped, told } from './answers.ts'
import { acknowledged, aNotified, FIVE, type Story, shared, submitted, withTheCommissioner } from './reviews.ts'
import { done, errorsIn, objectionIn, refusalIn, wordsOf } from './story.ts'

/** What the commissioner can choose from, where they are asked. */
function choicesOf(story: Story, platform: 'slack' | 'teams', owed: string, question: string): readonly string[] {
  const reply = story.say(platform, 'icsc', { verb: 'form.open', subject: story.subject, input: { owed } })
  const field = reply.kind === 'form' ? reply.view.fields.find(({ id }) => id === question) : undefined
  return field !== undefined && 'options' in field ? field.options.map(({ value }) => value) : []
}

/** Whom an agency that is shut can name to answer meanwhile. */
function standInsFor(story: Story, owed: string): readonly string[] {
  const reply = story.answers('schools-h', owed, { CL1: 'named', CL2: '' })
  const field = reply.kind === 'form' ? reply.view.fields.find(({ id }) => id === 'CL2') : undefined
  return field !== undefined && 'options' in field ? field.options.map(({ label }) => label) : []
}

describe('10.2: what naive implementations get wrong', () => {
  it('10.2.4 a clock change inside a clock: the limit is the end of the day in London, on either side of it', () => {
    const story = aNotified(
      { B1: '2027-03-22T09:00', B5: '2027-03-22T10:00', ...told('2027-03-22T10:00') },
      { at: '2027-03-22T11:00' },
    )
    expect(story.limitOf('submit')).toBe('Wed 14 Apr 2027')
    expect(story.course().owed.find((one) => one.step === 'submit')?.limit?.limitAt).toBe('2027-04-14T22:59:59.999Z')
  })

  it('10.2.5 a school closed for the holiday does not move its limit; more time must be given by the adviser', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', { ...scoped, C2: ['hackney-schools', 'homerton'] }))
    expect(story.limitOf('returns', 'returns/hackney-schools')).toBe('Thu 31 Dec 2026')
    done(story.moves('spa', 'extend', { CE1: 'hackney-schools', CE2: '2027-01-05' }))
    expect(story.limitOf('returns', 'returns/hackney-schools')).toBe('Tue 5 Jan 2027')
    expect(story.limitOf('returns', 'returns/homerton')).toBe('Thu 31 Dec 2026')
  })

  it('10.2.5 the adviser is reminded of the school holiday, and somebody is asked to name who answers meanwhile', async () => {
    const story = aNotified()
    const open = story.say('desk', 'spa', {
      verb: 'form.open',
      subject: story.subject,
      input: { owed: 'scope', page: 'C9' },
    })
    expect(open.kind === 'form' && open.view.fields.map(({ id, value }) => [id, value])).toEqual([
      ['C9', 'yes'],
      ['C9a', [{ agency: 'hackney-schools', until: '2027-01-04', contact: '' }]],
    ])
    await story.until('2026-12-18T12:00')
    done(story.answers('spa', 'scope', { ...scoped, C2: ['hackney-schools', 'homerton'] }))
    expect(story.limitOf('out-of-term')).toBe('Mon 21 Dec 2026')
    expect(wordsOf(story.card('spa'))).toContain(
      'Hackney schools: shut until Mon 4 Jan 2027, so unlikely to answer; nobody is named who answers meanwhile. The limit stands.',
    )
    await story.settle()
    expect(story.reads('coord')).toContain('Name who answers while the agency is shut')
    expect(refusalIn(story.answers('slt-nhs', 'out-of-term/hackney-schools')).code).toBe('not-yours')

    // Only those who can answer for it are offered, and nobody else is taken
    expect(standInsFor(story, 'out-of-term/hackney-schools')).toEqual(['Tam Filler'])
    expect(errorsIn(story.answers('schools-h', 'out-of-term/hackney-schools', { CL1: 'named', CL2: 'hcvs' }))).toEqual([
      'Choose one of the options',
    ])
    const input = { person: 'hcvs', role: 'agency-contact', until: '2028-01-01', agency: 'hackney-schools' }
    done(story.say('slack', 'spa', { verb: 'seat.give', input }))
    expect(standInsFor(story, 'out-of-term/hackney-schools')).toContain('Ife Samplewood')
    done(story.answers('schools-h', 'out-of-term/hackney-schools', { CL1: 'named', CL2: 'hcvs' }))
    await story.settle()
    expect(story.reads('hcvs', 'slack')).toContain('Agency return')
    expect(story.reads('hcvs', 'slack')).toContain('Ife Samplewood answers meanwhile. The limit stands.')
    done(story.answers('hcvs', 'returns/hackney-schools', nil))
    expect(story.limitOf('returns', 'returns/hackney-schools')).toBe('Thu 31 Dec 2026')
    await story.until('2027-01-04T10:00')
    expect(wordsOf(story.card('spa'))).not.toContain('shut until')
  })

  it('10.2.5 whoever scopes a review is offered those who can answer for an agency that is asked, and told beside the cell when they answer for another', async () => {
    const story = aNotified()
    const shut = [{ agency: 'hackney-schools', until: '2027-01-04', contact: 'hospital' }]
    const asked = { ...scoped, C2: ['hackney-schools', 'homerton'], C9: 'yes', C9a: shut }
    const reply = story.answers('spa', 'scope', asked)
    const table = reply.kind === 'form' ? reply.view.fields.find(({ id }) => id === 'C9a') : undefined
    if (table?.kind !== 'rows') throw new Error(JSON.stringify(reply).slice(0, 300))
    const offered = table.columns.find(({ id }) => id === 'contact')?.options ?? []
    expect(offered.map(({ label, hint }) => [label, hint])).toEqual([
      ['Dr Imogen Trialsby', 'Homerton University Hospital NHS Foundation Trust'],
      ['Tam Filler', 'Hackney schools'],
    ])
    expect(table.wrong).toEqual([
      {
        row: 0,
        column: 'contact',
        error: 'Dr Imogen Trialsby cannot answer for Hackney schools: they hold no seat there',
      },
    ])
    done(story.answers('spa', 'scope', { ...asked, C9a: [{ ...shut[0], contact: 'schools-h' }] }))
  })

  it('10.2.6 notified late: the fifteen days still run from the day it was sent, and the reason is asked for', () => {
    const story = aNotified({ B1: '2026-12-08T10:00' })
    expect(story.limitOf('notify')).toBe('Tue 15 Dec 2026')
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    expect(story.course().submitted[0]?.answers.B12).toBe('as agreed')
    expect(wordsOf(story.card('spa'))).toContain('Late: the limit was Tue 15 Dec 2026.')
  })

  it('10.2.7 awareness revised: the five days are counted again, both are kept, and the fifteen do not move', () => {
    const story = aNotified()
    expect(refusalIn(story.moves('slt-nhs', 'awareness')).code).toBe('not-yours')
    done(story.moves('lan-hac', 'awareness', { BA1: '2026-12-08T10:00' }))
    expect(story.limitOf('notify')).toBe('Tue 15 Dec 2026')
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    expect(wordsOf(story.card('spa'))).toContain(
      'became aware on Tue 8 Dec 2026 10:00, not on Fri 11 Dec 2026 16:50 as was believed. The notification was late.',
    )
  })

  it('C7 no working date is planned behind the submission, nor for a day that is over', () => {
    const story = aNotified()
    const planned = { C7a: '2026-12-31', C7b: '2027-01-05', C7c: '2027-01-07', C7d: '2027-01-11' }
    const scopes = (more: Readonly<Record<string, string>>) =>
      objectionIn(story.answers('spa', 'scope', { ...scoped, C7: 'no', ...planned, ...more }))
    expect(scopes({ C7e: '2027-01-13', C7f: '2027-01-13' })).toContain(
      'Wed 13 Jan 2027 lies behind the submission to the Panel, which is due on Tue 12 Jan 2027.',
    )
    expect(scopes({ C7a: '2026-12-16', C7e: '2027-01-12', C7f: '2027-01-12' })).toContain(
      'Wed 16 Dec 2026 is over: nothing can be planned for it.',
    )
    done(
      story.answers('spa', 'scope', {
        ...scoped,
        C7: 'no',
        ...planned,
        C7a: '2026-12-30',
        C7e: '2027-01-12',
        C7f: '2027-01-12',
      }),
    )
    expect(story.limitOf('returns')).toBe('Wed 30 Dec 2026')
  })

  it('10.2.7 the day of the notification was recorded wrong: an earlier one brings the submission forward at once, no plan stays behind it, and it is said', async () => {
    const story = aNotified()
    const planned = {
      C7a: '2026-12-31',
      C7b: '2027-01-05',
      C7c: '2027-01-07',
      C7d: '2027-01-11',
      C7e: '2027-01-12',
      C7f: '2027-01-12',
    }
    done(story.answers('spa', 'scope', { ...scoped, C7: 'no', ...planned }))
    await story.until('2026-12-18T10:00')
    expect(refusalIn(story.moves('slt-nhs', 'sent')).code).toBe('not-yours')
    expect(objectionIn(story.moves('lan-hac', 'sent', { BN1: '2026-12-11T09:00' }))).toContain(
      'before the authority became aware',
    )
    expect(objectionIn(story.moves('lan-hac', 'sent', { BN1: '2026-12-17T16:40' }))).toContain('is recorded already')
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    done(story.moves('lan-hac', 'sent', { BN1: '2026-12-16T10:00' }))
    expect(story.limitOf('submit')).toBe('Mon 11 Jan 2027')
    expect(story.limitOf('circulate')).toBe('Mon 11 Jan 2027')
    expect(story.limitOf('agree')).toBe('Mon 11 Jan 2027')
    expect(story.limitOf('draft')).toBe('Thu 7 Jan 2027')
    expect(story.course().closings.get('notify')?.when).toBe('2026-12-16T10:00:00.000Z')
    expect(wordsOf(story.card('spa'))).toContain(
      'It was notified on Wed 16 Dec 2026 10:00, not on Thu 17 Dec 2026 16:40 as was recorded. The fifteen days run from there.',
    )
    await story.until('2026-12-21T10:00')
    expect(story.reads('spa')).toContain('Mon 11 Jan 2027; before that Tue 12 Jan 2027')
  })

  it('10.2.7 said to have been notified later: the earlier day holds until a second person has confirmed it', async () => {
    const story = aNotified({ B1: '2026-12-10T10:00' })
    await story.until('2026-12-21T10:00')
    done(story.moves('spa', 'sent', { BN1: '2026-12-18T10:00' }))
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    await story.settle()
    expect(story.reads('icsc')).toContain('Submission to the Panel: Tue 12 Jan 2027 becomes Wed 13 Jan 2027.')
    expect(refusalIn(story.presses('spa', 'confirm-sent', 'moved')).code).toBe('two-people')
    done(story.presses('icsc', 'confirm-sent', 'left'))
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    done(story.moves('spa', 'sent', { BN1: '2026-12-18T10:00' }))
    done(story.presses('icsc', 'confirm-sent', 'moved'))
    expect(story.limitOf('submit')).toBe('Wed 13 Jan 2027')
    expect(wordsOf(story.card('spa'))).toContain('as was recorded. The notification was late.')
  })

  it('a year typed wrong is said at its box: nothing is submitted before it was notified, and the Panel answers nothing before that', () => {
    const story = submitted()
    expect(objectionIn(story.answers('spa', 'panel', { I1: '2026-01-07T09:00', I2: 'agrees' }))).toContain(
      'That is before the review was submitted to the Panel, on Thu 7 Jan 2027',
    )
    done(story.answers('spa', 'panel', { I1: '2027-01-07T16:00', I2: 'agrees' }))
    const other = shared()
    acknowledged(other)
    expect(objectionIn(other.answers('spa', 'submit', { H1: '2026-01-07T09:00' }))).toContain(
      'That is before the notification was sent, on Thu 17 Dec 2026 16:40.',
    )
  })

  it('the days of the submission and of the Panel’s answer can be put right, in their order', () => {
    const story = submitted()
    const sent = story.course().events.submitted ?? ''
    expect(objectionIn(story.moves('spa', 'panel-moment', { IW1: 'answered', IW2: '2027-01-07T09:00' }))).toContain(
      'has not been recorded yet',
    )
    expect(objectionIn(story.moves('spa', 'panel-moment', { IW1: 'submitted', IW2: '2026-12-01T09:00' }))).toContain(
      'notified first, then submitted',
    )
    const before = story.limitOf('panel')
    done(story.moves('spa', 'panel-moment', { IW1: 'submitted', IW2: '2027-01-06T09:00' }))
    expect(story.course().events.submitted).toBe('2027-01-06T09:00:00.000Z')
    expect(story.course().closings.get('submit')?.when).toBe('2027-01-06T09:00:00.000Z')
    expect(story.limitOf('panel')).not.toBe(before)
    expect(sent > '2027-01-06T09:00:00.000Z').toBe(true)
  })

  it('10.2.8 a case begun in December keeps the number of its year', () => {
    expect(aNotified().course().ref).toBe('RR-2026-01')
  })

  it('10.2.11 a conflict of interest: the alternate decides, acting for the commissioner, and nobody decides before there is one', () => {
    const story = withTheCommissioner()
    done(story.answers('icsc', 'agree', { F6: 'declared' }))
    expect(story.waitsFor('agree')).toEqual(['case alternate'])
    expect(refusalIn(story.answers('icsc', 'agree')).code).toBe('conflict')
    done(story.answers('qa-alt', 'agree', decides('no-review')))
    expect(story.course().closings.get('agree')?.as).toBe('case-alternate for icsc')
  })

  it('10.2.14 an inquorate meeting is held again; the clock runs on', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', scoped))
    story.jump('2027-01-05T12:00')
    done(story.answers('spa', 'meeting', { N1: '2027-01-05T10:00', N2: 'no', N2w: ['mps'], N4: 'no', N5: 'no' }))
    expect(story.waitsFor('meeting')).toHaveLength(1)
    expect(story.waitsFor('draft')).toEqual([])
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
  })

  it('10.2.15 and 10.2.17 a registered deputy answers from the member’s seat, and the seat has one answer', () => {
    const story = shared()
    done(story.presses('slt-mps-dep', 'share/mps', 'acknowledged'))
    expect(refusalIn(story.presses('slt-mps', 'share/mps', 'acknowledged')).code).toBe('already-done')
    expect(story.course().closings.get('share/mps')?.as).toBe('slt-member for slt-mps')
  })

  it('10.2.18 pressed twice, late, by somebody else, or after the draft has changed: answered, and nothing changes', () => {
    const story = shared()
    done(story.presses('slt-nhs', 'share/nhs', 'acknowledged'))
    const before = story.course().facts.length
    expect(refusalIn(story.presses('slt-nhs', 'share/nhs', 'acknowledged')).sentence).toContain('Noor Exampleton')
    expect(refusalIn(story.presses('slt-hac', 'share/nhs', 'acknowledged')).code).toBe('not-yours')
    expect(refusalIn(story.presses('slt-hac', 'share/hackney-council', 'nonsense')).code).toBe('no-such-outcome')
    expect(story.course().facts).toHaveLength(before)
    done(story.answers('spa', 'draft', { 'E5.1': 'Said otherwise' }, { form: 'E' }))
    expect(story.stage()).toBe('ICSC_REVIEW')
    expect(refusalIn(story.presses('slt-hac', 'share/hackney-council', 'acknowledged')).code).toBe('not-owed')
  })

  it('10.2.18 the commissioner decides on the version that was read: an older one is refused, and nothing typed is lost', () => {
    const story = withTheCommissioner()
    const open = story.say('desk', 'icsc', { verb: 'form.open', subject: story.subject, input: { owed: 'agree' } })
    done(story.answers('spa', 'draft', { 'E5.1': 'Said otherwise' }, { form: 'E' }))
    expect(refusalIn(story.through('desk', 'icsc', open, decides('no-review'))).code).toBe('text-changed')
    expect(story.waitsFor('agree')).toHaveLength(1)
  })

  it('10.2.19 ratification refused: the decision stays in force, a dispute opens, and submission is not blocked', () => {
    const story = shared()
    done(story.answers('slt-col', 'ratify/city-corporation', { G5: 'no' }, { form: 'G-ratify', outcome: 'refused' }))
    expect(story.waitsFor('ratify-dispute-4')).toHaveLength(1)
    expect(wordsOf(story.card('spa'))).toContain('A partner has refused to ratify. The decision stays in force.')
    acknowledged(story)
    done(story.answers('spa', 'submit', { H1: '2027-01-07T16:00' }))
    expect(story.stage()).toBe('AWAITING_PANEL')
  })

  it('10.2.20 a partner never acknowledges: at the end of day 14 it goes on, and the gap is recorded', async () => {
    const story = shared()
    for (const who of ['slt-hac', 'slt-nhs', 'slt-mps', 'slt-clp'] as const)
      done(story.presses(who, `share/${FIVE[who]}`, 'acknowledged'))
    await story.until('2027-01-12T09:00')
    expect(story.stage()).toBe('READY_TO_SUBMIT')
    expect(story.reads('spa')).toContain('Submit the Rapid Review to the Panel')
    expect(wordsOf(story.card('spa'))).toContain('Not acknowledged when the time was up: City of London Corporation.')
    done(
      story.answers(
        'slt-col',
        'share/city-corporation',
        { G2: 'point', G3: 'decision' },
        { form: 'G', outcome: 'dissent' },
      ),
    )
    expect(story.stage()).toBe('READY_TO_SUBMIT')
  })

  it('10.2.20 whoever stands behind that partner hears of it, and is shown no more; where nobody does, the adviser is asked to tell them', async () => {
    const story = shared()
    const seat = { person: 'lead-c', role: 'lead-representative', until: '2028-01-01', agency: 'city-corporation' }
    done(story.say('slack', 'spa', { verb: 'seat.give', input: seat }))
    for (const who of ['slt-hac', 'slt-nhs', 'slt-mps'] as const)
      done(story.presses(who, `share/${FIVE[who]}`, 'acknowledged'))
    await story.settle()
    expect(story.reads('lead-c')).toBe('')
    await story.until('2027-01-12T09:00')
    expect(story.reads('lead-c')).toContain('Escalated to you, who speak for City of London Corporation')
    expect(refusalIn(story.say('slack', 'lead-c', { verb: 'matter.see', subject: story.subject })).code).toBe(
      'not-yours',
    )
    const card = wordsOf(story.card('spa'))
    expect(card).toContain('Nobody is named here as lead representative of City of London Police: please tell')
    expect(card).not.toContain('lead representative of City of London Corporation')
    for (const partner of ['slt-hac', 'slt-nhs'])
      expect(wordsOf(story.card(partner))).not.toContain('please tell them yourself')
  })

  it('a point cannot call back what has gone to the Panel; dissent is recorded instead', async () => {
    const story = shared()
    await story.until('2027-01-12T09:00')
    done(story.answers('spa', 'submit', { H1: '2027-01-12T08:30' }))
    const late = story.answers(
      'slt-col',
      'share/city-corporation',
      { G2: 'point', G3: 'fact' },
      { form: 'G', outcome: 'point' },
    )
    expect(refusalIn(late).code).toBe('submitted-already')
    expect(story.stage()).toBe('AWAITING_PANEL')
  })

  it('10.2.21 the Panel asks: a third answer, with the date of its letter; then it answers again', async () => {
    const story = submitted()
    await story.until('2027-01-20T10:00')
    done(story.answers('spa', 'panel', { I2: 'asks', I3: '2027-02-02', I4: 'no' }))
    expect(story.limitOf('reply')).toBe('Tue 2 Feb 2027')
    expect(story.stage()).toBe('RECONVENE')
    await story.until('2027-02-01T10:00')
    done(story.answers('spa', 'reply', { IR1: '2027-02-01T09:00' }))
    expect(story.stage()).toBe('AWAITING_PANEL')
    expect(story.limitOf('panel')).toBe('Mon 1 Mar 2027')
  })

  it('10.2.22 no answer from the Panel: chased after twenty working days, never closed; the family does not wait for it', async () => {
    const story = submitted()
    expect(story.limitOf('panel')).toBe('Thu 4 Feb 2027')
    expect(story.limitOf('letter')).toBe('Thu 14 Jan 2027')
    await story.until('2027-03-01T10:00')
    expect(story.stage()).toBe('AWAITING_PANEL')
    expect(story.reads('spa')).toContain('overdue')
  })

  it('10.2.23 the decision changes after the family letter: police and CPS are asked again, and a second letter must go', async () => {
    const story = submitted()
    done(story.answers('pol-dis', 'advice', clear))
    done(story.presses('spa', 'letter-approval', 'approved'))
    done(story.answers('coord', 'letter', letterSent))
    await story.until('2027-02-04T10:00')
    done(story.answers('spa', 'panel', { I2: 'disagrees', I4: 'yes' }))
    for (const platform of ['slack', 'teams'] as const)
      expect(choicesOf(story, platform, 'reconvene', 'IA2')).toEqual(['confirmed', 'commission', 'local-learning'])
    expect(refusalIn(story.answers('icsc', 'reconvene', { IA2: 'no-review' })).code).toBe('not-a-change')
    done(story.answers('icsc', 'reconvene', { IA2: 'commission' }))
    expect(story.waitsFor('advice')).toHaveLength(1)
    done(story.answers('pol-dis', 'advice', clear))
    done(story.presses('spa', 'letter-approval', 'approved'))
    expect(story.waitsFor('letter')).toHaveLength(1)
    expect(story.course().past.filter((one) => one.owed === 'letter')).toHaveLength(1)
  })

  it('10.2.24 a hold stops the letter alone: decision, submission and learning go on, and its age is seen', async () => {
    const story = shared()
    done(story.answers('pol-dis', 'advice', { JH1: 'hold' }))
    expect(story.waitsFor('letter')).toEqual([])
    expect(refusalIn(story.answers('coord', 'letter', letterSent)).code).toBe('not-owed')
    acknowledged(story)
    done(story.answers('spa', 'submit', { H1: '2027-01-07T16:00' }))
    done(story.answers('spa', 'briefing', { LB3: ['homerton'] }))
    expect(story.limitOf('hold-review')).toBe('Thu 4 Feb 2027')
    await story.until('2027-01-21T10:00')
    expect(wordsOf(story.card('spa'))).toContain('since Thu 7 Jan 2027 (10 working days). The review goes on.')
    done(story.answers('pol-dis', 'hold-review', { JH1: 'hold' }))
    expect(story.limitOf('hold-review')).toBe('Thu 4 Mar 2027')
    done(story.answers('pol-dis', 'hold-review', clear))
    expect(story.waitsFor('letter-approval')).toHaveLength(1)
  })

  it('10.2.23 while a changed decision has police and CPS asked anew, nobody is to ask them again besides', async () => {
    const again = 'Ask police and CPS again'
    const story = submitted()
    done(story.answers('pol-dis', 'advice', { JH1: 'part' }))
    await story.until('2027-02-04T10:00')
    expect(wordsOf(story.card('spa', 'slack'))).toContain(again)
    done(story.answers('spa', 'panel', { I2: 'disagrees', I4: 'yes' }))
    done(story.answers('icsc', 'reconvene', { IA2: 'commission' }))
    await story.until('2027-02-11T10:00')
    expect(story.waitsFor('advice')).toHaveLength(1)
    expect(story.waitsFor('hold-review')).toEqual([])
    for (const platform of ['slack', 'teams'] as const)
      expect(wordsOf(story.card('spa', platform))).not.toContain(again)
    done(story.answers('pol-dis', 'advice', { JH1: 'part' }))
    expect(story.waitsFor('hold-review')).toHaveLength(1)
    expect(story.limitOf('hold-review')).toBe('Thu 11 Mar 2027')
  })
})

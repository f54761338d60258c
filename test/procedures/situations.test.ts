/** The situations of DOMAIN 10.2 that concern reviews, each told shortly. */
import { describe, expect, it } from 'vitest'
import { sayDate } from '../../src/kernel/time.ts'
import {
  clear,
  decides,
  drafted,
  heldQuorate,
  letterSent,
  nil,
  notified,
  raised,
  returned,
  scoped,
  told,
} from './answers.ts'
import { AT_THE_DESK, aReview, done, labelsOf, refusalIn, type Values, wordsOf } from './story.ts'

const FIVE = {
  'slt-hac': 'hackney-council',
  'slt-col': 'city-corporation',
  'slt-nhs': 'nhs',
  'slt-mps': 'mps',
  'slt-clp': 'city-police',
}
type Story = ReturnType<typeof aReview>

/** A statutory review of Hackney, notified on Thu 17 Dec 2026. */
function aNotified(values: Values = {}, how: Partial<Parameters<typeof aReview>[0]> = {}): Story {
  const story = aReview({ at: '2026-12-17T17:05', ...how })
  done(story.begins('lan-hac', 'rapid-review start', { ...notified, ...told('2026-12-17T17:00'), ...values }))
  return story
}

/** The same with the draft before the commissioner, on Wed 6 Jan 2027. */
function withTheCommissioner(values: Values = {}): Story {
  const story = aNotified(values)
  done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton', 'hackney-housing'] }))
  done(story.answers('hospital', 'returns/homerton', returned))
  story.jump('2027-01-05T12:00')
  done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
  story.jump('2027-01-06T15:20')
  done(story.answers('spa', 'draft', drafted))
  return story
}

function shared(decision = 'no-review'): Story {
  const story = withTheCommissioner()
  story.jump('2027-01-07T16:00')
  done(story.answers('icsc', 'agree', decides(decision)))
  done(story.presses('spa', 'circulate', 'shared'))
  return story
}

const acknowledged = (story: Story) => {
  for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `share/${agency}`, 'acknowledged'))
}

function submitted(decision = 'no-review'): Story {
  const story = shared(decision)
  acknowledged(story)
  done(story.answers('spa', 'submit', { H1: '2027-01-07T16:00' }))
  return story
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
    expect(story.waitsFor('dispute')).toHaveLength(1)
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

  it('10.2.25 a criminal trial never touches the fifteen days', () => {
    const story = aNotified()
    done(story.moves('pol-dis', 'proceedings', { JP1: ['charge', 'trial'], JP3: '2027-10-04' }))
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
  })

  it('10.2.26 a delay approved, then the trial collapses: an earlier date is possible, and the history is kept', () => {
    const story = commissioned()
    done(story.moves('icsc', 'delay', { KD1: 'prosecution', KD2: '2027-12-02' }))
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `delay-vote/${agency}`, 'approved'))
    expect(story.limitOf('publish')).toBe('Thu 2 Dec 2027')
    done(story.moves('icsc', 'delay', { KD1: 'other', KD2: '2027-09-16' }))
    expect(story.limitOf('publish')).toBe('Thu 2 Dec 2027')
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `delay-vote/${agency}`, 'approved'))
    expect(story.limitOf('publish')).toBe('Thu 16 Sep 2027')
    expect(story.course().extended.filter((one) => one.owed === 'publish')).toHaveLength(2)
  })

  it('T31 one partner refuses the delay: the date stands', () => {
    const story = commissioned()
    done(story.moves('icsc', 'delay', { KD1: 'family', KD2: '2027-12-02' }))
    done(story.answers('slt-nhs', 'delay-vote/nhs', {}, { form: 'K-delay-no', outcome: 'refused' }))
    expect(story.waitsFor('delay-vote')).toEqual([])
    expect(wordsOf(story.card('icsc'))).toContain('The delay was refused. The date stands.')
  })

  it('10.2.27 withdrawn: health and police give their views, the commissioner confirms, and every clock stops', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', scoped))
    expect(refusalIn(story.moves('slt-nhs', 'withdraw')).code).toBe('not-yours')
    done(story.moves('lan-hac', 'withdraw', { BW4: 'SIN-2026-0417' }))
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    expect(story.waitsFor('withdraw-confirm')).toEqual([])
    for (const who of ['slt-nhs', 'slt-mps'] as const)
      done(story.answers(who, `withdraw-view/${FIVE[who]}`, { BV1: 'yes' }))
    done(story.answers('icsc', 'withdraw-confirm', { BE1: 'yes', BE2: 'no' }))
    expect(story.stage()).toBe('WITHDRAWN')
    expect(story.store.read((tx) => tx.alarms.waiting(story.subject))).toEqual([])
  })

  it('10.2.27 withdrawn, with its learning kept: it goes on as a local review, without the Panel', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', scoped))
    done(story.moves('lan-hac', 'withdraw', { BW4: 'SIN-2026-0417' }))
    for (const who of ['slt-nhs', 'slt-mps'] as const)
      done(story.answers(who, `withdraw-view/${FIVE[who]}`, { BV1: 'yes' }))
    done(story.answers('icsc', 'withdraw-confirm', { BE1: 'yes', BE2: 'yes' }))
    expect(story.stage()).toBe('LOCAL_REVIEW')
    expect(story.limitOf('submit')).toBe('no date')
  })

  it('10.2.28 reopened: a new case, linked, without fifteen days of its own', () => {
    const story = aReview({ at: '2027-05-04T10:00' })
    done(story.begins('hcvs', 'rapid-review raise', { ...raised, A3: 'hcvs' }))
    done(story.answers('coord', 'acknowledge'))
    for (const who of ['slt-hac', 'slt-nhs', 'slt-mps'] as const)
      done(story.answers(who, `views/${FIVE[who]}`, { AV1: 'not-notifiable' }))
    done(story.answers('spa', 'discuss', { AT3: 'not-notifiable' }))
    done(story.answers('icsc', 'decide', { AD1: 'no' }))
    done(story.presses('coord', 'outcome', 'told'))
    expect(story.stage()).toBe('CLOSED_NOT_MET')
    const first = story.title
    done(story.moves('icsc', 'reopen', { AR1: 'inquest' }))
    expect(story.stage()).toBe('REOPENED')
    story.turnTo('rr-2027-02')
    expect(story.stage()).toBe('RAISED')
    expect(story.limitOf('submit')).toBe('no date')
    expect(wordsOf(story.card('spa'))).toContain(`Linked with ${first}.`)
  })

  it('10.2.29 two incidents of one child: linked, never merged', () => {
    const story = aNotified()
    done(story.moves('spa', 'link', { AL1: 'ROWAN', AL2: 'child' }))
    done(story.moves('spa', 'link', { AL1: 'HAZEL', AL2: 'incident' }))
    expect(wordsOf(story.card('spa'))).toContain('Linked with ROWAN, HAZEL.')
  })

  it('10.2.30 and 10.2.31 two areas: the place of the incident leads; the other notifier sees it and cannot notify', () => {
    const story = aNotified({ B0: 'no' })
    expect(refusalIn(story.command('slack', 'lan-col', `rapid-review ${story.title}`)).code).toBe('no-such-case')
    done(story.moves('spa', 'second-area', { AO1: 'city' }))
    expect(story.card('lan-col', 'slack').summary).toContain('notification due')
    expect(refusalIn(story.answers('lan-col', 'notify')).sentence).toContain('Alex Dummyson')
  })

  it('10.2.30 another area leads: only its requests and its date are here, and no clock of ours runs', () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(
      story.begins('spa', 'rapid-review contribute', {
        CC2: 'hackney',
        CC3: ['homerton', 'hackney-housing'],
        CC4: '2027-02-15',
      }),
    )
    expect(story.stage()).toBe('CONTRIBUTING')
    expect(story.limitOf('contribute')).toBe('Mon 15 Feb 2027')
    done(story.presses('hospital', 'contribute/homerton', 'sent'))
    done(story.presses('housing', 'contribute/hackney-housing', 'nil'))
    done(story.presses('spa', 'contributed', 'told'))
    expect(story.stage()).toBe('CONTRIBUTED')
  })

  it('10.2.32 outside England, and the child lives here: the home authority notifies', () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A5: 'outside-england', A6: 'city' }))
    done(story.answers('coord', 'acknowledge'))
    expect(story.waitsFor('views')).toEqual(['city-corporation', 'nhs', 'city-police'])
  })

  it('10.2.33 an unborn child has an age band and no date of birth', () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A13b: [{ age: 'unborn' }] }))
    expect(story.stage()).toBe('RAISED')
  })

  it('10.2.35 the authority disagrees: disputed, its limit keeps running, and the commissioner may open a local review meanwhile', () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A9: 'yes', A9t: '2027-02-01T09:00' }))
    done(story.answers('coord', 'acknowledge'))
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'not-notifiable' }))
    done(story.answers('slt-nhs', 'views/nhs', { AV1: 'notify' }))
    expect(refusalIn(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'notify' })).code).toBe(
      'not-the-authoritys-view',
    )
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'disputed' }))
    expect(story.stage()).toBe('DISPUTE')
    expect(story.limitOf('notify')).toBe('Mon 8 Feb 2027')
    expect(story.waitsFor('notify')).toHaveLength(1)
    done(story.answers('icsc', 'decide', { AD1: 'yes' }))
    expect(story.stage()).toBe('LOCAL_REVIEW')
    expect(story.waitsFor('notify')).toHaveLength(1)
  })

  it('10.2.37 a nil return is an answer; silence is not, and the gap is named', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton', 'hackney-housing'] }))
    done(story.answers('hospital', 'returns/homerton', nil))
    expect(story.waitsFor('returns')).toEqual(['hackney-housing'])
    story.jump('2027-01-05T12:00')
    done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
    const states = story
      .course()
      .owed.filter((one) => one.step === 'returns')
      .map((one) => one.status)
    expect(states).toEqual(['done', 'gap'])
  })

  it('10.2.38 an agency that is renamed in a later profile keeps its request: the case keeps the profile it began under', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', { ...scoped, C2: ['probation'] }))
    expect(story.course().owed.find((one) => one.step === 'returns')?.obligor.label).toBe('National Probation Service')
    expect(story.store.read((tx) => tx.subjects.get(story.subject)?.profile)).toBe('wt2018-chscp')
  })

  it('10.2.44 personal detail typed into a chat form is refused beside its field, not kept, and the case goes on', () => {
    const story = aNotified()
    const open = story.say('slack', 'spa', { verb: 'form.open', subject: story.subject, input: { owed: 'scope' } })
    const reply = story.through('slack', 'spa', open, {
      ...scoped,
      C1why: 'Mail mary.jones@example.com or ring 07700 900123',
    })
    expect(reply.kind).toBe('form')
    expect(JSON.stringify(reply)).not.toContain('07700')
    done(story.answers('spa', 'scope', { ...scoped, C1why: 'the year before' }))
    expect(story.stage()).toBe('GATHERING')
  })
})

/** A practice review, commissioned without the Panel's objection, with its reviewer at work. */
function commissioned(): Story {
  const story = submitted('commission')
  story.jump('2027-02-01T10:00')
  done(story.answers('spa', 'panel', { I2: 'agrees' }))
  done(story.presses('spa', 'report', 'circulated'))
  done(story.answers('icsc', 'terms', { K4: 'rev' }))
  done(story.answers('spa', 'reviewer'))
  return story
}

function reported(): Story {
  const story = commissioned()
  done(story.answers('spa', 'report-accepted'))
  done(story.presses('spa', 'anonymity', 'checked'))
  done(story.presses('bm', 'anonymity-again', 'checked'))
  return story
}

describe('publication', () => {
  it('10.2.39 a sensitive day is pointed out, and must be chosen knowingly', () => {
    const story = reported()
    done(story.answers('icsc', 'publication', { L1: 'full' }))
    const open = story.say('desk', 'spa', {
      verb: 'form.open',
      subject: story.subject,
      input: { owed: 'publication-date' },
    })
    expect(open.kind === 'form' && open.view.fields.map((field) => field.id)).not.toContain('LD2')
    done(story.answers('spa', 'publication-date', { LD1: '2027-03-25' }))
    expect(story.course().submitted.at(-1)?.answers.LD2).toBe('yes')
  })

  it('10.2.40 only the improvements are published: there are two things, and the justification is still owed to both', () => {
    const story = reported()
    done(story.answers('icsc', 'publication', { L1: 'improvements' }))
    expect(story.waitsFor('justify')).toHaveLength(1)
    expect(story.waitsFor('publication-date')).toHaveLength(1)
    expect(story.limitOf('justify')).toBe(story.limitOf('publish'))
    done(story.answers('icsc', 'justify'))
  })

  it('nothing is published: justified to the Panel and the Secretary of State, and learning goes on', () => {
    const story = reported()
    done(story.answers('icsc', 'publication', { L1: 'not' }))
    expect(story.waitsFor('publication-date')).toEqual([])
    done(story.answers('icsc', 'justify'))
    expect(story.stage()).toBe('NOT_PUBLISHED')
    done(story.answers('spa', 'briefing', { LB3: ['homerton'] }))
    done(story.answers('spa', 'plan', { MP2: 'no' }))
    expect(story.stage()).toBe('EMBEDDING')
  })
})

describe('dates that move', () => {
  it('V18 a one-off holiday inside the clock: the limit moves by a working day', async () => {
    const story = aNotified()
    await story.proclaim('2027-01-04', 'National day of mourning')
    expect(story.limitOf('submit')).toBe('Wed 13 Jan 2027')
  })

  it('moving a planned date shows what it moves, before anything moves; the submission stays', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', scoped))
    done(story.moves('spa', 'move-date', { CM1: 'meeting', CM2: '2027-01-07' }))
    expect(story.limitOf('meeting')).toBe('Tue 5 Jan 2027')
    const effect = story.course().procedure.steps['confirm-date']?.explains?.(story.course()).join('\n')
    expect(effect).toContain('Tue 5 Jan 2027 becomes Thu 7 Jan 2027')
    expect(effect).toContain('Wed 6 Jan 2027 becomes Fri 8 Jan 2027')
    expect(effect).toContain('Submission to the Panel stays Tue 12 Jan 2027')
    done(story.presses('spa', 'confirm-date', 'moved'))
    expect(['meeting', 'draft', 'share', 'submit'].map((step) => story.limitOf(step))).toEqual(
      ['2027-01-07', '2027-01-08', '2027-01-12', '2027-01-12'].map(sayDate),
    )
  })

  it('a statutory date takes a second person', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', scoped))
    done(story.moves('spa', 'move-date', { CM1: 'submit', CM2: '2027-01-14' }))
    expect(refusalIn(story.presses('spa', 'confirm-date', 'moved')).code).toBe('two-people')
    done(story.presses('icsc', 'confirm-date', 'moved'))
    expect(story.limitOf('submit')).toBe('Thu 14 Jan 2027')
    expect(wordsOf(story.card('spa'))).toContain('before that Tue 12 Jan 2027')
  })

  it('no statutory clock starts late: the submission is chased from the day of the notification', async () => {
    const story = aNotified()
    await story.until('2027-01-08T10:00')
    expect(story.reads('icsc')).toContain('Submit the Rapid Review to the Panel')
    expect(story.reads('icsc')).toContain('Its clock runs already; what comes before it must be done first.')
  })

  it('a return that says a child may not be safe asks the adviser again, at once', () => {
    const story = aNotified()
    done(story.answers('spa', 'safety', { CS1: 'yes' }))
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton'] }))
    done(story.answers('hospital', 'returns/homerton', { ...returned, D14: 'yes' }))
    expect(story.waitsFor('safety')).toHaveLength(1)
  })
})

describe('who sees what', () => {
  it('whoever may press sees the button, and no other: the adviser for the authority, a deputy for the member', () => {
    const story = aNotified({ B0: 'no' })
    expect(labelsOf(story.card('spa'))).toContain('Record the notification (local authority notifier)')
    expect(labelsOf(story.card('slt-nhs'))).not.toContain('Record the notification')
    const later = shared()
    expect(labelsOf(later.card('slt-mps-dep')).join()).toContain('Acknowledge (Met Police)')
  })

  it('lead members, lay members and agencies that were not asked learn of no case at all', () => {
    const story = shared()
    for (const who of ['lead-h', 'lay-h', 'cafcass', 'probation']) {
      expect(refusalIn(story.command('desk', who, `rapid-review ${story.title}`)).code).toBe('no-such-case')
      expect(story.reads(who)).toBe('')
    }
    expect(story.inChat()).not.toContain(AT_THE_DESK)
  })

  it('under the edition of 2023 the fifth purpose is asked, and the case keeps that edition', () => {
    const story = aNotified({}, { profile: 'wt2023-chscp' })
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton'] }))
    story.jump('2027-01-05T12:00')
    done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
    done(story.answers('spa', 'draft', drafted))
    expect(Object.keys(story.course().submitted.at(-1)?.answers ?? {})).toContain('E3.2')
    expect(story.course().subject.profile).toBe('wt2023-chscp')
  })
})

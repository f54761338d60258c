/** The situations of DOMAIN 10.2 that lie beside the main line: trials and delays, withdrawal, links, areas, agencies. */
import { describe, expect, it } from 'vitest'
import { mayDo } from '../../src/procedures/about.ts'
import { caseFace } from '../../src/procedures/cards/case.ts'
import { courseOf } from '../../src/procedures/engine/fold.ts'
import { heldQuorate, nil, notified, raised, scoped, told } from './answers.ts'
import { acknowledged, aNotified, commissioned, FIVE, shared } from './reviews.ts'
import { aReview, done, errorsIn, labelsOf, objectionIn, refusalIn, wordsOf } from './story.ts'

describe('10.2: what naive implementations get wrong about what lies outside the main line', () => {
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

  it('D-23 and T30 a quorate meeting approves the delay: the minute is asked for, shown, and nobody is asked for a vote any more', () => {
    const story = commissioned()
    done(story.moves('icsc', 'delay', { KD1: 'prosecution', KD2: '2027-12-02' }))
    story.jump('2027-02-12T10:00')
    expect(refusalIn(story.moves('slt-hac', 'delay-resolution')).code).toBe('not-yours')
    const resolved = { KX1: '2027-02-11', KX2: 'SLT-2027-02/4' }
    expect(objectionIn(story.moves('spa', 'delay-resolution', { ...resolved, KX1: '2027-01-29' }))).toContain(
      'no meeting before that can have approved it',
    )
    expect(errorsIn(story.moves('spa', 'delay-resolution', { ...resolved, KX2: '' }))).toEqual([
      'Enter the reference of the document',
    ])
    done(story.moves('spa', 'delay-resolution', resolved))
    expect(story.limitOf('publish')).toBe('Thu 2 Dec 2027')
    expect(story.waitsFor('delay-vote')).toEqual([])
    expect(story.limitOf('delay-told')).toBe('Thu 18 Feb 2027')
    expect(wordsOf(story.card('spa'))).toContain(
      'It was approved by the resolution of Thu 11 Feb 2027, minute SLT-2027-02/4.',
    )
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
    done(
      story.answers('icsc', 'withdraw-confirm', {
        BE1: 'yes',
        BE2: 'no',
        BE4n: 'yes',
        BE4: 'social worker',
        BE4t: '2026-12-21',
      }),
    )
    expect(story.stage()).toBe('WITHDRAWN')
    expect(wordsOf(story.card('hospital'))).toContain(
      'Agencies stop work on it. Return to the support team, or destroy,',
    )
    expect(story.course().submitted.at(-1)?.answers.BE4t).toBe('2026-12-21')
    expect(story.store.read((tx) => tx.alarms.waiting(story.subject))).toEqual([])
  })

  it('T40 what has gone to the Panel is withdrawn no more: a request that nobody answered by then is without object', () => {
    const story = shared()
    done(story.moves('lan-hac', 'withdraw', { BW4: 'SIN-2026-0417' }))
    acknowledged(story)
    done(story.answers('spa', 'submit', { H1: '2027-01-07T16:00' }))
    expect(story.waitsFor('withdraw-view')).toEqual([])
    expect(wordsOf(story.card('spa'))).not.toContain('The authority asks to withdraw')
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

  it('10.2.28 and T39 reopened: a new case, linked, without fifteen days of its own; the partners are told', async () => {
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
    await story.settle()
    expect(story.reads('slt-clp', 'teams')).toContain('Reopened as a new case')
    story.turnTo('rr-2027-02')
    expect(story.stage()).toBe('RAISED')
    expect(story.limitOf('submit')).toBe('no date')
    expect(wordsOf(story.card('spa'))).toContain(`Linked with ${first}.`)
  })

  it('10.2.29 two incidents of one child: linked, never merged, and each names the other', () => {
    const story = aNotified()
    const here = story.subject
    const others = ['spa', 'lan-hac'].map((who) => {
      done(story.begins(who, 'rapid-review start', { ...notified, ...told('2026-12-17T17:00'), B6: 'SIN-2026-0500' }))
      return story.title
    })
    story.turnTo(here)
    done(story.moves('spa', 'link', { AL1: others[0]?.toLowerCase(), AL2: 'child' }))
    done(story.moves('spa', 'link', { AL1: 'RR-2026-03', AL2: 'incident' }))
    expect(wordsOf(story.card('spa'))).toContain(`Linked with ${others.join(', ')}.`)
    const first = story.title
    story.turnTo('rr-2026-02')
    expect(wordsOf(story.card('spa'))).toContain(`Linked with ${first}.`)
  })

  it('10.2.29 a reference that fits no case is answered with the nearest ones, beside its field; nothing typed is lost', () => {
    const story = aNotified()
    const here = story.subject
    done(story.begins('spa', 'rapid-review start', { ...notified, ...told('2026-12-17T17:00'), B6: 'SIN-2026-0500' }))
    const other = story.title
    story.turnTo(here)
    const misspelt = `${other.slice(0, -1)}X`
    const reply = story.moves('spa', 'link', { AL1: misspelt, AL2: 'child' })
    expect(errorsIn(reply)).toEqual([`There is no such case. The only other is ${other}`])
    expect(reply.kind === 'form' && reply.view.fields.find(({ id }) => id === 'AL1')?.value).toBe(misspelt)
    expect(errorsIn(story.moves('spa', 'link', { AL1: story.title, AL2: 'child' }))).toEqual([
      `That is this case itself. The only other is ${other}`,
    ])
    done(story.moves('spa', 'link', { AL1: other, AL2: 'child' }))
    expect(errorsIn(story.moves('spa', 'link', { AL1: other, AL2: 'child' }))).toEqual([
      'These two are linked already. Nothing more is needed',
    ])
  })

  it('T2 whoever acknowledges a raised case is shown the open ones of its area and about its day', () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    const raisedOn = (A7: string) => done(story.begins('hospital', 'rapid-review raise', { ...raised, A7 }))
    const hintFor = (subject: string) => {
      const reply = story.say('slack', 'coord', { verb: 'form.open', subject, input: { owed: 'acknowledge' } })
      return reply.kind === 'form' ? reply.view.fields.find(({ id }) => id === 'AA2')?.hint : undefined
    }
    raisedOn('2027-01-04')
    raisedOn('2027-01-20')
    expect(hintFor(story.subject)).toContain('No open case of the same area and about the same day is known.')
    const near = story.title
    raisedOn('2027-01-22')
    expect(hintFor(story.subject)).toContain(`Open in the same area, about the same day: ${near}.`)
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
    expect(story.limitOf('triage-dispute-4')).toBe('Mon 8 Feb 2027')
    done(story.answers('icsc', 'decide', { AD1: 'yes' }))
    expect(story.stage()).toBe('LOCAL_REVIEW')
    expect(story.waitsFor('notify')).toHaveLength(1)
  })

  it('10.2.35 a local review goes on beside the dispute; settled “to notify”, the duty stands though a local review is open, and ends in the statutory one', async () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A9: 'yes', A9t: '2027-02-01T09:00' }))
    done(story.answers('coord', 'acknowledge'))
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'not-notifiable' }))
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'disputed' }))
    done(story.answers('icsc', 'decide', { AD1: 'yes' }))
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton', 'hackney-housing'] }))
    expect(story.waitsFor('returns')).toHaveLength(2)
    expect(wordsOf(story.card('spa'))).toContain('Local: nothing is sent to the Panel')
    await story.until('2027-02-03T10:00')
    done(story.answers('slt-nhs', 'triage-dispute-4', { YS1: 'settled', YS2: 'to notify' }))
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'notify' }))
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'notify' }))
    expect(story.stage()).toBe('LOCAL_REVIEW')
    for (const step of ['notify', 'tell']) {
      expect(story.waitsFor(step)).toHaveLength(1)
      expect(story.limitOf(step)).toBe('Mon 8 Feb 2027')
    }
    expect(story.waitsFor('returns')).toHaveLength(2)
    expect(wordsOf(story.card('spa'))).toContain(
      'Local until the local authority notifies it; then it goes to the Panel',
    )
    done(story.answers('lan-hac', 'notify', { ...notified, B1: '2027-02-01T09:00', B5: '2027-02-03T10:00' }))
    expect(story.stage()).toBe('GATHERING')
    expect(story.limitOf('submit')).toBe('Wed 24 Feb 2027')
    expect(story.waitsFor('returns')).toHaveLength(2)
  })

  it('T6 the dispute is settled: it is discussed again, and the limit for notifying has run all the time', async () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A9: 'yes', A9t: '2027-02-01T09:00' }))
    done(story.answers('coord', 'acknowledge'))
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'not-notifiable' }))
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'disputed' }))
    await story.until('2027-02-03T10:00')
    done(story.answers('slt-nhs', 'triage-dispute-4', { YS1: 'settled', YS2: 'to notify' }))
    expect(story.stage()).toBe('TRIAGE')
    expect(story.waitsFor('discuss')).toHaveLength(1)
    expect(story.waitsFor('notify')).toHaveLength(1)
    expect(story.limitOf('notify')).toBe('Mon 8 Feb 2027')
    expect(wordsOf(story.card('spa'))).toContain('Whether to notify is not settled. The limit keeps running meanwhile')
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'notify' }))
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'notify' }))
    expect(story.stage()).toBe('NOTIFICATION_DUE')
    expect(story.limitOf('notify')).toBe('Mon 8 Feb 2027')
  })

  it('T6 a partner disputes it before it has been discussed: it is stage 4 at once, the limit for notifying runs, and no case ends meanwhile', async () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', { ...raised, A9: 'yes', A9t: '2027-02-01T09:00' }))
    done(story.answers('coord', 'acknowledge'))
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'not-notifiable' }))
    expect(story.waitsFor('notify')).toEqual([])
    done(story.moves('slt-nhs', 'dispute', { AX2: 'yes' }))
    expect(story.stage()).toBe('DISPUTE')
    expect(story.limitOf('notify')).toBe('Mon 8 Feb 2027')
    expect(story.waitsFor('notify')).toHaveLength(1)
    expect(story.waitsFor('triage-dispute-4')).toHaveLength(1)
    await story.settle()
    expect(story.reads('lan-hac', 'slack')).toContain(
      'have not settled whether it must be notified. The limit runs all the same.',
    )
    done(story.answers('slt-nhs', 'views/nhs', { AV1: 'notify' }))
    done(story.answers('slt-mps', 'views/mps', { AV1: 'notify' }))
    expect(refusalIn(story.answers('icsc', 'decide', { AD1: 'no' })).code).toBe('disputed')
    done(story.answers('slt-nhs', 'triage-dispute-4', { YS1: 'settled', YS2: 'the authority notifies' }))
    expect(story.waitsFor('triage-dispute-4')).toEqual([])
    expect(story.waitsFor('notify')).toHaveLength(1)
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'notify' }))
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'notify' }))
    expect(story.stage()).toBe('NOTIFICATION_DUE')
    expect(story.limitOf('tell')).toBe('Mon 8 Feb 2027')
  })

  it('19.6 what the authority has said must be notified does not end without a review', () => {
    const story = aReview({ at: '2027-02-01T10:00' })
    done(story.begins('hospital', 'rapid-review raise', raised))
    done(story.answers('coord', 'acknowledge'))
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'notify' }))
    done(story.answers('slt-nhs', 'views/nhs', { AV1: 'not-notifiable' }))
    done(story.answers('slt-mps', 'views/mps', { AV1: 'not-notifiable' }))
    done(story.answers('spa', 'discuss', { AT2: '2027-02-01T09:00', AT3: 'disputed' }))
    done(story.answers('slt-nhs', 'triage-dispute-4', { YS1: 'not-settled' }))
    done(story.answers('icsc', 'triage-dispute-5', { YS1: 'not-settled', YS3: '2027-02-01' }))
    done(story.answers('spa', 'triage-dispute-refer', { YR2: '2027-02-01', YR3: 'not-referred' }))
    expect(refusalIn(story.answers('icsc', 'decide', { AD1: 'no' })).code).toBe('not-the-authoritys-view')
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

  it('10.2.38 the contact of an agency leaves with a return open: whoever takes the seat over is told at once, and sends it in', async () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton', 'elft'] }))
    await story.until('2026-12-18T10:00')
    done(story.command('slack', 'coord', 'muster left hospital'))
    await story.until('2026-12-21T10:00')
    expect(story.course().owed.find((one) => one.key === 'returns/homerton')?.obligor.people).toEqual([])
    expect(refusalIn(story.answers('elft', 'returns/homerton', nil)).code).toBe('nobody-now')
    expect(wordsOf(story.card('spa'))).toContain(
      'Nobody answers for Homerton University Hospital NHS Foundation Trust: give its contact’s seat to somebody.',
    )
    expect(story.reads('cafcass')).toBe('')
    const input = { person: 'cafcass', role: 'agency-contact', until: '2028-01-01', agency: 'homerton' }
    done(story.say('slack', 'spa', { verb: 'seat.give', input }))
    await story.settle()
    expect(story.reads('cafcass', 'teams')).toContain('Agency return')
    done(story.answers('cafcass', 'returns/homerton', nil))
    expect(story.waitsFor('returns')).toEqual(['elft'])
  })

  it('10.2.38 an agency becomes part of another: its open return is the successor’s, which sees the case and answers; the old contact does not', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', { ...scoped, C2: ['probation', 'homerton'] }))
    const { profile } = story.partnership
    const merged = {
      ...story.partnership,
      profile: {
        ...profile,
        agencies: {
          ...profile.agencies,
          probation: {
            ...(profile.agencies.probation as (typeof profile.agencies)[string]),
            successor: { agency: 'elft', from: '2026-12-21' },
          },
        },
      },
    }
    const on = (at: string) => {
      const { procedure, subject, facts, calendar } = story.course()
      return courseOf(procedure, subject, facts, { partnership: merged, calendar, at })
    }
    const whose = (at: string) => on(at).owed.find((one) => one.key === 'returns/probation')?.obligor
    expect(whose('2026-12-20T10:00:00.000Z')).toMatchObject({
      label: 'National Probation Service',
      people: ['probation'],
    })
    const later = on('2026-12-21T10:00:00.000Z')
    expect(whose(later.at)).toMatchObject({
      label: 'National Probation Service (now East London NHS Foundation Trust)',
      people: ['elft'],
    })
    expect(['elft', 'probation', 'hospital'].map((who) => mayDo(later, who, 'returns/probation'))).toEqual([
      true,
      false,
      false,
    ])
    expect(labelsOf(caseFace(later, 'elft', {}))).toContain('Open the agency return')
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

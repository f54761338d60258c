/** A data incident, from somebody's report or a name in a channel to its closing (PR-3, PR-20). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callsFor } from '../../src/chasing/ladder.ts'
import { hoursAfter, londonInstant, sayMoment } from '../../src/kernel/time.ts'
import { byRule } from '../../src/procedures/engine/limits.ts'
import { incident } from '../../src/procedures/incident/index.ts'
import { aReview, done, labelsOf, objectionIn, refusalIn, wordsOf } from '../procedures/story.ts'

const REPORT = { X1: 'no', X3: 'shown', X4: 'mail', X5: 'yes', X6: ['families'], X7: 'one' }

function anIncident(at: string, found = at) {
  const story = aReview({ at })
  done(
    story.through('desk', 'housing', story.command('desk', 'housing', 'muster incident'), {
      ...REPORT,
      X2: found,
      X8: 'What was in the letter',
    }),
  )
  const [subject] = story.store.read((tx) => tx.subjects.all('incident'))
  story.turnTo(subject?.id ?? 'none')
  return story
}

describe('anybody reports a data incident', () => {
  it('in chat with choices only; the adviser is called at night, on a Saturday, and the hours end on Tuesday', async () => {
    const story = aReview({ at: '2027-01-16T23:10' })
    const form = story.command('slack', 'lay-h', 'muster incident')
    const reply =
      form.kind === 'form' ? story.through('slack', 'lay-h', form, { ...REPORT, X2: '2027-01-16T22:40' }) : form
    done(reply)
    await story.settle()
    expect(story.reads('spa')).toContain('DI-2027-01: Decide whether the Information Commissioner is told')
    expect(story.reads('spa')).toContain('72 hours from Sat 16 Jan 2027 22:40')
    story.turnTo('di-2027-01')
    expect(story.reads('spa')).toContain('DI-2027-01: Contain it')
  })

  it('the 72 hours pass by hours, across a weekend: two days, one day, six hours, and the end', async () => {
    const story = anIncident('2027-01-15T16:00')
    await story.until('2027-01-16T16:30')
    const before = story.letters.filter(({ person }) => person === 'spa').length
    await story.until('2027-01-17T16:30')
    const after = story.letters.filter(({ person }) => person === 'spa')
    expect(after.length).toBeGreaterThan(before)
    expect(sayMoment(after.at(-1)?.at ?? '')).toBe('Sun 17 Jan 2027 16:00')
    await story.until('2027-01-18T10:30')
    expect(story.letters.filter(({ person }) => person === 'spa').at(-1)?.at).toBe(londonInstant('2027-01-18T10:00'))
  })

  it('is contained, told, decided, reported by a person and closed', async () => {
    const story = anIncident('2027-01-15T16:00')
    expect(story.stage()).toBe('OPEN')
    done(story.answers('spa', 'contain', { XC1: ['returned'], XC2: 'working' }))
    expect(story.stage()).toBe('OPEN')
    done(story.answers('bm', 'contain', { XC1: ['returned'], XC2: 'no' }))
    expect(story.stage()).toBe('CONTAINED')
    done(story.answers('coord', 'officer', { XO1: '2027-01-15T16:00' }))
    done(story.presses('spa', 'partners', 'told'))
    await story.until('2027-01-18T09:00')
    for (const partner of ['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp']) {
      expect(story.reads(partner)).toContain('Data incident DI-2027-01')
    }
    expect(refusalIn(story.answers('bm', 'decide')).code).toBe('not-yours')
    const unwise = story.answers('spa', 'decide', { XD1: 'high', XD2: 'not', XD3: 'as agreed' })
    expect(objectionIn(unwise)).toContain('high risk is always reported')
    done(story.answers('spa', 'decide', { XD1: 'high', XD2: 'report', XD3: 'as agreed' }))
    expect(story.stage()).toBe('TO_REPORT')
    await story.until('2027-01-18T15:00')
    done(story.answers('spa', 'report', { XR1: '2027-01-18T14:30', XR2: 'IC-0417-2027', XR4: 'no' }))
    done(story.answers('spa', 'people', { XP1: 'told', XP2: '2027-01-18T14:45' }))
    done(story.presses('spa', 'close', 'closed'))
    expect(story.stage()).toBe('CLOSED')
  })

  it('a report after the 72 hours must say why', async () => {
    const story = anIncident('2027-01-15T16:00')
    await story.until('2027-01-18T17:00')
    done(story.answers('spa', 'decide', { XD1: 'risk', XD2: 'report', XD3: 'as agreed' }))
    const silent = story.say('desk', 'spa', { verb: 'form.open', subject: story.subject, input: { owed: 'report' } })
    const draft = silent.kind === 'form' ? silent.view.draft : ''
    const answered = story.say('desk', 'spa', {
      verb: 'form.page',
      subject: story.subject,
      input: { draft, page: 'XR', go: 'next', values: { XR1: '2027-01-18T16:30', XR2: 'IC-0417-2027', XR4: 'no' } },
    })
    expect(answered.kind === 'form' && answered.view.fields.map(({ id }) => id)).toContain('XR3')
    done(story.answers('spa', 'report', { XR1: '2027-01-18T16:30', XR3: 'found on a holiday' }))
  })

  it('is seen by those who handle it, the partners and whoever reported it; by no other, and in no list of reviews', async () => {
    const story = anIncident('2027-01-15T16:00')
    const sees = (person: string) => story.say('desk', person, { verb: 'matter.see', subject: story.subject }).kind
    expect(['spa', 'bm', 'icsc', 'slt-hac', 'housing'].map(sees)).toEqual(Array(5).fill('message'))
    expect(['lay-h', 'lead-h', 'hospital', 'rev'].map(sees)).toEqual(Array(4).fill('refusal'))
    const reviews = story.command('desk', 'spa', 'rapid-review')
    expect(reviews.kind === 'message' && wordsOf(reviews.message)).not.toContain('DI-2027')
    const card = story.say('desk', 'housing', { verb: 'matter.see', subject: story.subject })
    expect(card.kind === 'message' && labelsOf(card.message)).not.toContain('Close')
    expect(story.inChat()).not.toContain('What was in the letter')
  })

  it('the hours are seventy-two to the millisecond, whenever it was found, also across both changes of the clock', () => {
    const story = anIncident('2027-01-15T16:00')
    const course = story.course()
    for (const [local, end] of [
      ['2027-03-26T18:30', 'Mon 29 Mar 2027 19:30'],
      ['2027-10-29T18:30', 'Mon 1 Nov 2027 17:30'],
      ['2027-10-31T01:30', 'Wed 3 Nov 2027 00:30'],
    ]) {
      const at = londonInstant(local as string)
      const limit = byRule({ ...course, events: { ...course.events, found: at } }, 'E-BREACH')
      expect(sayMoment(limit?.limitAt ?? '')).toBe(end)
    }
    const moments = fc.date({ min: new Date('2026-02-01'), max: new Date('2028-11-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const found = moment.toISOString()
        const at = { ...course, events: { ...course.events, found } }
        const limit = byRule(at, 'E-BREACH')
        expect(Date.parse(limit?.limitAt ?? '') - moment.getTime()).toBe(72 * 60 * 60 * 1000)
        const owed = course.owed.find(({ key }) => key === 'decide')
        const calls =
          owed && limit
            ? callsFor({ ...owed, openedAt: found, limit }, course.partnership.profile.chase, course.calendar)
            : []
        expect(calls.map((call) => call.at)).toEqual(
          [48, 24, 6, 0].map((left) => hoursAfter(limit?.limitAt ?? '', -left)),
        )
      }),
    )
    expect(Object.keys(incident.forms)).toContain('X')
  })
})

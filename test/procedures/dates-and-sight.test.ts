/** Dates that move, clocks that must not start late, and who sees what. */
import { describe, expect, it } from 'vitest'
import { sayDate } from '../../src/kernel/time.ts'
import { drafted, heldQuorate, raised, returned, scoped } from './answers.ts'
import { aNotified, shared } from './reviews.ts'
import { AT_THE_DESK, aReview, done, labelsOf, refusalIn, wordsOf } from './story.ts'

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
    const effect = story.course().procedure.steps['confirm-date']?.explains?.(story.course(), 'confirm-date').join('\n')
    expect(effect).toContain('Tue 5 Jan 2027 becomes Thu 7 Jan 2027')
    expect(effect).toContain('Wed 6 Jan 2027 becomes Fri 8 Jan 2027')
    expect(effect).toContain('Submission to the Panel stays Tue 12 Jan 2027')
    done(story.presses('spa', 'confirm-date', 'moved'))
    expect(['meeting', 'draft', 'share', 'submit'].map((step) => story.limitOf(step))).toEqual(
      ['2027-01-07', '2027-01-08', '2027-01-12', '2027-01-12'].map(sayDate),
    )
  })

  it('whoever scopes reads the dates they keep, and finds them filled in where they would change one', () => {
    const story = aNotified()
    const opened = story.say('slack', 'spa', { verb: 'form.open', subject: story.subject, input: { owed: 'scope' } })
    if (opened.kind !== 'form') throw new Error('no form')
    const page = story.say('slack', 'spa', { verb: 'form.open', input: { draft: opened.view.draft, page: 'C7' } })
    const asked = page.kind === 'form' ? page.view.fields.find(({ id }) => id === 'C7') : undefined
    expect(asked?.hint).toContain('Returns Thu 31 Dec 2026; meeting Tue 5 Jan 2027;')
    expect(asked?.hint).toContain('submitted by Tue 12 Jan 2027.')
    expect(story.store.read((tx) => tx.drafts.answers(opened.view.draft))).toContainEqual(
      expect.objectContaining({ question: 'C7b', value: '2027-01-05' }),
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

  it('whoever raised a case hears that it was acknowledged, and follows it no further until their agency is asked', async () => {
    const story = aReview({ at: '2026-12-11T15:30' })
    done(story.begins('hospital', 'rapid-review raise', raised))
    done(story.answers('coord', 'acknowledge'))
    await story.until('2026-12-14T09:00')
    const heard = story.reads('hospital', 'teams')
    expect(heard).toContain('Done: Acknowledge the raised case')
    expect(heard).toContain('What becomes of it is told to you by the support team.')
    expect(heard).not.toContain('Say whether this should be notified')
    expect(story.reads('slt-nhs', 'teams')).toContain('A case has been raised in Hackney.')
  })

  it('an agency that was asked sees its own part, and neither who else was asked nor what they said', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton', 'hackney-housing', 'mps'] }))
    done(story.presses('housing', 'receipt/hackney-housing', 'not-involved'))
    for (const who of ['hospital', 'housing']) {
      const seen = story.card(who)
      expect(wordsOf(seen)).toContain('Gathering agency returns.')
      expect(wordsOf(seen)).toContain('Asked of you')
      for (const others of ['Waiting for', 'not involved: 1', 'Progress check', 'Submit the Rapid Review'])
        expect(wordsOf(seen)).not.toContain(others)
      expect(labelsOf(seen)).toContain('Open the agency return')
      expect(labelsOf(seen)).not.toContain('Timeline')
    }
    expect(wordsOf(story.card('slt-nhs'))).toContain('Waiting for')
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

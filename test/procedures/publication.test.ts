/** The situations of DOMAIN 10.2 about publication. */
import { describe, expect, it } from 'vitest'
import { commissioned, reported, submitted } from './reviews.ts'
import { done, errorsIn, objectionIn, wordsOf } from './story.ts'

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

  it('19.26 no day is set that is over, or for which the copies would have had to go out before today', () => {
    const story = reported()
    done(story.answers('icsc', 'publication', { L1: 'full' }))
    const sets = (LD1: string) => story.answers('spa', 'publication-date', { LD1 })
    expect(objectionIn(sets('2027-01-28'))).toContain('Thu 28 Jan 2027 is over.')
    expect(objectionIn(sets('2027-02-09'))).toBe(
      'For Tue 9 Feb 2027 the Panel and the Secretary of State would have needed their copies by Fri 29 Jan 2027, and that day is over. Choose Wed 10 Feb 2027 or later.',
    )
    done(sets('2027-02-10'))
    expect(story.limitOf('advance')).toBe('Mon 1 Feb 2027')
  })

  it('19.24 a day after the limit wants its reason, as long as no delay has been approved, and whoever publishes reads it', () => {
    const story = reported()
    done(story.answers('icsc', 'publication', { L1: 'full' }))
    expect(story.limitOf('publish')).toBe('Wed 7 Jul 2027')
    done(story.answers('spa', 'publication-date', { LD1: '2027-07-07' }))
    expect(story.course().submitted.at(-1)?.answers).not.toHaveProperty('LD5')
    expect(errorsIn(story.answers('spa', 'publication-date', { LD1: '2027-07-08', LD5: '' }))).toEqual([
      'Write an answer',
    ])
    done(story.answers('spa', 'publication-date', { LD1: '2027-07-08', LD5: 'the trial ends in June' }))
    const { publish } = story.course().procedure.steps
    expect(publish?.explains?.(story.course(), 'publish')).toContain(
      'The date that was set lies after the limit, and no delay to it has been approved.',
    )
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

  it('T38 whoever says at the end that every action is done is held to it by the tracker; otherwise a reason is asked for', async () => {
    const story = reported()
    done(story.answers('icsc', 'publication', { L1: 'not' }))
    done(story.answers('icsc', 'justify'))
    done(story.answers('spa', 'briefing', { LB3: ['homerton'] }))
    const action = { recommendation: 'Ask', action: 'Ask at every visit', better: 'Seen', agency: 'homerton' }
    done(
      story.answers('spa', 'plan', {
        MP2: 'yes',
        MP3: [{ ...action, owner: 'named doctor', by: '2027-06-01', measure: 'an audit' }],
      }),
    )
    expect(story.reads('hospital')).toBe('')
    await story.settle()
    expect(story.reads('hospital', 'teams')).toContain('Ask at every visit')
    story.jump('2028-03-01T10:00')
    const impact = { LI1: 'yes', LI4: [{ row: 'action-2027-1', changed: 'yes', how: 'an audit' }] }
    done(story.answers('spa', 'check-6', impact))
    done(story.answers('spa', 'check-12', impact))
    expect(objectionIn(story.answers('icsc', 'close', { MC1: 'yes' }))).toContain(
      'Action 1 of 2027 is still open in the tracker.',
    )
    done(story.answers('icsc', 'close', { MC1: 'no', MC2: 'the service has closed' }))
    expect(story.stage()).toBe('CLOSED')
  })

  it('T35 once it is public everybody in the partnership’s channel is told where it is, without a word that leads back to the case', async () => {
    const story = reported()
    const where = { platform: 'slack', tenant: 'T', conversation: 'C-all', kind: 'channel' } as const
    done(story.say('slack', 'bm', { verb: 'command', where, input: { command: 'muster', text: 'here partnership' } }))
    done(story.answers('icsc', 'publication', { L1: 'full' }))
    done(story.answers('spa', 'publication-date', { LD1: '2027-02-24' }))
    done(story.answers('spa', 'advance'))
    done(story.answers('bm', 'publish', { LL2: 'www.chscp.example/reviews/1', LL3: '2027-02-01T09:00' }))
    await story.settle()
    const told = story.reads('#C-all')
    expect(told).toContain('Where: www.chscp.example/reviews/1')
    expect(told).not.toContain(story.title)
    expect(told).not.toContain(story.course().ref)
    expect(wordsOf(story.card('bm'))).toContain('In the NSPCC repository until Sun 1 Feb 2032.')
  })

  it('T24 the Panel takes a national review: its reference and what becomes of the local work are kept', () => {
    const story = submitted()
    done(story.answers('spa', 'panel', { I2: 'national', I7: 'NAT-2027-3', I8: 'joined' }))
    expect(story.stage()).toBe('NATIONAL')
    expect(story.course().submitted.at(-1)?.answers).toMatchObject({ I7: 'NAT-2027-3', I8: 'joined' })
  })

  it('T26 and T28 the terms begin with the lawful date; the agencies hear that it runs; each month the partners hear how', async () => {
    const story = commissioned()
    const terms = story.course().submitted.find(({ form }) => form === 'K')?.answers
    expect(terms).toMatchObject({
      K1: 'hackney',
      K9: story.course().owed.find(({ step }) => step === 'publish')?.limit?.limit,
    })
    await story.settle()
    expect(story.reads('hospital', 'teams')).toContain('Start the reviewer, and tell the Panel the name')
    done(story.answers('icsc', 'monitor'))
    await story.settle()
    expect(story.reads('slt-clp', 'teams')).toContain('Monitor the review’s time and quality: checked.')
  })
})

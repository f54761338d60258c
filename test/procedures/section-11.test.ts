/** A very different process on the same engine: a window in which many agencies answer one form, each by itself. */
import { describe, expect, it } from 'vitest'
import { aReview, done, labelsOf, refusalIn, wordsOf } from './story.ts'

const MANY = ['homerton', 'elft', 'hackney-housing', 'hcvs', 'cafcass', 'probation', 'hackney-schools']
const who: Readonly<Record<string, string>> = {
  homerton: 'hospital',
  elft: 'elft',
  hcvs: 'hcvs',
  cafcass: 'cafcass',
  probation: 'probation',
  'hackney-schools': 'schools-h',
}

describe('the section 11 window of 2027', () => {
  const story = aReview({ at: '2027-05-10T09:30' })

  it('opens on Mon 10 May with one command, and asks each agency where it is', async () => {
    done(story.begins('coord', 'actions audit', { SO1: MANY }))
    expect(story.stage()).toBe('OPEN')
    await story.settle()
    expect(story.reads('hospital', 'teams')).toContain('Answer the self-evaluation for your agency')
    expect(story.reads('housing', 'slack')).toContain('Answer the self-evaluation for your agency')
    expect(story.limitOf('submit')).toBe('Mon 5 Jul 2027')
  })

  it('an agency answers for itself, and for no other', () => {
    expect(refusalIn(story.answers('hospital', 'submit/elft')).code).toBe('not-yours')
    done(story.answers('hospital', 'submit/homerton', { SR3: 'yes' }))
    expect(story.waitsFor('submit')).not.toContain('homerton')
  })

  it('what is not signed off is saved, and still owed', () => {
    done(story.answers('elft', 'submit/elft', { SR3: 'no' }))
    expect(story.waitsFor('submit')).toContain('elft')
  })

  it('whoever has not answered is chased by name; when the window closes the silent are named, and nobody’s silence is an answer', async () => {
    for (const agency of Object.keys(who))
      if (agency !== 'homerton') done(story.answers(who[agency] as string, `submit/${agency}`, { SR3: 'yes' }))
    await story.until('2027-07-06T10:00')
    expect(story.reads('housing', 'slack')).toContain('Reminder: overdue.')
    expect(story.stage()).toBe('CLOSED')
    const reply = story.say('desk', 'spa', { verb: 'matter.see', subject: story.subject })
    expect(reply.kind === 'message' && wordsOf(reply.message)).toContain(
      'No answer when the window closed: Hackney Housing Services. A late one still counts.',
    )
    done(story.answers('housing', 'submit/hackney-housing', { SR3: 'yes' }))
  })

  it('peer review, survey and the report to the Executive end it', () => {
    done(story.presses('spa', 'peer-review', 'held'))
    done(story.presses('coord', 'survey', 'held'))
    expect(story.stage()).toBe('REVIEWED')
    done(story.answers('spa', 'report'))
    expect(story.stage()).toBe('REPORTED')
    expect(story.store.read((tx) => tx.subjects.get(story.subject)?.open)).toBe(false)
  })

  it('a safeguarding partner outside it reads, and has nothing to press', () => {
    const reply = story.say('desk', 'slt-nhs', { verb: 'matter.see', subject: story.subject })
    expect(reply.kind === 'message' && labelsOf(reply.message)).toEqual([])
  })
})

/** A very different process on the same engine: a window in which many agencies answer one form, each by itself. */
import { describe, expect, it } from 'vitest'
import { aReview, done, labelsOf, objectionIn, refusalIn, wordsOf } from './story.ts'

const MANY = ['homerton', 'elft', 'hackney-housing', 'hcvs', 'cafcass', 'probation', 'hackney-schools']
const who: Readonly<Record<string, string>> = {
  homerton: 'hospital',
  elft: 'elft',
  hcvs: 'hcvs',
  cafcass: 'cafcass',
  probation: 'probation',
  'hackney-schools': 'schools-h',
}

/** How an agency stands on each standard; met where nothing is said. */
const stands = (weak: Readonly<Record<string, string>>) => ({
  SR1: ['leadership', 'policies', 'listening', 'recruitment', 'training', 'sharing'].map((row) => ({
    row,
    met: weak[row] ?? 'met',
  })),
})

describe('the section 11 window of 2027', () => {
  const story = aReview({ at: '2027-05-10T09:30' })
  const audit = (person: string) => {
    const reply = story.say('desk', person, { verb: 'matter.see', subject: story.subject })
    return reply.kind === 'message' ? wordsOf(reply.message) : reply.kind
  }

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
    done(
      story.answers('elft', 'submit/elft', {
        ...stands({ training: 'partly' }),
        SR2: 'Train every new starter',
        SR3: 'yes',
      }),
    )
    for (const agency of Object.keys(who))
      if (!['homerton', 'elft'].includes(agency))
        done(story.answers(who[agency] as string, `submit/${agency}`, { SR3: 'yes' }))
    await story.until('2027-07-06T10:00')
    expect(story.reads('housing', 'slack')).toContain('Reminder: overdue.')
    expect(story.stage()).toBe('CLOSED')
    expect(audit('spa')).toContain(
      'No answer when the window closed: Hackney Housing Services. A late one still counts.',
    )
    done(story.answers('housing', 'submit/hackney-housing', { ...stands({ listening: 'not' }), SR3: 'yes' }))
  })

  it('20.12 what is not fully met becomes an action only when a person has confirmed it, with an owner and a day; none is left out', async () => {
    done(story.presses('spa', 'peer-review', 'held'))
    done(story.presses('coord', 'survey', 'held'))
    expect(story.stage()).toBe('REVIEWED')
    expect(story.waitsFor('report')).toEqual([])
    expect(audit('coord')).toContain('2 standards are not fully met, in 2 agencies.')
    expect(story.store.read((tx) => tx.subjects.all('action'))).toEqual([])

    const open = story.say('teams', 'spa', {
      verb: 'form.open',
      subject: story.subject,
      input: { owed: 'weak', page: 'SA' },
    })
    const begun = open.kind === 'form' ? open.view.fields.find(({ id }) => id === 'SA1')?.value : undefined
    expect(begun).toEqual([
      { agency: 'elft', standard: 'training', action: 'Train every new starter', owner: 'elft', by: '' },
      { agency: 'hackney-housing', standard: 'listening', action: '', owner: 'housing', by: '' },
    ])
    const elft = {
      agency: 'elft',
      standard: 'training',
      action: 'Train every new starter',
      owner: 'elft',
      by: '2027-12-01',
    }
    const missing = objectionIn(story.through('teams', 'spa', open, { SA1: [elft] }))
    expect(missing).toContain('No action is there yet for Hackney Housing Services: listening to children.')
    expect(story.store.read((tx) => tx.subjects.all('action'))).toEqual([])

    const housing = {
      agency: 'hackney-housing',
      standard: 'listening',
      action: 'Ask tenants’ children',
      owner: 'housing',
      by: '2027-11-01',
    }
    done(story.answers('spa', 'weak', { SA1: [elft, housing] }))
    await story.settle()
    expect(story.reads('elft', 'teams')).toContain('Train every new starter')
    expect(story.reads('housing', 'slack')).toContain('Ask tenants’ children')
    const seen = story.command('slack', 'bm', 'actions quality')
    expect(seen.kind === 'message' && wordsOf(seen.message)).toMatch(
      /2027-2 \| Ask tenants’ children \| Gil Nullman \| Mon 1 Nov 2027/,
    )
    expect(audit('coord')).toContain('2 actions are in the tracker.')
  })

  it('the report to the Executive ends it', () => {
    done(story.answers('spa', 'report'))
    expect(story.stage()).toBe('REPORTED')
    expect(story.store.read((tx) => tx.subjects.get(story.subject)?.open)).toBe(false)
  })

  it('a safeguarding partner outside it reads, and has nothing to press', () => {
    const reply = story.say('desk', 'slt-nhs', { verb: 'matter.see', subject: story.subject })
    expect(reply.kind === 'message' && labelsOf(reply.message)).toEqual([])
  })
})

it('20.12 a late answer with a standard that is not fully met asks for its action as well', async () => {
  const story = aReview({ at: '2027-05-10T09:30' })
  done(story.begins('coord', 'actions audit', { SO1: ['homerton', 'elft'] }))
  done(story.answers('hospital', 'submit/homerton', { ...stands({ policies: 'not' }), SR3: 'yes' }))
  await story.until('2027-07-06T10:00')
  done(story.presses('spa', 'peer-review', 'held'))
  const row = { action: 'Write it', owner: 'hospital', by: '2027-12-01' }
  const homerton = { ...row, agency: 'homerton', standard: 'policies' }
  done(story.answers('spa', 'weak', { SA1: [homerton] }))
  expect(story.waitsFor('weak')).toEqual([])
  done(story.answers('elft', 'submit/elft', { ...stands({ policies: 'partly' }), SR3: 'yes' }))
  expect(story.waitsFor('weak')).toHaveLength(1)
  done(
    story.answers('spa', 'weak', { SA1: [homerton, { ...row, agency: 'elft', standard: 'policies', owner: 'elft' }] }),
  )
  expect(story.store.read((tx) => tx.subjects.all('action'))).toHaveLength(2)
})

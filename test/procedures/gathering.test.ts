/** What lies between the request and the meeting: told, chased, escalated, added to, gone on without (DOMAIN 1.2 D-07 to D-11; 2.3 T10 to T14). */
import { describe, expect, it } from 'vitest'
import { heldQuorate, returned, scoped } from './answers.ts'
import { aNotified, shared } from './reviews.ts'
import { done, labelsOf, objectionIn, refusalIn, wordsOf } from './story.ts'

const asking = (...agencies: readonly string[]) => {
  const story = aNotified()
  done(story.answers('spa', 'scope', { ...scoped, C2: agencies, C5: 'partners-request' }))
  return story
}

describe('gathering', () => {
  it('T10 and 26.1 every request says under which word and on which basis, and asks for no more than is needed', async () => {
    const story = asking('homerton')
    await story.until('2026-12-18T09:00')
    expect(story.reads('hospital', 'teams')).toContain('Basis: Required by the safeguarding partners')
    expect(story.reads('hospital', 'teams')).toContain('with the least that is needed')
  })

  it('D-09 the progress check sends whatever is unacknowledged up to those who speak for the agency, and to nobody else', async () => {
    const story = asking('mps', 'hackney-housing', 'homerton')
    done(story.presses('hospital', 'receipt/homerton', 'involved'))
    await story.until('2026-12-24T10:00')
    done(story.presses('coord', 'progress', 'checked'))
    await story.settle()
    expect(story.reads('slt-mps', 'teams')).toContain(
      'Escalated to you, who speak for Metropolitan Police Service, Central East BCU: it is overdue, and nothing has been heard.',
    )
    expect(story.reads('housing')).toContain('Escalated to you, who speak for Hackney Housing Services')
    expect(story.reads('hospital')).not.toContain('Escalated')
    expect(story.reads('slt-nhs')).not.toContain('Escalated')
  })

  it('T11 an agency that is given more time is told so, and not reminded of a day that has become a later one', async () => {
    const story = asking('hackney-housing')
    await story.until('2026-12-31T17:05')
    done(story.moves('spa', 'extend', { CE1: 'hackney-housing', CE2: '2027-01-04', CE3: 'Closed over the holiday' }))
    await story.settle()
    const read = story.reads('housing')
    expect(read).toContain('a date of yours has moved')
    expect(read).toContain('Mon 4 Jan 2027; before that Thu 31 Dec 2026')
    expect(read).not.toContain('This reminder is late')
    expect(story.reads('spa')).not.toContain('a date of yours has moved')
    await story.until('2027-01-04T09:05')
    expect(story.reads('housing')).toContain('Reminder: due today.')
  })

  it('T11 the adviser asks an agency to say more: it is asked again, with what it wrote before it', async () => {
    const story = asking('homerton', 'elft')
    expect(objectionIn(story.moves('spa', 'follow-up', { CP1: 'homerton', CP2: 'the dates' }))).toContain(
      'is not in yet',
    )
    done(story.answers('hospital', 'returns/homerton', returned))
    expect(refusalIn(story.moves('hospital', 'follow-up')).code).toBe('not-yours')
    done(story.moves('spa', 'follow-up', { CP1: 'homerton', CP2: 'the dates of the two visits' }))
    expect(story.waitsFor('returns')).toEqual(['homerton', 'elft'])
    await story.settle()
    expect(story.reads('hospital', 'teams')).toContain('More is asked for: the dates of the two visits')
    done(story.answers('hospital', 'returns/homerton', { D12: 'no' }))
    const versions = story.course().submitted.filter(({ form }) => form === 'D')
    expect(versions.map(({ version, answers }) => [version, answers.D1, answers.D12])).toEqual([
      [1, 'yes', 'yes'],
      [2, 'yes', 'no'],
    ])
  })

  it('3.1 a return may be amended until it has gone to the Panel; a child who is not safe is heard of at once, whatever else is not ready', () => {
    const story = asking('homerton')
    done(story.answers('spa', 'safety', { CS1: 'yes' }))
    done(story.answers('hospital', 'returns/homerton', { D1: 'checking', D14: 'yes' }))
    expect(story.waitsFor('returns')).toEqual(['homerton'])
    expect(story.waitsFor('safety')).toHaveLength(1)
    done(story.answers('spa', 'safety', { CS1: 'yes' }))
    done(story.answers('hospital', 'returns/homerton', returned))
    const more = story.say('teams', 'hospital', { verb: 'matter.see', subject: story.subject, input: { view: 'more' } })
    expect(more.kind === 'card' && labelsOf(more.message)).toContain('Amend: Open the agency return')
    done(story.answers('hospital', 'returns/homerton', { D14: 'yes' }))
    expect(story.waitsFor('safety')).toHaveLength(1)
    expect(story.waitsFor('returns')).toEqual([])
  })

  it('T12 the adviser goes on without what is missing, each with its reason; its leads are told, and it can still be given', async () => {
    const story = asking('homerton', 'mps')
    done(story.answers('hospital', 'returns/homerton', returned))
    expect(objectionIn(story.moves('spa', 'cut-off', { CU1: [{ agency: 'homerton', why: 'in' }] }))).toContain(
      'No reason is given for Metropolitan Police Service',
    )
    await story.until('2027-01-04T10:00')
    done(story.moves('spa', 'cut-off', { CU1: [{ agency: 'mps', why: 'a live investigation' }] }))
    expect(story.stage()).toBe('MEETING_READY')
    await story.settle()
    expect(story.reads('slt-mps', 'teams')).toContain('Escalated to you')
    done(story.answers('pol-dis', 'returns/mps', returned))
    expect(story.course().owed.find((one) => one.key === 'returns/mps')?.status).toBe('done')
  })

  it('T14 an inquorate meeting is held again within two working days, whose absence it was is told, and the fifteen days run', async () => {
    const story = asking('homerton')
    story.jump('2027-01-05T12:00')
    const inquorate = { N1: '2027-01-05T10:00', N2: 'no', N2w: ['mps'], N2v: 'again', N4: 'no', N5: 'no' }
    done(story.answers('spa', 'meeting', inquorate))
    expect(story.limitOf('meeting')).toBe('Thu 7 Jan 2027')
    expect(story.limitOf('submit')).toBe('Tue 12 Jan 2027')
    await story.settle()
    expect(story.reads('slt-mps', 'teams')).toContain('Hold the Rapid Review meeting: inquorate.')
    expect(story.reads('slt-clp')).not.toContain('inquorate')
    story.jump('2027-01-07T12:00')
    done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-07T10:00' }))
    expect(story.stage()).toBe('DRAFTING')
  })

  it('10.2.14 or those who were absent give their view in writing, and it goes on', () => {
    const story = asking('homerton')
    story.jump('2027-01-05T12:00')
    const written = {
      N1: '2027-01-05T10:00',
      N2: 'no',
      N2w: ['mps'],
      N2v: 'written',
      N2r: 'BCU commander',
      N4: 'no',
      N5: 'no',
    }
    done(story.answers('spa', 'meeting', written))
    expect(story.stage()).toBe('DRAFTING')
    expect(story.course().submitted.at(-1)?.answers.N2r).toBe('BCU commander')
  })

  it('T18 the adviser hears of every point a partner raises, also of one about the wording', async () => {
    const story = shared()
    done(story.answers('slt-nhs', 'share/nhs', { G2: 'point', G3: 'wording' }, { form: 'G', outcome: 'point' }))
    await story.settle()
    expect(story.reads('spa')).toContain(
      'Read the Rapid Review, and acknowledge it or raise a point: point of wording.',
    )
    expect(wordsOf(story.card('spa'))).toContain('1 of 5')
  })
})

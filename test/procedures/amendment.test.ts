/** Another one: five partners must all agree, and silence is not agreement (29.2). */
import { describe, expect, it } from 'vitest'
import { aReview, done, refusalIn } from './story.ts'

const FIVE = {
  'slt-hac': 'hackney-council',
  'slt-col': 'city-corporation',
  'slt-nhs': 'nhs',
  'slt-mps': 'mps',
  'slt-clp': 'city-police',
}

describe('an amendment of the arrangements', () => {
  const story = aReview({ at: '2027-04-12T10:00' })

  it('is proposed with one command, and each partner has a button of its own', async () => {
    done(story.begins('spa', 'decisions amend', { ZP3: '2027-06-01' }))
    await story.settle()
    expect(story.reads('slt-clp', 'teams')).toContain('[Agree]')
    expect(story.reads('slt-hac', 'slack')).toContain('[We need time]')
  })

  it('a partner answers for itself alone', () => {
    expect(refusalIn(story.presses('slt-hac', 'answer/nhs', 'agreed')).code).toBe('not-yours')
    expect(refusalIn(story.presses('exec', 'answer/nhs', 'agreed')).code).toBe('not-known')
  })

  it('asking for time is no answer, and a year of silence is none either', async () => {
    done(story.presses('slt-col', 'answer/city-corporation', 'time', 'slack'))
    for (const [who, agency] of Object.entries(FIVE))
      if (agency !== 'city-corporation') done(story.presses(who, `answer/${agency}`, 'agreed'))
    await story.until('2028-04-12T10:00')
    expect(story.stage()).toBe('PROPOSED')
    expect(story.waitsFor('answer')).toEqual(['city-corporation'])
  })

  it('an objection brings in the commissioner; asked again, all five must answer anew', async () => {
    done(story.answers('slt-col', 'answer/city-corporation', {}, { form: 'Z-object', outcome: 'objected' }))
    expect(story.stage()).toBe('OBJECTED')
    await story.settle()
    expect(story.reads('icsc', 'slack')).toContain('Facilitate: a partner objects')
    expect(refusalIn(story.presses('spa', 'facilitate', 'again')).sentence).toContain('Marlowe Testwick')
    done(story.presses('icsc', 'facilitate', 'again', 'slack'))
    expect(story.waitsFor('answer')).toHaveLength(5)
  })

  it('on five agreements the new version is recorded, and is in force', () => {
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `answer/${agency}`, 'agreed'))
    expect(story.stage()).toBe('AGREED')
    done(story.answers('spa', 'publish', { ZV1: '2027.1' }))
    expect(story.stage()).toBe('IN_FORCE')
  })

  it('10.2.45 with a seat vacant it cannot pass, and the card says who must nominate', () => {
    const later = aReview({ at: '2029-03-30T10:00' })
    done(later.begins('spa', 'decisions amend', {}))
    later.jump('2029-04-02T10:00')
    const message = later.course().procedure.remarks?.(later.course()) ?? []
    expect(message.map((one) => one.text).join()).toContain('Nobody holds the seat of Hackney Council')
  })
})

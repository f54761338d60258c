/** The ladder of a dispute: five stages with their owners and days, told to more people the higher it goes, and past the last only by resolution (27.1, 27.2, 29.2). */
import { describe, expect, it } from 'vitest'
import { shared } from './reviews.ts'
import { AT_THE_DESK, aReview, done, errorsIn, labelsOf, refusalIn, wordsOf } from './story.ts'

const opened = { YO1: 'no', YO2: 'homerton', YO3: ['hackney-housing'], YO4: 'response', YO5: '1' }
const aDispute = (values = {}) => {
  const story = aReview({ at: '2027-02-01T10:00' })
  done(story.begins('hospital', 'decisions dispute', { ...opened, ...values }))
  return story
}
type Story = ReturnType<typeof aDispute>
const face = (story: Story, person: string) => {
  const reply = story.say('desk', person, { verb: 'matter.see', subject: story.subject })
  return reply.kind === 'message' ? wordsOf(reply.message) : reply.kind
}
const stands = { YS1: 'not-settled' }

describe('a dispute', () => {
  it('27.1 begins with the practitioners: both organisations are asked, and nobody else hears of it', async () => {
    const story = aDispute()
    expect(story.title).toBe('DS-2027-01')
    expect(story.stage()).toBe('STAGE_1')
    expect(story.limitOf('stage-1')).toBe('Wed 3 Feb 2027')
    await story.settle()
    expect(story.reads('housing')).toContain('Stage 1 of 5: Practitioners.')
    expect(story.reads('coord')).toBe('')
    expect(face(story, 'lay-h')).toBe('refusal')
    expect(face(story, 'elft')).not.toContain(AT_THE_DESK)
    expect(face(story, 'slt-nhs')).not.toContain(AT_THE_DESK)
    expect(refusalIn(story.answers('rev', 'stage-1', stands)).code).toBe('not-yours')
  })

  it('27.1 goes up as soon as somebody says that it is not settled, and by itself when the days have passed; from stage 3 the support team knows', async () => {
    const story = aDispute()
    done(story.answers('housing', 'stage-1', stands))
    expect(story.stage()).toBe('STAGE_2')
    expect(story.limitOf('stage-2')).toBe('Thu 4 Feb 2027')
    await story.until('2027-02-04T17:00')
    expect(story.reads('coord')).toBe('')
    await story.until('2027-02-05T09:00')
    expect(story.stage()).toBe('STAGE_3')
    expect(story.reads('coord')).toContain('DS-2027-01: at stage 3')
    expect(story.limitOf('stage-3')).toBe('Tue 9 Feb 2027')
    expect(story.course().owed.find((one) => one.step === 'stage-2')?.status).toBe('gap')
  })

  it('27.1 stage 4 is the safeguarding partners’, stage 5 the commissioner’s, who writes down with whom they met (29.2)', async () => {
    const story = aDispute({ YO5: '4' })
    expect(story.stage()).toBe('STAGE_4')
    expect(story.limitOf('stage-4')).toBe('Mon 8 Feb 2027')
    await story.settle()
    expect(story.reads('slt-clp', 'teams')).toContain('Stage 4 of 5: Safeguarding partners.')
    expect(story.reads('spa')).toContain('DS-2027-01: at stage 4')
    expect(
      errorsIn(
        story.through(
          'desk',
          'slt-nhs',
          story.say('desk', 'slt-nhs', { verb: 'form.open', subject: story.subject, input: { owed: 'stage-4' } }),
          { ...stands, YS3: '' },
        ),
      ),
    ).toEqual([])
    expect(story.stage()).toBe('STAGE_5')
    expect(story.limitOf('stage-5')).toBe('Mon 15 Feb 2027')
    await story.settle()
    expect(story.reads('icsc')).toContain('Stage 5 of 5: The commissioner facilitates.')
    expect(refusalIn(story.answers('slt-nhs', 'stage-5', stands)).next).toBe('Ask Marlowe Testwick.')
    done(
      story.answers('icsc', 'stage-5', {
        YS1: 'settled',
        YS2: 'a joint visit every fortnight',
        YS3: '2027-02-01',
        YS4: ['homerton'],
      }),
    )
    expect(story.stage()).toBe('SETTLED')
    await story.settle()
    expect(story.reads('hospital', 'teams')).toContain('Settled.')
    expect(story.store.read((tx) => tx.alarms.waiting(story.subject))).toEqual([])
  })

  it('27.2 past the last stage only a resolution of the partners takes it to the Secretary of State; Muster refers nothing', async () => {
    const story = aDispute({ YO5: '4' })
    await story.until('2027-02-23T10:00')
    expect(story.stage()).toBe('STAGE_6')
    expect(story.waitsFor('stage-refer')).toHaveLength(1)
    expect(story.reads('spa')).toContain(
      'Referral to the Secretary of State needs a resolution of the safeguarding partners (27.2).',
    )
    expect(refusalIn(story.answers('slt-nhs', 'stage-refer')).sentence).toContain('Priya Sampleton')
    expect(errorsIn(story.answers('spa', 'stage-refer', { YR1: '', YR3: 'referred' }))).toEqual([
      'Enter the reference of the document',
    ])
    done(
      story.answers('spa', 'stage-refer', {
        YR1: 'SLT-2027-02/7',
        YR2: '2027-02-22',
        YR3: 'referred',
        YR4: '2027-02-23T09:00',
        YR5: 'DOC-9',
      }),
    )
    expect(story.stage()).toBe('REFERRED')
  })

  it('where a child is at immediate risk no stage is waited for: 999 is said, and it is the partners’ at once', async () => {
    const story = aDispute()
    const open = story.say('slack', 'housing', {
      verb: 'form.open',
      subject: story.subject,
      input: { owed: 'move/risk' },
    })
    expect(JSON.stringify(open)).toContain('call 999')
    done(story.moves('housing', 'risk'))
    expect(story.stage()).toBe('STAGE_4')
    expect(story.limitOf('stage-4')).toBe('Mon 8 Feb 2027')
    expect(face(story, 'hospital')).toContain('If a child is at immediate risk, do not wait for a stage; call 999')
    await story.settle()
    expect(story.reads('slt-hac')).toContain('Stage 4 of 5')
    expect(story.reads('coord')).toContain('DS-2027-01')
  })

  it('what it is about is never in chat, and is read by those who disagree', () => {
    const story = aDispute()
    expect(story.inChat()).not.toContain(AT_THE_DESK)
    expect(face(story, 'housing')).toContain(AT_THE_DESK)
    const card = story.say('slack', 'housing', { verb: 'matter.see', subject: story.subject })
    expect(card.kind === 'message' && labelsOf(card.message)).toContain('Say how it stands')
  })
})

describe('a dispute in a review', () => {
  it('10.2.19 a refused ratification is the partners’ at stage 4, then the commissioner’s; it comes onto the partners’ agenda and holds nothing up', async () => {
    const story = shared()
    done(story.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00'))
    done(story.answers('slt-nhs', 'ratify/nhs', { G5: 'no' }, { form: 'G-ratify', outcome: 'refused' }))
    expect(story.limitOf('ratify-dispute-4')).toBe('Thu 14 Jan 2027')
    expect(story.waitsFor('share')).toHaveLength(5)
    const agenda = story.command('desk', 'spa', 'meetings slt')
    expect(JSON.stringify(agenda)).not.toBe('')
    const items = story.store.read((tx) => tx.subjects.all('meeting').flatMap(({ id }) => tx.subjects.facts(id)))
    expect(JSON.stringify(items)).toContain(`${story.title}: a partner has not ratified the decision`)
    story.jump('2027-01-15T10:00')
    expect(story.course().owed.find((one) => one.step === 'ratify-dispute-4')?.status).toBe('gap')
    expect(story.limitOf('ratify-dispute-5')).toBe('Thu 28 Jan 2027')
    done(story.answers('icsc', 'ratify-dispute-5', { YS1: 'settled' }))
    expect(story.waitsFor('ratify-dispute-refer')).toEqual([])
  })
})

/** HAZEL (DOMAIN 9.4): a near miss, raised by the voluntary sector on a bank holiday. The commissioner opens a local review; no clock of the Panel's runs. */
import { describe, expect, it } from 'vitest'
import { decides, drafted, heldQuorate, nil, raised, returned } from '../procedures/answers.ts'
import { aReview, done, labelsOf, refusalIn, wordsOf } from '../procedures/story.ts'

describe('HAZEL', () => {
  const story = aReview({ at: '2027-05-03T10:00' })

  it('Mon 3 May 2027: the raise is accepted on a bank holiday; it is to be acknowledged by Tue 4 May', async () => {
    done(
      story.begins(
        'hcvs',
        'rapid-review raise',
        { ...raised, A3: 'hcvs', A10: 'near-miss', A11: 'not-suspected' },
        'slack',
      ),
    )
    expect(story.limitOf('acknowledge')).toBe('Tue 4 May 2027')
    expect(story.letters).toEqual([])
    await story.until('2027-05-04T09:00')
    expect(story.reads('coord')).toContain('Acknowledge the raised case')
  })

  it('Tue 4 May: it is not notifiable, and the commissioner opens a local review', async () => {
    done(story.chats('slack', 'coord', 'acknowledge'))
    for (const [where, who, agency] of [
      ['slack', 'slt-hac', 'hackney-council'],
      ['teams', 'slt-nhs', 'nhs'],
      ['teams', 'slt-mps', 'mps'],
    ] as const)
      done(story.begunIn(where, who, `views/${agency}`, { AV1: 'not-notifiable' }))
    done(story.chats('teams', 'spa', 'discuss', { AT2: '2027-05-03T10:00', AT3: 'not-notifiable' }))
    expect(refusalIn(story.answers('spa', 'decide')).sentence).toContain('Marlowe Testwick')
    done(story.begunIn('teams', 'icsc', 'decide', { AD1: 'yes', AD2: 'near-miss' }))
    expect(story.stage()).toBe('LOCAL_REVIEW')
    done(story.presses('coord', 'outcome', 'told', 'slack'))
  })

  it('10.2.36 it keeps the pace of a review, and never has a Panel date nor a submission button', async () => {
    expect(story.limitOf('meeting')).toBe('Tue 18 May 2027')
    expect(story.limitOf('submit')).toBe('no date')
    const card = story.card('spa')
    expect(wordsOf(card)).toContain('Local: nothing is sent to the Panel')
    expect(wordsOf(card)).not.toContain('D-15')
    done(story.chats('slack', 'spa', 'scope', { C2: ['hcvs', 'homerton'], C7: 'yes', C8: 'no' }))
    done(story.begunIn('slack', 'hcvs', 'returns/hcvs', returned))
    done(story.chats('teams', 'hospital', 'returns/homerton', nil))
    await story.until('2027-05-18T12:00')
    done(story.chats('slack', 'spa', 'meeting', heldQuorate))
    done(story.begunIn('teams', 'spa', 'draft', drafted))
    done(story.begunIn('slack', 'icsc', 'agree', decides('local-learning')))
    done(story.presses('spa', 'circulate', 'shared', 'slack'))
    for (const who of [
      'slt-hac/hackney-council',
      'slt-col/city-corporation',
      'slt-nhs/nhs',
      'slt-mps/mps',
      'slt-clp/city-police',
    ]) {
      const [person, agency] = who.split('/') as [string, string]
      done(
        story.presses(
          person,
          `share/${agency}`,
          'acknowledged',
          story.partnership.people.get(person)?.reach[0] as 'slack',
        ),
      )
    }
    expect(story.stage()).toBe('LEARNING_ONLY')
    expect(labelsOf(story.card('spa'))).not.toContain('Record the submission')
    expect(refusalIn(story.answers('spa', 'submit')).code).toBe('not-owed')
    expect(story.course().owed.some((one) => one.statutory)).toBe(false)
  })
})

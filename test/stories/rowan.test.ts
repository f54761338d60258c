/** ROWAN (DOMAIN 9.4): a looked-after child of the City dies of an illness. It is notified; there is no rapid review, and nothing goes to the Panel. */
import { describe, expect, it } from 'vitest'
import { notified, raised, told } from '../procedures/answers.ts'
import { aReview, done, refusalIn, wordsOf } from '../procedures/story.ts'

const death = {
  ...raised,
  A3: 'city-corporation',
  A5: 'city',
  A6: 'city',
  A10: 'died',
  A11: 'not-suspected',
  A14: ['looked-after'],
}
const suspected = { ...notified, B14: 'city', B2: 'looked-after-died', B3: 'suspected' }

describe('ROWAN', () => {
  const story = aReview({ at: '2027-03-24T11:00' })

  it('Wed 24 Mar 2027: the authority becomes aware, and the City’s notifier raises it', async () => {
    done(story.begins('lan-col', 'rapid-review raise', { ...death, A9: 'yes', A9t: '2027-03-24T10:00' }, 'slack'))
    done(story.chats('slack', 'coord', 'acknowledge'))
    for (const [where, who, agency] of [
      ['slack', 'slt-col', 'city-corporation'],
      ['teams', 'slt-nhs', 'nhs'],
      ['teams', 'slt-clp', 'city-police'],
    ] as const)
      done(story.begunIn(where, who, `views/${agency}`, { AV1: 'notify-only' }))
    done(story.chats('teams', 'spa', 'discuss', { AT2: '2027-03-24T10:00', AT3: 'notify-only' }))
    expect(story.stage()).toBe('NOTIFICATION_DUE')
  })

  it('Secretary of State and Ofsted are to know by Fri 2 Apr, with Easter inside the five days', () => {
    expect(story.limitOf('notify-death')).toBe('Fri 2 Apr 2027')
    expect(wordsOf(story.card('lan-col', 'slack'))).toContain('skipping 26 and 29 Mar')
    expect(story.waitsFor('notify')).toEqual([])
  })

  it('once both are told it is NOTIFY_ONLY: no scope, no returns, no Panel', async () => {
    await story.until('2027-03-30T10:00')
    done(story.chats('slack', 'lan-col', 'notify-death', { BO3: 'no' }))
    done(story.press('slack', 'coord', 'They have been told', 'Tell whoever raised it'))
    expect(story.stage()).toBe('NOTIFY_ONLY')
    expect(story.course().owed.filter((one) => one.status === 'open')).toEqual([])
    expect(wordsOf(story.card('spa'))).not.toContain('D-15')
    expect(story.store.read((tx) => tx.alarms.waiting(story.subject))).toEqual([])
  })

  it('10.2.34 neglect is suspected later: five days run from the new suspicion, and the review follows', async () => {
    await story.until('2027-05-04T10:00')
    expect(refusalIn(story.moves('slt-nhs', 'suspect')).code).toBe('not-yours')
    done(story.moves('lan-col', 'suspect', { BS1: '2027-05-04T09:30' }, 'slack'))
    expect(story.stage()).toBe('NOTIFICATION_DUE')
    expect(story.limitOf('notify')).toBe('Tue 11 May 2027')
    await story.until('2027-05-05T10:00')
    done(
      story.chats('slack', 'lan-col', 'notify', {
        ...suspected,
        B1: '2027-05-04T09:30',
        B5: '2027-05-05T09:45',
        ...told('2027-05-05T09:50'),
      }),
    )
    expect(story.stage()).toBe('SCOPING')
    expect(story.limitOf('submit')).toBe('Wed 26 May 2027')
  })
})

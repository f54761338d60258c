/** 10.2.12: a partner whose own agency is under review is still told, acknowledges and ratifies; the card carries a mark that everybody can see. */
import { describe, expect, it } from 'vitest'
import { takeEvidence } from '../../src/app/evidence.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { decides, drafted, heldQuorate, returned, scoped } from './answers.ts'
import { aNotified, FIVE, type Story } from './reviews.ts'
import { done, wordsOf } from './story.ts'

const YOURS = 'Your own agency is involved in this. You keep your view and your vote; you do not chair this item.'

/** Hackney Council and the Met were asked, and the Met says it was not involved; shared with all five partners. */
function sharedReview(): Story {
  const story = aNotified()
  done(story.answers('spa', 'scope', { ...scoped, C2: ['hackney-council', 'mps', 'homerton'] }))
  done(story.presses('pol-dis', 'receipt/mps', 'not-involved'))
  done(story.answers('hospital', 'returns/homerton', returned))
  story.jump('2027-01-05T12:00')
  done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
  story.jump('2027-01-06T15:20')
  done(story.answers('spa', 'draft', drafted))
  done(story.answers('icsc', 'agree', decides('no-review')))
  done(story.presses('spa', 'circulate', 'shared'))
  return story
}

describe('a partner whose own agency is involved', () => {
  it('is told so where they answer, and everybody else sees whose agency it is; who was not involved bears no mark', async () => {
    const story = sharedReview()
    await story.settle()
    expect(wordsOf(story.card('slt-hac', 'slack'))).toContain(YOURS)
    expect(story.reads('slt-hac', 'slack')).toMatch(new RegExp(`Read the Rapid Review[^]*${YOURS}`))
    for (const person of ['slt-mps', 'slt-nhs', 'slt-col', 'slt-clp', 'spa', 'icsc'])
      expect(wordsOf(story.card(person))).not.toContain(YOURS)
    for (const person of ['spa', 'icsc', 'slt-nhs'])
      expect(wordsOf(story.card(person))).toContain(
        'Own agency involved: Hackney Council. Each keeps its view and its vote.',
      )
  })

  it('acknowledges and ratifies as any other', () => {
    const story = sharedReview()
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `share/${agency}`, 'acknowledged'))
    for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `ratify/${agency}`, 'ratified'))
    expect([...story.waitsFor('share'), ...story.waitsFor('ratify')]).toEqual([])
    expect(wordsOf(story.card('spa'))).not.toContain('Own agency involved')
  })

  it('is marked in the evidence pack, where each partner’s answer stands', () => {
    const story = sharedReview()
    done(story.presses('slt-hac', 'share/hackney-council', 'acknowledged'))
    const pack = takeEvidence(story.house, { subject: story.subject, narrative: false })
    if (isRefusal(pack)) throw new Error(pack.sentence)
    const section = pack.sections.find(({ title }) => title === 'The safeguarding partners')
    const words = wordsOf({ summary: '', sensitivity: 'person', blocks: section?.blocks ?? [] })
    expect(words).toContain('Hackney Council (own agency involved) | Acknowledge')
    expect(words).toContain('City of London Police | Not yet')
  })

  it('an agency’s own contact is not told what they know anyway', () => {
    expect(wordsOf(sharedReview().card('hospital'))).not.toContain(YOURS)
  })
})

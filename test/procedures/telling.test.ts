/** Notified and told: nobody is asked twice for what has been said, and whoever is still to be told is named (19.5 to 19.8). */
import { describe, expect, it } from 'vitest'
import { decides, notified, raised, scoped, told } from './answers.ts'
import { aNotified, FIVE, shared, withTheCommissioner } from './reviews.ts'
import { aReview, done, labelsOf, wordsOf } from './story.ts'

const openedAs = (story: ReturnType<typeof aReview>, person: string, owed: string) => {
  const reply = story.say('slack', person, { verb: 'form.open', subject: story.subject, input: { owed } })
  if (reply.kind !== 'form') throw new Error(JSON.stringify(reply))
  return story.store.read((tx) =>
    Object.fromEntries(tx.drafts.answers(reply.view.draft).map(({ question, value }) => [question, value])),
  )
}

describe('notifying and telling', () => {
  it('the notifier finds what was said before, and says but once that all have been told', async () => {
    const story = aReview({ at: '2026-12-11T15:30' })
    done(story.begins('hospital', 'rapid-review raise', raised))
    done(story.answers('coord', 'acknowledge'))
    story.jump('2026-12-14T14:05')
    await story.settle()
    // Without the authority's view nothing can be recorded, so nothing is offered, on the case nor on the card
    done(story.answers('slt-nhs', 'views/nhs', { AV1: 'notify' }))
    const offered = () => [
      labelsOf(story.card('spa', 'slack')).includes('Record the discussion'),
      labelsOf(story.card('spa', 'teams')).includes('Record the discussion'),
      story.reads('spa').includes('[Record the discussion]'),
    ]
    await story.settle()
    expect(offered()).toEqual([false, false, false])
    const why = 'Wait for Hackney Council: it has not given its view, and the discussion counts only with it.'
    expect(story.reads('spa')).toContain(why)
    // The whole case says it too, once, and only to whoever would look for the button
    expect(wordsOf(story.card('spa')).split(why)).toHaveLength(2)
    expect(wordsOf(story.card('slt-nhs'))).not.toContain(why)
    done(story.answers('slt-hac', 'views/hackney-council', { AV1: 'notify' }))
    await story.settle()
    expect(offered()).toEqual([true, true, true])
    expect(wordsOf(story.card('spa'))).not.toContain(why)
    done(story.answers('slt-mps', 'views/mps', { AV1: 'notify' }))
    await story.settle()
    // A view is an answer: nobody reads that the Panel has been notified already
    expect(story.reads('slt-nhs', 'teams')).toContain('Answered: “Notify the ')
    expect(story.reads('slt-nhs', 'teams')).not.toContain('Done: Notify')
    done(story.answers('spa', 'discuss', { AT1: '2026-12-14T14:00', AT2: '2026-12-11T16:50', AT3: 'notify' }))
    expect(openedAs(story, 'lan-hac', 'notify')).toMatchObject({
      B14: 'hackney',
      B1: '2026-12-11T16:50',
      B3: raised.A11,
    })
    expect(story.waitsFor('tell')).toHaveLength(1)
    done(
      story.answers('lan-hac', 'notify', { ...notified, B5: '2026-12-14T14:00', B9y: 'yes', B9t: '2026-12-14T14:00' }),
    )
    expect(story.waitsFor('tell')).toEqual([])
    expect(wordsOf(story.card('spa'))).toContain('Done by all 3.')
    expect(wordsOf(story.card('spa'))).toContain('suspected that they are: 3.')
    // A card begins with what was new when it was sent, until three other things have been done
    const news = 'Done: Notify the Panel in the national system'
    await story.settle()
    expect(story.reads('spa')).toContain(news)
    story.jump('2026-12-15T10:00')
    done(story.answers('spa', 'safety', { CS1: 'yes' }))
    done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton'] }))
    done(story.presses('hospital', 'receipt/homerton', 'involved'))
    await story.settle()
    expect(story.reads('spa')).not.toContain(news)
  })

  it('who has been told stays told: only the last one is added, and named until then', async () => {
    const story = aNotified(told('2026-12-17T17:00', 'city-police'))
    await story.until('2026-12-18T09:00')
    expect(story.reads('lan-hac')).toContain('Still to be told: City of London Police.')
    const began = openedAs(story, 'lan-hac', 'tell')
    expect(began.B9).toContainEqual({ row: 'nhs', at: '2026-12-17T17:00' })
    done(story.answers('lan-hac', 'tell', told('2026-12-18T09:00')))
    expect(story.waitsFor('tell')).toEqual([])
  })

  it('all of them told at one time is one answer', () => {
    const story = aNotified({ ...notified, B9: [], B10: [], B9y: 'yes', B9t: '2026-12-17T17:00' })
    expect(story.waitsFor('tell')).toEqual([])
  })

  it('D-18 the decision is told to all five partners as soon as it stands, with the day by which each ratifies it', async () => {
    const story = withTheCommissioner()
    story.jump('2027-01-07T16:00')
    done(story.answers('icsc', 'agree', decides('no-review')))
    await story.settle()
    for (const person of Object.keys(FIVE))
      expect(story.reads(person)).toMatch(/Ratify the commissioner’s decision[\s\S]*Thu 21 Jan 2027/)
  })

  it('who is asked to ratify before the review is shared reads when it will be, and from then on has it beside the button', async () => {
    const story = withTheCommissioner()
    story.jump('2027-01-07T16:00')
    done(story.answers('icsc', 'agree', decides('no-review')))
    await story.settle()
    const asked = () =>
      story
        .reads('slt-nhs')
        .split('---')
        .find((card) => card.includes(`${story.course().subject.title}: Ratify`)) ?? ''
    expect(asked()).toContain('The review and the reasons reach you when it is shared, by Fri 8 Jan 2027.')
    expect(asked()).not.toContain('[Read on the desk]')
    done(story.presses('spa', 'circulate', 'shared'))
    await story.settle()
    expect(asked()).toContain('[Ratify] [Refuse, with a reason] [Read on the desk]')
    expect(asked()).not.toContain('reach you')
    // … and the record says which version of the decision it was that they ratified
    done(story.presses('slt-nhs', 'ratify/nhs', 'ratified'))
    const decision = story.course().submitted.findLast(({ form }) => form === 'F')
    expect(story.course().closings.get('ratify/nhs')).toMatchObject({ hash: decision?.hash })
  })

  it('a task says what kind of thing its code word is, and where', () => {
    const story = shared()
    expect(story.course().marks.decision).toBe(decides('no-review').F4)
    const reply = story.say('desk', 'slt-nhs', {
      verb: 'owed.do',
      subject: story.subject,
      input: { owed: 'share/nhs', outcome: 'acknowledged' },
    })
    expect('message' in reply && wordsOf(reply.message)).toContain(`Rapid Review, Hackney, ${story.course().ref}`)
  })

  it('a review sent back to its writer does not remind her again of a day she has been reminded of', async () => {
    // Given a draft with the commissioner, and the submission that she was reminded of in time
    const story = withTheCommissioner()
    await story.until('2027-01-07T09:30')
    const reminders = () => story.reads('spa').split('Submit the Rapid Review to the Panel').length
    const before = reminders()
    // When the commissioner returns it
    done(story.answers('icsc', 'agree', { F6: 'none', F0: 'yes' }))
    await story.settle()
    // Then nothing is told her late that she has heard already
    expect(reminders()).toBe(before)
    // And the next version is decided on afresh: no button stands two presses from returning that one too
    done(story.answers('spa', 'draft', { 'E5.2': 'Said more plainly' }))
    expect(openedAs(story, 'icsc', 'agree')).not.toHaveProperty('F0')
  })
})

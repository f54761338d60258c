/** The note left by whoever stops in the middle of a form: it stays in their conversation, and must go on being true. */
import { describe, expect, it } from 'vitest'
import { keptOf, type Platform, type Reply } from '../../src/chat/intent.ts'
import { decides } from '../procedures/answers.ts'
import { shared } from '../procedures/reviews.ts'
import { done } from '../procedures/story.ts'
import { buttonsOf, wordsOf } from '../stories/house.ts'
import { aReview, type House, nilReturn, open, scoping } from './review.ts'

function viewOf(reply: Reply) {
  if (reply.kind !== 'form') throw new Error(`no form: ${JSON.stringify(reply).slice(0, 300)}`)
  return reply.view
}

/** Stops on the first page of what is owed; what is answered then is posted in the person's own conversation, as the platform's adapter does it. */
function stops(house: House, platform: Platform, person: string, owed: string, values = {}): string {
  const { draft, page } = viewOf(open(house, person, owed, platform as 'slack' | 'teams'))
  const reply = house.say(platform, person, { verb: 'form.page', input: { draft, page, go: 'stop', values } })
  if (reply.kind !== 'done') throw new Error(`not stopped: ${JSON.stringify(reply).slice(0, 300)}`)
  const message = `note-${house.letters.length}`
  const posted = { platform, tenant: 'T', conversation: `${platform}-${person}`, message }
  house.letters.push({ person, platform, posted, message: reply.message, at: house.clock(), earlier: [] })
  house.core.doors.answered({ platform, tenant: 'T', user: person }, posted, keptOf(reply))
  return draft
}

const notes = ({ letters }: Pick<House, 'letters'>) =>
  letters.filter(({ posted }) => posted.message.startsWith('note-'))
const words = (house: Pick<House, 'letters'>) => notes(house).map(({ message }) => wordsOf(message))
const labels = (house: Pick<House, 'letters'>) =>
  notes(house).map(({ message }) => buttonsOf(message).map(({ label }) => label))

describe.each([
  { platform: 'slack', person: 'spa', owed: 'scope', first: { C1: scoping.C1 }, rest: scoping },
  { platform: 'teams', person: 'housing', owed: 'returns/hackney-housing', first: { D1: 'no' }, rest: nilReturn },
] as const)('a note in $platform that a form is saved', ({ platform, person, owed, first, rest }) => {
  const begun = () => aReview({ scoped: platform === 'teams' })

  it('counts on when the next page is saved, wherever that is', async () => {
    const house = await begun()
    const draft = stops(house, platform, person, owed)
    const before = words(house)
    const { page } = viewOf(open(house, person, owed, 'desk'))
    house.say('desk', person, { verb: 'form.page', input: { draft, page, go: 'next', values: first } })
    await house.settle()
    expect(words(house)).not.toEqual(before)
    expect(words(house)[0]).toMatch(/\d+ of \d+ questions answered/)
    expect(labels(house)).toEqual([['Go on', 'Question by question']])
  })

  it('offers nothing any more once the form has been submitted', async () => {
    const house = await begun()
    stops(house, platform, person, owed, first)
    expect(house.fill('desk', person, open(house, person, owed, 'desk'), rest).kind).toBe('done')
    await house.settle()
    expect(words(house)[0]).toContain('This form has already been submitted.')
    expect(words(house)[0]).not.toContain('questions answered')
    expect(labels(house)).toEqual([[]])
  })

  it('gives way to the next one, so that there is one place to press', async () => {
    const house = await begun()
    stops(house, platform, person, owed)
    stops(house, platform, person, owed, first)
    await house.settle()
    expect(words(house)[0]).toContain('A newer card of this is further down.')
    expect(labels(house)).toEqual([[], ['Go on', 'Question by question']])
  })
})

it('a question of a walk that became the note is one too', async () => {
  const house = await aReview()
  const { draft, page } = viewOf(
    house.say('slack', 'spa', { verb: 'form.walk', subject: 'rr-2026-01', input: { owed: 'scope' } }),
  )
  const pressed = { conversation: 'slack-spa', message: 'note-walk' }
  const reply = house.say('slack', 'spa', { verb: 'form.page', input: { draft, page, go: 'stop' }, pressed })
  if (reply.kind !== 'done') throw new Error('not stopped')
  const posted = { platform: 'slack', tenant: 'T', ...pressed } as const
  house.letters.push({
    person: 'spa',
    platform: 'slack',
    posted,
    message: reply.message,
    at: house.clock(),
    earlier: [],
  })
  house.fill('desk', 'spa', open(house, 'spa', 'scope', 'desk'), scoping)
  await house.settle()
  expect(words(house)[0]).toContain('This form has already been submitted.')
})

describe('a note of a form that was overtaken another way', () => {
  /** Dana begins to raise a point, and stops; then it comes to something else. */
  function danaStops() {
    const story = shared()
    const { draft, page } = viewOf(
      story.say('slack', 'slt-hac', {
        verb: 'form.open',
        subject: story.subject,
        input: { owed: 'share/hackney-council', form: 'G' },
      }),
    )
    const reply = story.say('slack', 'slt-hac', { verb: 'form.page', input: { draft, page, go: 'stop' } })
    if (reply.kind !== 'done') throw new Error('not stopped')
    const posted = { platform: 'slack', tenant: 'T', conversation: 'slack-slt-hac', message: 'note-1' } as const
    story.letters.push({
      person: 'slt-hac',
      platform: 'slack',
      posted,
      message: reply.message,
      at: story.clock(),
      earlier: [],
    })
    story.core.doors.answered({ platform: 'slack', tenant: 'T', user: 'slt-hac' }, posted, keptOf(reply))
    return { story, draft, page }
  }

  it('follows at once: done by a press, it says by whom and offers nothing', async () => {
    const { story } = danaStops()
    await story.settle()
    expect(labels(story)).toEqual([['Go on', 'Question by question']])
    done(story.presses('slt-hac', 'share/hackney-council', 'acknowledged', 'slack'))
    await story.settle()
    expect(words(story)[0]).toContain('This was already done by Dana Demosworth on Thu 7 Jan 2027')
    expect(labels(story)).toEqual([[]])
  })

  it('and offers it again when it is asked again: the draft is kept', async () => {
    const { story } = danaStops()
    done(story.presses('slt-hac', 'share/hackney-council', 'acknowledged', 'slack'))
    done(story.answers('slt-nhs', 'share/nhs', { G2: 'point', G3: 'fact' }, { form: 'G', outcome: 'point' }))
    await story.settle()
    expect(labels(story)).toEqual([[]])
    story.jump('2027-01-08T10:00')
    done(story.answers('spa', 'draft', { 'E5.2': 'Said more plainly' }))
    done(story.answers('icsc', 'agree', decides('no-review')))
    done(story.presses('spa', 'circulate', 'shared'))
    await story.settle()
    expect(labels(story)).toEqual([['Go on', 'Question by question']])
  })

  it('whoever presses on a page that still stands is told the same, in its place; on the desk their words are handed back', () => {
    const { story, draft, page } = danaStops()
    done(story.presses('slt-hac', 'share/hackney-council', 'acknowledged', 'slack'))
    const turned = (platform: Platform) =>
      story.say(platform, 'slt-hac', { verb: 'form.page', input: { draft, page, go: 'next', values: {} } })
    expect(turned('slack')).toMatchObject({ kind: 'done' })
    expect(turned('desk')).toMatchObject({ kind: 'refusal', refusal: { code: 'already-done' } })
  })
})

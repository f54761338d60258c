/** The card of a case on a phone: what is asked of its reader and what is due soon come first, and every clock is still there with its sum. */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import type { Message } from '../../src/chat/words.ts'
import { buttonsOf } from '../stories/house.ts'
import { scoped } from './answers.ts'
import { aNotified } from './reviews.ts'
import { aReview, done } from './story.ts'

const placeOf = ({ blocks }: Message, of: (block: Message['blocks'][number]) => boolean) => blocks.findIndex(of)

const messageIn = (reply: Reply): Message => {
  if (!('message' in reply)) throw new Error(JSON.stringify(reply))
  return reply.message
}

const clocksIn = ({ blocks }: Message, size: 'full' | 'small') =>
  blocks.flatMap((block) => (block.kind === 'facts' && (block.quiet === true) === (size === 'small') ? block.rows : []))

describe('the card of a case', () => {
  it('begins with what is asked of its reader and the button for it; every clock stands below', () => {
    const card = aNotified().card('spa')
    const clocks = placeOf(card, ({ kind }) => kind === 'facts')
    const own = placeOf(card, ({ kind }) => kind === 'actions')
    expect(card.blocks[own]).toMatchObject({
      buttons: expect.arrayContaining([expect.objectContaining({ style: 'primary' })]),
    })
    expect(own).toBeLessThan(clocks)
    expect(new Set(buttonsOf(card).map(({ label }) => label)).size).toBe(buttonsOf(card).length)
  })

  it('shows in full what is overdue or due within a week, the most pressing first, and small what comes later; each with its sum and source', () => {
    const story = aNotified()
    done(story.answers('spa', 'scope', scoped))
    story.jump('2026-12-23T09:00')
    const card = story.card('spa')
    const near = clocksIn(card, 'full').map(({ label, value }) => `${label}: ${value}`)
    expect(near.map((row) => row.match(/\d+ Dec 2026 \(.*/)?.[0])).toEqual([
      '18 Dec 2026 (overdue)',
      '18 Dec 2026 (overdue)',
      '21 Dec 2026 (overdue)',
      '24 Dec 2026 (due on the next working day)',
    ])
    const later = clocksIn(card, 'small').filter(({ value }) => value.includes('Jan 2027'))
    expect(later.map(({ note }) => note?.match(/D-1[1-5]/)?.[0])).toEqual([
      'D-11',
      'D-12',
      'D-13',
      'D-14',
      'D-14',
      'D-15',
    ])
    for (const { note } of later) expect(note).toMatch(/working days from Thu 17 Dec 2026 \(day 0\).*(19\.|default)/)
  })

  it('where nothing is due within a week, the next clock of all stands in full', () => {
    const story = aReview({ at: '2027-05-10T09:30' })
    done(story.begins('coord', 'actions audit', { SO1: ['homerton', 'elft'] }))
    const reply = story.say('desk', 'coord', { verb: 'matter.see', subject: story.subject })
    const [next] = clocksIn(messageIn(reply), 'full')
    expect(next?.value).toBe('Mon 5 Jul 2027 (in 39 working days)')
    expect(next?.note).toMatch(/^2 still to answer: 56 days from Mon 10 May 2027/)
  })
})

/** A card that has stood untouched for more than two weeks: it is drawn afresh before it may decide (PR-16), and whoever presses it gets on from there. */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import { wordsOf } from '../stories/house.ts'
import { aReview, type House, title } from './review.ts'

const PRESS_AGAIN = 'your press has not been counted'

const face = (reply: Reply) => ('message' in reply ? wordsOf(reply.message) : JSON.stringify(reply))
const presses = (house: House, person: 'housing' | 'spa', label: string) =>
  house.press('slack', person, label, title(house))

describe('somebody who comes back from leave', () => {
  const onLeave = async (until: string) => {
    const house = await aReview({ scoped: true })
    house.jump(until)
    return house
  }

  it('presses the card as they left it and reads how things stand; the next press counts', async () => {
    const house = await onLeave('2027-01-04T09:00')
    const first = presses(house, 'housing', 'Received: not involved')
    expect(first.kind).toBe('card')
    expect(face(first)).toContain(PRESS_AGAIN)
    expect(face(first)).toContain('(overdue)')
    expect(face(first)).toContain('[Received: not involved]')
    const second = presses(house, 'housing', 'Received: not involved')
    expect(second.kind).toBe('card')
    expect(face(second)).not.toContain(PRESS_AGAIN)
    expect(face(second)).toContain('Received: not involved')
    expect(face(second)).not.toContain('[Received: not involved]')
  })

  it('finds the words on top gone with the next drawing', async () => {
    const house = await onLeave('2027-01-04T09:00')
    presses(house, 'housing', 'Received: not involved')
    await house.settle()
    expect(house.reads('housing', 'slack')).not.toContain(PRESS_AGAIN)
  })

  it('a card of two weeks less an hour decides at the first press', async () => {
    const house = await onLeave('2026-12-31T16:00')
    expect(face(presses(house, 'housing', 'Received: not involved'))).not.toContain(PRESS_AGAIN)
  })
})

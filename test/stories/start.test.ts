import { describe, expect, it } from 'vitest'
import { aHouse, wordsOf } from './house.ts'

describe('the SPA starts a Rapid Review', () => {
  it('opens the case under a code word, with every clock and its sum', async () => {
    const house = aHouse({ at: '2026-12-17T17:05' })
    const form = house.command('slack', 'spa', 'rapid-review start')
    expect(form.kind).toBe('form')
    const done = house.fill('slack', 'spa', form, notification)
    if (done.kind === 'form') console.log(JSON.stringify(done.view, null, 1))
    expect(done.kind).toBe('done')
    await house.settle()
    if (done.kind === 'done') console.log(wordsOf(done.message))
    console.log(house.letters.map((l) => `${l.person} ${l.platform} ${l.message.summary}`).join('\n'))
    await house.until('2026-12-22T09:30')
    console.log(house.reads('spa', 'slack'))
  })
})

const notification = {
  B00: 'yes',
  B14: 'hackney',
  B1: '2026-12-11T16:50',
  B2: 'harmed-here',
  B3: 'suspected',
  B4: [
    { row: 'health', taken: 'yes' },
    { row: 'police', taken: 'yes' },
  ],
  B13: 'yes',
  B0: 'yes',
  B5: '2026-12-17T16:40',
  B6: 'SIN-2026-0417',
  B7: '1',
  B15: 'head of service',
  B15t: '2026-12-17T16:45',
  B11: 'no',
}

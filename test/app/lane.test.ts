import { describe, expect, it } from 'vitest'
import { createLane } from '../../src/app/lane.ts'
import { gate } from '../jobs/until.ts'

describe('a lane', () => {
  it('lets one through after another, in the order in which they came', async () => {
    const lane = createLane()
    const first = gate()
    const said: string[] = []
    const one = lane(async () => {
      said.push('one begins')
      await first.opened
      said.push('one ends')
    })
    const two = lane(async () => void said.push('two'))
    const three = lane(async () => void said.push('three'))
    await new Promise(setImmediate)
    expect(said).toEqual(['one begins'])
    first.open()
    await Promise.all([one, two, three])
    expect(said).toEqual(['one begins', 'one ends', 'two', 'three'])
  })

  it('goes on after one that failed, and gives each what its own work gave', async () => {
    const lane = createLane()
    const failing = lane(() => Promise.reject(new Error('Teams is down')))
    const working = lane(async () => 'posted')
    await expect(failing).rejects.toThrow('Teams is down')
    expect(await working).toBe('posted')
  })

  it('sends away, without an attempt, who would have to wait long; and keeps the turn of those behind', async () => {
    const lane = createLane(20)
    const first = gate()
    const one = lane(() => first.opened)
    const tired = lane(async () => 'never')
    await expect(tired).rejects.toMatchObject({ code: 'one-at-a-time', permanent: false, retryAfterMs: 10 })
    first.open()
    await one
    expect(await lane(async () => 'in turn')).toBe('in turn')
  })
})

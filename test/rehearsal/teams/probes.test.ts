import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { PROBES } from '../../../adapters/rehearsal/teams/world.ts'
import { ANNA, createStage, populate, type Stage } from './bot.ts'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
  populate(stage.world)
  // botbuilder prints every refused token.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => stage.close())
afterEach(() => {
  stage.heard.length = 0
})

/** What botbuilder 4.23.3 lets through by itself, and the bot's own door must stop. */
const LEAKS = ['no serviceUrl']

describe('attacks on the door of the bot', () => {
  it.each(PROBES.filter((probe) => !LEAKS.includes(probe)))('%s does not reach the bot', async (probe) => {
    const { activity } = await stage.world.as(ANNA).dm('honest')
    expect(stage.heard).toHaveLength(1)
    const { status } = await stage.world.probe(probe, activity!)
    expect(status).toBeGreaterThanOrEqual(401)
    expect(stage.heard).toHaveLength(1)
  })

  it('botbuilder alone lets an activity without serviceUrl pass, so the bot must not', async () => {
    const { activity } = await stage.world.as(ANNA).dm('honest')
    const { status } = await stage.world.probe('no serviceUrl', activity!)
    expect([status, stage.heard.length]).toEqual([200, 2])
  })
})

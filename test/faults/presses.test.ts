/** People who press too late, twice, or what is not theirs: a private, kind and true answer, and nothing changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notificationForHackney, scoping } from '../stories/main-job/answers.ts'
import { openOnRedis, type Stage } from '../stories/main-job/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openOnRedis({ at: '2026-12-17T17:00' })
  const spa = stage.slack('spa')
  await spa.types('/rapid-review', 'start')
  await spa.fill(notificationForHackney)
  await stage.settle()
  await spa.press('Scope and send requests')
  await spa.fill(scoping)
  await stage.settle()
}, 60_000)
afterAll(() => stage.close())

async function nothingIsRecorded(work: () => Promise<unknown>) {
  const facts = () => stage.store.read((tx) => tx.subjects.facts('rr-2026-01').length)
  const before = facts()
  await work()
  await stage.settle()
  expect(facts()).toBe(before)
}

describe('somebody without the role', () => {
  it('is told privately in Slack who can', () =>
    nothingIsRecorded(async () => {
      const { slackChannel = '' } = stage.group('case-review')
      const schools = stage.slack('schools-h')
      await schools.types('/meetings', 'call slt 2027-02-25 14:00', slackChannel)
      await schools.sees('Jo Mockford')
      expect(stage.slack('lan-hac').reads('Jo Mockford')).toEqual([])
    }))

  it('is told privately in Teams who can', () =>
    nothingIsRecorded(async () => {
      const { teamsChannel = '' } = stage.group('case-review')
      await stage.teams('hospital').mentions(teamsChannel, 'meetings call slt 2027-02-25 14:00')
      await stage.teams('hospital').sees('Jo Mockford')
      expect(stage.teams('slt-nhs').reads('Jo Mockford')).toEqual([])
    }))
})

describe('a second press', () => {
  it('in Slack, on the card as it was before, says what happened and changes nothing', async () => {
    const housing = stage.slack('housing')
    const card = await housing.sees('Confirm the request has arrived')
    await housing.pressOn(card, 'Received: not involved')
    await stage.settle()
    await nothingIsRecorded(() => housing.pressOn(card, 'Received: we were involved'))
    await housing.sees('Gil Nullman')
  })

  it('in Teams, on the card as it was before, says what happened and changes nothing', async () => {
    const hospital = stage.teams('hospital')
    const card = await hospital.sees('Confirm the request has arrived')
    await hospital.pressOn(card, 'Received: not involved')
    await stage.settle()
    await nothingIsRecorded(() => hospital.pressOn(card, 'Received: we were involved', 0))
  })

  it('the same event delivered twice counts once, on both platforms', async () => {
    const { slack, teams } = stage.rehearsal
    const pressed = await stage.teams('probation').press('Received: not involved')
    await nothingIsRecorded(() => teams.redeliver(pressed))
    const said = await stage.slack('schools-h').press('Received: not involved')
    await nothingIsRecorded(() => slack.redeliver(said))
  })
})

it('somebody whose seat has ended presses in vain: the card answers, and nothing is recorded', async () => {
  const bm = stage.slack('bm')
  const card = await bm.sees('Progress check')
  await stage.jump('2029-04-02T09:30')
  await nothingIsRecorded(() => bm.pressOn(card, 'Progress checked'))
})

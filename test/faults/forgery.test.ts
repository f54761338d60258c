/** Requests nobody honest sent: refused at the door, nothing of them written down, nothing changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROBES } from '../../adapters/rehearsal/teams/world.ts'
import { openOnRedis, type Stage } from '../stories/main-job/stage.ts'

/** Stands in every forged request, and may stand nowhere else. */
const WORDS = 'words-of-a-stranger'
const MINUTES_6 = 360

let stage: Stage
beforeAll(async () => {
  stage = await openOnRedis({ at: '2026-12-17T17:00' })
}, 30_000)
afterAll(() => stage.close())

async function changesNothing(work: () => Promise<{ readonly status: number }>) {
  const before = stage.journalHead()
  const { status } = await work()
  expect(status).toBe(401)
  expect(stage.journalHead()).toEqual(before)
  expect(stage.logged.join('\n')).not.toContain(WORDS)
}

describe('in Slack', () => {
  const seconds = () => Math.floor(Date.now() / 1000)
  const body = () =>
    new URLSearchParams({
      command: '/muster',
      text: `link ${WORDS}`,
      user_id: stage.member('spa').slackId ?? '',
      team_id: 'T0CHSCP',
      channel_id: 'D1',
      channel_name: 'directmessage',
      trigger_id: WORDS,
      response_url: 'http://127.0.0.1:9/',
    }).toString()
  const contentType = 'application/x-www-form-urlencoded'

  it.each([
    ['unsigned', () => ({ signedWith: 'none' })],
    ['signed with another secret', () => ({ signedWith: 'a secret that is not Slack’s' })],
    ['old: a replay of six minutes ago', () => ({ atSeconds: seconds() - MINUTES_6 })],
    ['dated in the future', () => ({ atSeconds: seconds() + MINUTES_6 })],
  ])('a request that is %s', (_how, forged) =>
    changesNothing(() => stage.rehearsal.slack.raw({ body: body(), contentType, ...forged() })),
  )

  it('a body changed after it was signed', () =>
    changesNothing(() =>
      stage.rehearsal.slack.raw({
        body: body(),
        contentType,
        headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': String(seconds()) },
      }),
    ))
})

describe('in Teams', () => {
  it.each(PROBES)('%s', async (probe) => {
    const honest = await stage.teams('spa').says('help')
    await changesNothing(() =>
      stage.rehearsal.teams.probe(probe, {
        ...honest.activity,
        type: 'message',
        id: WORDS,
        text: `rapid-review ${WORDS}`,
      }),
    )
  })
})

/** Slack and Teams on a bad day: what was to be said is said all the same, once, and nobody is told twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notificationForHackney } from '../stories/main-job/answers.ts'
import { openOnRedis, type Stage } from '../stories/main-job/stage.ts'

let stage: Stage
/** How many cards each hears of a beginning review on a good day. */
const onAGoodDay = new Map<string, number>()
beforeAll(async () => {
  stage = await openOnRedis({ at: '2026-12-17T17:00' })
  const title = await aReviewBegins()
  for (const id of [...IN_SLACK, ...IN_TEAMS]) onAGoodDay.set(id, cards(id, title))
  expect([...onAGoodDay.values()]).not.toContain(0)
}, 60_000)
afterAll(() => stage.close())

const IN_SLACK = ['slt-hac', 'slt-col', 'bm', 'coord']
const IN_TEAMS = ['slt-nhs', 'slt-mps', 'slt-clp']
const cards = (id: string, title: string) =>
  (IN_SLACK.includes(id) ? stage.slack(id) : stage.teams(id)).reads(`${title}: Rapid Review`).length

/** Opens a review, of which partners on both platforms must hear; gives its code word. */
async function aReviewBegins(): Promise<string> {
  const spa = stage.slack('spa')
  await spa.types('/rapid-review', 'start')
  await spa.fill(notificationForHackney)
  await stage.settle()
  return stage.store.read((tx) => tx.subjects.open('case').at(-1)?.title ?? '')
}

describe('Slack', () => {
  it.each([
    ['asks to wait', { status: 429, retryAfter: 1 }],
    ['is unwell', { status: 503 }],
    ['breaks the connection before anything is done', { hangUp: true }],
  ] as const)('%s: everybody hears of the review, once', async (_how, fault) => {
    stage.rehearsal.slack.faults.next('chat.postMessage', fault, 2)
    const title = await aReviewBegins()
    for (const id of IN_SLACK) expect(cards(id, title), id).toBe(onAGoodDay.get(id))
  })

  it('breaks the connection after it has posted: at most that one message is doubled', async () => {
    stage.rehearsal.slack.faults.next('chat.postMessage', { hangUp: 'after-doing-it' }, 1)
    const title = await aReviewBegins()
    const doubled = IN_SLACK.map((id) => cards(id, title) - (onAGoodDay.get(id) ?? 0))
    expect(Math.min(...doubled)).toBe(0)
    expect(doubled.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(1)
  })
})

describe('Teams', () => {
  it.each([
    ['asks to wait', { status: 429, retryAfter: 1 }],
    ['is unwell', { status: 502 }],
  ] as const)('%s: everybody hears of the review, once', async (_how, fault) => {
    stage.rehearsal.teams.next('send', fault, 2)
    const title = await aReviewBegins()
    for (const id of IN_TEAMS) expect(cards(id, title), id).toBe(onAGoodDay.get(id))
  })

  it('refuses to carry anything to somebody who removed Muster: they hear of it by mail', async () => {
    await stage.teams('slt-clp').hands.uninstall()
    const title = await aReviewBegins()
    expect(cards('slt-clp', title)).toBe(0)
    const letters = stage.rehearsal.mail.inboxOf(stage.member('slt-clp').email)
    expect(letters.map(({ subject }) => subject).join()).toContain(title)
  })
})

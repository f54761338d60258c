import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shown } from '../../../adapters/rehearsal/room/draw/slack/kit.ts'
import { openRoom, type RoomStage, wordsOf } from './stage.ts'

let room: RoomStage
beforeEach(async () => {
  room = await openRoom()
})
afterEach(() => room.close())

const start = () =>
  room.act({
    do: 'slack.say',
    person: 'spa',
    channel: room.rehearsal.slack.channels.dm('U0SPA').id,
    words: '/rapid-review start',
  })
const ANSWERS = { sent: '2026-12-17', area: 'hackney', reference: 'SIN-1234', agencies: ['housing'], note: null }

describe('Slack in the room', () => {
  it('a command reaches the bot signed, and its modal stands before the one who typed it alone', async () => {
    await start()
    expect(room.heard).toEqual(['slack command start'])
    expect(room.rehearsal.slack.deliveries.at(-1)).toMatchObject({ kind: 'slash_commands', outcome: 'acknowledged' })
    expect(wordsOf(await room.see('spa', { tab: 'slack' }))).toContain('Start a review')
    expect(wordsOf(await room.see('bm', { tab: 'slack' }))).not.toContain('Start a review')
  })

  it('an error stands beside its field, and nothing typed is lost', async () => {
    await start()
    await room.act({ do: 'slack.submit', person: 'spa', typed: { ...ANSWERS, reference: 'abc', note: 'two siblings' } })
    const html = await room.see('spa', { tab: 'slack' })
    expect(html).toMatch(
      /data-block="reference"[^>]*aria-invalid="true"[^>]*value="abc"[^>]*>\s*<p class="slack-error"[^>]*>A reference reads/,
    )
    expect(html).toContain('two siblings</textarea>')
    expect(html).toMatch(/type="radio"[^>]*value="hackney"[^>]*checked|checked[^>]*value="hackney"/)
  })

  it('what Slack’s own client refuses is never sent', async () => {
    await start()
    await room.act({ do: 'slack.submit', person: 'spa', typed: { ...ANSWERS, sent: null } })
    expect(room.heard).toEqual(['slack command start'])
    expect(wordsOf(await room.see('spa', { tab: 'slack' }))).toContain('This field is required.')
  })

  it('a button press reaches the bot signed, and the card it stood on changes', async () => {
    await start()
    await room.act({ do: 'slack.submit', person: 'spa', typed: ANSWERS })
    const card = await room.rehearsal.slack.until(() =>
      room.rehearsal.slack.seenBy('U0SPA').conversations[0]?.messages.at(-1),
    )
    const { channel, ts, blocks } = card
    const block_id = blocks.find(({ type }) => type === 'actions')?.block_id
    const pressed = await room.act({
      do: 'slack.click',
      person: 'spa',
      place: { channel, ts },
      aim: { action_id: 'agree', block_id },
    })
    expect(pressed.status).toBe(200)
    expect(room.heard.at(-1)).toBe('slack press agree by U0SPA')
    await room.rehearsal.slack.until(() => room.rehearsal.slack.sees('U0SPA', 'Agreed by'))
    const again = await room.act({
      do: 'slack.click',
      person: 'spa',
      place: { channel, ts },
      aim: { action_id: 'agree', block_id },
    })
    expect(again).toMatchObject({ status: 409, body: { next: 'Look again and try once more.' } })
  })

  it('a home page is asked for and drawn', async () => {
    await room.act({ do: 'slack.home', person: 'bm' })
    await room.rehearsal.slack.until(() => room.rehearsal.slack.seenBy('U0BM').home)
    expect(wordsOf(await room.see('bm', { tab: 'slack', place: 'home' }))).toContain('What you owe')
  })

  it('a time before a colon is no emoji, and an emoji is drawn', () => {
    const block = { type: 'section', text: { type: 'plain_text', text: 'At 16:00: agreed :warning:' } } as const
    expect(JSON.stringify(shown([block], { users: [], channels: [] })).replace(/<[^>]*>/g, '')).toMatch(
      /At 16:00: agreed ⚠️/,
    )
  })

  it('drawn twice on a page, no id is there twice', async () => {
    await start()
    await room.act({ do: 'slack.submit', person: 'spa', typed: ANSWERS })
    await room.rehearsal.slack.until(() => room.rehearsal.slack.sees('U0SPA', 'JUNIPER'))
    await start()
    const ids = [...(await room.see('spa', { tab: 'slack' })).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

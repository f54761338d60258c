import { expect, test } from 'vitest'
import { buttons, callApi, stage } from './stage.ts'

test('a press replaces the card it stands on, and everyone sees what it became', async () => {
  const { slack } = await stage((app) => {
    app.action('agree', async ({ ack, respond, body }) => {
      await ack()
      await respond({ replace_original: true, text: `Agreed by ${body.user.id}` })
    })
  })
  const card = { channel: 'CPARTNERS', text: 'Please decide', blocks: [buttons('agree', 'return')] }
  const { ts } = await callApi(slack, 'chat.postMessage', card)

  const press = await slack.as('UBEN').click({ channel: 'CPARTNERS', ts }, 'agree')
  expect(press).toMatchObject({
    outcome: 'acknowledged',
    payload: {
      type: 'block_actions',
      user: { id: 'UBEN', team_id: 'T1' },
      container: { type: 'message', message_ts: ts, channel_id: 'CPARTNERS', is_ephemeral: false },
      channel: { id: 'CPARTNERS', name: 'partners' },
      message: { ts, text: 'Please decide', user: slack.bot.userId },
      actions: [{ type: 'button', action_id: 'agree', value: 'value of agree' }],
    },
  })
  await slack.until(() => slack.sees('UADA', 'Agreed by UBEN'))
  expect(slack.sees('UADA', 'agree')).toBe(false)
  expect(slack.messages('CPARTNERS')[0]?.history).toMatchObject([{ text: 'Please decide' }])
})

test.each([
  ['says nothing of it', {}, false, []],
  ['asks to keep it', { replace_original: false }, true, ['UBEN']],
  ['answers all', { response_type: 'in_channel' as const }, true, ['UADA', 'UBEN']],
])('an answer to a press that %s', async (_, how, cardStays, readers) => {
  const { slack } = await stage((app) => {
    app.action('agree', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Noted', ...how })
    })
  })
  const { ts } = await callApi(slack, 'chat.postMessage', {
    channel: 'CPARTNERS',
    text: 'Card',
    blocks: [buttons('agree')],
  })
  await slack.as('UBEN').click({ channel: 'CPARTNERS', ts }, 'agree')
  await slack.until(() => slack.sees('UBEN', 'Noted'))
  expect(slack.sees('UADA', 'agree')).toBe(cardStays)
  if (cardStays) expect(['UADA', 'UBEN'].filter((user) => slack.sees(user, 'Noted'))).toEqual(readers)
})

test('an ephemeral card can be pressed, and takes itself away', async () => {
  const { slack } = await stage((app) => {
    app.action('dismiss', async ({ ack, respond }) => {
      await ack()
      await respond({ delete_original: true })
    })
  })
  const hint = { channel: 'CPARTNERS', user: 'UBEN', text: 'A hint', blocks: [buttons('dismiss')] }
  const { message_ts: ts } = await callApi(slack, 'chat.postEphemeral', hint)
  const press = await slack.as('UBEN').click({ channel: 'CPARTNERS', ts }, 'dismiss')
  expect(press.payload).toMatchObject({ container: { is_ephemeral: true, message_ts: ts } })
  expect(press.payload).not.toHaveProperty('message')
  await slack.until(() => !slack.sees('UBEN', 'dismiss'))
})

test('a card redrawn as text loses its buttons', async () => {
  const { slack } = await stage()
  const card = { channel: 'CPARTNERS', text: 'Card', blocks: [buttons('agree')] }
  const { ts } = await callApi(slack, 'chat.postMessage', card)
  await callApi(slack, 'chat.update', { channel: 'CPARTNERS', ts, metadata: {} })
  expect(slack.sees('UADA', 'agree')).toBe(true)
  await callApi(slack, 'chat.update', { channel: 'CPARTNERS', ts, text: 'Settled' })
  expect(slack.sees('UADA', 'agree')).toBe(false)
})

test('somebody who looked away can press a button that is gone by now', async () => {
  const { slack } = await stage((app) => {
    app.action('agree', async ({ ack }) => ack())
  })
  const { ts } = await callApi(slack, 'chat.postMessage', {
    channel: 'CPARTNERS',
    text: 'Old',
    blocks: [buttons('agree')],
  })
  const [asSeen] = slack.messages('CPARTNERS')
  await callApi(slack, 'chat.update', { channel: 'CPARTNERS', ts, text: 'Decided' })

  await expect(slack.as('UBEN').click({ channel: 'CPARTNERS', ts }, 'agree')).rejects.toThrow('0 elements are "agree"')
  const press = await slack.as('UBEN').click(asSeen!, 'agree')
  expect(press).toMatchObject({ outcome: 'acknowledged', payload: { message: { ts, text: 'Decided' } } })
})

test('an ephemeral message is one person’s own, out of reach of the API, and gone after a reload', async () => {
  const { slack } = await stage()
  const only = { channel: 'CPARTNERS', user: 'UBEN', text: 'You alone owe a return' }
  const { message_ts: ts } = await callApi(slack, 'chat.postEphemeral', only)
  expect([slack.sees('UBEN', 'You alone'), slack.sees('UADA', 'You alone')]).toEqual([true, false])
  expect(slack.seenBy('UBEN').notifications).toEqual([])
  await expect(slack.as('UADA').click({ channel: 'CPARTNERS', ts }, 'any')).rejects.toThrow('UADA sees no message')
  const change = await callApi(slack, 'chat.update', { channel: 'CPARTNERS', ts, text: 'x' })
  expect(change.error).toBe('message_not_found')
  slack.as('UBEN').reload()
  expect(slack.sees('UBEN', 'You alone')).toBe(false)
})

test('a response_url answers five times, for half an hour', async () => {
  const { slack, pass } = await stage((app) => {
    app.command('/due', async ({ ack }) => ack())
  })
  const urlOf = async () => String((await slack.as('UADA').slash('/due')).payload.response_url)
  const answer = (url: string) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"Still due"}' })

  const url = await urlOf()
  const statuses: number[] = []
  for (let use = 1; use <= 6; use++) statuses.push((await answer(url)).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404])

  const old = await urlOf()
  pass(30 * 60_000 + 1)
  expect(await (await answer(old)).json()).toEqual({ ok: false, error: 'expired_url' })
})

test('a command may be answered on the spot: to the person, or to all', async () => {
  const { slack } = await stage((app) => {
    app.command('/due', async ({ ack, command }) =>
      ack(command.text === 'all' ? { response_type: 'in_channel', text: 'Everybody: Friday' } : 'You: Monday'),
    )
  })
  await slack.as('UADA').slash('/due', '', { channel: 'CPARTNERS' })
  await slack.as('UADA').slash('/due', 'all', { channel: 'CPARTNERS' })
  expect([slack.sees('UADA', 'You: Monday'), slack.sees('UBEN', 'You: Monday')]).toEqual([true, false])
  expect(slack.sees('UBEN', 'Everybody: Friday')).toBe(true)
})

test('the app writes where it belongs and nowhere else', async () => {
  const { slack } = await stage()
  const post = async (channel: string) => (await callApi(slack, 'chat.postMessage', { channel, text: 'Hello' })).error
  expect(await post('#partners')).toBeUndefined()
  expect(await post('COTHER')).toBe('not_in_channel')
  expect(await post('GCLOSED')).toBe('channel_not_found')
  expect(await post('C404')).toBe('channel_not_found')
  await callApi(slack, 'conversations.join', { channel: 'COTHER' })
  expect(await post('COTHER')).toBeUndefined()
})

test('a direct message reaches the phone as its top-level text, a channel message only those it names', async () => {
  const { slack } = await stage()
  await callApi(slack, 'chat.postMessage', {
    channel: 'UBEN',
    text: 'One decision awaits you',
    blocks: [buttons('open')],
  })
  await callApi(slack, 'chat.postMessage', { channel: 'CPARTNERS', text: 'For <@UADA>' })
  const buzzed = (user: string) => slack.seenBy(user).notifications.map((each) => each.text)
  expect([buzzed('UBEN'), buzzed('UADA')]).toEqual([['One decision awaits you'], ['For <@UADA>']])
})

test('nobody rewrites another’s words', async () => {
  const { slack } = await stage()
  await slack.as('UBEN').write('CPARTNERS', 'My own words')
  const [mine] = slack.messages('CPARTNERS')
  const change = { channel: 'CPARTNERS', ts: mine!.ts, text: 'Twisted' }
  expect((await callApi(slack, 'chat.update', change)).error).toBe('cant_update_message')
  expect((await callApi(slack, 'chat.delete', change)).error).toBe('cant_delete_message')
  expect((await callApi(slack, 'chat.update', { ...change, ts: '1.1' })).error).toBe('message_not_found')
})

test('a choice made in a message travels with the next press', async () => {
  const { slack } = await stage((app) => {
    app.action(/.*/, async ({ ack }) => ack())
  })
  const option = (value: string) => ({ value, text: { type: 'plain_text', text: value } })
  const menu = { type: 'static_select', action_id: 'reply', options: [option('yes'), option('no')] }
  const blocks = [{ type: 'actions', block_id: 'b', elements: [menu, ...buttons('send').elements] }]
  const { ts } = await callApi(slack, 'chat.postMessage', { channel: 'CPARTNERS', text: 'Coming?', blocks })
  const card = { channel: 'CPARTNERS', ts }
  await expect(slack.as('UADA').click(card, 'reply', 'perhaps')).rejects.toThrow('does not offer perhaps, only yes, no')
  await slack.as('UADA').click(card, 'reply', 'no')
  const press = await slack.as('UADA').click(card, 'send')
  expect(press.payload.state).toEqual({
    values: { b: { reply: { type: 'static_select', selected_option: option('no') } } },
  })
  const other = await slack.as('UBEN').click(card, 'send')
  expect(other.payload.state).toEqual({ values: { b: { reply: { type: 'static_select', selected_option: null } } } })
})

test('the app reads back what stands in a conversation it is in: the newest first, threads by themselves, metadata when asked for', async () => {
  const { slack } = await stage()
  const metadata = { event_type: 'asked', event_payload: { id: 'q1' } }
  const { ts } = await callApi(slack, 'chat.postMessage', { channel: 'CPARTNERS', text: 'Please decide', metadata })
  await callApi(slack, 'chat.postMessage', { channel: 'CPARTNERS', text: 'More of it', thread_ts: ts })
  await slack.as('UBEN').write('CPARTNERS', 'Soon')
  const read = { channel: 'CPARTNERS', include_all_metadata: true }
  expect(await callApi(slack, 'conversations.history', read)).toMatchObject({
    messages: [{ text: 'Soon' }, { ts, reply_count: 1, metadata }],
  })
  const bare = await callApi(slack, 'conversations.history', { channel: 'CPARTNERS' })
  expect(JSON.stringify(bare)).not.toContain('event_payload')
  expect(await callApi(slack, 'conversations.replies', { ...read, ts })).toMatchObject({
    messages: [{ text: 'Please decide' }, { text: 'More of it' }],
  })
  expect(await callApi(slack, 'conversations.replies', { ...read, ts: '1.1' })).toMatchObject({ ok: false })
})

import { expect, test } from 'vitest'
import { callApi, stage } from './stage.ts'

test('a person writes to the app, and the app answers in the same conversation', async () => {
  const { slack } = await stage((app) => {
    app.message(/what do i owe/i, async ({ say }) => {
      await say('Nothing today.')
    })
  })
  const written = await slack.as('UADA').dm('What do I owe?')
  expect(written.payload).toMatchObject({
    type: 'event_callback',
    team_id: 'T1',
    event: { type: 'message', channel_type: 'im', user: 'UADA', channel: slack.channels.dm('UADA').id },
  })
  await slack.until(() => slack.sees('UADA', 'Nothing today.'))
  expect(slack.sees('UBEN', 'Nothing today.')).toBe(false)
})

test('a mention is heard in the channels the app is in', async () => {
  const heard: string[] = []
  const { slack } = await stage((app) => {
    app.event('app_mention', async ({ event }) => {
      heard.push(event.text)
    })
  })
  expect((await slack.as('UADA').mention('COTHER', 'anyone?')).outcome).toBe('not_sent')
  await slack.as('UADA').mention('CPARTNERS', 'when is the next meeting?')
  expect(heard).toEqual([`<@${slack.bot.userId}> when is the next meeting?`])
})

test('an event that was not acknowledged comes again under the same id', async () => {
  const seen: [unknown, unknown][] = []
  const { slack } = await stage((app) => {
    app.event('app_home_opened', async ({ body, context }) => {
      seen.push([body.event_id, context.retryNum])
    })
  })
  const first = await slack.as('UADA').openHome()
  await slack.redeliver(first, 'http_timeout')
  const id = first.payload.event_id
  expect(seen).toEqual([
    [id, undefined],
    [id, 1],
  ])
})

test('a command nobody answers fails before the person’s eyes', async () => {
  const { slack } = await stage(() => {}, { ackWithinMs: 100 })
  expect(await slack.as('UADA').slash('/unheard-of')).toMatchObject({ outcome: 'operation_timeout', status: 0 })
  expect(slack.sees('UADA', '/unheard-of failed with the error "operation_timeout"')).toBe(true)
  slack.deliverTo({ url: 'http://127.0.0.1:9/' })
  expect(await slack.as('UADA').slash('/unheard-of')).toMatchObject({ outcome: 'dispatch_failed' })
})

test('people come, join, send files and leave, and the app is told', async () => {
  const told: string[] = []
  const { slack } = await stage((app) => {
    app.event('team_join', async ({ event }) => {
      told.push(`${event.user.id} came`)
    })
    app.event('member_joined_channel', async ({ event }) => {
      told.push(`${event.user} joined ${event.channel}`)
    })
    app.event('message', async ({ event }) => {
      if (event.subtype === 'file_share') told.push(`a file: ${event.files?.[0]?.name}`)
    })
    app.event('user_change', async ({ event }) => {
      told.push(`${event.user.id} ${event.user.deleted ? 'left' : 'changed'}`)
    })
  })
  await slack.users.arrive({ id: 'UDAN', realName: 'Dan', email: 'dan@school.example' })
  await slack.as('UDAN').join('CPARTNERS')
  await slack.as('UBEN').invite('GCLOSED', slack.bot.userId)
  await slack.as('UDAN').uploadFile({ name: 'return.docx', mimetype: 'application/msword', size: 12 })
  await slack.users.deactivate('UDAN')
  expect(told).toEqual([
    'UDAN came',
    'UDAN joined CPARTNERS',
    `${slack.bot.userId} joined GCLOSED`,
    'a file: return.docx',
    'UDAN left',
  ])
  expect((await callApi(slack, 'conversations.open', { users: 'UDAN' })).error).toBe('user_disabled')
})

test('a guest from another workspace acts under their own team', async () => {
  const { slack } = await stage((app) => {
    app.command('/due', async ({ ack }) => ack())
  })
  slack.teams.add({ id: 'T2', name: 'Health', domain: 'health' })
  slack.channels.add({ id: 'CSHARED', name: 'shared', isExtShared: true, members: ['UADA', 'UCAT', slack.bot.userId] })
  const typed = await slack.as('UCAT').slash('/due', '', { channel: 'CSHARED' })
  expect(typed.payload).toMatchObject({ team_id: 'T2', team_domain: 'health', user_id: 'UCAT' })
  expect(await callApi(slack, 'users.info', { user: 'UCAT' })).toMatchObject({ ok: true, user: { team_id: 'T2' } })
  expect((await callApi(slack, 'users.lookupByEmail', { email: 'cat@health.example' })).error).toBe('users_not_found')
  slack.users.add({ id: 'UFAR', realName: 'Far', email: 'far@else.example', teamId: 'T3', isStranger: true })
  expect((await callApi(slack, 'conversations.open', { users: 'UFAR' })).error).toBe('user_not_visible')
})

test('long lists come in pages', async () => {
  const { slack } = await stage()
  const first = await callApi(slack, 'users.list', { limit: 3 })
  const rest = await callApi(slack, 'users.list', { limit: 3, cursor: first.response_metadata?.next_cursor })
  expect([first.members.length, rest.members.length, rest.response_metadata?.next_cursor]).toEqual([3, 1, ''])
})

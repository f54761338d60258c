import { type ConversationReference, TeamsInfo, TurnContext } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ANNA,
  APP_ID,
  BRAM,
  CHAT,
  cardMessage,
  createStage,
  GUEST,
  HOST_TENANT,
  populate,
  REVIEWS,
  type Stage,
  TEAM,
} from './bot.ts'

let stage: Stage
beforeEach(async () => {
  stage = await createStage()
  populate(stage.world)
})
afterEach(() => stage.close())

const echo = async (turn: TurnContext) => {
  await turn.sendActivity({ type: 'message', text: `heard: ${turn.activity.text}`, summary: 'heard you' })
}

/** Speaks first, as a reminder does. */
async function createConversation(parameters: Record<string, unknown>): Promise<string> {
  let made = ''
  await stage.adapter.createConversationAsync(
    APP_ID,
    'msteams',
    stage.world.serviceUrl(),
    'https://api.botframework.com',
    parameters as never,
    async (turn) => {
      made = turn.activity.conversation.id
    },
  )
  return made
}

const refusalOf = (deed: Promise<unknown>): Promise<{ statusCode?: number; code?: string }> =>
  deed.then(
    () => ({}),
    (error: { statusCode?: number; code?: string }) => error,
  )

describe('speaking with the bot', () => {
  it('a direct message is heard whole and answered into the same chat', async () => {
    stage.behave(echo)
    const { status } = await stage.world.as(ANNA).dm('what do I owe?')
    expect(status).toBe(200)
    expect(stage.heard[0]).toMatchObject({
      channelId: 'msteams',
      text: 'what do I owe?',
      from: { id: ANNA, aadObjectId: 'oid-anna' },
      recipient: { id: `28:${APP_ID}` },
      conversation: { conversationType: 'personal', tenantId: HOST_TENANT.id },
      channelData: { tenant: { id: HOST_TENANT.id } },
    })
    const [, reply] = stage.world.seenBy(ANNA)
    expect(reply).toMatchObject({ words: 'heard: what do I owe?', notification: 'heard you' })
    expect(stage.world.seenBy(BRAM)).toEqual([])
  })

  it('a guest comes with the tenant they come from', async () => {
    await stage.world.as(GUEST).dm('hello')
    expect(stage.heard[0]?.conversation.tenantId).toBe('bbbbbbbb-0000-0000-0000-000000000002')
  })

  it('a post in a channel mentions the bot, and the answer lands in its thread', async () => {
    stage.behave(echo)
    await stage.world.as(ANNA).say(REVIEWS, 'status')
    const [asked, replied] = stage.world.seenBy(BRAM)
    expect(stage.heard[0]).toMatchObject({
      text: '<at>Muster</at> status',
      conversation: { id: `${REVIEWS};messageid=${asked?.message.id}`, conversationType: 'channel', isGroup: true },
      channelData: { team: { id: TEAM }, channel: { id: REVIEWS } },
    })
    expect(TurnContext.removeRecipientMention(stage.heard[0]!).trim()).toBe('status')
    expect(replied?.message.threadId).toBe(asked?.message.id)
  })

  it('people talking among themselves are not overheard', async () => {
    const { status } = await stage.world.as(ANNA).say(CHAT, 'lunch?', { mention: false })
    expect(status).toBe(0)
    expect(stage.heard).toEqual([])
    expect(stage.world.seenBy(BRAM)).toHaveLength(1)
  })

  it('an uploaded file arrives as a download', async () => {
    await stage.world.as(ANNA).uploadFile('minutes.docx')
    expect(stage.heard[0]?.attachments?.[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'minutes.docx',
      content: { fileType: 'docx' },
    })
  })

  it('a delivery made twice is the same activity', async () => {
    const first = await stage.world.as(ANNA).dm('once')
    await stage.world.redeliver(first)
    expect(stage.heard.map(({ id }) => id)).toEqual([first.activity?.id, first.activity?.id])
  })
})

describe('coming and going', () => {
  it('installing tells the bot, and it may then speak first', async () => {
    const parameters = { isGroup: false, members: [{ id: 'oid-bram' }], tenantId: HOST_TENANT.id }
    const refused = await refusalOf(createConversation(parameters))
    expect(refused).toMatchObject({ statusCode: 403, code: 'ForbiddenOperationException' })
    await stage.world.as(BRAM).install()
    expect(stage.heard.map(({ type }) => type)).toEqual(['conversationUpdate', 'installationUpdate'])
    expect(await createConversation(parameters)).toBe(stage.heard[0]?.conversation.id)
  })

  it('uninstalling makes every later message to that person fail', async () => {
    await stage.world.as(ANNA).dm('hello')
    const reference = TurnContext.getConversationReference(stage.heard[0]!) as ConversationReference
    await stage.world.as(ANNA).uninstall()
    const refused = await refusalOf(stage.adapter.continueConversationAsync(APP_ID, reference, echo))
    expect(refused).toMatchObject({ statusCode: 403, code: 'BotNotInConversationRoster' })
  })

  it('a leaver no longer sees the channel', async () => {
    await stage.world.as(ANNA).say(REVIEWS, 'hello')
    await stage.world.as(BRAM).leave(TEAM)
    expect(stage.world.seenBy(BRAM)).toEqual([])
    expect(stage.heard.at(-1)).toMatchObject({ type: 'conversationUpdate', membersRemoved: [{ id: BRAM }] })
  })
})

describe('the connector', () => {
  it('a message is updated for everybody, keeps its history, and goes when it is deleted', async () => {
    stage.behave(async (turn) => {
      const sent = await turn.sendActivity({ type: 'message', text: 'draft' })
      await turn.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'final' })
    })
    await stage.world.as(ANNA).say(REVIEWS, 'go')
    const seen = stage.world.seenBy(BRAM).at(-1)
    expect(seen?.words).toBe('final')
    expect(seen?.message.earlier.map(({ text }) => text)).toEqual(['draft'])
    stage.behave(async (turn) => turn.deleteActivity(seen?.message.id ?? ''))
    await stage.world.as(ANNA).say(REVIEWS, 'away with it')
    expect(stage.world.seenBy(BRAM).map(({ words }) => words)).not.toContain('final')
  })

  it('what does not exist answers 404', async () => {
    const refusals: unknown[] = []
    stage.behave(async (turn) => {
      refusals.push(await refusalOf(turn.updateActivity({ type: 'message', id: '1', text: 'nobody home' })))
      refusals.push(await refusalOf(TeamsInfo.getMember(turn, '29:nobody')))
    })
    await stage.world.as(ANNA).dm('go')
    expect(refusals).toMatchObject([{ statusCode: 404 }, { statusCode: 404 }])
  })

  it('a channel thread is begun with its first message', async () => {
    const activity = { type: 'message', text: 'Meeting on Thursday' }
    const id = await createConversation({ isGroup: true, channelData: { channel: { id: REVIEWS } }, activity })
    expect(stage.world.seenBy(BRAM).at(-1)?.words).toBe('Meeting on Thursday')
    expect(id).toBe(`${REVIEWS};messageid=${stage.world.seenBy(BRAM).at(-1)?.message.id}`)
  })

  it('tells who is who, and who is in a team', async () => {
    const known: unknown[] = []
    stage.behave(async (turn) => {
      known.push(await TeamsInfo.getMember(turn, 'oid-guest'))
      known.push((await TeamsInfo.getPagedMembers(turn, 2)).members.length)
      known.push((await TeamsInfo.getTeamDetails(turn)).memberCount)
      known.push((await TeamsInfo.getTeamChannels(turn)).map(({ id, name }) => [id, name]))
    })
    await stage.world.as(ANNA).say(REVIEWS, 'who?')
    expect(known).toEqual([
      expect.objectContaining({ id: GUEST, email: 'gita@police.example', userRole: 'guest' }),
      2,
      3,
      [
        [TEAM, undefined],
        [REVIEWS, 'Reviews'],
      ],
    ])
  })

  it('hears nobody without a token of this bot', async () => {
    const url = `${stage.world.serviceUrl()}v3/conversations`
    const statuses = [undefined, 'Bearer a.b.c', 'Basic x'].map(async (authorization) => {
      const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) }
      return (await fetch(url, { method: 'POST', headers, body: '{}' })).status
    })
    expect(await Promise.all(statuses)).toEqual([401, 401, 401])
  })
})

describe('what Teams would not show', () => {
  const problemsAfter = async (card: Record<string, unknown>, summary?: string) => {
    stage.behave(async (turn) => {
      await turn.sendActivity(cardMessage(card, summary))
    })
    await stage.world.as(ANNA).dm('go')
    return stage.world.problems.map(({ code }) => code)
  }

  it('a good card is no problem', async () => {
    const body = [{ type: 'TextBlock', text: 'Quorum met', wrap: true }]
    expect(await problemsAfter({ body, msteams: { width: 'Full' } })).toEqual([])
  })

  it.each([
    ['schema', { body: [{ type: 'TextBlock', text: 'x', colour: 'red' }] }],
    ['version', { version: '1.6', body: [] }],
    ['image', { body: [{ type: 'Image', url: 'http://pictures.example/a.png' }] }],
    ['media', { body: [{ type: 'Media', sources: [{ mimeType: 'video/mp4', url: 'https://v.example/a' }] }] }],
    ['refresh', { refresh: { action: { type: 'Action.Execute' }, userIds: Array(61).fill(ANNA) } }],
    ['actions', { actions: Array(7).fill({ type: 'Action.Submit', title: 'Yes' }) }],
    [
      'input',
      {
        body: [
          { type: 'Input.Text', id: 'a' },
          { type: 'Input.Text', id: 'a' },
        ],
      },
    ],
    ['mention', { body: [{ type: 'TextBlock', text: 'Ask <at>Anna Bell</at>' }] }],
    ['large', { body: [{ type: 'TextBlock', text: 'x'.repeat(90_000) }] }],
  ])('%s', async (code, card) => {
    expect(await problemsAfter(card)).toEqual([code])
  })

  it('a card without a summary says nothing on the lock screen', async () => {
    expect(await problemsAfter({ body: [] }, '')).toEqual(['no-summary'])
  })

  it('a message that is too big is refused', async () => {
    let refused: unknown
    stage.behave(async (turn) => {
      refused = await refusalOf(
        turn.sendActivity(cardMessage({ body: [{ type: 'TextBlock', text: 'x'.repeat(110_000) }] })),
      )
    })
    await stage.world.as(ANNA).dm('go')
    expect(refused).toMatchObject({ statusCode: 413 })
    expect(stage.world.seenBy(ANNA)).toHaveLength(1)
  })
})

describe('bad days', () => {
  it('a throttled send is tried again after Retry-After, and lands once', async () => {
    stage.behave(echo)
    stage.world.next('reply', { status: 429, retryAfter: 1 })
    await stage.world.as(ANNA).dm('hello')
    expect(stage.world.seenBy(ANNA)).toHaveLength(2)
    expect(stage.world.faultsWaiting()).toBe(0)
  })

  it('a connection that breaks after the work makes botbuilder send again, and the person sees it twice', async () => {
    stage.behave(echo)
    stage.world.next('reply', { hangUp: 'after' })
    await stage.world.as(ANNA).dm('hello')
    expect(stage.world.seenBy(ANNA).filter(({ words }) => words === 'heard: hello')).toHaveLength(2)
  })

  it('a connection that breaks before the work loses nothing', async () => {
    stage.behave(echo)
    stage.world.next('reply', { hangUp: 'before' })
    await stage.world.as(ANNA).dm('hello')
    expect(stage.world.seenBy(ANNA).filter(({ words }) => words === 'heard: hello')).toHaveLength(1)
  })

  it('whoever watches is told of every change, until they stop', async () => {
    let changes = 0
    const stop = stage.world.onChange(() => changes++)
    await stage.world.as(ANNA).dm('hello')
    stop()
    await stage.world.as(ANNA).dm('hello again')
    expect(changes).toBe(1)
  })
})

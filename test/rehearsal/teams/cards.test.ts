import type { TurnContext } from 'botbuilder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ANNA,
  adaptiveCard,
  answer,
  BRAM,
  cardAnswer,
  cardMessage,
  createStage,
  populate,
  REVIEWS,
  type Stage,
} from './bot.ts'

let stage: Stage
beforeEach(async () => {
  stage = await createStage()
  populate(stage.world)
})
afterEach(() => stage.close())

const REPLY_CARD = {
  body: [
    { type: 'TextBlock', text: 'Are you coming?' },
    { type: 'Input.Text', id: 'reason', label: 'Reason', value: 'none' },
    { type: 'Input.Toggle', id: 'deputy', title: 'A deputy comes' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Apologies', verb: 'reply', data: { meeting: 'm1', answer: 'no' } },
    { type: 'Action.OpenUrl', title: 'Papers', url: 'https://desk.example/papers' },
  ],
}

/** Posts the card in the channel, then does this with every invoke. */
async function posted(
  card: Record<string, unknown>,
  onInvoke: (turn: TurnContext) => Promise<unknown> = async () => {},
) {
  stage.behave(async (turn) => {
    if (turn.activity.type === 'invoke') await onInvoke(turn)
    else if (!turn.activity.value) await turn.sendActivity(cardMessage(card))
  })
  await stage.world.as(ANNA).say(REVIEWS, 'go')
  const message = stage.world.seenBy(ANNA).at(-1)?.message
  if (!message) throw new Error('the bot posted nothing')
  return message
}

const wordsFor = (personId: string) => stage.world.seenBy(personId).at(-1)?.words

describe('Action.Execute', () => {
  it('sends its verb, data and inputs, and the card that comes back replaces the old one for the one who pressed', async () => {
    const message = await posted(REPLY_CARD, (turn) =>
      turn.sendActivity(cardAnswer({ body: [{ type: 'TextBlock', text: 'Apologies recorded' }] })),
    )
    const { status } = await stage.world.as(ANNA).press(message, 'Apologies', { reason: 'on leave' })
    expect(status).toBe(200)
    expect(stage.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      conversation: { id: `${REVIEWS};messageid=${message.threadId}` },
      value: {
        action: {
          type: 'Action.Execute',
          verb: 'reply',
          data: { meeting: 'm1', answer: 'no', reason: 'on leave', deputy: 'false' },
        },
        trigger: 'manual',
      },
    })
    expect(wordsFor(ANNA)).toBe('Apologies recorded')
    expect(wordsFor(BRAM)).toContain('Are you coming?')
    expect(stage.world.problems).toEqual([])
  })

  it('an update reaches everybody, over what each had been shown', async () => {
    const message = await posted(REPLY_CARD, (turn) =>
      turn.sendActivity(cardAnswer({ body: [{ type: 'TextBlock', text: 'just for you' }] })),
    )
    await stage.world.as(ANNA).press(message, 0)
    expect(wordsFor(ANNA)).toBe('just for you')
    stage.behave(async (turn) => {
      await turn.updateActivity({ ...cardMessage({ body: [{ type: 'TextBlock', text: 'closed' }] }), id: message.id })
    })
    await stage.world.as(BRAM).say(REVIEWS, 'close it', { answers: message.threadId })
    const drawn = (personId: string) =>
      stage.world.seenBy(personId).find((seen) => seen.message.id === message.id)?.words
    expect([drawn(ANNA), drawn(BRAM)]).toEqual(['closed', 'closed'])
  })

  it('a notice and an error are shown to the one who pressed; what was typed stays', async () => {
    const types = ['application/vnd.microsoft.activity.message', 'application/vnd.microsoft.error']
    const bodies = [
      { statusCode: 200, type: types[0], value: 'You have answered already.' },
      { statusCode: 403, type: types[1], value: { code: 'not-yours', message: 'Only the chair may.' } },
    ]
    const message = await posted(REPLY_CARD, (turn) => turn.sendActivity(answer(bodies.shift())))
    const anna = stage.world.as(ANNA)
    await anna.press(message, 'Apologies', { reason: 'on leave' })
    await anna.press(message, 'Apologies')
    expect(anna.notes().map(({ kind, text }) => [kind, text])).toEqual([
      ['message', 'You have answered already.'],
      ['error', 'Only the chair may.'],
    ])
    expect(stage.heard.at(-1)?.value.action.data.reason).toBe('on leave')
    expect(stage.world.as(BRAM).notes()).toEqual([])
  })

  it('a bot that answers nonsense is found out', async () => {
    const message = await posted(REPLY_CARD, (turn) => turn.sendActivity(answer({ hello: 'world' })))
    await stage.world.as(ANNA).press(message, 'Apologies')
    expect(stage.world.problems.map(({ code }) => code)).toEqual(['invoke-answer'])
    expect(stage.world.as(ANNA).notes()[0]?.kind).toBe('failure')
  })

  it('a stale card can be pressed as it once was', async () => {
    const message = await posted(REPLY_CARD, async (turn) => {
      await turn.updateActivity({ ...cardMessage({ body: [{ type: 'TextBlock', text: 'closed' }] }), id: message.id })
      await turn.sendActivity(
        answer({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'ok' }),
      )
    })
    await stage.world.as(ANNA).press(message, 'Apologies')
    await expect(stage.world.as(BRAM).press(message, 'Apologies')).rejects.toThrow('no button "Apologies"')
    const { status } = await stage.world.as(BRAM).press(message, 'Apologies', {}, 0)
    expect(status).toBe(200)
  })

  it('the client itself refuses an empty required input and opens links', async () => {
    const required = { type: 'Input.Text', id: 'why', label: 'Why', isRequired: true, errorMessage: 'Say why' }
    const message = await posted({ body: [required], actions: REPLY_CARD.actions })
    const before = stage.heard.length
    expect(await stage.world.as(ANNA).press(message, 'Apologies')).toMatchObject({ status: 0, refusedInputs: ['why'] })
    expect(await stage.world.as(ANNA).press(message, 'Papers')).toMatchObject({ opened: 'https://desk.example/papers' })
    expect(stage.heard).toHaveLength(before)
  })
})

describe('a card that refreshes', () => {
  it('shows each listed person their own view and leaves the others alone', async () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'view', data: { meeting: 'm1' } }, userIds: [ANNA] }
    const message = await posted({ body: [{ type: 'TextBlock', text: 'for all' }], refresh }, (turn) =>
      turn.sendActivity(cardAnswer({ body: [{ type: 'TextBlock', text: 'for Anna' }] })),
    )
    expect(await stage.world.as(BRAM).look(message)).toBeUndefined()
    await stage.world.as(ANNA).look(message)
    expect(stage.heard.at(-1)?.value).toMatchObject({ trigger: 'automatic', action: { verb: 'view' } })
    expect([wordsFor(ANNA), wordsFor(BRAM)]).toEqual(['for Anna', 'for all'])
  })
})

describe('Action.Submit', () => {
  it('comes as a message with a value, answering the card', async () => {
    const message = await posted({ actions: [{ type: 'Action.Submit', title: 'Yes', data: { answer: 'yes' } }] })
    await stage.world.as(ANNA).press(message, 'Yes')
    expect(stage.heard.at(-1)).toMatchObject({ type: 'message', value: { answer: 'yes' }, replyToId: message.id })
    expect(stage.heard.at(-1)?.text).toBeUndefined()
  })

  it('may speak for the person instead', async () => {
    const msteams = { type: 'messageBack', text: 'help', displayText: 'Help me', value: { topic: 'quorum' } }
    const message = await posted({ actions: [{ type: 'Action.Submit', title: 'Help', data: { msteams } }] })
    await stage.world.as(ANNA).press(message, 'Help')
    expect(stage.heard.at(-1)).toMatchObject({ type: 'message', text: 'help', value: { topic: 'quorum' } })
  })
})

describe('a bot that is down', () => {
  it('looks like a failure, and what was typed stays', async () => {
    const message = await posted(REPLY_CARD)
    stage.world.connectBot('http://127.0.0.1:9/api/messages')
    const { status } = await stage.world.as(ANNA).press(message, 'Apologies', { reason: 'on leave' })
    expect(status).toBe(504)
    expect(stage.world.as(ANNA).notes()).toMatchObject([{ kind: 'failure', messageId: message.id }])
    expect(message.typed.get(ANNA)).toEqual({ reason: 'on leave' })
  })
})

describe('a dialog', () => {
  const OPENER = {
    actions: [{ type: 'Action.Submit', title: 'Fill in', data: { form: 'f1', msteams: { type: 'task/fetch' } } }],
  }
  const formCard = (label: string) =>
    adaptiveCard({
      body: [{ type: 'Input.Text', id: 'text', label }],
      actions: [{ type: 'Action.Submit', title: 'Next', data: { form: 'f1' } }],
    })
  const continueWith = (label: string) =>
    answer({
      task: {
        type: 'continue',
        value: {
          title: label,
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: formCard(label) },
        },
      },
    })

  it('opens, goes on to the next page, says goodbye', async () => {
    const pages = [continueWith('One'), continueWith('Two'), answer({ task: { type: 'message', value: 'Thank you' } })]
    const message = await posted(OPENER, (turn) => turn.sendActivity(pages.shift()!))
    const anna = stage.world.as(ANNA)
    await anna.press(message, 'Fill in')
    expect(stage.heard.at(-1)).toMatchObject({ name: 'task/fetch', value: { data: { form: 'f1' } } })
    expect(anna.dialog()?.title).toBe('One')
    await anna.submitDialog({ text: 'first' })
    expect(stage.heard.at(-1)).toMatchObject({ name: 'task/submit', value: { data: { form: 'f1', text: 'first' } } })
    expect(anna.dialog()?.title).toBe('Two')
    await anna.submitDialog({ text: 'second' })
    expect(anna.dialog()).toMatchObject({ text: 'Thank you', card: undefined })
    expect(stage.world.as(BRAM).dialog()).toBeUndefined()
  })

  it('closes when the bot has nothing more to show', async () => {
    const pages = [continueWith('One'), answer(undefined)]
    const message = await posted(OPENER, (turn) => turn.sendActivity(pages.shift()!))
    await stage.world.as(ANNA).press(message, 'Fill in')
    await stage.world.as(ANNA).submitDialog()
    expect(stage.world.as(ANNA).dialog()).toBeUndefined()
  })

  it('keeps what was typed when the bot fails', async () => {
    const pages = [continueWith('One'), answer(undefined, 500)]
    const message = await posted(OPENER, (turn) => turn.sendActivity(pages.shift()!))
    await stage.world.as(ANNA).press(message, 'Fill in')
    await stage.world.as(ANNA).submitDialog({ text: 'long and dear' })
    expect(stage.world.as(ANNA).dialog()).toMatchObject({
      title: 'One',
      failed: true,
      typed: { text: 'long and dear' },
    })
  })
})

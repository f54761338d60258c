import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actions, say, text } from '../../src/chat/words.ts'
import { createStory, type Story } from './core.ts'
import { ANNA, BRAM, CHAIRS, createHouse, GITA, type House, OTHER_TENANT, populate, REVIEWS, TEAM } from './house.ts'

let house: House
let story: Story
beforeEach(async () => {
  house = await createHouse()
  populate(house.world)
  story = createStory()
  house.behave(story.handle)
})
afterEach(async () => {
  expect(house.world.problems).toEqual([])
  await house.close()
})

const last = (person: string) => house.world.seenBy(person).at(-1)!
const inReviews = (person: string) =>
  house.world
    .seenBy(person)
    .filter(({ conversation }) => conversation.id === REVIEWS)
    .map(({ words }) => words)
const inOwnChat = (person: string) =>
  house.world
    .seenBy(person)
    .filter(({ conversation }) => conversation.kind === 'personal')
    .map(({ words }) => words)

describe('asking', () => {
  it('a command in the own chat is answered there', async () => {
    await house.world.as(ANNA).dm('rapid-review')
    expect(last(ANNA)).toMatchObject({ notification: 'JUNIPER: action for you' })
    expect(last(ANNA).words).toContain('Waits to be acknowledged')
  })

  it('a command in a channel is answered to the person alone; the channel is told only that', async () => {
    await house.world.as(ANNA).say(REVIEWS, 'rapid-review')
    expect(inReviews(BRAM)).toEqual(['<at>Muster</at> rapid-review', 'I have answered you in our own chat.'])
    expect(inOwnChat(ANNA).at(-1)).toContain('JUNIPER')
  })

  it('where the answer stands is kept, by which it is taken away in time', async () => {
    await house.world.as(ANNA).dm('rapid-review')
    const [{ door, posted } = { door: undefined, posted: undefined }] = house.answered
    expect([door?.user, posted?.message]).toEqual(['oid-anna', last(ANNA).message.id])
    if (posted) expect(await house.messenger.remove(posted, say('Removed'))).toBe('deleted')
    expect(inOwnChat(ANNA)).toEqual(['rapid-review'])
  })

  it('who has no chat with Muster is told how to get one, and the channel learns nothing', async () => {
    await house.world.as(BRAM).say(CHAIRS, 'rapid-review')
    expect(last(BRAM).words).toContain('Add Muster to your apps, then ask again.')
    expect(JSON.stringify(house.world.seenBy(ANNA).map(({ words }) => words))).not.toContain('JUNIPER')
  })

  it('a delivery made twice is answered once', async () => {
    const first = await house.world.as(ANNA).dm('rapid-review')
    await house.world.redeliver(first)
    expect(inOwnChat(ANNA)).toHaveLength(2)
  })

  it('a file is refused, and its name goes no further', async () => {
    await house.world.as(ANNA).uploadFile('secret-name.docx')
    expect(last(ANNA).words).toContain('Muster takes no files.')
    expect(JSON.stringify([house.asked, house.logged])).not.toContain('secret-name')
  })

  it('being added says hello once, and remembers how to write first', async () => {
    await house.world.as(BRAM).install()
    expect(inOwnChat(BRAM)).toEqual(['Welcome to Muster.'])
    expect(JSON.parse(house.reaches.get('oid-bram') ?? '')).toMatchObject({ conversation: 'a:oid-bram' })
  })

  it('being added to a team is no cause for words in its channel', async () => {
    await house.world.as(ANNA).addBotTo(TEAM)
    expect(inReviews(ANNA)).toEqual([])
    expect(inOwnChat(ANNA)).toEqual(['Welcome to Muster.'])
  })
})

describe('who somebody is', () => {
  it('is asked of the roster once, and the address counts in the own tenant', async () => {
    await house.world.as(ANNA).dm('help')
    await house.world.as(ANNA).say(REVIEWS, 'help')
    expect(house.introduced).toEqual([
      {
        door: { platform: 'teams', tenant: expect.any(String), user: 'oid-anna' },
        who: { email: 'anna@chesterfield.example', name: 'Anna Bell' },
      },
    ])
  })

  it('an address from a tenant nobody trusts says nothing: whoever owns a tenant can write any address into it', async () => {
    await house.world.as(GITA).dm('help')
    expect(house.introduced).toEqual([
      { door: { platform: 'teams', tenant: OTHER_TENANT, user: 'oid-gita' }, who: { name: 'Gita Dunn' } },
    ])
    expect(house.reaches.has('oid-gita')).toBe(false)
  })

  it('when Teams cannot say, the core is asked all the same', async () => {
    house.world.next('members', { status: 404 })
    await house.world.as(ANNA).dm('help')
    expect(house.asked).toHaveLength(1)
    expect(house.introduced).toEqual([])
  })
})

describe('pressing', () => {
  it('the card is replaced by its new face', async () => {
    await house.world.as(ANNA).dm('rapid-review')
    await house.world.as(ANNA).press(last(ANNA).message, 'Acknowledge')
    expect(last(ANNA).words).toBe('JUNIPER\nAcknowledged\nScope')
    expect(story.acknowledgedBy).toBe('oid-anna')
  })

  it('a second press changes nothing, and a note says why', async () => {
    await house.world.as(ANNA).dm('rapid-review')
    const { message } = last(ANNA)
    await house.world.as(ANNA).press(message, 'Acknowledge')
    message.views.clear()
    await house.world.as(ANNA).press(message, 'Acknowledge')
    expect(house.world.as(ANNA).notes()).toEqual([
      { kind: 'message', text: 'It has been acknowledged. Nothing more is needed.', messageId: message.id },
    ])
  })

  it('in a channel the presser sees the new face, and nothing private is said aloud', async () => {
    await postJuniper()
    const { message } = last(BRAM)
    await house.world.as(BRAM).press(message, 'Acknowledge')
    expect(last(BRAM).words).toContain('Acknowledged')
    expect(inReviews(ANNA)).toHaveLength(1)
    expect(house.asked.at(-1)?.pressed).toEqual({ conversation: REVIEWS, message: message.id })
  })

  it('what only one person may read does not replace a card in a channel', async () => {
    await postJuniper()
    house.behave(() => ({
      kind: 'card',
      message: { ...say('one', text('two')), sensitivity: 'person', blocks: Array(60).fill(text('private words')) },
    }))
    await house.world.as(ANNA).press(last(ANNA).message, 'Acknowledge')
    expect(inReviews(ANNA).join()).not.toContain('private')
    expect(inOwnChat(ANNA).at(-1)).toContain('private words')
    expect(house.world.as(ANNA).notes().at(-1)?.text).toBe('I have answered you in our own chat.')
  })

  it('a link is too much for a note: it is sent where it can be pressed', async () => {
    await house.world.as(ANNA).dm('scope')
    await house.world.as(ANNA).press(last(ANNA).message, 'Next', { 'in:A1': 'died' })
    await house.world.as(ANNA).press(last(ANNA).message, 'Write this on the desk')
    expect(last(ANNA).card).toMatchObject({
      body: [{ inlines: [{}, { selectAction: { url: 'https://desk.example/d/abc' } }] }],
    })
  })

  it('a button that is not ours is answered kindly and reaches nobody', async () => {
    await house.world.as(ANNA).dm('rapid-review')
    const { message } = last(ANNA)
    const before = house.asked.length
    const pressed = await house.world.as(ANNA).press(message, 'Acknowledge')
    const forged = { ...pressed.activity!, id: 'f:x', value: { action: { type: 'Action.Execute', data: { v: 1 } } } }
    const { body } = await house.world.raw(forged, house.world.honestToken())
    expect(body).toMatchObject({ statusCode: 200, value: expect.stringContaining('Nothing was changed.') })
    expect(house.asked).toHaveLength(before + 1)
  })

  it('when the core fails the person is told, and the log says where but not what', async () => {
    await house.world.as(ANNA).dm('rapid-review')
    house.behave(() => {
      throw new TypeError('private words')
    })
    await house.world.as(ANNA).press(last(ANNA).message, 'Acknowledge')
    expect(house.world.as(ANNA).notes().at(-1)?.text).toContain('Something went wrong inside Muster')
    expect(house.logged.at(-1)).toMatchObject({ verb: 'case.acknowledge', name: 'TypeError' })
    expect(JSON.stringify(house.logged)).not.toContain('private')
  })

  async function postJuniper() {
    const reply = story.handle({ ...A_COMMAND, input: { command: 'rapid-review', text: '' } })
    if (reply.kind !== 'card') throw new Error('the story shows a card')
    const { tenant } = house.world
    const place = { platform: 'teams' as const, tenant: tenant.id, conversation: REVIEWS, kind: 'channel' as const }
    await house.messenger.post({ kind: 'place', place }, reply.message)
  }
})

const A_COMMAND = {
  id: 'test/1',
  who: { platform: 'teams' as const, tenant: 't', user: 'u' },
  where: { platform: 'teams' as const, tenant: 't', conversation: 'c', kind: 'direct' as const },
  verb: 'command',
}

describe('a form in a dialog', () => {
  const open = async () => {
    await house.world.as(ANNA).dm('rapid-review')
    await house.world.as(ANNA).press(last(ANNA).message, 'Scope')
    return house.world.as(ANNA)
  }

  it('opens, says what is wrong beside the field, keeps what was typed, goes on and closes', async () => {
    const anna = await open()
    expect(anna.dialog()?.title).toBe('Scoping')
    await anna.submitDialog({ 'in:A2|||date': '2026-12-17' }, 'Next')
    expect(JSON.stringify(anna.dialog()?.card)).toContain('Error: Choose what happened')
    await anna.submitDialog({ 'in:A1': 'died' }, 'Next')
    expect(story.answers).toEqual({ A1: 'died', A2: '2026-12-17T' })
    await anna.submitDialog({}, 'Submit')
    expect(anna.dialog()).toMatchObject({ card: undefined, text: 'JUNIPER: scoping recorded.' })
  })

  it('stopping saves what was typed', async () => {
    const anna = await open()
    await anna.submitDialog({ 'in:A1': 'harmed' }, 'Save and stop for now')
    expect(story.answers).toEqual({ A1: 'harmed' })
    expect(anna.dialog()?.text).toBe('Saved.')
  })

  it('closes where the answer is one to press: that stands in the chat below', async () => {
    const anna = await open()
    await anna.submitDialog({ 'in:A1': 'died' }, 'Next')
    await anna.submitDialog({}, 'Write this on the desk')
    expect(anna.dialog()).toBeUndefined()
    expect(last(ANNA).words).toContain('Your desk')
  })

  it('a personal link asked for in it stands in it, where the eye is', async () => {
    const anna = await open()
    const link = { label: 'Open the desk', verb: 'desk.opened', url: 'https://desk.example/d/abc' }
    house.behave(() => ({ kind: 'message', message: say('Your personal link.', actions([link])) }))
    await anna.submitDialog({ 'in:A1': 'died' }, 'Next')
    expect(JSON.stringify(anna.dialog()?.card)).toContain('"Action.OpenUrl","title":"Open the desk"')
  })

  it('when nothing can be said the dialog is not left hanging', async () => {
    const anna = await open()
    house.behave(() => ({ kind: 'nothing' }))
    await anna.submitDialog({}, 'Next')
    expect(anna.dialog()?.text).toBe('Muster has this already.')
  })
})

describe('a form in the chat', () => {
  it('is a card that turns its own pages, where there are no dialogs', async () => {
    await house.world.as(ANNA).dm('scope')
    const { message } = last(ANNA)
    const anna = house.world.as(ANNA)
    await anna.press(message, 'Next', { 'in:A2|||date': '2026-12-17', 'in:A2|||time': '16:40' })
    expect(last(ANNA).words).toContain('Error: Choose what happened')
    await anna.press(message, 'Next', { 'in:A1': 'died' })
    expect(last(ANNA).words).toContain('Who knows')
    expect(story.answers).toEqual({ A1: 'died', A2: '2026-12-17T16:40' })
    await anna.press(message, 'Submit')
    expect(last(ANNA).words).toBe('JUNIPER: scoping recorded.')
    expect(inOwnChat(ANNA)).toHaveLength(2)
  })

  it('can be gone on with in a dialog', async () => {
    await house.world.as(ANNA).dm('scope')
    await house.world.as(ANNA).press(last(ANNA).message, 'Open as a dialog')
    expect(house.world.as(ANNA).dialog()?.title).toBe('Scoping')
  })

  it('asked for in a channel, it comes to the person alone', async () => {
    await house.world.as(ANNA).say(REVIEWS, 'scope')
    expect(inReviews(BRAM).join()).not.toContain('What happened')
    expect(inOwnChat(ANNA).at(-1)).toContain('What happened')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRoom, type RoomStage } from './stage.ts'

let room: RoomStage
beforeEach(async () => {
  room = await openRoom()
})
afterEach(() => room.close())

describe('Teams in the room', () => {
  const cardOf = () => room.rehearsal.teams.seenBy('29:housing').at(-1)?.message.id ?? ''
  const chat = () =>
    room.rehearsal.teams.conversations().find(({ kind, members }) => kind === 'personal' && members.has('29:housing'))
      ?.id
  const ask = () => room.act({ do: 'teams.say', person: 'housing', conversation: chat(), words: 'what do I owe?' })

  it('words in the chat reach the bot with Microsoft’s signature, and its card comes back', async () => {
    await ask()
    expect(room.heard).toEqual(['teams message what do I owe?'])
    expect(room.rehearsal.teams.deliveries.at(-1)?.status).toBe(200)
    expect(await room.see('housing', { tab: 'teams' })).toContain('your agency’s return')
  })

  it('a press carries what was typed, and the answer is the card this person sees', async () => {
    await ask()
    await room.act({
      do: 'teams.press',
      person: 'housing',
      message: cardOf(),
      which: 0,
      inputs: { involved: 'yes', note: '' },
    })
    expect(room.heard.at(-1)).toBe('teams execute {"case":"JUNIPER","involved":"yes","note":""}')
    expect(await room.see('housing', { tab: 'teams' })).toContain('Nothing more is owed.')
  })

  it('typing does not draw the card again', async () => {
    await ask()
    const version = async () => {
      const html = await room.see('housing', { tab: 'teams' })
      return html
        .split('<li')
        .find((item) => item.includes(cardOf()))
        ?.match(/data-version="([^"]+)"/)?.[1]
    }
    const before = await version()
    expect(before).toBeTruthy()
    await room.act({ do: 'teams.type', person: 'housing', message: cardOf(), inputs: { note: 'half a sen' } })
    expect(await version()).toBe(before)
    expect(room.rehearsal.teams.message(cardOf()).typed.get('29:housing')).toEqual({ note: 'half a sen' })
  })

  it('a dialog opens, is sent, and says what became of it', async () => {
    await ask()
    await room.act({ do: 'teams.press', person: 'housing', message: cardOf(), which: 1, inputs: {} })
    expect(await room.see('housing', { tab: 'teams' })).toContain('Agency return')
    const refused = await room.act({ do: 'teams.dialog', person: 'housing', which: 0, inputs: { last: '', count: '' } })
    expect(refused.body.refusedInputs).toEqual(['count'])
    await room.act({ do: 'teams.dialog', person: 'housing', which: 0, inputs: { last: '', count: '3' } })
    expect(await room.see('housing', { tab: 'teams' })).toContain('Saved. Thank you.')
  })

  it('in a channel only what begins with the bot’s name is heard', async () => {
    const { teamsChannel } = room.rehearsal.groups[0]!
    await room.act({ do: 'teams.say', person: 'slt-nhs', conversation: teamsChannel, words: 'shall we?' })
    expect(room.heard).toEqual([])
    await room.act({ do: 'teams.say', person: 'slt-nhs', conversation: teamsChannel, words: '@Muster status' })
    expect(room.heard).toEqual(['teams message <at>Muster</at> status'])
  })

  it('an administrator’s installation tells the bot of everybody', async () => {
    await room.rehearsal.arrive()
    const told = room.rehearsal.teams.deliveries.map(({ activity }) => activity?.type)
    expect(told.filter((type) => type === 'installationUpdate')).toHaveLength(4)
  })
})

/** Muster in Slack, told from in front of the screen. Each story runs over HTTP and over Socket Mode. */
import { describe, expect, it } from 'vitest'
import type { SlackWorld } from '../../adapters/rehearsal/slack/index.ts'
import { say } from '../../src/chat/words.ts'
import { stage } from './stage.ts'

const lastIn = (slack: SlackWorld, user: string, channel: string) => {
  const found = slack.seenBy(user).conversations.find((each) => each.channel.id === channel)
  const message = found?.messages.filter((each) => each.user === slack.bot.userId).at(-1)
  if (!message) throw new Error(`nothing was said to ${user} in ${channel}`)
  return message
}
const frontOf = (slack: SlackWorld, user: string) => slack.seenBy(user).modals.at(-1)

describe.each([{ socket: false }, { socket: true }])('Muster in Slack (Socket Mode: $socket)', (how) => {
  it('answers a command privately, in the channel where it was typed', async () => {
    const { slack } = await stage(how)
    const delivery = await slack.as('USPA').slash('/muster', 'hello', { channel: 'CPARTNERS' })
    expect(delivery.outcome).toBe('acknowledged')
    await slack.until(() => slack.sees('USPA', 'You said: muster hello'))
    expect(slack.sees('UICSC', 'You said')).toBe(false)
  })

  it('answers where it is not a member, too', async () => {
    const { slack } = await stage(how)
    await slack.as('UICSC').slash('/muster', 'hello', { channel: 'CWITHOUT' })
    await slack.until(() => slack.sees('UICSC', 'You said: muster hello'))
  })

  it('keeps where an answer stands, by which it is taken away in time; what vanishes by itself is not kept', async () => {
    const { answered, app, slack } = await stage(how)
    await slack.as('USPA').slash('/muster', 'hello', { channel: 'CPARTNERS' })
    await slack.until(() => slack.sees('USPA', 'You said: muster hello'))
    expect(answered).toEqual([])
    await slack.as('USPA').dm('owe')
    await expect.poll(() => answered.length).toBe(1)
    const [posted] = answered
    if (posted) expect(await app.messenger.remove(posted, say('Removed'))).toBe('deleted')
    const own = slack.seenBy('USPA').conversations.find(({ channel }) => channel.kind === 'im')
    expect(own?.messages.map(({ user }) => user)).toEqual(['USPA'])
  })

  it('knows who somebody is before their first wish is heard, and asks Slack only once', async () => {
    const { slack, core } = await stage(how)
    await slack.as('USPA').dm('owe')
    await slack.as('USPA').dm('owe')
    await slack.until(() => core.intents.length === 2)
    expect(core.people.get('T1/USPA')).toBe('priya@chscp.example')
    expect(slack.calls.filter((call) => call.method === 'users.info')).toHaveLength(1)
  })

  it('still answers when Slack cannot say who somebody is', async () => {
    const { slack, core } = await stage(how)
    slack.faults.next('users.info', { status: 503 })
    await slack.as('USPA').dm('owe')
    await slack.until(() => slack.sees('USPA', 'Nobody has acknowledged yet'))
    expect(core.people.size).toBe(0)
  })

  it('answers a direct message aloud there, and a mention to that person alone', async () => {
    const { slack } = await stage(how)
    await slack.as('USPA').dm('owe')
    await slack.until(() => slack.sees('USPA', 'JUNIPER'))
    expect(lastIn(slack, 'USPA', slack.channels.dm('USPA').id).onlyFor).toBeUndefined()

    await slack.as('UICSC').mention('CPARTNERS', 'hello there')
    await slack.until(() => slack.sees('UICSC', 'You said: hello there'))
    expect(slack.sees('USPA', 'You said')).toBe(false)
  })

  it('turns the pressed card, and a retry or a second copy of the press changes nothing', async () => {
    const { slack, core } = await stage(how)
    await slack.as('UICSC').dm('owe')
    const dm = slack.channels.dm('UICSC').id
    const card = await slack.until(() => slack.sees('UICSC', 'JUNIPER') && lastIn(slack, 'UICSC', dm))
    const pressed = await slack.as('UICSC').click(card, '0/case.acknowledge')
    await slack.until(() => slack.sees('UICSC', 'Acknowledged 1 times'))
    expect(lastIn(slack, 'UICSC', dm).ts).toBe(card.ts)
    expect(core.intents.at(-1)).toMatchObject({
      subject: 'rr-2026-04',
      version: 3,
      pressed: { conversation: dm, message: card.ts },
      where: { kind: 'direct' },
    })
    await slack.redeliver(pressed)
    expect(core.acknowledged).toBe(1)
  })

  it('turns an ephemeral card, which only its own address can reach', async () => {
    const { slack } = await stage(how)
    await slack.as('UICSC').mention('CPARTNERS', 'owe')
    const card = await slack.until(() => slack.sees('UICSC', 'JUNIPER') && lastIn(slack, 'UICSC', 'CPARTNERS'))
    expect(card.onlyFor).toBe('UICSC')
    await slack.as('UICSC').click(card, '0/case.acknowledge')
    await slack.until(() => slack.sees('UICSC', 'Acknowledged 1 times'))
  })

  it('refuses privately, and says who may', async () => {
    const { slack } = await stage(how)
    await slack.as('USPA').mention('CPARTNERS', 'owe')
    const card = await slack.until(() => slack.sees('USPA', 'JUNIPER') && lastIn(slack, 'USPA', 'CPARTNERS'))
    await slack.as('USPA').click(card, '3/lcspr.publish')
    await slack.until(() => slack.sees('USPA', 'Ask Marlowe Testwick.'))
    expect(slack.sees('UICSC', 'Ask Marlowe')).toBe(false)
    await slack.as('USPA').uploadFile({ name: 'story.docx', mimetype: 'application/msword', size: 9 })
    await slack.until(() => slack.sees('USPA', 'Please do not upload files here.'))
  })

  it('walks through a form in a modal: an error beside its field, back, and done', async () => {
    const { slack, core } = await stage(how)
    await slack.as('USPA').slash('/rapid-review')
    await slack.until(() => frontOf(slack, 'USPA'))
    await slack.as('USPA').submit({ 'A1|||date': '2026-12-17', A2: 'bad' })
    expect(frontOf(slack, 'USPA')?.errors).toEqual({ A2: 'This looks like a name.' })
    expect(core.answers).toEqual({ A1: '2026-12-17T', A2: 'bad' })

    await slack.as('USPA').submit({ A2: 'RR-7' })
    await slack.until(() => slack.sees('USPA', 'Who else knows'))
    const front = frontOf(slack, 'USPA')
    if (!front) throw new Error('the modal is gone')
    await slack.as('USPA').fill(front, { A3: 'yes' })
    await slack.as('USPA').click(front, '0/form.page')
    await slack.until(() => slack.sees('USPA', 'What happened'))
    expect(core.answers).toEqual({ A1: '2026-12-17T', A2: 'RR-7', A3: 'yes' })

    await slack.as('USPA').submit()
    await slack.as('USPA').submit({ A3: 'yes' })
    await slack.until(() => slack.sees('USPA', 'Rapid review JUNIPER is open.'))
    expect(slack.seenBy('USPA').modals).toEqual([])
  })

  it('whoever goes on while a choice is still being drawn is not thrown back', async () => {
    const { slack } = await stage(how)
    const spa = slack.as('USPA')
    await spa.slash('/rapid-review', 'choosing')
    const front = await slack.until(() => frontOf(slack, 'USPA'))
    slack.faults.next('views.update', { delayMs: 150 })
    await spa.click(front, 'choice', 'hackney')
    await spa.submit()
    await slack.until(() => slack.sees('USPA', 'Who else knows'))
    const redrawn = () => slack.calls.filter(({ method }) => method === 'views.update').map(({ reply }) => reply.error)
    await expect.poll(redrawn).toEqual(['hash_conflict'])
    expect(slack.sees('USPA', 'Who else knows')).toBe(true)
  })

  it('two choices in quick succession are both drawn', async () => {
    const { slack, logged } = await stage(how)
    const spa = slack.as('USPA')
    await spa.slash('/rapid-review', 'choosing')
    const front = await slack.until(() => frontOf(slack, 'USPA'))
    slack.faults.next('views.update', { delayMs: 100 })
    await spa.click(front, 'choice', 'hackney')
    await spa.click(front, 'choice', 'city')
    await slack.until(() => frontOf(slack, 'USPA')?.hash !== front.hash)
    expect(logged.filter(({ code }) => code === 'hash_conflict')).toEqual([])
  })

  it('lays the way to the desk on top of the form, where nothing typed is lost', async () => {
    const { slack } = await stage(how)
    await slack.as('USPA').slash('/rapid-review')
    await slack.until(() => frontOf(slack, 'USPA'))
    await slack.as('USPA').submit()
    const front = await slack.until(() => slack.sees('USPA', 'Who else knows') && frontOf(slack, 'USPA'))
    await slack.as('USPA').click(front, '2/desk.link')
    await slack.until(() => slack.sees('USPA', 'Your link to the desk'))
    expect(slack.seenBy('USPA').modals).toHaveLength(2)
  })

  it('stops in the middle and says that all is kept', async () => {
    const { slack, core } = await stage(how)
    await slack.as('USPA').slash('/rapid-review')
    const front = await slack.until(() => frontOf(slack, 'USPA'))
    await slack.as('USPA').fill(front, { A2: 'RR-7' })
    await slack.as('USPA').click(front, '0/form.page')
    await slack.until(() => slack.sees('USPA', 'Saved. Carry on whenever you like.'))
    expect(core.answers.A2).toBe('RR-7')
    await slack.as('USPA').close()
    expect(core.intents.at(-1)?.verb).toBe('form.page')
  })

  it('hears that a form was closed', async () => {
    const { slack, core } = await stage(how)
    await slack.as('USPA').slash('/rapid-review')
    await slack.until(() => frontOf(slack, 'USPA'))
    await slack.as('USPA').close()
    expect(core.intents.at(-1)).toMatchObject({ verb: 'form.stop', input: { draft: 'draft_9', page: 'A1' } })
  })

  it('asks one question at a time in the direct conversation, wherever it began', async () => {
    const { slack, core } = await stage(how)
    await slack.as('USPA').slash('/rapid-review', 'walk', { channel: 'CPARTNERS' })
    await slack.until(() => slack.sees('USPA', 'I have sent you the first question'))
    const dm = slack.channels.dm('USPA').id
    const first = lastIn(slack, 'USPA', dm)
    await slack.as('USPA').fill(first, { A2: 'RR-7', 'A1|||time': '16:40' })
    await slack.as('USPA').click(first, '0/form.page')
    await slack.until(() => slack.sees('USPA', 'Who else knows'))
    expect(core.answers).toEqual({ A1: 'T16:40', A2: 'RR-7' })
    const second = lastIn(slack, 'USPA', dm)
    expect(second.ts).toBe(first.ts)
    await slack.as('USPA').fill(second, { A3: 'yes' })
    await slack.as('USPA').click(second, '0/form.page')
    await slack.until(() => slack.sees('USPA', 'Rapid review JUNIPER is open.'))
  })

  it('leaves the card where it is when a form is opened or walked through from it', async () => {
    const { slack } = await stage(how)
    await slack.as('USPA').dm('owe')
    const dm = slack.channels.dm('USPA').id
    const card = await slack.until(() => slack.sees('USPA', 'JUNIPER') && lastIn(slack, 'USPA', dm))
    await slack.as('USPA').click(card, '2/form.open')
    await slack.until(() => slack.sees('USPA', 'What happened'))
    expect(slack.sees('USPA', 'Nobody has acknowledged yet')).toBe(true)
    await slack.as('USPA').click(card, '1/form.open')
    await slack.until(() => frontOf(slack, 'USPA'))
    expect(slack.sees('USPA', 'Nobody has acknowledged yet')).toBe(true)
  })

  it('asks in the conversation when a form is asked for in words, since Slack opens no modal then', async () => {
    const { slack } = await stage(how)
    await slack.as('USPA').dm('rapid-review')
    await slack.until(() => slack.sees('USPA', 'What happened'))
    expect(slack.seenBy('USPA').modals).toEqual([])
  })

  it('keeps the home tab true after a press on it', async () => {
    const { slack } = await stage(how)
    await slack.as('UICSC').openHome()
    const home = await slack.until(() => slack.seenBy('UICSC').home)
    await slack.as('UICSC').click(home, '0/case.acknowledge')
    await slack.until(() => JSON.stringify(slack.seenBy('UICSC').home).includes('Acknowledged 1 times'))
    await slack.as('UICSC').click(home, '1/form.open')
    await slack.until(() => slack.sees('UICSC', 'What happened'))
  })

  it('sends a very long answer to the command directly, every line of it', async () => {
    const { slack } = await stage(how)
    await slack.as('USPA').slash('/long', '', { channel: 'CPARTNERS' })
    await slack.until(() => slack.sees('USPA', 'Line 329'))
    for (const line of ['Line 0', 'Line 150', 'Page 7 of 7']) expect(slack.sees('USPA', line)).toBe(true)
  })
})

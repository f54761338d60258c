/** What must go reaches the platforms: messages are deleted there too, and the run says what became of them (PR-10, PR-11, PR-13, PR-14). */
import { describe, expect, it } from 'vitest'
import type { Platform } from '../../src/chat/intent.ts'
import { DeliveryError, type Messenger, type Removal } from '../../src/ports.ts'
import { raised } from '../procedures/answers.ts'
import { aReview, done, wordsOf } from '../procedures/story.ts'

const MONTH_ON = '2027-02-15T10:00'

/** A case raised on 11 January 2027, found not to meet the threshold and closed that day. */
async function aClosedCase() {
  const story = aReview({ at: '2027-01-11T10:00' })
  Object.assign(story.partnership.profile.retention['case-narrative'] as { keep: string }, { keep: '12 months' })
  done(story.begins('hospital', 'rapid-review raise', raised))
  done(story.answers('coord', 'acknowledge'))
  for (const [who, agency] of [
    ['slt-hac', 'hackney-council'],
    ['slt-nhs', 'nhs'],
    ['slt-mps', 'mps'],
  ] as const)
    done(story.answers(who, `views/${agency}`, { AV1: 'not-notifiable' }))
  done(story.answers('spa', 'discuss', { AT3: 'not-notifiable' }))
  done(story.answers('icsc', 'decide', { AD1: 'no' }))
  done(story.presses('coord', 'outcome', 'told'))
  await story.settle()
  return story
}
type Story = Awaited<ReturnType<typeof aClosedCase>>

const said = (story: Story, platform: Platform) =>
  story.letters.filter((one) => one.platform === platform && wordsOf(one.message).includes(story.title)).length

function asked(story: Story, person = 'bm'): string {
  const reply = story.command('desk', person, 'muster retention')
  return reply.kind === 'message' ? wordsOf(reply.message) : ''
}

/** From now on a platform does this with what must go. */
function makes(story: Story, platform: Platform, remove: Messenger['remove']): void {
  const messenger = story.house.messengers.find((one) => one.platform === platform)
  if (messenger === undefined) throw new Error(`no ${platform}`)
  Object.assign(messenger, { remove })
}

async function midnight(story: Story, at: string): Promise<void> {
  story.jump(at)
  await story.core.tick()
  await story.settle()
}

describe('after thirty days', () => {
  it('what chat said about a closed case is gone from Slack and from Teams, and "muster retention" says so', async () => {
    const story = await aClosedCase()
    expect([said(story, 'slack'), said(story, 'teams')]).toEqual([
      expect.toSatisfy((n) => n > 2),
      expect.toSatisfy((n) => n > 1),
    ])
    const inSlack = story.letters.filter(({ platform }) => platform === 'slack').length
    await midnight(story, '2027-02-05T10:00')
    expect(said(story, 'slack')).toBeGreaterThan(2)

    await midnight(story, MONTH_ON)
    expect([said(story, 'slack'), said(story, 'teams')]).toEqual([0, 0])
    expect(asked(story)).toContain(`Messages in chat, Mon 15 Feb 2027`)
    expect(asked(story)).toContain(`Slack: ${inSlack} deleted`)
    const entry = story.store.read((tx) =>
      tx.journal.from(1, 10_000).findLast(({ verb }) => verb === 'retention.removed'),
    )
    expect(entry?.detail).toMatchObject({ done: expect.arrayContaining([`Slack: ${inSlack} deleted`]) })
    expect(story.reads('bm')).not.toContain('messages were removed')
  })

  it('also on a day on which Muster has been started anew, which plans everything again before the minute strikes', async () => {
    const story = await aClosedCase()
    story.jump(MONTH_ON)
    story.core.realign()
    await midnight(story, MONTH_ON)
    expect([said(story, 'slack'), said(story, 'teams')]).toEqual([0, 0])
  })

  it('not what is open, nor what a legal hold covers, not even words that only name it', async () => {
    const open = aReview({ at: '2027-01-11T10:00' })
    done(open.begins('hospital', 'rapid-review raise', raised))
    await open.settle()
    const standing = open.letters.length
    await midnight(open, '2027-06-01T10:00')
    expect(open.letters.length).toBeGreaterThanOrEqual(standing)

    const held = await aClosedCase()
    done(held.command('desk', 'spa', `muster hold ${held.title} inquest`))
    await held.settle()
    const about = [said(held, 'slack'), said(held, 'teams')]
    await midnight(held, MONTH_ON)
    expect([said(held, 'slack'), said(held, 'teams')]).toEqual(about)
    done(held.command('desk', 'icsc', `muster lift ${held.title} inquest ended`))
    await midnight(held, '2027-02-16T10:00')
    expect([said(held, 'slack'), said(held, 'teams')]).toEqual([0, 0])
  })

  it('what somebody was answered goes too, though nobody knows any more what it said; under a hold it stays from the day the record began', async () => {
    const answerTo = (story: Story, person: string) => {
      const posted = { platform: 'teams', tenant: 'T', conversation: `teams-${person}`, message: 'an-answer' } as const
      const message = { summary: 'As it stood', sensitivity: 'person', blocks: [] } as const
      story.letters.push({ person, platform: 'teams', posted, message, at: story.clock(), earlier: [] })
      story.core.doors.answered({ platform: 'teams', tenant: 'T', user: person }, posted)
    }
    const standing = (story: Story) => story.letters.some(({ posted }) => posted.message === 'an-answer')
    const story = await aClosedCase()
    answerTo(story, 'slt-nhs')
    await midnight(story, MONTH_ON)
    expect(standing(story)).toBe(false)

    const held = await aClosedCase()
    answerTo(held, 'slt-nhs')
    done(held.command('desk', 'spa', `muster hold ${held.title} inquest`))
    await midnight(held, MONTH_ON)
    expect(standing(held)).toBe(true)

    const stranger = await aClosedCase()
    answerTo(stranger, 'nobody')
    expect(stranger.store.read((tx) => tx.copies.shownTo('nobody'))).toEqual([])
  })

  it('a letter that went by mail cannot be recalled, and the report says so', async () => {
    const story = await aClosedCase()
    story.down.add('slack').add('teams')
    story.store.transaction((tx) =>
      tx.outbox.add({
        id: 'out-mailed',
        key: 'mailed',
        to: { person: 'spa' },
        content: { message: { summary: 'A date has moved', sensitivity: 'person', blocks: [] } },
        statutory: false,
        notBefore: story.clock(),
        writtenAt: story.clock(),
      }),
    )
    await story.settle()
    expect(story.reads('priya.sampleton@chscp.example')).toContain('A date has moved')
    story.down.clear()
    await midnight(story, MONTH_ON)
    expect(asked(story)).toContain('E-mail: 1 sent, and a letter cannot be recalled')
    expect(story.reads('bm')).not.toContain('could not be removed')
  })
})

describe('what a platform does not do', () => {
  it('where nothing may be deleted it is overwritten, and that is counted apart', async () => {
    const story = await aClosedCase()
    const shown: string[] = []
    makes(story, 'slack', async (_posted, instead) => {
      shown.push(wordsOf(instead))
      return 'overwritten'
    })
    await midnight(story, MONTH_ON)
    expect(new Set(shown)).toEqual(
      new Set([expect.stringContaining('Removed on Mon 15 Feb 2027 under the retention rule.')]),
    )
    expect(shown.join()).not.toContain(story.title)
    expect(asked(story)).toContain(`Slack: ${shown.length} overwritten, since deleting is not allowed there`)
  })

  it('what still stands is told to the support team, with those before whom it stands', async () => {
    const story = await aClosedCase()
    const stands = async (): Promise<Removal> => {
      throw new DeliveryError('not-installed', 'Teams says that the app is not there', { permanent: true })
    }
    makes(story, 'teams', stands)
    await midnight(story, MONTH_ON)
    for (const person of ['bm', 'spa']) expect(story.reads(person)).toContain('messages could not be removed')
    expect(story.reads('bm')).toMatch(/Still in Teams: \d+ before Kit Fixtureton/)
    expect(story.reads('bm')).toContain('Ask whoever looks after that workspace')
    expect(story.reads('slt-hac')).not.toContain('could not be removed')
  })

  it('a busy platform is asked once and then left alone until the bell rings again; the other is not kept waiting, and nothing is counted twice', async () => {
    const story = await aClosedCase()
    const [inSlack, inTeams] = (['slack', 'teams'] as const).map(
      (platform) => story.letters.filter((one) => one.platform === platform).length,
    )
    const slack = story.house.messengers.find(({ platform }) => platform === 'slack') as Messenger
    const kindly = slack.remove
    let calls = 0
    makes(story, 'slack', async () => {
      calls += 1
      throw new DeliveryError('ratelimited', 'Slack asks to wait', { retryAfterMs: 30_000 })
    })
    story.jump(MONTH_ON)
    await story.core.tick()
    const run = 'retention/2027-02-15'
    await story.core.refresh(run)
    expect(calls).toBe(1)
    expect(story.core.intended().refresh).toContainEqual({ subject: run })
    expect(asked(story)).toContain(`Slack: ${inSlack} still to be taken away`)
    expect(asked(story)).toContain(`Teams: ${inTeams} deleted`)

    makes(story, 'slack', kindly)
    await story.settle()
    await story.core.refresh(run)
    expect(said(story, 'slack')).toBe(0)
    expect(asked(story)).toContain(`Slack: ${inSlack} deleted`)
    const ends = story.store.read((tx) =>
      tx.journal.from(1, 10_000).filter(({ detail, verb }) => verb === 'retention.removed' && detail.run === run),
    )
    expect(ends).toHaveLength(1)
  })

  it('a platform that is not connected is asked again the next day', async () => {
    const story = await aClosedCase()
    const everywhere = story.house.messengers
    Object.assign(story.house, { messengers: everywhere.filter(({ platform }) => platform !== 'teams') })
    await midnight(story, MONTH_ON)
    expect(asked(story)).toMatch(/Teams: \d+ still to be taken away/)
    Object.assign(story.house, { messengers: everywhere })
    await midnight(story, '2027-02-16T10:00')
    expect(said(story, 'teams')).toBe(0)
    expect(asked(story)).not.toContain('still to be taken away')
  })
})

describe('a record that two people delete', () => {
  it('goes from chat with it, whatever the profile says of chat; the support team hears what went where', async () => {
    const story = await aClosedCase()
    Object.assign(story.partnership.profile.retention['chat-messages'] as { keep: string }, { keep: '60 months' })
    story.jump('2028-01-17T10:00')
    const remove = (person: string) => story.say('desk', person, { verb: 'retention.delete', subject: story.subject })
    done(remove('bm'))
    expect(said(story, 'slack')).toBeGreaterThan(0)
    const reply = remove('spa')
    expect(reply.kind === 'message' && wordsOf(reply.message)).toMatch(/\d+ messages about it are being taken away/)
    await story.settle()
    const mine = story.letters.filter(({ message }) => wordsOf(message).includes(`What chat said about ${story.title}`))
    expect(new Set(mine.map(({ person }) => person))).toEqual(new Set(['bm', 'spa', 'coord']))
    expect(wordsOf((mine[0] as (typeof mine)[number]).message)).toMatch(/Slack: \d+ deleted/)
    const elsewhere = story.letters.filter((one) => !mine.includes(one) && wordsOf(one.message).includes(story.title))
    expect(elsewhere).toEqual([])
  })
})

describe('what nobody has decided', () => {
  it('is said first, and by whom it is to be decided: the host authority, for sealed narrative and for the list of cases', () => {
    const story = aReview({ at: '2027-01-11T10:00' })
    const list = asked(story as Story)
    expect(list).toContain(
      "how long it is kept waits for a decision of the host authority's records manager, with the Senior Professional Adviser. Until then nothing of it is ever due.",
    )
    expect(list).toContain('retention, case-narrative: keep')
    expect(list).toContain('retention, case-index: keep')
    expect(list).not.toContain('retention, meetings: keep')
  })
})

/** Who is let in: whoever the own workspace or tenant vouches for, or holds a code; never whoever merely carries the right address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inSlack } from '../stories/main-job/in-slack.ts'
import { inTeams } from '../stories/main-job/in-teams.ts'
import { openOnRedis, type Stage } from '../stories/main-job/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openOnRedis({ at: '2026-12-17T17:00' })
}, 30_000)
afterAll(() => stage.close())

const NOT_KNOWN = 'Muster does not know this account yet'
/** The code in the words of an invitation. */
const codeIn = (words: string) => /muster link (\S+?)\./.exec(words)?.[1] ?? ''

describe('Slack Connect', () => {
  it('somebody of another workspace with the SPA’s address is not the SPA', async () => {
    const { slack } = stage.rehearsal
    slack.teams.add({ id: 'TOTHER', name: 'Elsewhere', domain: 'elsewhere' })
    slack.users.add({ id: 'UOUT', teamId: 'TOTHER', realName: 'Somebody Else', email: 'priya.sampleton@chscp.example' })
    slack.channels.add({ id: 'CSHARED', name: 'shared', members: ['UOUT', slack.bot.userId], isExtShared: true })
    const outsider = inSlack(slack, 'UOUT')
    const before = stage.journalHead()
    await outsider.types('/rapid-review', 'start', 'CSHARED')
    await outsider.sees(NOT_KNOWN)
    expect(outsider.modal()).toBeUndefined()
    expect(stage.journalHead()).toEqual(before)
  })
})

describe('Teams', () => {
  it('a guest of another tenant with a partner’s address is not that partner; with a code they are', async () => {
    const { teams } = stage.rehearsal
    const GUEST = {
      id: '29:guest',
      aadObjectId: '00000000-0000-4000-8000-0000000000aa',
      tenantId: '00000000-0000-4000-8000-00000000beef',
    }
    teams.people.add({ ...GUEST, name: 'Toby Sitamet', email: 'kit.fixtureton@met.example', installed: true })
    const guest = inTeams(teams, GUEST.id)
    await guest.says('owe')
    await guest.sees(NOT_KNOWN)
  })
})

describe('one person with two platforms', () => {
  it('connects another account with a code, which works once', async () => {
    const { slack } = stage.rehearsal
    slack.users.add({ id: 'USECOND', realName: 'Kit at home', email: 'somebody@home.example' })
    slack.channels.dm('USECOND')
    const kit = stage.teams('slt-mps')
    await kit.says('muster link')
    const { words } = await kit.sees('A link code for')
    const second = inSlack(slack, 'USECOND')
    await second.types('/muster', 'owe')
    await second.sees(NOT_KNOWN)
    await second.types('/muster', `link ${codeIn(words)}`)
    await second.sees('This account is now known as Kit Fixtureton')

    slack.users.add({ id: 'UTHIRD', realName: 'Somebody', email: 'third@home.example' })
    slack.channels.dm('UTHIRD')
    const third = inSlack(slack, 'UTHIRD')
    await third.types('/muster', `link ${codeIn(words)}`)
    await third.sees('That code is not valid')
  })

  it('has one list of what they owe, wherever they ask', async () => {
    const inSlackList = stage.slack('icsc')
    const inTeamsList = stage.teams('icsc')
    await inSlackList.types('/muster', 'owe')
    await inTeamsList.says('muster owe')
    await inSlackList.sees('What you owe')
    const { words } = await inTeamsList.sees('What you owe')
    expect(words).toContain('Nothing is waiting for you')
  })
})

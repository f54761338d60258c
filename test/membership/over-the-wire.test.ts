/** A newcomer over the wire: the desk's own pages, the real Slack adapter, the rehearsal's Slack. Their account is of another workspace, so that only a code makes them known. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskLink } from '../../src/app/access.ts'
import { openOnRedis, type Stage } from '../stories/main-job/stage.ts'

const ACCOUNT = 'UWANDA'
let stage: Stage

beforeAll(async () => {
  stage = await openOnRedis({ at: '2027-02-01T10:00' })
}, 60_000)
afterAll(() => stage.close())

/** Comes in over a personal link, and says something to Muster there. */
async function atTheDesk(person: string, said: string) {
  const { house, store } = stage.running.household
  const desk = await stage.desk(store.transaction((tx) => deskLink(house, tx, person, '/desk', house.clock())))
  await desk.visitor.press('Ask', { said })
  return desk
}

it('is added at the desk, known by a code, seated, invited in Slack; and nothing is left in their chat once they have gone', {
  timeout: 60_000,
}, async () => {
  const { slack } = stage.rehearsal
  slack.teams.add({ id: 'TELSEWHERE', name: 'Elsewhere', domain: 'elsewhere' })
  slack.users.add({ id: ACCOUNT, realName: 'Wanda Newcomb', email: 'private@elsewhere.example', teamId: 'TELSEWHERE' })
  const called = await atTheDesk('spa', 'meetings call quality 2027-03-11 10:00')
  expect(called.words()).toContain('Quality Assurance')

  const desk = await atTheDesk('spa', 'muster join')
  await desk.fill({
    'text/PJ1': 'Wanda Newcomb',
    'one/PJ2': 'hackney-housing',
    'text/PJ3': 'wanda.newcomb@hackney.example',
    'many/PJ4': 'slack',
    'one/PJ5': 'yes',
    'rows/PJ7/0/one/role': 'member',
    'rows/PJ7/0/one/group': 'quality',
    'rows/PJ7/0/one/area': '',
    'rows/PJ7/0/date/until/day': '1',
    'rows/PJ7/0/date/until/month': '4',
    'rows/PJ7/0/date/until/year': '2029',
  })
  expect(desk.words()).toContain('Wanda Newcomb is known from now on.')
  expect(desk.words()).toContain('Given: group member (Quality Assurance)')

  await slack.as(ACCOUNT).slash('/muster', 'owe')
  await slack.until(() => slack.sees(ACCOUNT, 'Muster does not know this account yet'))
  await desk.visitor.press('Give a link code')
  const code = /muster link (\S+?)\./.exec(desk.words())?.[1] ?? ''
  await slack.as(ACCOUNT).slash('/muster', `link ${code}`)
  await slack.until(() => slack.sees(ACCOUNT, 'This account is now known as Wanda Newcomb.'))

  await (await atTheDesk('spa', 'meetings move quality 2027-03-18 the chair is away')).words()
  await stage.settle()
  await slack.until(() => slack.sees(ACCOUNT, 'Attending'))
  const chat = slack.channels.dm(ACCOUNT).id
  // What only they are shown for a moment goes by itself.
  const shown = () =>
    slack.messages(chat).filter(({ deleted, onlyFor, user }) => !deleted && !onlyFor && user === slack.bot.userId)
  expect(shown().length).toBeGreaterThan(0)

  const gone = await atTheDesk('bm', 'muster left Wanda Newcomb')
  expect(gone.words()).toContain('Wanda Newcomb has left: nothing leads them in any more.')
  await stage.settle()
  expect(shown()).toEqual([])
  await slack.as(ACCOUNT).slash('/muster', 'meetings')
  await slack.until(() =>
    slack
      .seenBy(ACCOUNT)
      .conversations.some(({ messages }) => JSON.stringify(messages.at(-1)).includes('does not know this account')),
  )
})

/**
 * A house whose life can be ended at any moment, and the world around it, which goes on: Slack and Teams that remember, one database file, one queue,
 * and the members at their screens.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../../../adapters/rehearsal/room/cast.ts'
import { createMovableClock } from '../../../adapters/rehearsal/room/clock.ts'
import { createSlackWorld } from '../../../adapters/rehearsal/slack/index.ts'
import { createTeamsWorld } from '../../../adapters/rehearsal/teams/world.ts'
import { writeReach } from '../../../adapters/teams/send/reach.ts'
import { newVaultKey } from '../../../db/seal.ts'
import { type Clock, londonInstant } from '../../../src/kernel/time.ts'
import { groupMembers, groupsAt } from '../../../src/partnership/groups.ts'
import { type Household, openHousehold } from '../../../wire/household.ts'
import { inSlack } from '../../stories/main-job/in-slack.ts'
import { inTeams } from '../../stories/main-job/in-teams.ts'
import { begin, type Life } from './life.ts'

const SIGNING_SECRET = 'known to Slack and Muster alone'
const TENANT = '00000000-0000-4000-8000-000000000001'
/** Calls to both platforms take this long, so that some are always under way. */
const LATENCY_MS = 20

export type Stage = Awaited<ReturnType<typeof openStage>>

/** `at`: the London date and time at which the story begins. */
export async function openStage({ at, queueUrl = '' }: { readonly at: string; readonly queueUrl?: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-killed-'))
  const file = join(folder, 'muster.db')
  const key = newVaultKey()
  const realClock = () => new Date().toISOString()
  const clock = createMovableClock(realClock, londonInstant(at))
  // Looks into the file while the house is at work, and after it.
  const household = openFile({ file, key, clock: clock.now })
  const { house, store } = household

  const slack = createSlackWorld({
    clock: clock.now,
    wallClock: clock.now,
    random: () => house.ids.secret(),
    signingSecret: SIGNING_SECRET,
    team: { id: 'T0CHSCP', name: 'CHSCP', domain: 'chscp' },
    latencyMs: LATENCY_MS,
  })
  const teams = createTeamsWorld({
    clock: clock.now,
    wallClock: () => Date.parse(clock.now()),
    appId: 'muster',
    tenant: { id: TENANT, name: 'CHSCP' },
    emulating: true,
  })
  teams.setLatency(LATENCY_MS)
  const { people, groups } = membersOf(house.partnership())
  await slack.listen()
  const serviceUrl = await teams.listen()
  store.transaction((tx) => {
    for (const { id, slackChannel, teamsChannel } of groups) {
      if (slackChannel)
        tx.doors.bind(id, { platform: 'slack', tenant: 'T0CHSCP', conversation: slackChannel, kind: 'channel' })
      if (!teamsChannel) continue
      const place = { tenant: TENANT, conversation: teamsChannel }
      tx.doors.bind(id, { platform: 'teams', ...place, kind: 'channel', reach: writeReach({ serviceUrl, ...place }) })
    }
  })

  function membersOf(partnership: ReturnType<typeof house.partnership>) {
    const everybody = [...partnership.people.values()].map(({ id, name, email, reach }) => ({
      id,
      name,
      email: email ?? `${id}@nowhere.example`,
      agency: '',
      role: '',
      reach,
    }))
    const all = groupsAt(partnership, clock.now()).map(({ id, short }) => ({
      id,
      name: short,
      members: [...new Set(groupMembers(partnership, id, clock.now()).map(({ person }) => person.id))],
    }))
    return assemble(everybody, all, slack, teams)
  }

  const environment = {
    PORT: '0',
    BASE_URL,
    DATABASE_FILE: file,
    QUEUE_URL: queueUrl,
    MUSTER_KEY: key.toString('base64'),
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    TEAMS_EMULATOR: '1',
    LOG_LEVEL: 'warn',
  }

  return {
    file,
    key,
    environment,
    clock,
    household,
    store,
    slack,
    teams,
    people,
    groups,
    inSlack: (id: string) => inSlack(slack, people.find((one) => one.id === id)?.slackId ?? ''),
    inTeams: (id: string) => inTeams(teams, people.find((one) => one.id === id)?.teamsId ?? ''),

    /** The house comes to life. Once it is ready both platforms deliver to it. */
    begin(): Life {
      const life = begin(environment, Date.parse(clock.now()) - Date.parse(realClock()))
      void life.ready.then((address) => {
        if (address === undefined) return
        slack.deliverTo({ url: `${address}/slack/events` })
        teams.connectBot(`${address}/api/messages`)
      })
      return life
    },

    async close(): Promise<void> {
      store.close()
      await Promise.all([slack.close(), teams.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Opens the file beside the house, or a copy of it, without any door to the outside. */
export function openFile(at: { readonly file: string; readonly key: Buffer; readonly clock: Clock }): Household {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  return openHousehold({ ...at, log, baseUrl: BASE_URL, profile: 'wt2018-chscp', people: 'people-fictional' })
}

/** Stays the same in every life, so that a card drawn in one says the same in the next. */
const BASE_URL = 'https://muster.example'

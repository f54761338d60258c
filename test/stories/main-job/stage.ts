/**
 * The whole house on a free port, in rehearsal: the real adapters, the real queue and a real database file, against the worlds of Slack and Teams that
 * remember. Everybody can be played, and the clock moves only when the story says so.
 *
 * @example
 *   const stage = await openStage({ at: '2026-12-17T17:00' })
 *   await stage.slack('spa').types('/rapid-review', 'start')
 *   await stage.until('2026-12-22T09:30')
 *   stage.teams('slt-nhs').reads('JUNIPER')
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { dateOf, londonInstant } from '../../../src/kernel/time.ts'
import type { Log } from '../../../src/ports.ts'
import { readEnvironment } from '../../../wire/environment.ts'
import { start } from '../../../wire/start.ts'
import { until } from '../../jobs/until.ts'
import { needs } from '../../peers/needs.ts'
import { startRedis } from '../../peers/redis.ts'
import { atTheDesk } from './at-the-desk.ts'
import { inSlack } from './in-slack.ts'
import { inTeams } from './in-teams.ts'

export interface StageOptions {
  /** The London date and time at which the story begins. */
  readonly at: string
  /** A Redis; without one the embedded queue is used. */
  readonly queueUrl?: string
}

export type Stage = Awaited<ReturnType<typeof openStage>>

export async function openStage({ at, queueUrl = '' }: StageOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-story-'))
  const logged: string[] = []
  const running = await start({
    environment: readEnvironment({
      PORT: '0',
      DATABASE_FILE: join(folder, 'muster.db'),
      REHEARSAL_START: at,
      QUEUE_URL: queueUrl,
    }),
    wallClock: () => new Date().toISOString(),
    elapsed: () => performance.now(),
    log: remembering(logged),
  })
  const { household, rehearsal, address } = running
  if (rehearsal === undefined) throw new Error('it is no rehearsal that has opened')
  const { core, store } = household
  const { clock, slack, teams, people, groups } = rehearsal

  // Muster looks its members up while it is already at work; the story begins when it knows them all.
  await until('everybody in Slack is known', () =>
    people.every(({ id, slackId }) => {
      const doors = store.read((tx) => tx.doors.of(id))
      return slackId === undefined || doors.some((door) => door.platform === 'slack')
    }),
  )

  const member = (id: string) => {
    const found = people.find((one) => one.id === id)
    if (found === undefined) throw new Error(`nobody is called ${id}`)
    return found
  }
  const group = (id: string) => {
    const found = groups.find((one) => one.id === id)
    if (found === undefined) throw new Error(`there is no group ${id}`)
    return found
  }

  /** Waits until everything the database wants done by now has been done. */
  const settle = () =>
    until('the house is at rest', () => {
      const { alarms, outbox, refresh } = core.intended()
      return outbox.length + refresh.length === 0 && alarms.every((alarm) => alarm.at > clock.now())
    })

  const nextMoment = (before: string): string | undefined => {
    const now = clock.now()
    const waiting = store.read((tx) => tx.outbox.waiting('9999', 1_000).map((line) => line.notBefore))
    return [...core.intended().alarms.map((alarm) => alarm.at), ...waiting]
      .filter((moment) => moment > now && moment <= before)
      .sort()[0]
  }

  return {
    running,
    rehearsal,
    core,
    store,
    logged,
    member,
    group,
    settle,
    today: () => dateOf(clock.now()),

    slack: (id: string) => inSlack(slack, member(id).slackId ?? absent(id, 'Slack')),
    teams: (id: string) => inTeams(teams, member(id).teamsId ?? absent(id, 'Teams')),
    /** A browser that follows a personal link to the desk. */
    desk: (link: string) => atTheDesk(address, link),
    address,

    /** Moves the clock to a London date and time, stopping at every moment at which something is due. */
    async until(local: string): Promise<void> {
      const target = londonInstant(local)
      await settle()
      for (let next = nextMoment(target); next !== undefined; next = nextMoment(target)) {
        clock.moveTo(next)
        await settle()
      }
      clock.moveTo(target)
      await settle()
    },

    /** Moves the clock at once: whatever was due in between is late. */
    async jump(local: string): Promise<void> {
      clock.moveTo(londonInstant(local))
      await settle()
    },

    /** The present head of the journal: two that are equal say that nothing was written in between. */
    journalHead: () => store.read((tx) => tx.journal.head()),

    async close(): Promise<void> {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same on a Redis of its own where there is one, which is there sooner than the embedded queue. */
export async function openOnRedis(options: Pick<StageOptions, 'at'>): Promise<Stage> {
  if (!needs('redis-server')) return openStage(options)
  const redis = await startRedis()
  const stage = await openStage({ ...options, queueUrl: redis.url })
  const close = async () => {
    await stage.close()
    await redis.close()
  }
  return { ...stage, close }
}

function absent(id: string, platform: string): never {
  throw new Error(`${id} is not in ${platform}`)
}

export function remembering(lines: string[]): Log {
  const line = (fields: Readonly<Record<string, unknown>>, words: string) =>
    void lines.push(JSON.stringify({ ...fields, words }))
  return { info: line, warn: line, error: line }
}

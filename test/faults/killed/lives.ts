/** One life of the house after another on the same file, each ended in its own way; the members go on all the while. */
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../jobs/until.ts'
import type { Chance } from './chance.ts'
import { membersAt } from './members.ts'
import { type Happening, notePosts } from './posts.ts'
import { waitingIn } from './reckoning.ts'
import type { Stage } from './stage.ts'

export type Lives = ReturnType<typeof livesOf>

/** A life in which nothing more is posted is ended all the same. */
const BORED_MS = 2_000
/** What a dead process held is taken over within fifteen seconds. Less than a minute: then everything would be rung once more anyway. */
const REST_WITHIN_MS = 50_000

export function livesOf(stage: Stage, chance: Chance) {
  let lived = 0
  let life = stage.begin()
  const posts = notePosts(stage, () => lived)
  const members = membersAt(stage, chance)
  let working: Promise<void> | undefined
  let goOn = true
  let before = 0

  async function next(): Promise<void> {
    // What was on its way when the last life ended still arrives, and belongs to it.
    await pause(100)
    lived += 1
    life = stage.begin()
  }

  async function ready(): Promise<void> {
    if ((await life.ready) === undefined) throw new Error(`it did not start: ${life.said.join('\n')}`)
  }

  /** The moment so many messages more have been posted or redrawn: the last of them stands there, and the house has not heard of it yet. */
  function happened(what: Happening, count: number, then: () => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const now = () => {
      stop()
      clearTimeout(timer)
      then()
      resolve()
    }
    const stop = posts.after(what, count, now)
    const timer = setTimeout(now, BORED_MS)
    return promise
  }

  const ends = {
    'at a post': async () => {
      await ready()
      await happened('post', 1 + chance.below(12), life.kill)
    },
    'at a redrawing': async () => {
      await ready()
      await happened('redrawing', 1 + chance.below(12), life.kill)
    },
    'at any moment of its work': async () => {
      await ready()
      await pause(chance.below(800))
      life.kill()
    },
    'while it starts': async (tookMs: number) => {
      await pause(chance.below(tookMs))
      life.kill()
    },
  }

  return {
    posts: () => posts.all.slice(before),
    deeds: members.deeds,
    number: () => lived,

    /** The first life: everybody is met on both platforms. Gives how long the start took. */
    async first(): Promise<number> {
      const began = performance.now()
      await ready()
      const tookMs = performance.now() - began
      for (const { teamsId } of stage.people) if (teamsId) await stage.teams.as(teamsId).install()
      await until('everybody is known', () => stage.people.every((member) => isKnown(stage, member)))
      await this.rest()
      before = posts.all.length
      return tookMs
    },

    /** The members work, and find nobody there between two lives. */
    startWork(): void {
      working = members.work(
        () => goOn,
        async () => void (await life.ready),
      )
    },
    async stopWork(): Promise<void> {
      goOn = false
      await working
    },

    /** This life is killed at a moment chosen by chance; the next one begins. Gives how it ended. */
    async kill(tookMs: number): Promise<string> {
      const how = chance.pick(Object.keys(ends) as (keyof typeof ends)[])
      await ends[how](tookMs)
      await life.over
      await next()
      return how
    },

    /** This life is asked to stop while it is posting; the next one begins. Gives what the process ended with. */
    async askToStop(): Promise<number | null> {
      await ready()
      let over: Promise<number | null> | undefined
      await happened('post', 5, () => {
        over = life.stop()
      })
      const code = (await over) ?? null
      await next()
      return code
    },

    /** Waits until the house has done everything that its file wants done by now. */
    async rest(): Promise<void> {
      await ready()
      for (const began = performance.now(); performance.now() - began < REST_WITHIN_MS; await pause(50))
        if (waitingIn(stage).length === 0) return
      throw new Error(`the house does not come to rest: ${waitingIn(stage)}\n${life.said.slice(-20).join('\n')}`)
    },

    end: async () => life.stop(),
    kill9: () => life.kill(),
    said: () => life.said,
  }
}

function isKnown({ store }: Stage, { id, slackId, teamsId }: Stage['people'][number]): boolean {
  const doors = store.read((tx) => tx.doors.of(id))
  const has = (platform: string) => doors.some((door) => door.platform === platform)
  return (slackId === undefined || has('slack')) && (teamsId === undefined || has('teams'))
}

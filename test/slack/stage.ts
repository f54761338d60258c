/**
 * Muster's own Slack app against the rehearsal's Slack, with a core small enough to see through: it remembers ids, counts acknowledgements, and
 * walks people through a form of two pages.
 */
import type { AddressInfo } from 'node:net'
import express from 'express'
import { onTestFinished } from 'vitest'
import { createSlackWorld, type SlackWorld } from '../../adapters/rehearsal/slack/index.ts'
import { type SlackApp, type SlackOptions, slackApp } from '../../adapters/slack/app.ts'
import type { Door, Handle, Intent, Reply } from '../../src/chat/intent.ts'
import { actions, heading, type Message, say, text } from '../../src/chat/words.ts'
import type { FormView } from '../../src/forms/view.ts'
import { refuse } from '../../src/kernel/result.ts'
import type { Posted } from '../../src/ports.ts'

export const SECRET = 'a-signing-secret'

export interface Stage {
  readonly slack: SlackWorld
  readonly app: SlackApp
  readonly core: Core
  /** The answers that stay in a conversation. */
  readonly answered: Posted[]
  readonly logged: Record<string, unknown>[]
  /** Where the app listens for Slack. */
  readonly url: string
  /** Moves the world's clock on. */
  pass(ms: number): void
  /** Moves the app's own clock, by which it judges signatures. */
  wallAt(instant: string | undefined): void
}

interface How {
  readonly socket?: boolean
  readonly ackWithinMs?: number
  readonly options?: Partial<SlackOptions>
}

export async function stage(how: How = {}): Promise<Stage> {
  let now = Date.parse('2026-12-17T16:40:00.000Z')
  let wall: string | undefined
  let count = 0
  const slack = createSlackWorld({
    clock: () => new Date(now).toISOString(),
    wallClock: () => new Date().toISOString(),
    random: () => `r${(++count).toString(36)}`,
    signingSecret: SECRET,
    team: { id: 'T1', name: 'Copperfield SCP', domain: 'copperfield' },
    ...(how.ackWithinMs ? { ackWithinMs: how.ackWithinMs } : {}),
  })
  onTestFinished(() => slack.close())
  slack.users.add({ id: 'UICSC', realName: 'Marlowe Testwick', email: 'marlowe@icsc.example' })
  slack.users.add({ id: 'USPA', realName: 'Priya Sampleton', email: 'priya@chscp.example' })
  slack.channels.add({ id: 'CPARTNERS', name: 'partners', members: ['UICSC', 'USPA', slack.bot.userId] })
  slack.channels.add({ id: 'CWITHOUT', name: 'without', members: ['UICSC'] })
  await slack.listen()

  const core = createCore()
  const answered: Posted[] = []
  const logged: Record<string, unknown>[] = []
  const log = (fields: Readonly<Record<string, unknown>>, words: string) => void logged.push({ ...fields, words })
  const options: SlackOptions = {
    handle: core.handle,
    knows: (door) => core.people.has(keyOf(door)),
    introduce: (door, who) => void core.people.set(keyOf(door), who.email ?? ''),
    answered: (_door, posted) => void answered.push(posted),
    log: { info: log, warn: log, error: log },
    wallClock: () => wall ?? new Date().toISOString(),
    env: {
      botToken: slack.tokens.bot,
      signingSecret: SECRET,
      apiUrl: slack.apiUrl,
      ...(how.socket ? { appToken: slack.tokens.app } : {}),
    },
    ...how.options,
  }
  const app = slackApp(options)
  const server = express().use(app.router).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  slack.deliverTo(how.socket ? { socketMode: true } : { url })
  await app.start()
  onTestFinished(async () => {
    await app.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    slack,
    app,
    core,
    answered,
    logged,
    url,
    pass: (ms) => {
      now += ms
    },
    wallAt: (instant) => {
      wall = instant
    },
  }
}

export interface Core {
  readonly handle: Handle
  readonly intents: Intent[]
  readonly people: Map<string, string>
  readonly answers: Record<string, unknown>
  acknowledged: number
}

const keyOf = (door: Door) => `${door.tenant}/${door.user}`

function createCore(): Core {
  const seen = new Set<string>()
  let walking = false
  let choosing = false
  const core: Core = { handle, intents: [], people: new Map(), answers: {}, acknowledged: 0 }
  return core

  function handle(intent: Intent): Reply {
    if (seen.has(intent.id)) return { kind: 'nothing' }
    seen.add(intent.id)
    core.intents.push(intent)
    return decide(intent)
  }

  function decide({ verb, input, pressed }: Intent): Reply {
    switch (verb) {
      case 'command':
        return command(String(input.command), String(input.text))
      case 'home':
        return { kind: 'message', message: owed() }
      case 'case.acknowledge':
        core.acknowledged += 1
        return { kind: pressed ? 'card' : 'message', message: owed() }
      case 'form.open':
        return { kind: 'form', view: page('A1', input.pace === 'walk' ? 'walk' : 'page') }
      case 'form.page':
        return step(input)
      case 'form.stop':
        return { kind: 'nothing' }
      case 'desk.link':
        return { kind: 'message', message: say('Your link to the desk, good for ten minutes.') }
      case 'upload':
        return { kind: 'refusal', refusal: refuse('no-uploads', 'Please do not upload files here.', 'Use the desk.') }
      default:
        return { kind: 'refusal', refusal: refuse('not-yours', 'Only the ICSC may do that.', 'Ask Marlowe Testwick.') }
    }
  }

  function command(name: string, rest: string): Reply {
    if (name === 'break') throw new TypeError('a secret was in here')
    choosing = rest === 'choosing'
    if (name === 'rapid-review') return { kind: 'form', view: page('A1', rest === 'walk' ? 'walk' : 'page') }
    if (name === 'owe') return { kind: 'message', message: owed() }
    if (name === 'long') return { kind: 'message', message: long }
    return { kind: 'message', message: say(`You said: ${name} ${rest}`.trim()) }
  }

  function owed(): Message {
    const words = core.acknowledged > 0 ? `Acknowledged ${core.acknowledged} times` : 'Nobody has acknowledged yet'
    return {
      summary: 'JUNIPER: action for you',
      sensitivity: 'person',
      blocks: [
        heading('JUNIPER'),
        text(words),
        actions([
          { label: 'Acknowledge', verb: 'case.acknowledge', subject: 'rr-2026-04', version: 3 },
          { label: 'Answer', verb: 'form.open' },
          { label: 'Walk through it', verb: 'form.open', input: { pace: 'walk' } },
          { label: 'Publish', verb: 'lcspr.publish' },
        ]),
      ],
    }
  }

  function step(input: Intent['input']): Reply {
    Object.assign(core.answers, input.values)
    const pace = walking ? 'walk' : 'page'
    if (input.go === 'stop') return { kind: 'done', message: say('Saved. Carry on whenever you like.') }
    if (input.go === 'again') return { kind: 'form', view: page('A1', pace) }
    if (input.go === 'back') return { kind: 'form', view: page('A1', pace) }
    if (input.page === 'A1' && core.answers.A2 === 'bad') return { kind: 'form', view: page('A1', pace, true) }
    if (input.page === 'A1') return { kind: 'form', view: page('A2', pace) }
    return { kind: 'done', message: say('Rapid review JUNIPER is open.') }
  }

  function page(id: 'A1' | 'A2', pace: FormView['pace'], wrong = false): FormView {
    walking = pace === 'walk'
    const value = core.answers.A2 === undefined ? {} : { value: String(core.answers.A2) }
    return {
      draft: 'draft_9',
      form: 'A',
      page: id,
      title: 'Raise a case',
      heading: id === 'A1' ? 'What happened' : 'Who else knows',
      progress: { answered: 0, of: 3, page: id === 'A1' ? 1 : 2, pages: 2 },
      pace,
      forward: id === 'A1' ? 'Next' : 'Submit',
      back: id === 'A2',
      stop: true,
      fields:
        id === 'A1'
          ? [
              { id: 'A1', kind: 'datetime', label: 'When was it notified?', required: false },
              {
                id: 'A2',
                kind: 'short',
                label: 'Reference',
                required: false,
                max: 80,
                ...value,
                ...(wrong ? { error: 'This looks like a name.' } : {}),
              },
              ...(choosing ? [choice] : []),
            ]
          : [
              {
                id: 'A3',
                kind: 'radios',
                label: 'Told the LA?',
                required: true,
                options: [{ value: 'yes', label: 'Yes' }],
              },
              { id: 'A4', kind: 'desk', label: 'What you saw', required: true, answered: false },
            ],
    }
  }
}

/** Other questions depend on it, so its page is drawn again. */
const choice: FormView['fields'][number] = {
  id: 'A5',
  kind: 'radios',
  label: 'Which area?',
  required: false,
  live: true,
  options: [
    { value: 'hackney', label: 'Hackney' },
    { value: 'city', label: 'City' },
  ],
}

const long: Message = {
  summary: 'A long answer',
  sensitivity: 'person',
  blocks: Array.from({ length: 330 }, (_, n) => heading(`Line ${n}`)),
}

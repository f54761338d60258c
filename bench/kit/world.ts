/** The fictional partnership on the afternoon of Thu 17 Dec 2026, opened within this process. */
import type { Intent, Reply } from '../../src/chat/intent.ts'
import { londonInstant } from '../../src/kernel/time.ts'
import type { Log } from '../../src/ports.ts'
import { notificationForHackney } from '../../test/stories/main-job/answers.ts'
import { type Household, openHousehold } from '../../wire/household.ts'
import { accountOf, KEY } from './muster.ts'
import { TEAM } from './slack.ts'

export const NOW = londonInstant('2026-12-17T17:05')

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

export interface World extends Household {
  readonly log: Log
}

/** `roster`: another set of people than the fictional ones, from a folder of profiles of its own. */
export function openWorld(file: string, roster?: { readonly folder: string; readonly people: string }): World {
  const household = openHousehold({
    file,
    key: KEY,
    clock: () => NOW,
    log: silent,
    baseUrl: 'https://muster.example',
    profile: 'wt2018-chscp',
    people: roster?.people ?? 'people-fictional',
    ...(roster && { profilesFolder: roster.folder }),
  })
  return { ...household, log: silent }
}

/** The SPA opens a Rapid Review, page after page; gives the case's id. */
export function openCase({ core, store }: World): string {
  let reply: Reply = say(core.handle, { verb: 'command', input: { command: 'rapid-review', text: 'start' } })
  for (let pages = 0; reply.kind === 'form' && pages < 60; pages++) {
    const { draft, page, fields } = reply.view
    const values = Object.fromEntries(
      Object.entries(notificationForHackney).filter(([id]) => fields.some((field) => field.id === id)),
    )
    reply = say(core.handle, { verb: 'form.page', input: { draft, page, go: 'next', values } })
  }
  const id = store.read((tx) => tx.subjects.all('case').at(-1)?.id)
  if (id === undefined) throw new Error(`no case was opened: ${JSON.stringify(reply)}`)
  return id
}

let events = 0

/** Somebody says or presses something in their own chat. */
export function say(
  handle: World['core']['handle'],
  intent: Pick<Intent, 'verb' | 'input'> & Partial<Pick<Intent, 'subject' | 'pressed'>>,
  person = 'spa',
): Reply {
  events += 1
  const who = { platform: 'slack', tenant: TEAM.id, user: accountOf(person) } as const
  const where = { platform: 'slack', tenant: TEAM.id, conversation: 'D0SPA', kind: 'direct' } as const
  return handle({ id: `bench-${events}`, who, where, ...intent })
}

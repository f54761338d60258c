/** What is recorded about people lies over the people file: it outlives a restart and a reload, and the file may lose nobody it speaks of. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newVaultKey } from '../../db/seal.ts'
import type { Intent, Reply } from '../../src/chat/intent.ts'
import { type Household, openHousehold } from '../../wire/household.ts'
import { createLog } from '../../wire/log.ts'
import { folderOf } from '../../wire/profiles.ts'

const NOW = '2027-02-01T10:00:00.000Z'
const key = newVaultKey()
let folder = ''
let household: Household
let events = 0

const opened = () =>
  openHousehold({
    file: join(folder, 'muster.db'),
    key,
    clock: () => NOW,
    log: createLog('silent'),
    baseUrl: '',
    profile: 'wt2018-chscp',
    people: 'people-fictional',
    profilesFolder: folder,
  })

function restart(): void {
  household.store.close()
  household = opened()
}

function rewrite(from: string | RegExp, to: string): void {
  const path = join(folder, 'people-fictional.yaml')
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to change: ${from}`)
  writeFileSync(path, after)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-people-'))
  cpSync(folderOf({}), folder, { recursive: true })
  household = opened()
  const who = { platform: 'slack', tenant: 'T', user: 'bm' } as const
  household.store.transaction((tx) => tx.doors.put({ ...who, person: 'bm', how: 'email', since: NOW, lastUsed: NOW }))
})
afterEach(() => {
  household.store.close()
  rmSync(folder, { recursive: true, force: true })
})

function says(wish: Pick<Intent, 'verb' | 'input'>): Reply {
  events += 1
  return household.core.handle({
    id: `event-${events}`,
    who: { platform: 'slack', tenant: 'T', user: 'bm' },
    where: { platform: 'slack', tenant: 'T', conversation: 'D', kind: 'direct' },
    ...wish,
  })
}

/** Fills a form of people as the business manager does. */
function fills(words: Pick<Intent, 'verb' | 'input'>, values: Readonly<Record<string, unknown>>): Reply {
  let reply = says(words)
  for (let pages = 0; reply.kind === 'form' && pages < 5; pages += 1) {
    const { draft, page } = reply.view
    reply = says({ verb: 'form.page', input: { draft, page, go: 'next', values } })
  }
  return reply
}

const command = (text: string) => ({ verb: 'command', input: { command: 'muster', text } })
const person = (id: string) => household.house.partnership().people.get(id)

describe('somebody who was added here', () => {
  it('is still known after a restart and after the file has been read again', () => {
    const wanda = {
      ...{ PJ1: 'Wanda Newcomb', PJ2: 'hackney-housing', PJ3: 'wanda.newcomb@hackney.example' },
      ...{ PJ4: ['slack'], PJ5: 'yes' },
    }
    expect(fills(command('join'), wanda).kind).toBe('done')
    expect(person('wanda-newcomb')).toMatchObject({ email: 'wanda.newcomb@hackney.example' })
    restart()
    expect(person('wanda-newcomb')).toMatchObject({ email: 'wanda.newcomb@hackney.example' })
    household.house.reload()
    expect(person('wanda-newcomb')).toMatchObject({ agency: 'hackney-housing' })
  })
})

describe('what is recorded about somebody in the file', () => {
  it('wins over the file, whatever the file says later; of everybody else the file counts', () => {
    const done = fills({ verb: 'person.correct', input: { person: 'housing' } }, { PC3: 'gil.nullman@homes.example' })
    expect(done.kind).toBe('done')
    rewrite('gil.nullman@hackney.example', 'gil.other@hackney.example')
    rewrite('tam.filler@schools.example', 'tam.other@schools.example')
    household.house.reload()
    expect(person('housing')).toMatchObject({ email: 'gil.nullman@homes.example' })
    expect(person('schools-h')).toMatchObject({ email: 'tam.other@schools.example' })
    const page = says({ verb: 'person.list', input: { person: 'housing' } })
    expect(JSON.stringify(page)).toContain('The people file says gil.other@hackney.example')
  })

  it('a leaver stays gone when the file is read again, though it still names them', () => {
    says(command('left Gil Nullman'))
    household.house.reload()
    restart()
    expect(person('housing')).toMatchObject({ left: NOW })
  })
})

describe('a file that has lost somebody who was recorded here', () => {
  const loseGil = () => {
    rewrite(/^ {2}housing: .*\n/m, '')
    rewrite(/^ {2}- \{ person: housing, .*\n/gm, '')
  }

  it('is refused by a reload, by name, and nothing changes', () => {
    says(command('left Gil Nullman'))
    loseGil()
    expect(household.house.reload()).toMatchObject({
      code: 'profile-trouble',
      sentence: expect.stringContaining('housing is missing'),
    })
    expect(person('housing')).toMatchObject({ name: 'Gil Nullman' })
  })

  it('is refused at the start too, and starts again once they stand in it', () => {
    says(command('left Gil Nullman'))
    const before = readFileSync(join(folder, 'people-fictional.yaml'), 'utf8')
    loseGil()
    household.store.close()
    expect(() => opened()).toThrow(/whoever has left stays in the file/)
    writeFileSync(join(folder, 'people-fictional.yaml'), before)
    household = opened()
    expect(person('housing')).toMatchObject({ left: NOW })
  })

  it('may lose whom nothing was ever recorded about', () => {
    loseGil()
    expect(household.house.reload()).toBeTypeOf('string')
    expect(person('housing')).toBeUndefined()
  })
})

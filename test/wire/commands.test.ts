import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeAlone } from '../../db/alone.ts'
import { openStore } from '../../db/open.ts'
import { newVaultKey } from '../../db/seal.ts'
import { type Answer, type Command, Misused } from '../../wire/commands/command.ts'
import { dueCommand } from '../../wire/commands/due.ts'
import { backupCommand, datesCommand, healthCommand, keyCommand, verifyCommand } from '../../wire/commands/house.ts'
import { permissionsCommand, profileCommand } from '../../wire/commands/partnership.ts'
import { rekeyCommand } from '../../wire/commands/rekey.ts'
import { teamsCommand } from '../../wire/commands/teams.ts'
import { readEnvironment } from '../../wire/environment.ts'
import { vaultKeyFor } from '../../wire/keys.ts'
import { troubleIn } from '../../wire/trouble.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-commands-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(command: Command, args: string[] = [], options = {}, raw = {}): Promise<Answer> | Answer {
  const environment = readEnvironment({ DATABASE_FILE: join(folder, 'muster.db'), ...raw })
  return command.run(args, options, {
    environment,
    now: () => '2026-12-17T10:00:00.000Z',
    stdin: async () => Buffer.from(''),
  })
}

describe('due', () => {
  it('is exactly a date and its sum', async () => {
    const { json } = await run(dueCommand, ['15 working days', '2026-12-17'])
    expect(json).toEqual({ due: '2027-01-12', because: expect.stringContaining('15 working days') })
  })

  it('counts back', async () => {
    const { json } = await run(dueCommand, ['5 working days before', '2027-02-25'])
    expect(json).toEqual({ due: '2027-02-18', because: expect.any(String) })
  })

  it('of months gives the day to work to as well, where the limit is a day off (C-7)', async () => {
    const { json } = await run(dueCommand, ['6 months', '2027-01-29'])
    expect(json).toMatchObject({ due: '2027-07-29' })
    const { json: off } = await run(dueCommand, ['6 months', '2026-08-31'])
    expect(off).toEqual({ due: '2027-02-28', because: expect.any(String), target: '2027-02-26' })
  })

  it('counts freedom of information by its own calendar (C-9)', async () => {
    const { json } = await run(dueCommand, ['20 working days', '2026-06-01'], { calendar: 'any-uk' })
    const { json: ours } = await run(dueCommand, ['20 working days', '2026-06-01'])
    expect(json).not.toEqual(ours)
  })

  it.each([
    [['15 working days']],
    [['15 working days', '17/12/2026']],
    [['soon', '2026-12-17']],
    [[]],
    [['15 working days', '2028-12-20']],
    [['15 working days', '2026-02-30']],
    [['72 hours', '2026-12-17T25:00']],
  ])('%j is said to be unclear, without a stack', (args) => {
    expect(() => run(dueCommand, args)).toThrow(Misused)
  })

  it('knows two calendars and no third', () => {
    expect(() => run(dueCommand, ['1 month', '2026-12-17'], { calendar: 'mars' })).toThrow(Misused)
  })
})

describe('what was mistyped', () => {
  it.each(['--jsno', '--out'])('%s is said in a sentence, without a stack', (option) => {
    const cli = join(import.meta.dirname, '../../cli.ts')
    const { status, stderr } = spawnSync(process.execPath, [cli, 'dates', option], { cwd: folder, encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain(option)
    expect(stderr).toContain('lists every command')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('about the file', () => {
  beforeAll(() =>
    openStore({ file: join(folder, 'muster.db'), key: newVaultKey(), clock: () => '2026-12-17T10:00:00.000Z' }).close(),
  )

  it('one that is not there is not made: an empty record would say that nothing is owed', async () => {
    const elsewhere = { DATABASE_FILE: join(folder, 'typo.db') }
    for (const command of [verifyCommand, datesCommand])
      expect(() => run(command, [], {}, elsewhere)).toThrow(/typo\.db/)
    expect((await run(healthCommand, [], {}, elsewhere)).lines.join()).toContain('typo.db')
    expect(existsSync(elsewhere.DATABASE_FILE)).toBe(false)
  })

  it('one that is not Muster’s is said in a sentence', () => {
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'Dear all, '.repeat(100))
    try {
      run(verifyCommand, [], {}, { DATABASE_FILE: file })
      expect.unreachable()
    } catch (problem) {
      expect(troubleIn(problem)).toContain('not one of Muster')
    }
  })

  it('verify says that the record is whole', async () => {
    expect(await run(verifyCommand)).toMatchObject({ json: { ok: true } })
  })

  it('dates lists what is owed: nothing yet', async () => {
    expect((await run(datesCommand)).json).toEqual({ dates: [] })
  })

  it('backup copies it', async () => {
    const { json } = await run(backupCommand, [join(folder, 'backups')])
    expect(json).toMatchObject({ file: expect.stringContaining('backups') })
  })

  it('health names what an administrator should do, and is well in a rehearsal', async () => {
    const { json, lines } = (await run(healthCommand)) as {
      json: { ok: boolean; findings: { code: string; next: string }[] }
      lines: readonly string[]
    }
    expect(json.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['rehearsal', 'queue-embedded']))
    for (const { next } of json.findings) expect(next).not.toBe('')
    expect(lines.length).toBe(json.findings.length)
  })

  it('health with credentials and no key says so before Muster would refuse to start', async () => {
    const { json } = (await run(healthCommand, [], {}, { SLACK_BOT_TOKEN: 'x', SLACK_SIGNING_SECRET: 'y' })) as {
      json: { ok: boolean; findings: { code: string }[] }
    }
    expect(json.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-key', 'no-base-url', 'no-mail']))
    expect(json.ok).toBe(false)
  })
})

describe('the others', () => {
  it.each([
    ['my app', 'https://muster.example.org'],
    ['11111111-1111-4111-8111-111111111111', 'http://muster.example.org'],
  ])('teams-manifest takes no app "%s" at %s', (id, url) => {
    expect(() => run(teamsCommand, [], { 'app-id': id, 'base-url': url })).toThrow(Misused)
  })

  it('key makes a key that Muster takes, another each time', async () => {
    const { json } = (await run(keyCommand)) as { json: { key: string } }
    expect(vaultKeyFor(readEnvironment({ MUSTER_KEY: json.key }), false)).toHaveLength(newVaultKey().length)
    expect((await run(keyCommand)).json).not.toEqual(json)
  })

  it('permissions prints a row for each thing that can be done', async () => {
    const { json, lines } = (await run(permissionsCommand)) as { json: { rows: unknown[] }; lines: readonly string[] }
    expect(json.rows.length).toBeGreaterThan(20)
    expect(lines.length).toBeGreaterThan(json.rows.length)
  })

  it('profile says that it is in order, or what is not', async () => {
    expect((await run(profileCommand)).json).toMatchObject({ ok: true, profile: 'wt2018-chscp' })
    expect(await run(profileCommand, ['no-such-profile'])).toMatchObject({
      ok: false,
      lines: [expect.stringContaining('PROFILES_FOLDER')],
    })
  })
})

describe('rekey', () => {
  const [old, fresh] = [newVaultKey(), newVaultKey()]
  const file = () => join(folder, 'keyed.db')
  const rekey = () =>
    run(rekeyCommand, [fresh.toString('base64')], {}, { DATABASE_FILE: file(), MUSTER_KEY: old.toString('base64') })
  const open = (key: Buffer) => openStore({ file: file(), key, clock: () => '2026-12-17T10:00:00.000Z' })

  it('says that there is no such file, and leaves nothing beside it', () => {
    expect(rekey).toThrow(/There is no .*keyed\.db/)
    expect(readdirSync(folder).filter((name) => name.startsWith('keyed'))).toEqual([])
  })

  it('changes nothing while Muster is at work on the file, and does once it has stopped', () => {
    // Given a case with something sealed
    const store = open(old)
    store.transaction((tx) => tx.vault.seal('rr-1', 'draft_1/A1', 'what happened'))
    store.close()
    const words = (key: Buffer) => {
      const opened = open(key)
      try {
        return opened.read((tx) => tx.vault.open('rr-1', 'draft_1/A1'))
      } finally {
        opened.close()
      }
    }
    // When somebody changes the key under a Muster that runs
    const letGo = takeAlone(file(), 0)
    expect(rekey).toThrow(/at work on .*keyed\.db.*Stop it first/)
    // Then the old key still opens it
    expect(words(old)).toBe('what happened')
    // And once it has stopped, only the new one does
    letGo?.()
    expect(rekey()).toMatchObject({ json: { changed: 1 } })
    expect(words(fresh)).toBe('what happened')
    expect(() => words(old)).toThrow('MUSTER_KEY does not open')
  })
})

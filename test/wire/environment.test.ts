import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasCredentials, NotReady, readEnvironment } from '../../wire/environment.ts'
import { vaultKeyFor } from '../../wire/keys.ts'

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }

describe('the environment', () => {
  it('with nothing in it opens a rehearsal at this machine alone', () => {
    const environment = readEnvironment({})
    expect(environment).toMatchObject({ HOST: '127.0.0.1', PORT: 3978, PROFILE: 'wt2018-chscp' })
    expect(hasCredentials(environment)).toBe(false)
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['QUEUE_URL', 'mysql://localhost'],
    ['REHEARSAL_START', 'yesterday'],
  ])('a wrong %s is named', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(NotReady)
    expect(() => readEnvironment({ [name]: value })).toThrow(name)
  })

  it('every fault is named at once', () => {
    expect(() => readEnvironment({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/)
  })

  it('half a Slack connection says which halves there are', () => {
    expect(() => readEnvironment({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/SLACK_SIGNING_SECRET.*SLACK_APP_TOKEN/)
  })

  it('an empty line means "not set", a space too', () => {
    const environment = readEnvironment({ SLACK_BOT_TOKEN: '', PORT: '', BASE_URL: '  ', SMTP_URL: '' })
    expect(hasCredentials(environment)).toBe(false)
    expect(environment.BASE_URL).toBeUndefined()
    expect(environment.PORT).toBe(3978)
  })

  it.each([[SLACK], [{ MICROSOFT_APP_ID: '0000' }], [{ TEAMS_EMULATOR: '1' }]])(
    '%j is something of the real world',
    (raw) => {
      expect(hasCredentials(readEnvironment(raw))).toBe(true)
    },
  )

  it('every variable is explained in .env.example', () => {
    const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
    const source = readFileSync(join(import.meta.dirname, '../../wire/environment.ts'), 'utf8')
    const names = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name as string)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(example).toContain(name)
  })
})

describe('the key of the vault', () => {
  const good = Buffer.alloc(32, 7).toString('base64')

  it('must be there when there is somebody real to talk to; the command that makes one is said', () => {
    expect(() => vaultKeyFor(readEnvironment(SLACK), false)).toThrow(NotReady)
    expect(() => vaultKeyFor(readEnvironment(SLACK), false)).toThrow(/muster -- key|openssl|npm run/)
  })

  it('that is no key is refused without being shown', () => {
    for (const key of ['short', `${good}AAAA`, '!!!']) {
      let said = ''
      try {
        vaultKeyFor(readEnvironment({ ...SLACK, MUSTER_KEY: key }), false)
      } catch (problem) {
        said = String(problem)
      }
      expect(said).toContain('NotReady')
      expect(said).not.toContain(key)
    }
  })

  it('is taken as it is given, in a rehearsal too; without one a rehearsal makes its own', () => {
    expect(vaultKeyFor(readEnvironment({ MUSTER_KEY: good }), true)).toEqual(Buffer.alloc(32, 7))
    const one = vaultKeyFor(readEnvironment({}), true)
    const two = vaultKeyFor(readEnvironment({}), true)
    expect(one).toHaveLength(32)
    expect(one.equals(two)).toBe(false)
  })
})

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newVaultKey } from '../../db/seal.ts'
import { kindOfDay } from '../../src/calendar/working-calendar.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { type Household, openHousehold } from '../../wire/household.ts'
import { createLog } from '../../wire/log.ts'
import { folderOf, ProfileTrouble, readPapers } from '../../wire/profiles.ts'

let folder = ''
let household: Household

const rules = () => join(folder, 'wt2018-chscp.rules.yaml')
const mend = (from: string | RegExp, to: string) => {
  const before = readFileSync(rules(), 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to change: ${from}`)
  writeFileSync(rules(), after)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-profiles-'))
  cpSync(folderOf({}), folder, { recursive: true })
  household = openHousehold({
    file: ':memory:',
    key: newVaultKey(),
    clock: () => '2026-12-17T10:00:00.000Z',
    log: createLog('silent'),
    baseUrl: '',
    profile: 'wt2018-chscp',
    people: 'people-fictional',
    profilesFolder: folder,
  })
})
afterEach(() => {
  household.store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a profile that cannot be used', () => {
  it('is refused at its line, with every problem', () => {
    mend("hour: '09:00'", "hour: 'nine'")
    expect(() => readPapers(folder, 'wt2018-chscp', 'people-fictional')).toThrow(ProfileTrouble)
    try {
      readPapers(folder, 'wt2018-chscp', 'people-fictional')
    } catch (trouble) {
      expect(String(trouble)).toMatch(/hour/)
      expect(String(trouble)).toMatch(/line \d+|:\d+/)
    }
  })

  it('that is not there is said by its name, not by a stack', () => {
    expect(() => readPapers(folder, 'no-such-profile', 'people-fictional')).toThrow(ProfileTrouble)
    expect(() => readPapers(folder, 'no-such-profile', 'people-fictional')).toThrow(/no-such-profile/)
  })
})

describe('reading the profile again', () => {
  it('takes new rules at once', () => {
    expect(household.house.partnership().profile.chase.hour).toBe('09:00')
    mend("hour: '09:00'", "hour: '10:00'")
    expect(household.house.partnership().profile.chase.hour).toBe('09:00')
    expect(isRefusal(household.house.reload())).toBe(false)
    expect(household.house.partnership().profile.chase.hour).toBe('10:00')
    expect(household.house.recheck()).toBe(true)
    expect(household.house.recheck()).toBe(false)
  })

  it('changes nothing when it has become unusable, and says what to mend', () => {
    mend("hour: '09:00'", "hour: 'nine'")
    const reloaded = household.house.reload()
    expect(reloaded).toMatchObject({ code: 'profile-trouble', sentence: expect.stringContaining('hour') })
    expect(household.house.partnership().profile.chase.hour).toBe('09:00')
  })

  it('takes a new bank holiday, and a slip in their file changes nothing', () => {
    const file = join(folder, 'bank-holidays.yaml')
    const dayOf = (date: string) => kindOfDay(household.house.calendar(), date)
    const written = readFileSync(file, 'utf8')
    const add = (day: string) => writeFileSync(file, written.replace('england-and-wales:\n', `$&  ${day}\n`))

    add('2027-02-30: Day of mourning')
    expect(household.house.reload()).toMatchObject({
      code: 'profile-trouble',
      sentence: expect.stringMatching(/bank-holidays\.yaml, line \d+: england-and-wales\.2027-02-30: /),
    })
    expect(dayOf('2027-02-26')).toBe('working-day')

    add('2027-02-26: Day of mourning')
    expect(isRefusal(household.house.reload())).toBe(false)
    expect(dayOf('2027-02-26')).toBe('bank-holiday')
  })

  it('keeps the edition that open matters began under', () => {
    const old = household.house.partnership('wt2023-chscp').profile.id
    household.house.reload()
    expect(household.house.partnership('wt2023-chscp').profile.id).toBe(old)
    expect(household.house.partnership().profile.id).not.toBe(old)
  })

  it('changes none of the editions when one of them cannot be used', () => {
    household.house.partnership('wt2023-chscp')
    writeFileSync(join(folder, 'wt2023-chscp.yaml'), 'nonsense: true\n')
    mend("hour: '09:00'", "hour: '10:00'")
    expect(isRefusal(household.house.reload())).toBe(true)
    expect(household.house.partnership().profile.chase.hour).toBe('09:00')
  })
})

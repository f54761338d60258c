import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { countingIds, idsFrom } from '../../src/kernel/ids.ts'

const idsAt = (at: string) => idsFrom({ clock: () => at, randomBytes })

describe('ids', () => {
  it('sort by the moment they were made, within a prefix', () => {
    const moments = [
      '1999-12-31T23:59:59.999Z',
      '2026-12-17T16:40:00.000Z',
      '2026-12-17T16:40:00.001Z',
      '2099-01-01T00:00:00.000Z',
    ]
    const made = moments.map((at) => idsAt(at).id('out'))
    expect([...made].reverse().sort()).toEqual(made)
  })

  it('never meet, though made in the same millisecond', () => {
    const ids = idsAt('2026-12-17T16:40:00.000Z')
    const made = Array.from({ length: 10_000 }, () => ids.id('out'))
    expect(new Set(made).size).toBe(10_000)
    expect(made.every((id) => /^out_[0-9a-hjkmnp-tv-z]{22}$/.test(id))).toBe(true)
  })

  it('keep secrets of 192 bits that fit into a link, and codes that can be read aloud', () => {
    const ids = idsAt('2026-12-17T16:40:00.000Z')
    expect(ids.secret()).toMatch(/^[A-Za-z0-9_-]{32}$/)
    expect(ids.code()).toMatch(/^[A-Z]{4,8}-\d{4}$/)
  })

  it('pick each one sooner or later, and throw where there is none', () => {
    const ids = countingIds()
    const picked = new Set(Array.from({ length: 200 }, () => ids.pick(['JUNIPER', 'KELP', 'LARCH'])))
    expect([...picked].sort()).toEqual(['JUNIPER', 'KELP', 'LARCH'])
    expect(() => ids.pick([])).toThrow('nothing to pick from')
  })
})

describe('ids for a rehearsal', () => {
  it('are the same every time, and one more of a kind moves no other', () => {
    const [first, second] = [countingIds(7), countingIds(7)]
    first.id('copy')
    expect([first.id('out'), first.id('out'), first.id('copy')]).toEqual(['out_000001', 'out_000002', 'copy_000002'])
    expect(first.secret()).toBe(second.secret())
    expect(first.code()).toBe(second.code())
    expect(countingIds(8).secret()).not.toBe(countingIds(7).secret())
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../src/ports.ts'
import { canonical } from '../../src/record/canonical.ts'
import type { Head } from '../../src/record/journal.ts'
import { GENESIS, link, verify } from '../../src/record/journal.ts'

const at = '2026-12-17T16:40:00.000Z'

function aJournal(length: number): readonly JournalEntry[] {
  const entries: JournalEntry[] = []
  for (let i = 1; i <= length; i++) {
    const head: Head = entries.at(-1) ?? GENESIS
    entries.push(link(head, { at, by: 'p-spa', verb: 'case.step', subject: 'rr-2026-01', detail: { step: `s${i}` } }))
  }
  return entries
}

const whole = aJournal(6)
const head = whole[5]!
const without = (n: number) => whole.filter((entry) => entry.n !== n)
const changed = (n: number, change: Partial<JournalEntry>) =>
  whole.map((entry) => (entry.n === n ? { ...entry, ...change } : entry))

describe('a journal that was left alone', () => {
  it('is whole, and says where it ends', () => {
    expect(verify(whole, head)).toEqual({ ok: true, entries: 6, head: { n: 6, hash: head.hash } })
    expect(verify([])).toEqual({ ok: true, entries: 0, head: GENESIS })
  })

  it('may have grown since its head was written down', () => {
    expect(verify(whole, whole[2]!)).toMatchObject({ ok: true, entries: 6 })
  })
})

describe('a journal that was tampered with', () => {
  it.each([
    ['its words', { detail: { step: 'another' } }],
    ['its author', { by: 'p-chair' }],
    ['its capacity', { as: 'icsc' }],
    ['its moment', { at: '2026-12-18T16:40:00.000Z' }],
    ['its verb', { verb: 'case.close' }],
    ['its subject', { subject: undefined }],
    ['its hash', { hash: 'f'.repeat(64) }],
  ])('names the entry of which somebody changed %s', (_, change) => {
    expect(verify(changed(4, change), head)).toEqual({
      ok: false,
      at: 4,
      because: 'Entry 4 was changed after it was written.',
    })
  })

  it('names the entry after one that was changed and hashed anew', () => {
    const forged = link(whole[2]!, { ...whole[3]!, by: 'p-chair' })
    expect(verify(changed(4, forged), head)).toMatchObject({ ok: false, at: 5 })
  })

  it('notices that everything after a change was hashed anew, when the head was remembered', () => {
    const forged = [...whole.slice(0, 3)]
    for (const entry of whole.slice(3)) forged.push(link(forged.at(-1)!, { ...entry, by: 'p-chair' }))
    expect(verify(forged)).toMatchObject({ ok: true })
    expect(verify(forged, head)).toMatchObject({ ok: false, at: 6, because: expect.stringContaining('rewritten') })
    expect(verify(forged, head, whole[3]!)).toMatchObject({ ok: false, at: 4 })
  })

  it('names the entry that is missing, at the start, within, or at the end', () => {
    expect(verify(without(1), head)).toMatchObject({ ok: false, at: 1, because: expect.stringContaining('missing') })
    expect(verify(without(3), head)).toMatchObject({ ok: false, at: 3, because: expect.stringContaining('missing') })
    expect(verify(without(6), head)).toMatchObject({ ok: false, at: 6, because: expect.stringContaining('missing') })
    expect(verify([], head)).toMatchObject({ ok: false, at: 1 })
  })

  it('notices entries that were removed and the rest renumbered', () => {
    const renumbered = without(3).map((entry, i) => ({ ...entry, n: i + 1 }))
    expect(verify(renumbered)).toMatchObject({ ok: false, at: 3 })
  })

  it('names an entry that was inserted, or that changed places', () => {
    expect(verify([...whole.slice(0, 3), whole[1]!, ...whole.slice(3)])).toMatchObject({ ok: false, at: 4 })
    expect(verify([whole[0]!, whole[2]!, whole[1]!, ...whole.slice(3)])).toMatchObject({ ok: false, at: 2 })
  })
})

describe('the one spelling of a value', () => {
  it('does not depend on the order in which it was written, nor on a way through the database', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (detail) => {
        const reversed = Object.fromEntries(Object.entries(detail).reverse())
        expect(canonical(reversed)).toBe(canonical(detail))
        expect(canonical(JSON.parse(JSON.stringify(detail)))).toBe(canonical(detail))
      }),
    )
  })

  it('is sorted, without spaces, and leaves out what is absent', () => {
    expect(canonical({ b: [1, 'x', null], a: true, c: undefined, é: -0 })).toBe('{"a":true,"b":[1,"x",null],"é":0}')
  })

  it.each([[Number.NaN], [1n], [() => 1], [new Map()], [[undefined]], [new Error('x')]])(
    'refuses %s, which a hash would not cover',
    (value) => {
      expect(() => canonical({ value })).toThrow('not plain JSON')
    },
  )
})

/** How reviews kept their limits: a picture with its sentence and table; what is published holds back small numbers (PR-18). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { financialYear, keptIn, timelinessOf } from '../../src/app/timeliness.ts'
import { rule } from '../../src/partnership/partnership.ts'
import type { Course } from '../../src/procedures/engine/course.ts'
import { notified, told } from '../procedures/answers.ts'
import { aReview, done, refusalIn, wordsOf } from '../procedures/story.ts'

const { partnership } = aReview({ at: '2027-01-11T10:00' })
const D15 = rule(partnership, 'D-15')

/** Reviews with one clock each, whose standing is all that is asked. */
const reviews = (...standings: readonly ('in time' | 'late' | 'running')[]): Course[] =>
  standings.map((standing) => {
    const limit = {
      rule: D15,
      limitAt: '2027-01-12T23:59:59.999Z',
      from: { event: 'notified', at: '2026-12-17T16:40:00.000Z' },
    }
    const closed =
      standing === 'running'
        ? undefined
        : { at: standing === 'late' ? '2027-01-13T10:00:00.000Z' : '2027-01-11T15:40:00.000Z' }
    return {
      at: '2027-01-12T10:00:00.000Z',
      past: [],
      owed: [{ limit, ...(closed ? { closed } : {}) }],
    } as unknown as Course
  })
const times = (n: number, standing: 'in time' | 'late' | 'running') => Array.from({ length: n }, () => standing)

describe('timeliness', () => {
  it('counts what was kept, missed and still runs, in the financial year in which the clock began', () => {
    const [row] = keptIn(reviews('in time', 'in time', 'late', 'running'))
    expect(row).toMatchObject({ rule: 'D-15', year: '2026/27', inTime: 2, late: 1, running: 1 })
    expect(
      ['2027-03-31T22:59:00.000Z', '2027-03-31T23:00:00.000Z', '2027-01-01T00:00:00.000Z'].map(financialYear),
    ).toEqual(['2026/27', '2027/28', '2026/27'])
  })

  it('says the same in a sentence, a table and a picture with its alternative', () => {
    const { alt, sentence, svg, table } = timelinessOf(reviews('in time', 'in time', 'late'))
    expect(sentence).toBe('2 of 3 limits were kept.')
    expect(table.rows).toEqual([['2026/27', 'Submit the rapid review to the Panel', 'D-15', '2', '1', '0']])
    expect(svg).toContain('<title>2 of 3 limits were kept.</title>')
    expect(alt).toContain('The table says the same')
    expect(timelinessOf([]).sentence).toBe('There is nothing to compare yet.')
  })

  it('published: no number below the limit is said or can be worked out, in words, table or picture', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), (kept, late, running) => {
        const all = reviews(...times(kept, 'in time'), ...times(late, 'late'), ...times(running, 'running'))
        const { sentence, svg, table } = timelinessOf(all, { smallNumbersBelow: 5 })
        const numbers = [kept, late, running]
        const isSmall = numbers.some((count) => count > 0 && count < 5)
        const cells = table.rows[0]?.slice(3)
        if (all.length === 0) expect(cells).toBeUndefined()
        else expect(cells).toEqual(isSmall ? Array(3).fill('fewer than 5') : numbers.map(String))
        if (isSmall) {
          expect(sentence).not.toMatch(new RegExp(`\\b${kept} of`))
          expect(svg.match(/height="16"/g)).toBeNull()
        }
      }),
    )
  })

  it('is asked for by those who see that cases exist, and by no others', async () => {
    const story = aReview({ at: '2026-12-17T17:05' })
    done(story.begins('lan-hac', 'rapid-review start', { ...notified, ...told('2026-12-17T17:05') }))
    await story.settle()
    const open = story.command('slack', 'slt-hac', 'rapid-review timeliness')
    expect(open).toMatchObject({ kind: 'message' })
    expect(open.kind === 'message' && wordsOf(open.message)).toContain('limits were kept')
    expect(open.kind === 'message' && open.message.sensitivity).toBe('person')
    const published = story.command('desk', 'spa', 'rapid-review timeliness published')
    const shown = published.kind === 'message' ? wordsOf(published.message) : ''
    expect(shown).toContain('held back: fewer than 5')
    for (const person of ['lay-h', 'lead-h', 'hospital']) {
      expect(refusalIn(story.command('desk', person, 'rapid-review timeliness')).code).toBe('not-yours')
    }
  })
})

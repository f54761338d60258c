/** What all pictures share: nothing is cut off, nothing lies outside, and nothing is said by colour alone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axis, ticks, todayLine } from '../../src/chat/figures/axis.ts'
import { drawBars } from '../../src/chat/figures/bars.ts'
import { key, patch } from '../../src/chat/figures/marks.ts'
import { FILLS, MARGIN, PALETTE, picture, WIDTH, widthOf, words, wrapped } from '../../src/chat/figures/svg.ts'

const numbersIn = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}="(-?[\\d.]+)"`, 'g'))].map(([, number]) => Number(number))

const label = fc
  .array(fc.constantFrom('Report', 'the', 'event', 'to', 'safeguarding', 'partners,', '&', '<b>', 'Wednesday'), {
    minLength: 1,
    maxLength: 16,
  })
  .map((all) => all.join(' '))

describe('words in a picture', () => {
  it('are written out, whatever stands in them, and a reader of screens hears the title', () => {
    const svg = picture({ title: '"A" & <b>', height: 40 }, [words(16, 20, 'Health & care <script>')])
    expect(svg).toContain('<title>&quot;A&quot; &amp; &lt;b&gt;</title>')
    expect(svg).toContain('Health &amp; care &lt;script&gt;')
    expect(svg).toMatch(/^<svg .*<\/svg>$/)
  })

  it('are put on as many lines as they need; no word is broken, lost or too wide', () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 120, max: 460 }), (said, width) => {
        const lines = wrapped(said, width)
        expect(lines.join(' ')).toBe(said)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('of a key stay within the picture', () => {
    const meanings = [
      'held',
      'ahead',
      'inquorate',
      'cancelled',
      'attendance not recorded',
      'August, run-up to elections',
    ]
    const { height, parts } = key(
      meanings.map((says) => ({ mark: patch(FILLS.dots), says })),
      40,
    )
    expect(height).toBeGreaterThan(20)
    for (const [n, x] of numbersIn(parts.filter((part) => part.startsWith('<text')).join(''), 'x').entries())
      expect(x + widthOf(meanings[n] ?? '', 12)).toBeLessThanOrEqual(WIDTH - MARGIN)
  })
})

describe('bars', () => {
  const parts = [
    { says: 'in time', fill: FILLS.solid, ink: PALETTE.paper },
    { says: 'late', fill: FILLS.stripes, ink: PALETTE.ink },
  ]
  const bar = fc.record({
    label,
    counts: fc.tuple(fc.nat(40), fc.nat(40)),
    says: fc.constantFrom('3 of 5', '40, 40 overdue', 'none'),
  })

  it('stay within the picture, and each is as long as what it counts', () => {
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 12 }), fc.boolean(), (bars, shares) => {
        const svg = drawBars(bars, parts, { title: 'Bars', about: 'Bars', shares })
        const drawn = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="16"/g)]
        expect(drawn).toHaveLength(bars.flatMap(({ counts }) => counts).filter((count) => count > 0).length)
        for (const [, x, width] of drawn) expect(Number(x) + Number(width)).toBeLessThanOrEqual(WIDTH - MARGIN + 1)
        const wide = drawn.map(([, , width]) => Number(width))
        const units = bars
          .flatMap(({ counts }) => counts)
          .filter((count) => count > 0)
          .map((count, n) => (wide[n] ?? 0) / count)
        if (!shares) for (const unit of units) expect(Math.abs(unit - (units[0] ?? 0))).toBeLessThan(0.2)
      }),
    )
  })

  it('tell their parts apart without colour: one is plain, every other has a pattern or lies lighter than any ink', () => {
    const { solid, plain, ...patterns } = FILLS
    expect(Object.values(patterns).every((fill) => fill.startsWith('url(#'))).toBe(true)
    expect(new Set(Object.values(FILLS)).size).toBe(Object.keys(FILLS).length)
    const light = (hex: string) => Number.parseInt(hex.slice(1, 3), 16)
    expect(light(plain) - light(solid)).toBeGreaterThan(128)
  })
})

describe('a line of time', () => {
  const days = fc
    .integer({ min: 0, max: 2_000 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))

  it('has no more dates than there is room for, all of them on it and none over another', () => {
    fc.assert(
      fc.property(days, days, days, (a, b, today) => {
        const [from, to] = [a, b].sort() as [string, string]
        const line = axis(from, to, MARGIN, WIDTH - MARGIN)
        const written = ticks(line, 20, 100).filter((part) => part.startsWith('<text'))
        expect(written.length).toBeLessThanOrEqual(9)
        const places = numbersIn(written.join(''), 'x')
        for (const [n, x] of places.entries()) {
          expect(x).toBeGreaterThanOrEqual(MARGIN)
          const [, says = ''] = />([^<]+)</.exec(written[n] ?? '') ?? []
          expect(x + widthOf(says, 11)).toBeLessThanOrEqual((places[n + 1] ?? WIDTH) + 1)
        }
        expect(todayLine(line, today, 10, 100)).toHaveLength(today >= from && today <= line.to ? 2 : 0)
      }),
    )
  })
})

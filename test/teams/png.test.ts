/** A picture inside a card: small, and still the same picture. */
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { indexedPng } from '../../adapters/teams/png.ts'

/** The chunks of a PNG by their names; every length and order as it is written. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return found
}

/** The colours of a palette PNG, pixel by pixel. */
function coloursOf(png: Buffer): number[][] {
  const chunks = chunksOf(png)
  const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => chunks.get(name) ?? Buffer.alloc(0)) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const width = header.readUInt32BE(0)
  return [...inflateSync(data)]
    .filter((_, index) => index % (width + 1) !== 0)
    .map((place) => [...palette.subarray(place * 3, place * 3 + 3)])
}

it('keeps every colour to within a step that no eye sees, whatever the picture', () => {
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((pixels) => ({ width, height, pixels })),
    )
  fc.assert(
    fc.property(picture, (drawn) => {
      const colours = coloursOf(indexedPng(drawn))
      expect(colours).toHaveLength(drawn.width * drawn.height)
      for (const [pixel, colour] of colours.entries())
        for (const [channel, byte] of colour.entries())
          expect(Math.abs(byte - (drawn.pixels[pixel * 4 + channel] ?? 0))).toBeLessThanOrEqual(3)
    }),
  )
})

it('a photograph of a thousand colours has a palette all the same', () => {
  const pixels = Uint8Array.from({ length: 64 * 64 * 4 }, (_, byte) => (byte * 97) % 256)
  expect(chunksOf(indexedPng({ width: 64, height: 64, pixels })).get('PLTE')?.length).toBeLessThanOrEqual(256 * 3)
})

/**
 * A picture of few colours as a PNG with a palette: a third of the bytes of one with four channels, which decides whether it fits into a card.
 *
 * @example indexedPng({ width: 640, height: 320, pixels })   // pixels: four bytes each, opaque
 */
import { crc32, deflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity, a byte each, row by row. */
  readonly pixels: Uint8Array
}

/** The finest steps of a colour by which no more than 256 are needed; with the last of them there are 216 at most. */
const STEPS = [5, 17, 26, 36, 51] as const
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const PALETTE = 3

export function indexedPng(picture: Pixels): Buffer {
  const { width, height } = picture
  const { palette, rows } = reduced(picture)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, PALETTE, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function reduced(picture: Pixels): { readonly palette: readonly number[]; readonly rows: Uint8Array } {
  const found = STEPS.map((step) => indexed(picture, step)).find(({ palette }) => palette.length <= 256)
  if (found === undefined) throw new Error('six steps of three colours are more than 256')
  return found
}

/** Each pixel as its place in the palette; every row begins with a nought, which says that it is not filtered. */
function indexed({ width, height, pixels }: Pixels, step: number) {
  const near = Uint8Array.from({ length: 256 }, (_, byte) => Math.min(255, Math.round(byte / step) * step))
  const places = new Map<number, number>()
  const rows = new Uint8Array((width + 1) * height)
  const at = (byte: number) => near[pixels[byte] ?? 0] ?? 0
  let last = -1
  let place = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const first = (y * width + x) * 4
      const colour = (at(first) << 16) | (at(first + 1) << 8) | at(first + 2)
      // Most pixels are like the one before them.
      if (colour !== last) {
        place = places.get(colour) ?? places.size
        places.set(colour, place)
        last = colour
      }
      rows[y * (width + 1) + x + 1] = place
    }
  }
  return { palette: [...places.keys()], rows }
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

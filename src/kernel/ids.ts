/**
 * New ids and secrets, made from a clock and a source of random bytes.
 *
 * @example
 *   const ids = idsFrom({ clock, randomBytes })
 *   ids.id('out')      // 'out_01k3y7m2pqs8d4fz9w6hxa'
 *   ids.code()         // 'KELP-4821'
 */
import type { Clock } from './time.ts'

/** Randomness is an effect, so it is handed in. */
export interface Ids {
  /** A short, sortable, unguessable-enough id such as `out_01k…`. */
  id(prefix: string): string
  /** A secret for a link: at least 128 bits, URL-safe. */
  secret(): string
  /** A code a person can read aloud, e.g. `KELP-4821`. */
  code(): string
  /** One of these, by chance: code words. */
  pick<T>(from: readonly T[]): T
}

type RandomBytes = (size: number) => Uint8Array

/** Crockford's base 32: no i, l, o or u to misread, and it sorts as it counts. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Short, quiet words that are hard to mishear and mean nothing here. */
const WORDS = (
  'ALDER AMBER ANCHOR APPLE ASPEN BAMBOO BASIL BEACON BIRCH BRONZE CANDLE CEDAR CLOVER COBALT COMET COPPER CORAL COTTON DAISY DELTA ' +
  'ELDER EMBER FENNEL FERN FLINT GARNET GINGER GRANITE HARBOUR HAZEL HEATHER INDIGO IVORY JASPER KELP LANTERN LAUREL LEMON LILAC LINEN ' +
  'MAPLE MARBLE MEADOW NUTMEG OLIVE ORCHID PEBBLE PEPPER POPLAR QUARTZ RIBBON ROWAN SAFFRON SILVER SPRUCE TEAL THYME TULIP VELVET WALNUT ' +
  'WILLOW YARROW ZINNIA ZEPHYR'
).split(' ')

/**
 * Ids sort by time to the millisecond: ten letters of it, then sixty random bits, which keep two of them apart and make one hard to guess. A secret has
 * 192 bits. `randomBytes` must be fit for secrets (node:crypto's).
 */
export function idsFrom({ clock, randomBytes }: { clock: Clock; randomBytes: RandomBytes }): Ids {
  return {
    id: (prefix) => `${prefix}_${base32(Date.parse(clock()), 10)}${letters(randomBytes(12))}`,
    ...chances(randomBytes),
  }
}

/**
 * The same ids every time, for tests and rehearsals: `out_000001`, `out_000002`, …, counted per prefix so that one more of one kind moves no other.
 * Secrets, codes and picks follow from the seed: never use them where a secret must be one.
 */
export function countingIds(seed = 1): Ids {
  const counts = new Map<string, number>()
  return {
    id(prefix) {
      const count = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, count)
      return `${prefix}_${String(count).padStart(6, '0')}`
    },
    ...chances(seededBytes(seed)),
  }
}

function chances(randomBytes: RandomBytes): Omit<Ids, 'id'> {
  const below = (limit: number) => Math.floor((number48(randomBytes(6)) / 2 ** 48) * limit)
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from')
    return from[below(from.length)] as T
  }
  return {
    secret: () => Buffer.from(randomBytes(24)).toString('base64url'),
    code: () => `${pick(WORDS)}-${String(below(10_000)).padStart(4, '0')}`,
    pick,
  }
}

function base32(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = LETTERS[rest % 32] + text
  return text
}

/** One letter a byte: 32 divides 256, so each is as likely as any other. */
function letters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS[byte % 32]).join('')
}

function number48(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** Mulberry32: small, and the same on every machine. */
function seededBytes(seed: number): RandomBytes {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) & 0xff
  }
  return (size) => Uint8Array.from({ length: size }, next)
}

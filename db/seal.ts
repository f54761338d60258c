/**
 * Sealing: AES-256-GCM under a data key per subject, each of which is kept wrapped by the master key MUSTER_KEY.
 * What is sealed is bound to its place, so a sealed answer copied to another subject or slot does not open.
 *
 * @example
 *   const wrapped = newDataKey(master, 'rr-2026-01')
 *   const dataKey = unwrap(master, 'rr-2026-01', wrapped)
 *   open(dataKey, ['rr-2026-01', 'draft_9/A17'], seal(dataKey, ['rr-2026-01', 'draft_9/A17'], 'words'))   // 'words'
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Result } from '../src/kernel/result.ts'
import { refuse } from '../src/kernel/result.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A master key: 32 random bytes; `.toString('base64')` is what MUSTER_KEY holds. */
export function newVaultKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Reads MUSTER_KEY: 32 bytes in base64. */
export function readVaultKey(text: string | undefined): Result<Buffer> {
  const next =
    'Make one with `npm run --silent muster -- key`, put it into MUSTER_KEY, and keep a copy away from the data.'
  if (!text?.trim()) return refuse('no-key', 'MUSTER_KEY is not set, and without it nothing can be sealed.', next)
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length === KEY_BYTES && key.toString('base64') === text.trim()) return key
  return refuse('bad-key', 'MUSTER_KEY is not a key: it must be 32 bytes in base64 (44 characters).', next)
}

/** Encrypts. Place is additional authenticated data. Gives nonce, tag and cipher text in one. */
export function seal(key: Buffer, place: readonly string[], words: string | Buffer): Buffer {
  // Never from an injected source: a nonce used twice under one key would betray both texts.
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(JSON.stringify(place)))
  const text = Buffer.concat([cipher.update(words), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Decrypts. Throws when the key, the place or a single bit is another. */
export function open(key: Buffer, place: readonly string[], sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(JSON.stringify(place))).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}

/** A new data key for a subject, wrapped. */
export function newDataKey(master: Buffer, subject: string): Buffer {
  return wrap(master, subject, randomBytes(KEY_BYTES))
}

export function wrap(master: Buffer, subject: string, dataKey: Buffer): Buffer {
  return seal(master, ['data key', subject], dataKey)
}

export function unwrap(master: Buffer, subject: string, wrapped: Buffer): Buffer {
  try {
    return open(master, ['data key', subject], wrapped)
  } catch (cause) {
    throw new Error(`MUSTER_KEY does not open the data key of ${subject}: it was sealed with another key`, { cause })
  }
}

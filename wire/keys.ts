/** The key of the vault. With credentials there must be one; a rehearsal makes its own, and loses it when it ends. */
import { newVaultKey, readVaultKey } from '../db/seal.ts'
import { isRefusal } from '../src/kernel/result.ts'
import { type Environment, NotReady } from './environment.ts'

export function vaultKeyFor({ MUSTER_KEY }: Environment, rehearsing: boolean): Buffer {
  if (rehearsing && MUSTER_KEY === undefined) return newVaultKey()
  const key = readVaultKey(MUSTER_KEY)
  if (isRefusal(key)) throw new NotReady(`${key.sentence}\n${key.next}`)
  return key
}

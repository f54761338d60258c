/** Secrets are stored as their hash only: whoever reads the database cannot open a door with it. */
import { createHash } from 'node:crypto'

export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

import { existsSync } from 'node:fs'

/** Reads `.env` of the folder Muster is started in, where there is one. What the environment sets itself comes first. */
export function loadEnvFile(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file)
}

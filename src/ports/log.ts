/** Structured log lines without content: codes, ids and counts. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, words: string): void
  warn(fields: Readonly<Record<string, unknown>>, words: string): void
  error(fields: Readonly<Record<string, unknown>>, words: string): void
}

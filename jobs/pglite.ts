import { EventEmitter } from 'node:events'
import { PGlite } from '@electric-sql/pglite'
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq'

/**
 * A pool of one: PGlite has a single session, and every borrower talks over it. So a transaction keeps the others out from BEGIN to
 * COMMIT, and LISTEN, which a borrower believes to be its own, is PGlite's, handed on to that borrower.
 */
export async function openPglitePool(): Promise<PgPool & EventEmitter> {
  const lite = await PGlite.create('memory://')
  let turn: Promise<void> = Promise.resolve()

  /** Waits for the session, and gives what ends one's turn. */
  async function takeSession(): Promise<() => void> {
    const before = turn
    const { promise, resolve } = Promise.withResolvers<void>()
    turn = promise
    await before
    return resolve
  }

  async function run<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    // Without parameters a text may hold many statements (the migrations do): as with pg, the simple protocol, and the last result counts.
    const result = params?.length ? await lite.query<R>(text, [...params]) : (await lite.exec(text)).at(-1)
    const rows = (result?.rows ?? []) as R[]
    return { rows, rowCount: result?.affectedRows || rows.length }
  }

  async function alone<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    const release = await takeSession()
    return run<R>(text, params).finally(release)
  }

  class Client extends EventEmitter {
    #endTurn: (() => void) | undefined
    #channels = new Map<string, () => Promise<unknown>>()

    async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
      const { verb, rest } = statementOf(text)
      if (verb === 'LISTEN') return this.#listen(rest)
      if (verb === 'BEGIN') this.#endTurn = await takeSession()
      if (!this.#endTurn) return alone<R>(text, params)
      try {
        return await run<R>(text, params)
      } finally {
        if (verb === 'COMMIT' || verb === 'ROLLBACK') this.#giveBack()
      }
    }

    release(): void {
      this.#giveBack()
      // A database that is closing has stopped listening already.
      for (const unlisten of this.#channels.values()) unlisten().catch(() => {})
      this.#channels.clear()
      this.removeAllListeners()
    }

    #giveBack(): void {
      this.#endTurn?.()
      this.#endTurn = undefined
    }

    async #listen<R>(channel: string): Promise<PgQueryResult<R>> {
      if (!this.#channels.has(channel)) {
        // LISTEN is a statement too, so it waits for its turn as any other.
        const release = await takeSession()
        const unlisten = await lite
          .listen(channel, (payload) => this.emit('notification', { channel, payload }))
          .finally(release)
        this.#channels.set(channel, unlisten)
      }
      return { rows: [], rowCount: 0 }
    }
  }

  class Pool extends EventEmitter {
    query = alone
    async connect(): Promise<PgPoolClient> {
      return new Client()
    }
    async end(): Promise<void> {
      this.removeAllListeners()
      if (!lite.closed) await lite.close()
    }
  }
  return new Pool()
}

/** The first word of a statement and what follows it. BullMQ's command files begin with comments, so those are passed over. */
export function statementOf(text: string): { verb: string; rest: string } {
  const bare = text.replace(/^(\s+|--.*(\n|$)|\/\*[\s\S]*?\*\/)+/, '')
  const [, verb = '', rest = ''] = /^(\w+)\s*([^\s;]*)/.exec(bare) ?? []
  return { verb: verb.toUpperCase(), rest }
}

/** The one HTTP server of the house: Slack, Teams, the desk, calendars and the checks of those who run it. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { NotReady } from './environment.ts'

export interface Web {
  readonly app: Express
  /** Where it listens: `http://127.0.0.1:3978`. */
  readonly address: string
  /** Takes no more requests and waits for those under way. */
  close(): Promise<void>
}

/** Listens. Routes are added to `app` afterwards; until then everything is answered with 404. Throws NotReady when it cannot listen there. */
export async function openWeb({ host, port }: { host: string; port: number }): Promise<Web> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  // By way of Express: an import of Node's own "http" here would load its WebSocket and fetch too, at every start.
  const server = app.listen(port, host)
  await once(server, 'listening').catch((problem) => Promise.reject(asSentence(problem, host, port)))
  return { app, address: addressOf(server, host), close: () => closed(server) }
}

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program, perhaps another Muster. Stop that one, or choose another PORT.',
  EACCES: 'is not for this user. Choose a PORT from 1024 on.',
  EADDRNOTAVAIL: 'is no address of this machine. Choose another HOST.',
}

function asSentence(problem: NodeJS.ErrnoException, host: string, port: number): Error {
  const why = WHY[problem.code ?? '']
  return why === undefined ? problem : new NotReady(`${host}:${port} ${why}`)
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
}

async function closed(server: Server): Promise<void> {
  const done = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  // Event streams never end by themselves; whoever is still connected after this has been told.
  const timer = setTimeout(() => server.closeAllConnections(), 3_000)
  await done
  clearTimeout(timer)
}

import type { Server } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Json, State } from '../state.ts'
import type { Answer } from './http.ts'

/** Socket Mode: the app calls us, and what happens reaches it in envelopes. */
export interface SocketLink {
  /** An address for one new connection (`apps.connections.open`). */
  url(): string
  attach(server: Server): void
  send(
    envelope: { type: string; payload: Json; retry_attempt?: number; retry_reason?: string },
    withinMs: number,
  ): Promise<Answer>
  /** Asks the app to reconnect, as Slack does when it recycles a server; `abruptly` just cuts the line. */
  disconnect(abruptly?: boolean): void
  readonly connections: number
}

const PATH = '/link/'
const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() })

export function createSocketLink(state: State): SocketLink {
  const tickets = new Set<string>()
  const sockets = new Set<WebSocket>()
  const waiting = new Map<string, (answer: Answer) => void>()

  function welcome(socket: WebSocket): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.terminate())
    socket.on('message', (data: RawData) => {
      const ack = acknowledgement.safeParse(JSON.parse(data.toString()))
      if (!ack.success) return
      waiting.get(ack.data.envelope_id)?.({ status: 200, body: somethingIn(ack.data.payload) })
    })
    const hello = { type: 'hello', num_connections: sockets.size, connection_info: { app_id: state.app.id } }
    socket.send(JSON.stringify({ ...hello, debug_info: { host: 'rehearsal', approximate_connection_time: 18060 } }))
  }

  return {
    url() {
      const ticket = state.secret()
      tickets.add(ticket)
      return `${state.origin.replace('http', 'ws')}${PATH}?ticket=${encodeURIComponent(ticket)}`
    },
    attach(server) {
      const link = new WebSocketServer({ noServer: true })
      server.on('upgrade', (request, socket, head) => {
        const url = new URL(request.url ?? '', state.origin)
        if (url.pathname !== PATH || !tickets.delete(url.searchParams.get('ticket') ?? '')) return socket.destroy()
        link.handleUpgrade(request, socket, head, welcome)
      })
    },
    send(envelope, withinMs) {
      const [socket] = sockets
      if (!socket) return Promise.resolve({ status: 0, body: 'unreachable' })
      const envelope_id = state.nextId('E')
      const accepts_response_payload = envelope.type !== 'events_api'
      return new Promise((resolve) => {
        const settle = (answer: Answer) => {
          clearTimeout(timer)
          waiting.delete(envelope_id)
          resolve(answer)
        }
        const timer = setTimeout(settle, withinMs, { status: 0, body: 'timeout' })
        waiting.set(envelope_id, settle)
        socket.send(JSON.stringify({ envelope_id, accepts_response_payload, ...envelope }))
      })
    },
    disconnect(abruptly = false) {
      for (const socket of sockets) {
        if (abruptly) socket.terminate()
        else socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
      }
    },
    get connections() {
      return sockets.size
    },
  }
}

/** Bolt acknowledges with an empty object where it has nothing to say. */
function somethingIn(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Object.keys(payload).length === 0) return undefined
  return payload
}

/**
 * The door of POST /api/messages: only Microsoft's activities for this bot come in. botbuilder alone answers forged signatures with 500 and lets an
 * activity without a serviceUrl pass unchecked. What is turned away is logged by its reason, never by its content.
 */
import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { Log } from '../../src/ports.ts'
import type { TeamsHost } from './host.ts'

const claimed = z.looseObject({
  type: z.string(),
  serviceUrl: z.url(),
  /** A bot can be given other channels, such as a chat on a web page, in which anybody may say they are anybody. */
  channelId: z.literal('msteams'),
})

export function guard(host: TeamsHost, log: Log): RequestHandler {
  return async (request, response, next) => {
    const turnAway = (status: number, reason: string) => {
      log.warn({ status, reason }, 'an activity was turned away')
      response.status(status).end()
    }
    const { data: activity } = claimed.safeParse(request.body)
    if (!activity) return turnAway(401, 'not an activity of Teams')
    if (host.emulated) {
      const direct = request.headers['x-forwarded-for'] === undefined && isLoopback(request.socket.remoteAddress)
      const near = direct && isLoopback(new URL(activity.serviceUrl).hostname)
      return near ? next() : turnAway(403, 'the emulator is for this machine only')
    }
    if (!request.headers.authorization) return turnAway(401, 'no token')
    try {
      return (await host.isAuthentic(activity, request.headers.authorization)) ? next() : turnAway(401, 'not authentic')
    } catch {
      return turnAway(503, 'the keys of Microsoft could not be fetched')
    }
  }
}

const LOOPBACK = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^\[?::1\]?$|^localhost$/

const isLoopback = (address = ''): boolean => LOOPBACK.test(address)

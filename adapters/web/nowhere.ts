/**
 * The end of every way: what no room of the house answers, and what went wrong on the way to one. A browser gets a page of the desk; a machine, and
 * whoever asks at a door for machines, a few words. Neither says what was asked for, nor where in the code anything went wrong.
 *
 * @example app.use(nowhere(options)())
 */
import { type Request, type RequestHandler, Router } from 'express'
import { whereOf } from '../../src/kernel/where.ts'
import { safeHeaders } from './guard/headers.ts'
import { lastResort, NOWHERE } from './last-resort.ts'
import { type DeskOptions, usesHttps } from './options.ts'
import { show, strangersFrame } from './show.ts'

export type NowhereOptions = Pick<DeskOptions, 'partnership' | 'ids' | 'baseUrl' | 'log'>

/** The answer to a request that led nowhere, or, with a `fault`, to one that failed before its answer began. */
export function nowhere(options: NowhereOptions): (fault?: unknown) => RequestHandler {
  return (fault) =>
    Router()
      .use(safeHeaders({ https: usesHttps(options) }))
      .use((req, res, next) => {
        if (isForPeople(req)) {
          if (fault === undefined) show(res, 404, NOWHERE, strangersFrame(options))
          else lastResort(options)(fault, req, res, next)
          return
        }
        const status = fault === undefined ? 404 : statusOf(fault)
        if (status >= 500) options.log.error(whereOf(fault), 'a request failed')
        res
          .status(status)
          .type('text/plain')
          .send(SHORT[status] ?? SHORT[400])
      })
}

/** Doors at which no person knocks, whatever a browser that was led there says it takes. */
const MACHINES = ['/slack/', '/api/', '/calendar/']

function isForPeople({ headers, path }: Request): boolean {
  return headers.accept?.includes('text/html') === true && !MACHINES.some((door) => path.startsWith(door))
}

/** What somebody sent that cannot be read is theirs to put right; everything else is ours. */
function statusOf(fault: unknown): number {
  const { status } = (fault ?? {}) as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

const SHORT: Readonly<Record<number, string>> = {
  400: 'This cannot be read.',
  404: 'There is nothing here.',
  500: 'Something went wrong.',
}

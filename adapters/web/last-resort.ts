import type { ErrorRequestHandler } from 'express'
import { whereOf } from '../../src/kernel/where.ts'
import type { DeskOptions } from './options.ts'
import { narrativeIn } from './parse/values.ts'
import type { Notice } from './render/notice.ts'
import { show, strangersFrame } from './show.ts'

/**
 * Answers for what went wrong unforeseen, and hands back what was typed. The message of a fault may quote what somebody wrote, so the log gets its
 * kind and its place in the code, and never its words.
 */
export function lastResort(options: Pick<DeskOptions, 'partnership' | 'ids' | 'log'>): ErrorRequestHandler {
  return (fault: unknown, req, res, next) => {
    if (res.headersSent) return next(fault)
    const frame = strangersFrame(options)
    const { status } = fault as { status?: unknown }
    if (status === 413) return show(res, 413, TOO_MUCH, frame)
    if (typeof status === 'number' && status >= 400 && status < 500) return show(res, status, NOWHERE, frame)
    const reference = options.ids.secret().slice(0, 8)
    options.log.error({ reference, ...whereOf(fault) }, 'the desk failed')
    show(res, 500, { ...failed(reference), kept: narrativeIn(req.body ?? {}) }, frame)
  }
}

const failed = (reference: string): Notice => ({
  title: 'Something went wrong',
  next: `It is our fault, not yours. Try again in a minute; if it stays, tell the support team this reference: ${reference}`,
})

const TOO_MUCH: Notice = {
  title: 'That is more than one page can hold',
  next: 'Nothing has been saved. Use your browser’s back button, shorten the longest answer, and send it again.',
}

export const NOWHERE: Notice = {
  title: 'Page not found',
  next: 'If you typed the address, check that it is right. If you copied it, check that you copied all of it.\n\nNothing has been changed.',
  home: true,
  newLink: true,
}

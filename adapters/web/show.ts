import type { Response } from 'express'
import { assetsPath } from './assets.ts'
import type { DeskOptions } from './options.ts'
import type { Frame } from './render/frame.ts'
import { type Notice, renderNotice } from './render/notice.ts'

/** Answers with a page that says what is the matter. */
export function show(res: Response, status: number, notice: Notice, frame: Frame): void {
  res.status(status).type('html').send(renderNotice(notice, frame))
}

/** The frame of a page for somebody not signed in. */
export function strangersFrame({ partnership, ids }: Pick<DeskOptions, 'partnership' | 'ids'>): Frame {
  return { partnership: partnership(), assets: assetsPath(), nonce: () => ids.secret(), here: '/desk' }
}

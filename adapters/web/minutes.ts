/** The minutes of a meeting as a download; the core decides who may have them. */
import { type RequestHandler, Router } from 'express'
import { isRefusal } from '../../src/kernel/result.ts'
import { sendDocument } from './document.ts'
import type { DeskOptions } from './options.ts'
import type { SignedIn } from './signed-in.ts'

/** `/minutes/:id`. */
export function minutesRouter({ minutes }: Pick<DeskOptions, 'minutes'>, signedIn: SignedIn): RequestHandler {
  return Router().get(
    '/:id',
    signedIn(
      ({ id }: { id: string }) => `/desk/matter/${encodeURIComponent(id)}`,
      async (visit, { id }, { visitor }) => {
        const file = await minutes?.({ person: visitor.person, subject: id })
        if (file === undefined) return visit.refuse(404, NOT_HERE)
        if (isRefusal(file)) return visit.refuse(403, file)
        sendDocument(visit.res, file)
      },
    ),
  )
}

const NOT_HERE = { sentence: 'Minutes cannot be taken from this desk', next: 'Ask whoever runs Muster for them.' }

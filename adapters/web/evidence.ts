/** The evidence pack as a download. The core decides who may take it, and writes down that they did. */
import { type RequestHandler, Router } from 'express'
import { isRefusal } from '../../src/kernel/result.ts'
import { sendDocument } from './document.ts'
import type { DeskOptions } from './options.ts'
import type { SignedIn } from './signed-in.ts'

/** `/evidence/:id`; with `?narrative=no` what is sealed stays sealed. */
export function evidenceRouter({ evidence }: Pick<DeskOptions, 'evidence'>, signedIn: SignedIn): RequestHandler {
  return Router().get(
    '/:id',
    signedIn(
      ({ id }: { id: string }) => `/desk/matter/${encodeURIComponent(id)}`,
      async (visit, { id }, { visitor }) => {
        const file = await evidence?.({
          person: visitor.person,
          subject: id,
          narrative: visit.query.narrative !== 'no',
        })
        if (file === undefined) return visit.refuse(404, NOT_HERE)
        if (isRefusal(file)) return visit.refuse(403, file)
        sendDocument(visit.res, file)
      },
    ),
  )
}

const NOT_HERE = { sentence: 'Packs cannot be taken from this desk', next: 'Ask whoever runs Muster for one.' }

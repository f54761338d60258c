import { json, type Request, type Response, Router } from 'express'
import { isRefusal, type Refusal } from '../../../src/kernel/result.ts'
import { anyAct } from './acts.ts'
import { drawPage } from './draw/page.ts'
import { drawRoster } from './draw/roster.ts'
import { drawScreen } from './draw/screen.ts'
import { headers, loopbackOnly } from './guard.ts'
import { perform } from './perform.ts'
import type { Stage } from './stage.ts'
import { staticFiles } from './static.ts'
import { createStream } from './stream.ts'
import { move, moveClock } from './time-travel.ts'
import { memberOf } from './worlds.ts'

/** The room over HTTP: the page, what a person sees, what they do, the clock, and a stream that says when to look again. */
export function roomRouter(stage: Stage): Router {
  const router = Router()
  const stream = createStream(stage)

  router.get('/', loopbackOnly, headers, (_request, response) => {
    response.type('html').send(drawPage(stage))
  })

  const room = Router()
  room.use(loopbackOnly, headers)
  room.use('/static', staticFiles())
  room.get('/roster', (_request, response) => {
    response.type('html').send(drawRoster(stage))
  })
  room.get('/see', (request, response) => {
    const person = memberOf(stage, asked(request, 'person') ?? '')
    if (!person) return void response.status(404).type('text').send('Nobody here is called that.')
    response.type('html').send(drawScreen(stage, person, asked(request, 'tab'), asked(request, 'place')))
  })
  room.get('/stream', stream.open)
  room.post('/act', json({ limit: '256kb' }), async (request, response) => {
    const act = anyAct.safeParse(request.body)
    if (!act.success) return refused(response, 400, { sentence: 'The room does not know how to do that.', next: '' })
    const deed = await perform(stage, act.data)
    if (isRefusal(deed)) return refused(response, 409, deed)
    response.json(deed)
  })
  room.post('/clock', json({ limit: '1kb' }), async (request, response) => {
    const wish = move.safeParse(request.body)
    if (!wish.success) return refused(response, 400, { sentence: 'That is no time to move to.', next: '' })
    const now = await moveClock(stage, wish.data)
    if (isRefusal(now)) return refused(response, 409, now)
    response.json({ now })
  })
  room.get('/attachment/:letter/:index', (request, response) => {
    const file = stage.mail.letter(String(request.params.letter))?.attachments?.[Number(request.params.index)]
    if (!file) return void response.status(404).type('text').send('There is no such attachment.')
    response.attachment(file.filename).type(file.contentType).send(Buffer.from(file.content))
  })
  room.get('/desk/:person', (request, response) => {
    const person = memberOf(stage, request.params.person)
    if (!person || !stage.deskLink) return void response.status(404).type('text').send('There is no desk to open.')
    response.redirect(303, stage.deskLink(person.id))
  })
  router.use('/room', room)
  return router
}

function asked(request: Request, name: string): string | undefined {
  const value = request.query[name]
  return typeof value === 'string' ? value : undefined
}

function refused(response: Response, status: number, { sentence, next }: Pick<Refusal, 'sentence' | 'next'>): void {
  response.status(status).json({ sentence, next })
}

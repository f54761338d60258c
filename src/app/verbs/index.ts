/** Every verb the house understands. A verb that is not here does not exist; what it needs is in the authority table. */
import { readCommand } from '../../chat/commands.ts'
import { isRefusal, refuse } from '../../kernel/result.ts'
import type { Handler } from '../ctx.ts'
import { begin, checklist, close, see, status } from './cases.ts'
import { openForm, turnPage, walkForm } from './forms.ts'
import { bind, desk, hello, help, invite, link, opened, owes, upload, verify } from './house.ts'
import { meetingHandlers } from './meetings.ts'
import { makeAMove } from './moves.ts'

/** The words somebody typed, read and handed to the handler they mean. */
const command: Handler = (ctx) => {
  const { command: family = '', text = '' } = ctx.intent.input
  const said = readCommand(`${String(family)} ${String(text)}`)
  if (isRefusal(said)) return said
  const handler = handlers[said.verb]
  if (handler === undefined)
    return refuse('not-yet', 'Muster cannot do that yet.', 'Say "muster help" to see what it can.')
  return handler({ ...ctx, intent: { ...ctx.intent, verb: said.verb, input: { ...ctx.intent.input, ...said.input } } })
}

export const handlers: Readonly<Record<string, Handler>> = {
  command,
  home: owes,
  hello,
  upload,
  'owes.mine': owes,
  'owed.do': close,
  'matter.see': see,
  'form.open': openForm,
  'form.see': openForm,
  'form.walk': walkForm,
  'form.page': turnPage,
  'form.stop': (ctx) => turnPage({ ...ctx, intent: { ...ctx.intent, input: { ...ctx.intent.input, go: 'stop' } } }),
  'rapid-review.start': begin('rapid-review', 'start'),
  'case.raise': begin('rapid-review', 'raise'),
  'case.contribute': begin('rapid-review', 'contribute'),
  'case.move': makeAMove,
  'rapid-review.status': status,
  'rapid-review.checklist': checklist,
  ...meetingHandlers,
  'desk.link': desk,
  'desk.opened': opened,
  'muster.help': help,
  'muster.link': link,
  'muster.invite': invite,
  'muster.bind': bind,
  'muster.verify': verify,
}

/** What even somebody unknown may say: how else would they become known? */
export const openToStrangers: ReadonlySet<string> = new Set(['muster.help'])

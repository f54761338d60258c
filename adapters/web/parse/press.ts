/** A button of a message, and the command box, as they come back. Nothing in them is trusted: the core looks everything up. */
import { z } from 'zod'
import type { Intent } from '../../../src/chat/intent.ts'
import type { Body } from './values.ts'

type Wish = Pick<Intent, 'verb' | 'subject' | 'version' | 'input'>

const press = z.object({
  verb: z.string().min(1).max(100),
  subject: z.string().max(200).optional(),
  version: z.coerce.number().int().nonnegative().optional(),
})

/** Undefined when this was never a button of ours. */
export function readPress(body: Body): Wish | undefined {
  const { data } = press.safeParse(body)
  if (data === undefined) return undefined
  const { verb, subject, version } = data
  const input = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith('input/') && typeof value === 'string' ? [[name.slice('input/'.length), value]] : [],
  )
  return {
    verb,
    ...(subject === undefined ? {} : { subject }),
    ...(version === undefined ? {} : { version }),
    input: Object.fromEntries(input),
  }
}

/** The same words as in chat: the first is the command, with or without its slash. */
export function readCommandBox(body: Body): Wish {
  const said = typeof body.said === 'string' ? body.said : ''
  const [, command = '', text = ''] = /^\s*\/?(\S*)\s*(.*)$/s.exec(said) ?? []
  return { verb: 'command', input: { command: command.toLowerCase(), text: text.trim() } }
}

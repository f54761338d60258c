import { z } from 'zod'

/** What can be done in the room, as the page asks for it. Whoever does it is named in `person`. */

const person = z.string()
const words = z.string().trim().min(1).max(4_000)
const act = <Do extends string, Shape extends z.ZodRawShape>(what: Do, shape: Shape) =>
  z.strictObject({ do: z.literal(what), person, ...shape })

/** As a page's own inputs hold it: a text, a list of texts, nothing. */
const choice = z.union([z.string(), z.number(), z.array(z.string()), z.null()])
const inputs = z.record(z.string(), z.string())

/** Where something stands in Slack: in a message, or in a modal or the home page. */
const place = z.union([z.strictObject({ channel: z.string(), ts: z.string() }), z.strictObject({ id: z.string() })])
const aim = z.strictObject({ action_id: z.string(), block_id: z.string().optional(), value: z.string().optional() })

export const anyAct = z.discriminatedUnion('do', [
  act('slack.say', { channel: z.string(), words }),
  act('slack.click', { place, aim, choice: choice.optional(), typed: z.record(z.string(), choice).default({}) }),
  act('slack.type', { place, typed: z.record(z.string(), choice) }),
  act('slack.submit', { typed: z.record(z.string(), choice) }),
  act('slack.close', { everything: z.boolean().default(false) }),
  act('slack.home', {}),
  act('teams.say', { conversation: z.string(), words, answers: z.string().optional() }),
  act('teams.look', { message: z.string() }),
  act('teams.type', { message: z.string(), inputs }),
  act('teams.press', { message: z.string(), which: z.int().min(0), inputs }),
  act('teams.dialog', { which: z.int().min(0), inputs }),
  act('teams.typeInDialog', { inputs }),
  act('teams.closeDialog', {}),
  act('email.answer', { letter: z.string(), partstat: z.enum(['ACCEPTED', 'TENTATIVE', 'DECLINED']) }),
])
export type Act = z.infer<typeof anyAct>
export type ActOf<Do extends Act['do']> = Extract<Act, { do: Do }>

/** What came of it, so far as the page has to do something about it; all else it sees when it looks again. */
export interface Deed {
  /** The address a button leads to. */
  readonly opened?: string
  /** The inputs the client would not send, by their ids. */
  readonly refusedInputs?: readonly string[]
}

/** The parts of Microsoft's JSON that are read, and nothing else of it. */
import { z } from 'zod'

const tenant = z.object({ id: z.string().min(1) })
const account = z.object({ id: z.string().min(1), aadObjectId: z.string().min(1).optional() })

export const activity = z.object({
  type: z.string(),
  id: z.string().min(1).optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  timestamp: z.string().optional(),
  serviceUrl: z.string().min(1),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.object({ tenant: tenant.optional(), team: z.object({ id: z.string() }).optional() }).optional(),
  replyToId: z.string().optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  attachments: z.array(z.object({ contentType: z.string() })).optional(),
  entities: z
    .array(z.looseObject({ type: z.string() }))
    .optional()
    .catch(undefined),
  membersAdded: z.array(account).optional(),
})

export type Activity = z.infer<typeof activity>

/** Of a mention, whose name stands between `<at>` and `</at>`. */
export const mention = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string() }),
})

/** What a button of ours brings back, between whatever the inputs beside it say. */
export const pressed = z.object({
  v: z.string().min(1),
  s: z.string().optional(),
  n: z.number().int().optional(),
  i: z.record(z.string(), z.string()).optional(),
  f: z.array(z.string()).optional(),
  w: z.literal(true).optional(),
})

/** `value` of adaptiveCard/action, and of task/fetch and task/submit. */
export const executed = z.object({ action: z.object({ data: z.record(z.string(), z.unknown()) }) })
export const dialog = z.object({ data: z.record(z.string(), z.unknown()) })
export const submitted = z.record(z.string(), z.unknown())

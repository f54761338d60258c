/** What Slack sends, as far as it is read here (docs.slack.dev/reference/interaction-payloads). Anything else is not for us. */
import { z } from 'zod'

const team = z.object({ id: z.string() })
const user = z.object({ id: z.string(), team_id: z.string().optional() })
const channel = z.object({ id: z.string(), name: z.string().optional() })

/** What stands in the inputs: block id, action id, value. */
const option = z.object({ value: z.string() })
const held = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})
export type Held = z.infer<typeof held>
const state = z.object({ values: z.record(z.string(), z.record(z.string(), held)) })
export type StateValues = z.infer<typeof state>['values']

const view = z.object({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  hash: z.string().optional(),
  private_metadata: z.string().default(''),
  callback_id: z.string().default(''),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: state.optional(),
})
export type SlackView = z.infer<typeof view>

export const command = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
})

export const press = z.object({
  type: z.literal('block_actions'),
  team: team.nullish(),
  user,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    thread_ts: z.string().optional(),
  }),
  channel: channel.optional(),
  view: view.optional(),
  state: state.optional(),
  actions: z.array(z.object({ type: z.string(), value: z.string().optional() })).min(1),
})
export type Press = z.infer<typeof press>

export const viewEvent = z.object({
  type: z.enum(['view_submission', 'view_closed']),
  team: team.nullish(),
  user,
  trigger_id: z.string().optional(),
  view,
})

export const event = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({
    type: z.string(),
    user: z.string().optional(),
    user_team: z.string().optional(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    text: z.string().default(''),
    thread_ts: z.string().optional(),
    tab: z.string().optional(),
    files: z.array(z.unknown()).optional(),
  }),
})

/** The button's own words: see `render/button.ts`. */
export const pressed = z.object({
  v: z.string().min(1),
  s: z.string().optional(),
  n: z.number().int().optional(),
  i: z.record(z.string(), z.string()).optional(),
})

/** What a form's modal carries. */
export const metadata = z.object({ draft: z.string(), page: z.string() })

/** JSON in a string, if it is what the schema says. */
export function readJson<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

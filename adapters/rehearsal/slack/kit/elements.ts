import { z } from 'zod'
import { LIMITS } from './limits.ts'
import { confirm, id, type Option, option, plainText, richOption, style, url, words } from './text.ts'

/** The things a person can press, choose or fill, each as Slack's reference describes it. */

const acting = { action_id: id }
const focusing = { ...acting, focus_on_load: z.boolean().optional() }
const filling = { ...focusing, placeholder: plainText(LIMITS.placeholder).optional() }
const choosing = { ...filling, confirm }
const several = { ...choosing, max_selected_items: z.int().min(1).optional() }
const typing = {
  ...filling,
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
    .optional(),
}
const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional()

const menu = {
  options: z.array(option).min(1).max(LIMITS.options).optional(),
  option_groups: z
    .array(
      z.strictObject({
        label: plainText(LIMITS.optionText),
        options: z.array(option).min(1).max(LIMITS.options),
      }),
    )
    .min(1)
    .max(LIMITS.optionGroups)
    .optional(),
}
const choices = z.array(richOption).min(1).max(LIMITS.choices)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the format YYYY-MM-DD')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm')

const element = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

const button = element('button', {
  ...acting,
  text: plainText(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue).optional(),
  url: url.optional(),
  style,
  confirm,
  accessibility_label: z.string().max(LIMITS.accessibilityLabel).optional(),
})
const overflow = element('overflow', {
  ...acting,
  options: z.array(option).min(1).max(LIMITS.overflowOptions),
  confirm,
})

const staticSelect = element('static_select', { ...choosing, ...menu, initial_option: option.optional() })
const multiStaticSelect = element('multi_static_select', {
  ...several,
  ...menu,
  initial_options: z.array(option).min(1).optional(),
})
const asking = { min_query_length: z.int().min(1).optional() }
const externalSelect = element('external_select', { ...choosing, ...asking, initial_option: option.optional() })
const multiExternalSelect = element('multi_external_select', {
  ...several,
  ...asking,
  initial_options: z.array(option).min(1).optional(),
})
const usersSelect = element('users_select', { ...choosing, initial_user: z.string().optional() })
const multiUsersSelect = element('multi_users_select', {
  ...several,
  initial_users: z.array(z.string()).optional(),
})
const conversing = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter,
}
const answering = { response_url_enabled: z.boolean().optional() }
const conversationsSelect = element('conversations_select', {
  ...choosing,
  ...conversing,
  ...answering,
  initial_conversation: z.string().optional(),
})
const multiConversationsSelect = element('multi_conversations_select', {
  ...several,
  ...conversing,
  initial_conversations: z.array(z.string()).optional(),
})
const channelsSelect = element('channels_select', {
  ...choosing,
  ...answering,
  initial_channel: z.string().optional(),
})
const multiChannelsSelect = element('multi_channels_select', {
  ...several,
  initial_channels: z.array(z.string()).optional(),
})

const checkboxes = element('checkboxes', {
  ...focusing,
  confirm,
  options: choices,
  initial_options: z.array(richOption).min(1).optional(),
})
const radioButtons = element('radio_buttons', {
  ...focusing,
  confirm,
  options: choices,
  initial_option: richOption.optional(),
})

const datepicker = element('datepicker', { ...choosing, initial_date: date.optional() })
const timepicker = element('timepicker', {
  ...choosing,
  initial_time: time.optional(),
  timezone: z.string().optional(),
})
const datetimepicker = element('datetimepicker', {
  ...focusing,
  confirm,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})

const plainTextInput = element('plain_text_input', {
  ...typing,
  initial_value: z.string().max(LIMITS.inputText).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(LIMITS.inputText).optional(),
  max_length: z.int().min(1).max(LIMITS.inputText).optional(),
})
const emailInput = element('email_text_input', { ...typing, initial_value: z.string().optional() })
const urlInput = element('url_text_input', { ...typing, initial_value: z.string().optional() })
const numberInput = element('number_input', {
  ...typing,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
})
const richTextInput = element('rich_text_input', { ...typing, initial_value: z.unknown().optional() })
const fileInput = element('file_input', {
  ...acting,
  filetypes: z.array(words(LIMITS.id)).optional(),
  max_files: z.int().min(1).max(LIMITS.fileInputFiles).optional(),
})

const menus = [staticSelect, externalSelect, usersSelect, conversationsSelect, channelsSelect] as const
const multiMenus = [
  multiStaticSelect,
  multiExternalSelect,
  multiUsersSelect,
  multiConversationsSelect,
  multiChannelsSelect,
] as const
const pickers = [checkboxes, radioButtons, datepicker, timepicker] as const

/** Which element may stand where. */
export const inActions = [button, overflow, datetimepicker, ...menus, ...pickers] as const
export const inSection = [button, overflow, ...menus, ...multiMenus, ...pickers] as const
export const inInput = [
  plainTextInput,
  emailInput,
  urlInput,
  numberInput,
  richTextInput,
  fileInput,
  datetimepicker,
  ...menus,
  ...multiMenus,
  ...pickers,
] as const

export type Element = z.infer<(typeof inActions | typeof inSection | typeof inInput)[number]>

/** What a menu offers, whether in groups or not; nothing when the choices come from elsewhere. */
export function optionsOf(element: Element): Option[] {
  if (!('options' in element) && !('option_groups' in element)) return []
  const grouped = 'option_groups' in element ? (element.option_groups ?? []) : []
  return [...(element.options ?? []), ...grouped.flatMap((group) => group.options)]
}

/** What shape alone cannot say of an element: each line is one complaint, in Slack's manner. */
export function complaintsAbout(element: Element): string[] {
  const complaints: string[] = []
  if (element.type === 'static_select' || element.type === 'multi_static_select') {
    if ((element.options === undefined) === (element.option_groups === undefined))
      complaints.push('must have exactly one of `options` and `option_groups`')
  }
  const offered = new Set(optionsOf(element).map((each) => each.value))
  const external = element.type === 'external_select' || element.type === 'multi_external_select'
  const chosen = [
    ...('initial_option' in element && element.initial_option ? [element.initial_option] : []),
    ...('initial_options' in element ? (element.initial_options ?? []) : []),
  ]
  for (const { value } of external ? [] : chosen)
    if (!offered.has(value)) complaints.push(`initial option \`${value}\` is not one of the options`)
  return complaints
}

import { type Block, elementsIn } from './kit/blocks.ts'
import { type Element, optionsOf } from './kit/elements.ts'
import type { Json, Values } from './state.ts'

/** What people type and choose: how each element holds it, and what Slack's own client refuses before sending. */

/** A person's choice in plain words: a text, an option's value, a date, an id, a list of those; null clears it. */
export type Choice = string | number | readonly string[] | Json | readonly Json[] | null

type Type = Element['type']
type Holding = readonly [field: string, initial: string]

/** Under which name each element reports its value, and under which name the app may fill it in beforehand. */
const HOLDS: Record<Exclude<Type, 'button' | 'overflow'>, Holding> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  file_input: ['files', 'initial_files'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  users_select: ['selected_user', 'initial_user'],
  multi_users_select: ['selected_users', 'initial_users'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
}

/** The field an element reports its value under; a button holds none. */
export function fieldOf(element: Element): string | undefined {
  if (element.type === 'button') return undefined
  return element.type === 'overflow' ? 'selected_option' : HOLDS[element.type][0]
}

const isList = (field: string) => field.endsWith('s')

/** What everything in these blocks holds: what was there before under the same names, or what the app filled in. */
export function valuesOf(blocks: readonly Block[], before: Values = {}): Values {
  const values: Values = {}
  for (const { element, block } of elementsIn(blocks)) {
    if (element.type === 'button' || element.type === 'overflow') continue
    const [field, initial] = HOLDS[element.type]
    const blockId = block.block_id ?? ''
    const actionId = element.action_id ?? ''
    const kept = before[blockId]?.[actionId]
    const filled = (element as Json)[initial] ?? (isList(field) ? [] : null)
    values[blockId] = {
      ...values[blockId],
      [actionId]: kept?.type === element.type ? kept : { type: element.type, [field]: filled },
    }
  }
  return values
}

/** Turns a choice into what the element reports. Throws when a person could not have made it. */
export function choose(element: Element, choice: Choice): Json {
  const field = fieldOf(element)
  if (!field) throw new Error(`nothing can be chosen on a ${element.type}`)
  if (isList(field)) {
    const list = choice === null ? [] : Array.isArray(choice) ? choice : [choice]
    const most = 'max_selected_items' in element ? element.max_selected_items : undefined
    if (most !== undefined && list.length > most) throw new Error(`no more than ${most} can be chosen`)
    return { type: element.type, [field]: field === 'selected_options' ? list.map((it) => pick(element, it)) : list }
  }
  if (choice === null || choice === '') return { type: element.type, [field]: null }
  // Slack reports a number, too, as the words that were typed.
  const typed = typeof choice === 'number' ? String(choice) : choice
  return { type: element.type, [field]: field === 'selected_option' ? pick(element, choice) : typed }
}

function pick(element: Element, choice: unknown): unknown {
  // What an external menu offers was answered by the app, so the person hands the whole option back.
  if (element.type === 'external_select' || element.type === 'multi_external_select') return choice
  const value = typeof choice === 'object' && choice !== null && 'value' in choice ? choice.value : choice
  const offered = optionsOf(element)
  const option = offered.find((each) => each.value === value)
  if (option) return option
  throw new Error(
    `${element.action_id} does not offer ${String(value)}, only ${offered.map((it) => it.value).join(', ')}`,
  )
}

/** What Slack's client says beside each field before it sends anything: block_id to sentence. */
export function clientErrors(blocks: readonly Block[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of blocks) {
    if (block.type !== 'input') continue
    const { element } = block
    const held = values[block.block_id ?? '']?.[element.action_id ?? '']?.[fieldOf(element) ?? '']
    const empty = held === null || held === undefined || (Array.isArray(held) && held.length === 0)
    const error = empty ? (block.optional ? undefined : 'This field is required.') : mistake(element, String(held))
    if (error) errors[block.block_id ?? ''] = error
  }
  return errors
}

function mistake(element: Element, text: string): string | undefined {
  switch (element.type) {
    case 'plain_text_input':
      if (element.min_length !== undefined && text.length < element.min_length)
        return `Must be at least ${element.min_length} characters.`
      if (text.length > (element.max_length ?? 3000)) return `Must be at most ${element.max_length ?? 3000} characters.`
      return undefined
    case 'number_input': {
      const wanted = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
      if (!wanted.test(text)) return 'Must be a number.'
      if (element.min_value !== undefined && Number(text) < Number(element.min_value))
        return `Must be at least ${element.min_value}.`
      if (element.max_value !== undefined && Number(text) > Number(element.max_value))
        return `Must be at most ${element.max_value}.`
      return undefined
    }
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(text) ? undefined : 'Must be an email address.'
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Must be a URL.'
    default:
      return undefined
  }
}

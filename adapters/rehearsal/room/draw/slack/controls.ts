import { type Choice, fieldOf } from '../../../slack/inputs.ts'
import { type Element, optionsOf } from '../../../slack/kit/elements.ts'
import type { Option } from '../../../slack/kit/text.ts'
import type { Json } from '../../../slack/state.ts'
import { all, h, type Node } from '../html.ts'
import { type Names, text } from './kit.ts'

/** What can be pressed, chosen and filled: real inputs, drawn as Slack draws them. The page finds them by their `data-` attributes. */

export interface Setting {
  readonly names: Names
  readonly blockId: string
  /** What is held at the moment, as Slack reports it. */
  readonly held?: Json | undefined
  /** The id of the words that name it, and of those that help or complain. */
  readonly label?: string
  readonly describedBy?: string | undefined
  /** A choice here is told to the app at once. */
  readonly tells: boolean
  readonly required?: boolean
  readonly invalid?: boolean
}

type Data = { [data: `data-${string}`]: string | undefined }
type Of<Type extends Element['type']> = Extract<Element, { type: Type }>

/** One element, ready to be used. */
export function control(element: Element, setting: Setting): Node {
  switch (element.type) {
    case 'button':
      return button(element, setting)
    case 'overflow':
      return menu(element, element.options, { ...setting, tells: true }, '⋯')
    case 'checkboxes':
      return picks(element, element.options, 'checkbox', setting)
    case 'radio_buttons':
      return picks(element, element.options, 'radio', setting)
    case 'static_select':
    case 'external_select':
      return menu(element, optionsOf(element), setting)
    // A browser's own list of many drops all that was chosen at one plain click; here each is ticked by itself, as in Slack.
    case 'multi_static_select':
    case 'multi_external_select':
      return picks(element, optionsOf(element), 'checkbox', setting)
    case 'users_select':
      return menu(element, asOptions(setting.names.users), setting)
    case 'multi_users_select':
      return picks(element, asOptions(setting.names.users), 'checkbox', setting)
    case 'channels_select':
    case 'conversations_select':
      return menu(element, asOptions(setting.names.channels), setting)
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return picks(element, asOptions(setting.names.channels), 'checkbox', setting)
    case 'datepicker':
      return line(element, setting, 'date')
    case 'timepicker':
      return line(element, setting, 'time')
    case 'number_input':
      return line(element, setting, 'text', element.is_decimal_allowed ? 'decimal' : 'numeric')
    case 'email_text_input':
      return line(element, setting, 'email')
    case 'url_text_input':
      return line(element, setting, 'url')
    case 'plain_text_input':
      return element.multiline ? box(element, setting) : line(element, setting, 'text')
    case 'datetimepicker':
    case 'rich_text_input':
    case 'file_input':
      return h('p', { className: 'quiet' }, `(The rehearsal does not draw a ${element.type.replaceAll('_', ' ')}.)`)
    default:
      return element satisfies never
  }
}

/** How the page names it when it is used. */
function marks(element: Element, { blockId, tells }: Setting): Data {
  return {
    'data-block': blockId,
    'data-action': element.action_id ?? '',
    'data-field': tells ? undefined : blockId,
    'data-tells': tells ? '' : undefined,
    'data-focus': `${blockId} ${element.action_id}`,
    'data-confirm': 'confirm' in element && element.confirm ? JSON.stringify(element.confirm) : undefined,
  }
}

function spoken(element: Element, { label, describedBy, required, invalid }: Setting) {
  const name = 'placeholder' in element ? element.placeholder?.text : undefined
  return {
    ...(label ? { 'aria-labelledby': label } : { 'aria-label': name ?? element.type.replaceAll('_', ' ') }),
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(required && { 'aria-required': true }),
    ...(invalid && { 'aria-invalid': true }),
  }
}

function button(element: Of<'button'>, setting: Setting): Node {
  const { text: words, value, url, style = 'default', accessibility_label: spokenName } = element
  return h(
    'button',
    {
      type: 'button',
      className: `slack-button slack-button-${style}`,
      ...marks(element, { ...setting, tells: true }),
      'data-press': '',
      'data-value': value,
      'data-url': url,
      ...(spokenName && { 'aria-label': spokenName }),
    },
    words.text,
  )
}

function menu(element: Element, options: readonly Option[], setting: Setting, title?: string): Node {
  const [chosen = ''] = chosenIn(element, setting)
  const groups = 'option_groups' in element ? element.option_groups : undefined
  const placeholder = title ?? (('placeholder' in element && element.placeholder?.text) || 'Select an option')
  const draw = ({ text: words, value }: Option) => h('option', { key: value, value }, words.text)
  return h(
    'select',
    {
      className: title ? 'slack-overflow' : 'slack-input slack-select',
      ...marks(element, setting),
      ...spoken(element, setting),
      ...(title && { 'aria-label': 'More actions' }),
      defaultValue: chosen,
    },
    h('option', { value: '' }, placeholder),
    groups
      ? groups.map((group) =>
          h('optgroup', { key: group.label.text, label: group.label.text }, ...group.options.map(draw)),
        )
      : options.map(draw),
  )
}

/** More than this many scroll in a frame of their own. */
const PICKS_SHOWN = 10

function picks(element: Element, options: readonly Option[], type: 'checkbox' | 'radio', setting: Setting): Node {
  const chosen = chosenIn(element, setting)
  const name = `${setting.blockId} ${element.action_id}`
  return h(
    'div',
    {
      role: type === 'radio' ? 'radiogroup' : 'group',
      className: options.length > PICKS_SHOWN ? 'slack-picks slack-picks-many' : 'slack-picks',
      ...marks(element, setting),
      'data-picks': type,
      ...spoken(element, setting),
    },
    ...options.map(({ text: words, value, description }) =>
      h(
        'label',
        { key: value, className: 'slack-pick' },
        h('input', { type, name, value, defaultChecked: chosen.includes(value), 'data-focus': `${name} ${value}` }),
        h(
          'span',
          null,
          words.type === 'mrkdwn' ? text(words.text, setting.names) : words.text,
          description ? h('small', null, description.text) : null,
        ),
      ),
    ),
  )
}

type Line = Of<
  'datepicker' | 'timepicker' | 'number_input' | 'email_text_input' | 'url_text_input' | 'plain_text_input'
>

function typing(element: Line, setting: Setting) {
  const placeholder = 'placeholder' in element ? element.placeholder?.text : undefined
  return {
    ...marks(element, setting),
    ...spoken(element, setting),
    defaultValue: chosenIn(element, setting)[0] ?? '',
    ...(placeholder && { placeholder }),
    ...('focus_on_load' in element && element.focus_on_load ? { 'data-first': '' } : {}),
  }
}

function line(element: Line, setting: Setting, type: string, inputMode?: 'numeric' | 'decimal'): Node {
  return h('input', {
    className: `slack-input slack-${type}`,
    type,
    autoComplete: 'off',
    ...(inputMode && { inputMode }),
    ...typing(element, setting),
  })
}

function box(element: Of<'plain_text_input'>, setting: Setting): Node {
  const most = element.max_length ?? 3_000
  return all(
    h('textarea', { className: 'slack-input slack-box', rows: 4, ...typing(element, setting) }),
    h('span', { className: 'slack-counter', 'aria-hidden': true, 'data-most': most }),
  )
}

/** The texts, or the options' values, that are chosen now. */
function chosenIn(element: Element, { held }: Setting): string[] {
  const now = held?.[fieldOf(element) ?? ''] as Choice | undefined
  if (now === undefined || now === null) return []
  return (Array.isArray(now) ? now : [now]).map((each) =>
    typeof each === 'object' && each !== null && 'value' in each ? String(each.value) : String(each),
  )
}

function asOptions(named: readonly { id: string; name: string }[]): Option[] {
  return named.map(({ id, name }) => ({ text: { type: 'plain_text', text: name }, value: id }))
}

/** Inputs of Block Kit: what an answer is given with. Fields and the cells of rows are drawn with the same ones. */
import type { types } from '@slack/bolt'
import { chunk, exact, shorten } from '../../../src/chat/fit.ts'
import type { Cell, Option } from '../../../src/forms/form.ts'
import { LIMITS } from '../limits.ts'
import { type Reading, type Slot, slotId, splitDateTime } from '../slots.ts'
import { paragraphs, plain, type SlackBlock, small } from './kit.ts'

/** What is asked beside an input. */
export interface Asked {
  readonly label: string
  readonly hint?: string | undefined
  readonly required: boolean
  /** Slack tells of every change, so that the page can be drawn again. */
  readonly live?: true | undefined
}

type Element = types.InputBlock['element']

/** One input under its label. A label or hint too long for it is said in full above. */
export function input(slot: Slot, asked: Asked, element: Element): SlackBlock[] {
  const { label, hint = '' } = asked
  return [
    ...(label.length > LIMITS.label ? paragraphs(label) : []),
    ...(hint.length > LIMITS.hint ? small(hint) : []),
    {
      type: 'input',
      block_id: slotId(slot),
      label: plain(shorten(label, LIMITS.label)),
      ...(hint.trim() === '' ? {} : { hint: plain(shorten(hint, LIMITS.hint)) }),
      optional: !asked.required,
      ...(asked.live && CHOOSING.has(element.type) ? { dispatch_action: true } : {}),
      element,
    },
  ]
}

/** Only a choice is told of at once: text would be told of at every letter. */
const CHOOSING: ReadonlySet<string> = new Set(['radio_buttons', 'static_select', 'checkboxes', 'multi_static_select'])

const reading = (how: Reading) => ({ action_id: how })

/** A line or a box of text. The limit never cuts what was typed before: it only stops more. */
export function textInput(slot: Slot, asked: Asked, max: number, value: string, long: boolean): SlackBlock[] {
  return input(slot, asked, {
    ...reading('text'),
    type: 'plain_text_input',
    multiline: long,
    max_length: Math.min(LIMITS.input, Math.max(1, max, value.length)),
    ...(value === '' ? {} : { initial_value: value }),
  })
}

/** A number. One that is wrong is kept as typed, in an input that takes any text; `check` says what is wrong with it. */
export function numberInput(
  slot: Slot,
  asked: Asked,
  range: { min?: number; max?: number },
  value: string,
): SlackBlock[] {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range
  const right = /^-?\d+$/.test(value) && Number(value) >= min && Number(value) <= max
  if (value !== '' && !right) {
    return input(slot, asked, {
      ...reading('number'),
      type: 'plain_text_input',
      initial_value: shorten(value, LIMITS.input),
    })
  }
  return input(slot, asked, {
    ...reading('number'),
    type: 'number_input',
    is_decimal_allowed: false,
    ...(range.min === undefined ? {} : { min_value: String(range.min) }),
    ...(range.max === undefined ? {} : { max_value: String(range.max) }),
    ...(value === '' ? {} : { initial_value: value }),
  })
}

export function dateInput(slot: Slot, asked: Asked, value: string): SlackBlock[] {
  const picker = { ...reading('date'), type: 'datepicker' as const }
  return [
    ...(value === '' || isDate(value) ? [] : before(value)),
    ...input(slot, asked, isDate(value) ? { ...picker, initial_date: value } : picker),
  ]
}

/** A London date and time: two pickers, since Slack's own picker works in the reader's time zone. */
export function dateTimeInput(slot: Slot, asked: Asked, value: string): SlackBlock[] {
  const { date, time } = splitDateTime(value)
  const understood = (date === '' || isDate(date)) && (time === '' || isTime(time))
  const clock = { ...reading('time'), type: 'timepicker' as const }
  return [
    ...(understood ? [] : before(value)),
    ...dateInput({ ...slot, part: 'date' }, { ...asked, label: `${asked.label} (date)` }, isDate(date) ? date : ''),
    ...input(
      { ...slot, part: 'time' },
      { label: `${asked.label} (time, London)`, required: asked.required },
      isTime(time) ? { ...clock, initial_time: time } : clock,
    ),
  ]
}

/** One of several: radio buttons, or a menu when there are more than ten. `as` asks for a menu at once. */
export function choiceInput(
  slot: Slot,
  asked: Asked,
  options: readonly Option[],
  value: string,
  as?: 'menu',
): SlackBlock[] {
  const drawn = options.map(drawOption)
  const chosen = drawn[options.findIndex((option) => option.value === value)]
  const initial = chosen ? { initial_option: chosen } : {}
  const element: Element =
    options.length <= LIMITS.choices && as === undefined
      ? { ...reading('choice'), type: 'radio_buttons', options: drawn, ...initial }
      : { ...reading('choice'), type: 'static_select', ...menu(options, drawn), ...initial }
  return [...(value === '' || chosen ? [] : before(value)), ...choosing(slot, asked, options, element)]
}

/** Any of several: check boxes, or a menu when there are more than ten. */
export function choicesInput(
  slot: Slot,
  asked: Asked,
  options: readonly Option[],
  values: readonly string[],
  as?: 'menu',
): SlackBlock[] {
  const drawn = options.map(drawOption)
  const chosen = drawn.filter((_, n) => values.includes(options[n]?.value ?? ''))
  const gone = values.filter((value) => !options.some((option) => option.value === value))
  const initial = chosen.length ? { initial_options: chosen } : {}
  const element: Element =
    options.length <= LIMITS.choices && as === undefined
      ? { ...reading('choices'), type: 'checkboxes', options: drawn, ...initial }
      : { ...reading('choices'), type: 'multi_static_select', ...menu(options, drawn), ...initial }
  return [...(gone.length ? before(gone.join(', ')) : []), ...choosing(slot, asked, options, element)]
}

/** The statement in full, and one box to tick below it. */
export function attestInput(slot: Slot, asked: Asked, statement: string, confirmed: boolean): SlackBlock[] {
  const yes = { text: plain('Yes, I confirm this'), value: 'yes' }
  return [
    ...paragraphs(statement),
    ...input(slot, asked, {
      ...reading('attest'),
      type: 'checkboxes',
      options: [yes],
      ...(confirmed ? { initial_options: [yes] } : {}),
    }),
  ]
}

function choosing(slot: Slot, asked: Asked, options: readonly Option[], element: Element): SlackBlock[] {
  if (options.length === 0) return [...paragraphs(asked.label), ...small('There is nothing to choose from yet.')]
  const cut = options.filter((option) => option.label.length > LIMITS.optionText)
  const hints = options.filter((option) => (option.hint?.length ?? 0) > LIMITS.optionText)
  return [
    ...cut.flatMap((option) => small(option.label)),
    ...hints.flatMap((option) => small(`${option.label}: ${option.hint}`)),
    ...input(slot, asked, element),
  ]
}

function drawOption(option: Option): types.PlainTextOption {
  return {
    text: plain(shorten(option.label, LIMITS.optionText)),
    value: exact(option.value, LIMITS.optionValue, 'the value of an option'),
    ...(option.hint?.trim() ? { description: plain(shorten(option.hint, LIMITS.optionText)) } : {}),
  }
}

/** The options as they are, or in groups named for their first and last when there are more than a menu holds. */
function menu(options: readonly Option[], drawn: types.PlainTextOption[]) {
  if (drawn.length <= LIMITS.options) return { options: drawn }
  const name = (n: number) => shorten(options[n]?.label ?? '', LIMITS.optionText / 2 - 2)
  const groups = chunk(drawn, LIMITS.options).map((group, n) => {
    const start = n * LIMITS.options
    return { label: plain(`${name(start)} – ${name(start + group.length - 1)}`), options: group }
  })
  return { option_groups: groups }
}

/** An earlier answer that this input cannot show is said beside it, so that it is not lost. */
const before = (value: string): SlackBlock[] => small(`Answered before: ${value}`)

const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)
const isTime = (value: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

/** A cell as text; '' when there is none. */
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** A cell as a list of choices. */
export const asList = (value: Cell | undefined): readonly string[] =>
  typeof value === 'object' ? value : value === undefined || value === '' ? [] : [String(value)]

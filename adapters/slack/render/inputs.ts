/** Inputs of Block Kit: what an answer is given with. Fields and the cells of rows are drawn with the same ones. */
import type { types } from '@slack/bolt'
import { chunk, exact, shorten } from '../../../src/chat/fit.ts'
import {
  type Asked,
  answeredBefore,
  CONFIRM,
  type Inputs,
  inputWith,
  NOTHING_TO_CHOOSE,
} from '../../../src/chat/inputs.ts'
import { type Slot, splitDateTime, writeSlot } from '../../../src/chat/slots.ts'
import type { Question } from '../../../src/forms/cell.ts'
import type { Option } from '../../../src/forms/form.ts'
import { LIMITS } from '../limits.ts'
import type { Reading } from '../parse/reading.ts'
import { paragraphs, plain, type SlackBlock, small } from './kit.ts'

/** The input a field is answered with, or a cell of a row. */
export const drawInput = (slot: Slot, field: Question): SlackBlock[] => inputWith(inputs, slot, field)

const inputs: Inputs<SlackBlock[]> = {
  choice: choiceInput,
  choices: choicesInput,
  date: dateInput,
  dateTime: dateTimeInput,
  number: numberInput,
  text: textInput,
  attest: attestInput,
}

type Element = types.InputBlock['element']

/** One input under its label. A label or hint too long for it is said in full above. */
function input(slot: Slot, asked: Asked, element: Element): SlackBlock[] {
  const { label } = asked
  const hint = [asked.later ? NOT_OPTIONAL : '', asked.hint ?? ''].filter((part) => part.trim() !== '').join(' ')
  return [
    ...(label.length > LIMITS.label ? paragraphs(label) : []),
    ...(hint.length > LIMITS.hint ? small(hint) : []),
    {
      type: 'input',
      block_id: exact(writeSlot(slot), LIMITS.id, 'a block id'),
      label: plain(shorten(label, LIMITS.label)),
      ...(hint.trim() === '' ? {} : { hint: plain(shorten(hint, LIMITS.hint)) }),
      optional: !asked.required,
      ...(asked.live && CHOOSING.has(element.type) ? { dispatch_action: true } : {}),
      element,
    },
  ]
}

/** Slack writes "(optional)" behind the label of whatever a page may be handed in without, and lets nobody say otherwise there. */
const NOT_OPTIONAL =
  'Slack calls it optional, since this page can be left without it; the form cannot be submitted without it.'

/** Only a choice is told of at once: text would be told of at every letter. */
const CHOOSING: ReadonlySet<string> = new Set(['radio_buttons', 'static_select', 'checkboxes', 'multi_static_select'])

const reading = (how: Reading) => ({ action_id: how })

/** A line or a box of text. The limit never cuts what was typed before: it only stops more. */
function textInput(slot: Slot, asked: Asked, max: number, value: string, long: boolean): SlackBlock[] {
  return input(slot, asked, {
    ...reading('text'),
    type: 'plain_text_input',
    multiline: long,
    max_length: Math.min(LIMITS.input, Math.max(1, max, value.length)),
    ...(value === '' ? {} : { initial_value: value }),
  })
}

/** A number. One that is wrong is kept as typed, in an input that takes any text; `check` says what is wrong with it. */
function numberInput(
  slot: Slot,
  asked: Asked,
  { min, max }: { min: number; max: number },
  value: string,
): SlackBlock[] {
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
    min_value: String(min),
    max_value: String(max),
    ...(value === '' ? {} : { initial_value: value }),
  })
}

function dateInput(slot: Slot, asked: Asked, value: string): SlackBlock[] {
  const picker = { ...reading('date'), type: 'datepicker' as const }
  return [
    ...(value === '' || isDate(value) ? [] : before(value)),
    ...input(slot, asked, isDate(value) ? { ...picker, initial_date: value } : picker),
  ]
}

/** A London date and time: two pickers, since Slack's own picker works in the reader's time zone. */
function dateTimeInput(slot: Slot, asked: Asked, value: string): SlackBlock[] {
  const parts = splitDateTime(value)
  const { date, time } = parts ?? { date: '', time: '' }
  const understood = parts !== undefined && (time === '' || isTime(time))
  const clock = { ...reading('time'), type: 'timepicker' as const }
  return [
    ...(understood ? [] : before(value)),
    ...dateInput({ ...slot, part: 'date' }, { ...asked, label: `${asked.label} (date)` }, date),
    ...input(
      { ...slot, part: 'time' },
      { label: `${asked.label} (time, London)`, required: asked.required },
      isTime(time) ? { ...clock, initial_time: time } : clock,
    ),
  ]
}

/** One of several: radio buttons, or a menu when there are more than ten. `as` asks for a menu at once. */
function choiceInput(slot: Slot, asked: Asked, options: readonly Option[], value: string, as?: 'menu'): SlackBlock[] {
  const drawn = options.map(drawOption)
  const chosen = drawn[options.findIndex((option) => option.value === value)]
  const initial = chosen ? { initial_option: chosen } : {}
  const element: Element =
    options.length <= LIMITS.choices && as === undefined
      ? { ...reading('choice'), type: 'radio_buttons', options: drawn, ...initial }
      : { ...reading('choice'), type: 'static_select', ...menu(options, drawn), ...initial }
  return [...(value === '' || chosen ? [] : before(value)), ...choosing(slot, asked, options, element)]
}

/** Any of several: check boxes, or a menu when there are more than ten, and in a row. */
function choicesInput(slot: Slot, asked: Asked, options: readonly Option[], values: readonly string[]): SlackBlock[] {
  const drawn = options.map(drawOption)
  const chosen = drawn.filter((_, n) => values.includes(options[n]?.value ?? ''))
  const gone = values.filter((value) => !options.some((option) => option.value === value))
  const initial = chosen.length ? { initial_options: chosen } : {}
  // In a row every choice would be a line of its own.
  const element: Element =
    options.length <= LIMITS.choices && !slot.column
      ? { ...reading('choices'), type: 'checkboxes', options: drawn, ...initial }
      : { ...reading('choices'), type: 'multi_static_select', ...menu(options, drawn), ...initial }
  return [...(gone.length ? before(gone.join(', ')) : []), ...choosing(slot, asked, options, element)]
}

/** The statement in full, and one box to tick below it. */
function attestInput(slot: Slot, asked: Asked, statement: string, confirmed: boolean): SlackBlock[] {
  const yes = { text: plain(CONFIRM), value: 'yes' }
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
  if (options.length === 0) return [...paragraphs(asked.label), ...small(NOTHING_TO_CHOOSE)]
  const cut = options.filter((option) => option.label.length > LIMITS.optionText)
  const hints = options.filter((option) => (option.hint?.length ?? 0) > LIMITS.optionText)
  return [
    ...cut.flatMap((option) => small(option.label)),
    ...input(slot, asked, element),
    ...hints.flatMap((option) => small(`${option.label}: ${option.hint}`)),
  ]
}

/** A hint that is too long for its line stands in full below the choice, and is not begun a second time. */
function drawOption(option: Option): types.PlainTextOption {
  const hint = option.hint?.trim() ?? ''
  return {
    text: plain(shorten(option.label, LIMITS.optionText)),
    value: exact(option.value, LIMITS.optionValue, 'the value of an option'),
    ...(hint !== '' && hint.length <= LIMITS.optionText ? { description: plain(hint) } : {}),
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
const before = (value: string): SlackBlock[] => small(answeredBefore(value))

const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)
const isTime = (value: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

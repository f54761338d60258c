/** A field of a view as the parameters of a GOV.UK Frontend component. */
import { asList, asText } from '../../../src/forms/answer.ts'
import type { Option } from '../../../src/forms/form.ts'
import type { Field } from '../../../src/forms/view.ts'
import { anchorOf, nameOf } from '../names.ts'
import { splitDate } from '../typed-date.ts'

/** The component's name, as views/field.njk knows it, and what it is given. */
export interface Control {
  readonly draws: 'radios' | 'checkboxes' | 'select' | 'date' | 'input' | 'textarea' | 'desk'
  readonly params: Readonly<Record<string, unknown>>
  /** Sent empty before the boxes, so that none ticked is an answer too. */
  readonly clears?: string
}

type Drawn = Exclude<Field, { kind: 'rows' } | { kind: 'answer' }>

/** `name` puts a cell's own name inside its row; `anchor` is the field's id in the page. */
export interface Placing {
  readonly anchor: string
  readonly name: (own: string) => string
  readonly size: 's' | 'm'
}

export function placed(field: Field): Placing {
  return { anchor: anchorOf(field.id), name: (own) => own, size: 's' }
}

export function controlOf(field: Drawn, { anchor, name, size }: Placing): Control {
  const common = {
    ...(field.hint === undefined ? {} : { hint: { text: field.hint } }),
    ...(field.error === undefined ? {} : { errorMessage: { text: field.error } }),
  }
  const label = { text: labelOf(field), classes: `govuk-label--${size}` }
  const fieldset = { legend: { text: labelOf(field), classes: `govuk-fieldset__legend--${size}` } }
  const typed = asText(field.value)
  const own = (kind: Parameters<typeof nameOf>[0]) => name(nameOf(kind, field.id))

  switch (field.kind) {
    case 'radios': {
      const items = field.options.map((option) => item(option, typed === option.value))
      const inline =
        items.length === 2 && field.options.every(({ label, hint }) => label.length < 12 && hint === undefined)
      return {
        draws: 'radios',
        params: {
          ...common,
          fieldset,
          idPrefix: anchor,
          name: own('one'),
          items,
          ...(inline ? { classes: 'govuk-radios--inline' } : {}),
        },
      }
    }
    case 'checkboxes': {
      const chosen = asList(field.value)
      const items = field.options.flatMap((option) => apart(item(option, chosen.includes(option.value)), field.options))
      return {
        draws: 'checkboxes',
        params: { ...common, fieldset, idPrefix: anchor, name: own('many'), items },
        clears: own('many'),
      }
    }
    case 'attest': {
      const items = [{ value: 'yes', text: field.statement, checked: typed === 'yes' }]
      return {
        draws: 'checkboxes',
        params: { ...common, fieldset, idPrefix: anchor, name: own('one'), items },
        clears: own('one'),
      }
    }
    case 'select': {
      const items = [
        { value: '', text: 'Choose one' },
        ...field.options.map(({ value, label: text, hint }) => ({
          value,
          text: hint === undefined ? text : `${text} – ${hint}`,
        })),
      ]
      return { draws: 'select', params: { ...common, label, id: anchor, name: own('one'), items, value: typed } }
    }
    case 'date':
    case 'datetime': {
      const items = boxes(own('date'), anchor, field.kind === 'datetime', typed)
      return { draws: 'date', params: { ...common, fieldset, id: `${anchor}-boxes`, items } }
    }
    case 'number': {
      const classes = `govuk-input--width-${String(field.max).length <= 2 ? 2 : 5}`
      return {
        draws: 'input',
        params: {
          ...common,
          label,
          id: anchor,
          name: own('text'),
          value: typed,
          classes,
          inputmode: 'numeric',
          autocomplete: 'off',
        },
      }
    }
    case 'short': {
      const classes = field.max <= 20 ? 'govuk-input--width-20' : 'govuk-!-width-two-thirds'
      return {
        draws: 'input',
        params: { ...common, label, id: anchor, name: own('text'), value: typed, classes, autocomplete: 'off' },
      }
    }
    case 'long': {
      const rows = field.max > 500 ? 8 : 4
      return {
        draws: 'textarea',
        params: {
          ...common,
          label,
          id: anchor,
          name: own('text'),
          value: typed,
          rows,
          maxlength: field.max,
          attributes: { autocomplete: 'off' },
        },
      }
    }
    case 'desk':
      return {
        draws: 'desk',
        params: { id: anchor, label: labelOf(field), hint: field.hint, error: field.error, answered: field.answered },
      }
    default:
      return field satisfies never
  }
}

/** Required is the rule, so only what may be left out says so. */
export function labelOf({ label, later, required }: Pick<Field, 'label' | 'later' | 'required'>): string {
  return required || later ? label : `${label} (optional)`
}

function item({ value, label, hint }: Option, checked: boolean) {
  return { value, text: label, checked, ...(hint === undefined ? {} : { hint: { text: hint } }) }
}

/** "None" stands alone: apart from the others, and ticking it unticks them. */
function apart<Item extends { readonly value: string }>(drawn: Item, options: readonly Option[]): readonly object[] {
  if (drawn.value !== 'none') return [drawn]
  const alone = { ...drawn, behaviour: 'exclusive' }
  return options[0]?.value === 'none' ? [alone] : [{ divider: 'or' }, alone]
}

function boxes(name: string, anchor: string, withTime: boolean, typed: string): readonly object[] {
  const { day, month, year, time } = splitDate(typed)
  const box = (part: string, label: string, width: number, value: string, id = `${anchor}-${part}`) => ({
    name: `${name}/${part}`,
    id,
    label,
    classes: `govuk-input--width-${width}`,
    value,
    autocomplete: 'off',
  })
  return [
    // The first box carries the field's own id: the error summary leads there.
    box('day', 'Day', 2, day, anchor),
    box('month', 'Month', 2, month),
    box('year', 'Year', 4, year),
    ...(withTime ? [{ ...box('time', 'Time, for example 16:40', 5, time), inputmode: 'text' }] : []),
  ]
}

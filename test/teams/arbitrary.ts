/** Any message, any form: what the renderers must be able to draw. */
import fc from 'fast-check'
import type { Block, Button, Message } from '../../src/chat/words.ts'
import type { Answer, Option } from '../../src/forms/form.ts'
import type { Field, FormView, RowField } from '../../src/forms/view.ts'

/** Some are long, some are Markdown, some have line breaks or control characters in them. */
const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', '1. *bold* _x_ [a](https://a.example)', 'a\n\n\nb\r\n- c', '"\u0000\u0007"'),
  },
  { weight: 1, arbitrary: fc.nat(9000).map((n) => 'Long story. '.repeat(n / 12)) },
)
const id = fc.stringMatching(/^[a-z][a-z0-9,|%-]{0,11}$/)
const tone = fc.constantFrom('neutral' as const, 'good' as const, 'warn' as const, 'bad' as const)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const button: fc.Arbitrary<Button> = fc
  .record(
    {
      label: words,
      verb: fc.constantFrom('case.acknowledge', 'form.open'),
      subject: id,
      version: fc.nat(),
      input: fc.dictionary(id, fc.string({ maxLength: 20 }), { maxKeys: 4 }),
      style: fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const),
      confirm: fc.record({ title: words, text: words, yes: words, no: words }),
      opens: fc.constant('form' as const),
    },
    { requiredKeys: ['label', 'verb'] },
  )
  .map((drawn) => drawn)

const grid = {
  columns: fc.array(words, { maxLength: 9 }),
  rows: fc.array(fc.array(words, { maxLength: 9 }), { maxLength: 12 }),
}

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('text' as const), text: words, quiet: fc.boolean() }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label: words, value: words, note: words, tone }, { requiredKeys: ['label', 'value'] }), {
      maxLength: 8,
    }),
    quiet: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(words, { maxLength: 8 }), ordered: fc.boolean() }),
  fc.record({ kind: fc.constant('table' as const), caption: words, ...grid }),
  fc.record({ kind: fc.constant('figure' as const), svg: words, alt: words, sentence: words, table: fc.record(grid) }),
  fc.record({ kind: fc.constant('progress' as const), label: words, done: fc.nat(20), of: fc.nat(20) }),
  fc.record({ kind: fc.constant('notice' as const), tone, text: words }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('actions' as const), buttons: fc.array(button, { maxLength: 9 }) }),
)

export const anyMessage: fc.Arbitrary<Message> = fc.record({
  summary: words,
  sensitivity: fc.constantFrom('open' as const, 'group' as const, 'person' as const),
  blocks: fc.array(block, { maxLength: 12 }),
})

const options: fc.Arbitrary<Option[]> = fc.uniqueArray(
  fc.record({ value: id, label: words, hint: words }, { requiredKeys: ['value', 'label'] }),
  { maxLength: 14, selector: (option) => option.value },
)

const cell = fc.oneof(words, fc.integer(), fc.boolean(), fc.array(id, { maxLength: 3 }))
const rowsOf = (columns: readonly RowField[]) =>
  fc.array(fc.record({ row: id, ...Object.fromEntries(columns.map((column) => [column.id, cell])) }), { maxLength: 5 })

const column: fc.Arbitrary<RowField> = fc.record({
  id,
  label: words,
  required: fc.boolean(),
  kind: fc.constantFrom(
    'text' as const,
    'number' as const,
    'date' as const,
    'datetime' as const,
    'select' as const,
    'checkboxes' as const,
  ),
  max: fc.integer({ min: 1, max: 300 }),
  options,
})

const rows = fc.uniqueArray(column, { minLength: 1, maxLength: 4, selector: (each) => each.id }).chain((columns) =>
  fc.record({
    kind: fc.constant('rows' as const),
    columns: fc.constant(columns),
    max: fc.integer({ min: 1, max: 20 }),
    labels: optional(options),
    value: optional(rowsOf(columns) as unknown as fc.Arbitrary<Answer>),
  }),
)

const kinds = fc.oneof(
  fc.record({ kind: fc.constantFrom('radios' as const, 'checkboxes' as const, 'select' as const), options }),
  fc.record({ kind: fc.constantFrom('date' as const, 'datetime' as const) }),
  fc.record({ kind: fc.constant('number' as const), min: fc.integer(), max: fc.integer() }),
  fc.record({ kind: fc.constantFrom('short' as const, 'long' as const), max: fc.integer({ min: 1, max: 9000 }) }),
  fc.record({ kind: fc.constant('attest' as const), statement: words }),
  rows,
  fc.record({ kind: fc.constant('desk' as const), answered: fc.boolean() }),
  fc.record({ kind: fc.constant('answer' as const), shown: words, page: fc.constantFrom('A1', 'A2') }),
)

const value = optional(
  fc.oneof(
    words,
    fc.integer(),
    fc.array(id, { maxLength: 3 }),
    fc.constantFrom('2026-12-17', '2026-12-17T16:40', '2026-12-17T'),
  ),
)

const field: fc.Arbitrary<Field> = fc
  .tuple(
    fc.record(
      { id, label: words, hint: words, required: fc.boolean(), error: words },
      { requiredKeys: ['id', 'label', 'required'] },
    ),
    value,
    kinds,
  )
  .map(([asked, given, kind]) => ({ ...(given === undefined ? {} : { value: given }), ...asked, ...kind }) as Field)

export const anyForm: fc.Arbitrary<FormView> = fc.record(
  {
    draft: fc.constant('draft_000001'),
    form: fc.constant('A'),
    page: fc.constant('A1'),
    title: fc.string({ maxLength: 24 }),
    heading: words,
    intro: words,
    progress: fc.record({ answered: fc.nat(20), of: fc.nat(20), page: fc.nat(9), pages: fc.nat(9) }),
    fields: fc.uniqueArray(field, { maxLength: 8, selector: (each) => each.id }),
    problem: words,
    pace: fc.constantFrom('page' as const, 'walk' as const),
    forward: fc.constantFrom('Next', 'Submit'),
    back: fc.boolean(),
    stop: fc.boolean(),
  },
  { requiredKeys: ['draft', 'form', 'page', 'title', 'heading', 'progress', 'fields', 'pace', 'forward'] },
)

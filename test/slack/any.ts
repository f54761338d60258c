/** Any message and any page of a form, the strange ones first: what a renderer must never be surprised by. */
import fc from 'fast-check'
import type { Block, Button, Message } from '../../src/chat/words.ts'
import type { Option, Row } from '../../src/forms/form.ts'
import type { Field, FormView, RowField } from '../../src/forms/view.ts'

const odd = fc.constantFrom('', ' ', '<!channel>', '*&<b>_~`', 'Zoë 👩‍👩‍👧', 'a\n\nb', '\ud83d\ude00'.repeat(90))
const words = (max: number) => fc.oneof(odd, fc.string({ maxLength: max }), fc.lorem({ maxCount: Math.ceil(max / 6) }))
const said = (max: number) => words(max).map((text) => (text.trim() === '' ? 'something' : text))
const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._/-]{0,20}$/)
const tone = fc.constantFrom('neutral', 'good', 'warn', 'bad' as const)
const few = <T>(one: fc.Arbitrary<T>, max: number) => fc.array(one, { maxLength: max, size: 'max' })
const cells = few(words(60), 8)

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: said(120),
    verb: id,
    subject: id,
    version: fc.nat(),
    input: fc.dictionary(id, id, { maxKeys: 4 }),
    style: fc.constantFrom('plain', 'primary', 'danger'),
    confirm: fc.record({ title: said(200), text: said(600), yes: said(50), no: said(50) }),
  },
  { requiredKeys: ['label', 'verb'] },
)

const fact = fc.record(
  { label: words(80), value: words(4000), note: words(200), tone },
  { requiredKeys: ['label', 'value'] },
)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text: words(400) }),
  fc.record({ kind: fc.constant('text'), text: words(9000), quiet: fc.boolean() }),
  fc.record({ kind: fc.constant('facts'), rows: few(fact, 12), quiet: fc.boolean() }),
  fc.record({ kind: fc.constant('list'), items: few(words(4000), 20), ordered: fc.boolean() }),
  fc.record({ kind: fc.constant('table'), caption: words(200), columns: cells, rows: few(cells, 80) }),
  fc.record({
    kind: fc.constant('figure'),
    svg: fc.constant('<svg/>'),
    alt: words(3000),
    sentence: said(300),
    table: fc.record({ columns: cells, rows: few(cells, 5) }),
  }),
  fc.record({ kind: fc.constant('progress'), label: words(80), done: fc.integer(), of: fc.integer() }),
  fc.record({ kind: fc.constant('notice'), tone, text: words(5000) }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('actions'), buttons: few(button, 30) }),
) as fc.Arbitrary<Block>

export const anyMessage: fc.Arbitrary<Message> = fc.record({
  summary: said(200),
  sensitivity: fc.constantFrom('open', 'group', 'person'),
  blocks: few(block, 70),
})

const options = (max: number): fc.Arbitrary<Option[]> =>
  fc
    .uniqueArray(id, { maxLength: max, size: 'max' })
    .chain((values) =>
      fc.record({ label: said(200), hint: words(200) }).map((more) => values.map((value) => ({ value, ...more }))),
    )

const column: fc.Arbitrary<RowField> = fc.record({
  id,
  label: said(60),
  required: fc.boolean(),
  kind: fc.constantFrom('text', 'number', 'date', 'datetime', 'select', 'checkboxes'),
  options: options(120),
})

const rowOf = (columns: readonly RowField[]): fc.Arbitrary<Row> =>
  fc.record(Object.fromEntries(columns.map((each) => [each.id, words(40)])))

const rows = fc.uniqueArray(column, { minLength: 1, maxLength: 6, selector: (each) => each.id }).chain((columns) =>
  fc.record(
    {
      kind: fc.constant('rows'),
      columns: fc.constant(columns),
      max: fc.integer({ min: 1, max: 40 }),
      labels: options(30),
      value: few(rowOf(columns), 30),
    },
    { requiredKeys: ['kind', 'columns', 'max'] },
  ),
)

const typed = fc.oneof(words(5000), fc.constantFrom('2026-12-17', '2026-12-17T16:40', 'T16:40', '31 Feb', '7', 'yes'))

const kinds: fc.Arbitrary<object>[] = [
  ...['radios', 'select'].map((kind) => fc.record({ kind: fc.constant(kind), options: options(230), value: typed })),
  fc.record({ kind: fc.constant('checkboxes'), options: options(120), value: few(id, 5) }),
  ...['date', 'datetime', 'desk', 'answer'].map((kind) =>
    fc.record({ kind: fc.constant(kind), value: typed, answered: fc.boolean(), shown: words(5000), page: id }),
  ),
  fc.record({ kind: fc.constant('number'), min: fc.integer(), max: fc.integer(), value: typed }),
  ...['short', 'long'].map((kind) =>
    fc.record({ kind: fc.constant(kind), max: fc.integer({ min: 1, max: 9000 }), value: typed }),
  ),
  fc.record({ kind: fc.constant('attest'), statement: said(4000), value: fc.constantFrom('', 'yes') }),
  rows,
]

const field = fc
  .tuple(
    fc.record(
      { id, label: said(3000), hint: words(3000), required: fc.boolean(), error: said(300) },
      { requiredKeys: ['id', 'label', 'required'] },
    ),
    fc.oneof(...kinds),
  )
  .map(([common, kind]) => ({ ...common, ...kind }) as Field)

export const anyView: fc.Arbitrary<FormView> = fc.record(
  {
    draft: id,
    form: id,
    page: id,
    title: said(60),
    heading: said(300),
    intro: words(5000),
    progress: fc.record({ answered: fc.nat(), of: fc.nat(), page: fc.nat(), pages: fc.nat() }),
    fields: fc.uniqueArray(field, { maxLength: 40, size: 'max', selector: (each) => each.id }),
    problem: said(500),
    pace: fc.constantFrom('page', 'walk'),
    forward: said(40),
    back: fc.boolean(),
    stop: fc.boolean(),
  },
  {
    requiredKeys: ['draft', 'form', 'page', 'title', 'heading', 'progress', 'fields', 'pace', 'forward'],
  },
)

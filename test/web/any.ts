/**
 * Any message and any page of a form, in hostile words. Every word is marked, so that `tamed` can put harmless ones in their place: two pages
 * that differ in words only must be built alike.
 */
import fc from 'fast-check'
import type { Block, Button, Message } from '../../src/chat/words.ts'
import type { Option } from '../../src/forms/form.ts'
import type { Field, FormView, RowField } from '../../src/forms/view.ts'

const MARK = '¤'

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><h1>',
  '</title></head>',
  '{{ frame.visitor.csrf }}{% include "layout.njk" %}',
  '&lt;b&gt; &amp; &#39;',
  'javascript:alert(1)',
  '<!--',
  ']]>',
  'Zoë 👩‍👩‍👧\u202e gnp.exe',
  'a\n\n  b\r\nc',
  '',
)
const words = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 30 })).map((text) => `${MARK}${text}`)
const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._/ -]{0,12}$/)
const tone = fc.constantFrom('neutral', 'good', 'warn', 'bad' as const)
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 })
const either = <T extends object>(kinds: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.oneof(...(Object.values(kinds) as fc.Arbitrary<T[keyof T]>[]))

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words,
    verb: id,
    subject: id,
    version: fc.nat(),
    input: fc.dictionary(id, words, { maxKeys: 3 }),
    style: fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const),
    confirm: fc.record({ title: words, text: words, yes: words, no: words }),
  },
  { requiredKeys: ['label', 'verb'] },
)

const block: fc.Arbitrary<Block> = either({
  heading: fc.record({ kind: fc.constant('heading' as const), text: words }),
  text: fc.record({ kind: fc.constant('text' as const), text: words, quiet: fc.boolean() }),
  facts: fc.record({
    kind: fc.constant('facts' as const),
    rows: few(fc.record({ label: words, value: words, note: words, tone }, { requiredKeys: ['label', 'value'] })),
    quiet: fc.boolean(),
  }),
  list: fc.record({ kind: fc.constant('list' as const), items: few(words), ordered: fc.boolean() }),
  table: fc.record({ kind: fc.constant('table' as const), caption: words, columns: few(words), rows: few(few(words)) }),
  figure: fc.record({
    kind: fc.constant('figure' as const),
    svg: words,
    alt: words,
    sentence: words,
    table: fc.record({ columns: few(words), rows: few(few(words)) }),
  }),
  progress: fc.record({ kind: fc.constant('progress' as const), label: words, done: fc.nat(), of: fc.nat() }),
  notice: fc.record({ kind: fc.constant('notice' as const), tone, text: words }),
  divider: fc.constant({ kind: 'divider' as const }),
  actions: fc.record({ kind: fc.constant('actions' as const), buttons: few(button) }),
})

export const anyMessage: fc.Arbitrary<Message> = fc.record({
  summary: words,
  sensitivity: fc.constantFrom('open', 'group', 'person'),
  blocks: fc.array(block, { maxLength: 8 }),
})

const option: fc.Arbitrary<Option> = fc.record(
  { value: words, label: words, hint: words },
  { requiredKeys: ['value', 'label'] },
)
const options = few(option)
const common = { id, label: words, required: fc.boolean(), hint: words, error: words }
const requiredKeys = ['id', 'label', 'required', 'kind'] as const
const typed = fc.oneof(words, fc.constantFrom('2026-12-17', '2026-12-17T16:40', '31/2/2026 4pm'))

const cell = { id, label: words, required: fc.boolean() }
const column: fc.Arbitrary<RowField> = fc.oneof(
  fc.record({
    ...cell,
    kind: fc.constantFrom('text' as const, 'number' as const),
    max: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ ...cell, kind: fc.constantFrom('date' as const, 'datetime' as const) }),
  fc.record({ ...cell, kind: fc.constantFrom('select' as const, 'checkboxes' as const), options }),
)
const rows = fc.array(column, { minLength: 1, maxLength: 3 }).chain((columns) =>
  fc.record(
    {
      ...common,
      kind: fc.constant('rows' as const),
      columns: fc.constant(columns),
      max: fc.integer({ min: 1, max: 6 }),
      labels: fc.array(option, { minLength: 1, maxLength: 4 }),
      value: few(fc.record(Object.fromEntries(columns.map((each) => [each.id, words])))),
    },
    { requiredKeys: [...requiredKeys, 'columns', 'max'] },
  ),
)

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record(
    { ...common, kind: fc.constantFrom('radios' as const, 'select' as const), options, value: words },
    { requiredKeys: [...requiredKeys, 'options'] },
  ),
  fc.record(
    { ...common, kind: fc.constant('checkboxes' as const), options, value: few(words) },
    { requiredKeys: [...requiredKeys, 'options'] },
  ),
  fc.record(
    { ...common, kind: fc.constantFrom('date' as const, 'datetime' as const), value: typed },
    { requiredKeys: [...requiredKeys] },
  ),
  fc.record(
    { ...common, kind: fc.constant('number' as const), min: fc.nat(), max: fc.nat(), value: words },
    { requiredKeys: [...requiredKeys, 'min', 'max'] },
  ),
  fc.record(
    { ...common, kind: fc.constantFrom('short' as const, 'long' as const), max: fc.nat(9000), value: words },
    { requiredKeys: [...requiredKeys, 'max'] },
  ),
  fc.record(
    { ...common, kind: fc.constant('attest' as const), statement: words },
    { requiredKeys: [...requiredKeys, 'statement'] },
  ),
  fc.record(
    { ...common, kind: fc.constant('desk' as const), answered: fc.boolean() },
    { requiredKeys: [...requiredKeys, 'answered'] },
  ),
  fc.record(
    {
      id,
      label: words,
      required: fc.boolean(),
      error: words,
      kind: fc.constant('answer' as const),
      shown: words,
      page: id,
    },
    { requiredKeys: [...requiredKeys, 'shown', 'page'] },
  ),
  rows,
)

export const anyView: fc.Arbitrary<FormView> = fc.record(
  {
    draft: id,
    form: id,
    page: fc.oneof(id, fc.constant('check')),
    title: words,
    heading: words,
    intro: words,
    progress: fc.record({ answered: fc.nat(40), of: fc.nat(40), page: fc.nat(9), pages: fc.nat(9) }),
    fields: fc.uniqueArray(field, { maxLength: 6, selector: (each) => each.id }),
    problem: words,
    pace: fc.constantFrom('page', 'walk'),
    forward: words,
    back: fc.boolean(),
    stop: fc.boolean(),
  },
  { requiredKeys: ['draft', 'form', 'page', 'title', 'heading', 'progress', 'fields', 'pace', 'forward'] },
)

/** The same with harmless words; what was equal stays equal, and what was not does not. */
export function tamed<T>(value: T): T {
  const known = new Map<string, string>()
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => {
    if (typeof each !== 'string' || !each.startsWith(MARK)) return each
    known.set(each, known.get(each) ?? `${MARK}word${known.size}`)
    return known.get(each)
  }) as T
}

/** Every word of it that a reader is meant to see, by the names of the properties that hold words. */
export function wordsIn(value: unknown, shown: ReadonlySet<string>, under = ''): readonly string[] {
  if (typeof value === 'string') return shown.has(under) && value.startsWith(MARK) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, shown, under))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, shown, key))
}

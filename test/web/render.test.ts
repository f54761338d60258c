import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderForm } from '../../adapters/web/render/form.ts'
import type { Frame } from '../../adapters/web/render/frame.ts'
import { renderMessage } from '../../adapters/web/render/message.ts'
import { heading, type Message, notice, say, text } from '../../src/chat/words.ts'
import type { Field, FormView } from '../../src/forms/view.ts'
import { anyMessage, anyView, tamed, wordsIn } from './any.ts'
import { elements, skeleton } from './html.ts'

const frame: Frame = {
  partnership: 'City & Hackney <SCP>',
  assets: '/desk/assets/1',
  visitor: { name: 'Priya Sampleton', csrf: 'a-token' },
  nonce: () => 'a-nonce',
  here: '/desk',
}
const drawMessage = (message: Message) => renderMessage(message, frame)
const drawForm = (view: FormView) => renderForm(view, frame)

/** Everything a page says, in text or in an attribute; GOV.UK's macros indent what has several lines. */
const said = (html: string) =>
  spaced(
    elements(html)
      .flatMap(({ text, attributes }) => [text, ...Object.values(attributes)])
      .join('\u0001'),
  )
const spaced = (words: string) => words.replace(/\s+/g, ' ')

const inMessages = new Set([
  'text',
  'label',
  'value',
  'note',
  'items',
  'caption',
  'columns',
  'alt',
  'sentence',
  'title',
  'yes',
  'no',
  'input',
])
const inViews = new Set(['title', 'heading', 'intro', 'label', 'hint', 'error', 'statement', 'shown', 'forward'])

describe('whatever the words are', () => {
  test('a message is well-formed, and its words cannot change how the page is built', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(skeleton(drawMessage(message))).toBe(skeleton(drawMessage(tamed(message))))
      }),
      { numRuns: 150 },
    )
  })

  test('a form is well-formed, and its words cannot change how the page is built', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(skeleton(drawForm(view))).toBe(skeleton(drawForm(tamed(view))))
      }),
      { numRuns: 150 },
    )
  })

  test('nothing of a message is left out', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const page = said(drawMessage(message))
        for (const words of wordsIn(message.blocks, inMessages)) expect(page).toContain(spaced(words).trim())
      }),
      { numRuns: 100 },
    )
  })

  test('nothing of a form is left out', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const page = said(drawForm(view))
        for (const words of wordsIn(view, inViews)) expect(page).toContain(spaced(words).trim())
      }),
      { numRuns: 100 },
    )
  })

  test('long answers stand in their box to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
        const html = drawForm(
          page({ id: 'A17', label: 'What happened?', required: true, kind: 'long', max: 4000, value }),
        )
        expect(elements(html).find(({ name }) => name === 'textarea')?.text).toBe(value)
      }),
    )
  })
})

describe('for everyone', () => {
  const pages = () =>
    [fc.sample(anyMessage, 40).map(drawMessage), fc.sample(anyView, 60).map(drawForm)].flat().map(elements)

  test('every box has a label of its own, every group a legend, every id one owner', () => {
    for (const all of pages()) {
      const of = (attribute: string) => all.flatMap(({ attributes }) => attributes[attribute] ?? [])
      const labelled = new Set(of('for'))
      const boxes = all.filter(
        ({ name, attributes }) => ['input', 'select', 'textarea'].includes(name) && attributes.type !== 'hidden',
      )
      for (const { attributes } of boxes) expect(labelled, attributes.name).toContain(attributes.id)
      const fieldsets = all.filter(({ name }) => name === 'fieldset').length
      expect(all.filter(({ name }) => name === 'legend')).toHaveLength(fieldsets)
      expect(all.filter(({ name }) => name === 'h1')).toHaveLength(1)
      for (const described of of('aria-describedby').flatMap((ids) => ids.split(' ').filter(Boolean)))
        expect(of('id')).toContain(described)
    }
  })

  test('the page says its language, its name, and where its content begins', () => {
    for (const all of pages()) {
      expect(all[0]).toMatchObject({ name: 'html', attributes: { lang: 'en-GB' } })
      expect(all.find(({ name }) => name === 'title')?.text).toMatch(/ – Muster$/)
      expect(all.find(({ attributes }) => attributes.class === 'govuk-skip-link')?.attributes.href).toBe('#main')
      expect(all.find(({ name }) => name === 'main')?.attributes.id).toBe('main')
    }
  })

  test('a tone is said in a word', () => {
    for (const [tone, word] of [
      ['good', 'Good'],
      ['warn', 'Attention'],
      ['bad', 'Problem'],
    ] as const) {
      const message = say('So', notice(tone, 'something'), {
        kind: 'facts',
        rows: [{ label: 'Due', value: 'today', tone }],
      })
      const words = elements(drawMessage(message)).filter(({ name, text }) => name === 'strong' && text === word)
      expect(words).toHaveLength(2)
    }
  })

  test('every error at the top leads to a box that is there', () => {
    const kinds: Field[] = [
      { ...asked('R', 'radios'), kind: 'radios', options: [{ value: 'y', label: 'Yes' }] },
      { ...asked('C', 'boxes'), kind: 'checkboxes', options: [{ value: 'none', label: 'None' }] },
      { ...asked('S', 'list'), kind: 'select', options: [] },
      { ...asked('D', 'date'), kind: 'date' },
      { ...asked('T', 'time'), kind: 'datetime' },
      { ...asked('N', 'number'), kind: 'number', min: 0, max: 9 },
      { ...asked('W', 'word'), kind: 'short', max: 9 },
      { ...asked('L', 'words'), kind: 'long', max: 900 },
      { ...asked('A', 'tick'), kind: 'attest', statement: 'I have' },
      { ...asked('E', 'rows'), kind: 'rows', max: 2, columns: [] },
      { ...asked('K', 'desk'), kind: 'desk', answered: false },
      { ...asked('Z', 'line'), kind: 'answer', shown: '', page: 'A1' },
    ]
    const all = elements(drawForm(page(...kinds)))
    const ids = all.map(({ attributes }) => attributes.id)
    for (const { id, label, error } of kinds) {
      const link = all.find(({ name, text }) => name === 'a' && text === `${label}: ${error}`)
      expect(link?.attributes.href).toBe(`#f-${id}`)
      expect(ids.filter((one) => one === `f-${id}`)).toHaveLength(1)
    }
  })

  test('no browser keeps what is typed about people', () => {
    const html = drawForm(
      page({ ...asked('L', 'x'), kind: 'long', max: 900 }, { ...asked('W', 'y'), kind: 'short', max: 90 }),
    )
    const boxes = elements(html).filter(({ attributes }) => attributes.name?.startsWith('text/'))
    expect(boxes.map(({ attributes }) => attributes.autocomplete)).toEqual(['off', 'off'])
  })
})

describe('a message as a page', () => {
  test('is called by its first heading, and each further one begins a section', () => {
    const html = drawMessage({
      summary: 'JUNIPER',
      sensitivity: 'person',
      blocks: [heading('JUNIPER'), text('Open'), heading('Clocks'), text('Two')],
    })
    const all = elements(html)
    expect(all.find(({ name }) => name === 'h1')?.text).toBe('JUNIPER')
    expect(all.filter(({ name }) => name === 'h2').map(({ text: words }) => words)).toEqual(['Clocks'])
  })

  test('a single sentence is not said twice', () => {
    expect(
      elements(drawMessage(say('That is done.'))).filter(
        ({ name, text: words }) => ['h1', 'p'].includes(name) && words === 'That is done.',
      ),
    ).toHaveLength(1)
  })

  test('a picture runs nothing, whatever is in it, and comes with words and a table', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const html = drawMessage({
      summary: 'x',
      sensitivity: 'person',
      blocks: [
        {
          kind: 'figure',
          svg,
          alt: 'Audits by agency',
          sentence: 'Health leads.',
          table: { columns: ['Agency'], rows: [['Health']] },
        },
      ],
    })
    const image = elements(html).find(({ name }) => name === 'img')
    expect(image?.attributes.alt).toBe('Audits by agency')
    expect(image?.attributes.src).toBe(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
    expect(html).toContain('Health leads.')
    expect(html).toContain('<th scope="row" class="govuk-table__header">Health</th>')
  })
})

function asked(id: string, error: string) {
  return { id, label: `Question ${id}`, required: true, error: `Error in ${error}` }
}

function page(...fields: Field[]): FormView {
  return {
    draft: 'draft_1',
    form: 'D',
    page: 'D1',
    title: 'Agency return',
    heading: 'What you knew',
    progress: { answered: 0, of: 1, page: 1, pages: 2 },
    fields,
    pace: 'page',
    forward: 'Next',
  }
}

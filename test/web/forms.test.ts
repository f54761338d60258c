import { beforeEach, describe, expect, test } from 'vitest'
import { refuse } from '../../src/kernel/result.ts'
import { elements } from './html.ts'
import { type Desk, openDesk } from './visitor.ts'

let desk: Desk
let priya: Awaited<ReturnType<Desk['signedIn']>>
beforeEach(async () => {
  desk = await openDesk()
  priya = await desk.signedIn()
  await priya.open('/desk/form/draft_1')
  return () => desk.close()
})

const firstPage = {
  'one/D1': 'yes',
  'date/D2/day': '17',
  'date/D2/month': '12',
  'date/D2/year': '2026',
  'date/D2/time': '16:40',
  'text/D4': '3',
  'many/D5': ['cp', 'eh'],
}
const turningPoint = {
  'rows/D8/0/date/when/day': '5',
  'rows/D8/0/date/when/month': '11',
  'rows/D8/0/date/when/year': '2026',
  'rows/D8/0/one/kind': 'missed',
  'rows/D8/0/text/what': 'A visit was cancelled',
}
const narrative = 'First line, with “quotes” & <angles>.\n\n  An indented second.\nA third.'

describe('a form, page by page', () => {
  test('answers reach the core as they were given, and the next page opens at its own address', async () => {
    const page = await priya.press('Next', firstPage)
    expect(page.url).toBe('/desk/form/draft_1?page=D2&saved=1')
    expect(page.html).toContain('Saved')
    expect(Object.fromEntries(desk.core.answers)).toEqual({
      D1: 'yes',
      D2: '2026-12-17T16:40',
      D3: '',
      D4: 3,
      D5: ['cp', 'eh'],
    })
  })

  test('what was answered stands in the fields again', async () => {
    await priya.press('Next', firstPage)
    await priya.open('/desk/form/draft_1?page=D1')
    const { body } = priya.filledIn('Next')
    for (const [name, value] of Object.entries(firstPage)) {
      expect(body.getAll(name).filter(Boolean), name).toEqual([value].flat())
    }
  })

  test('boxes can all be unticked again', async () => {
    await priya.press('Next', firstPage)
    await priya.open('/desk/form/draft_1?page=D1')
    await priya.press('Next', { 'many/D5': [] })
    expect(desk.core.answers.get('D5')).toEqual([])
  })

  test('narrative comes back to the letter', async () => {
    await priya.open('/desk/form/draft_1?page=D2')
    await priya.press('Next', { 'text/D6': narrative })
    await priya.open('/desk/form/draft_1?page=D2')
    const box = elements(priya.page().html).find(({ attributes }) => attributes.name === 'text/D6')
    expect(box?.text).toBe(narrative)
  })

  test('Enter in a box means "next", not "back"', () => {
    const first = elements(priya.page().html).filter(
      ({ name, attributes }) => name === 'button' && attributes.name === 'go',
    )[0]
    expect(first?.attributes).toMatchObject({ type: 'submit', value: 'next', tabindex: '-1' })
  })

  test('going back saves', async () => {
    await priya.open('/desk/form/draft_1?page=D2')
    const page = await priya.press('Back', { 'text/D6': 'Begun' })
    expect(page.url).toContain('page=D1')
    expect(desk.core.answers.get('D6')).toBe('Begun')
  })

  test('stopping saves, and says so', async () => {
    const page = await priya.press('Save and stop for now', { 'text/D4': '7' })
    expect(page.html).toContain('JUNIPER: saved.')
    expect(desk.core.answers.get('D4')).toBe(7)
  })

  test('the answers are checked, changed, submitted', async () => {
    await priya.press('Next', firstPage)
    await priya.press('Next', { 'text/D6': 'What we did' })
    const check = await priya.press('Check your answers', { ...turningPoint, 'one/D10': 'yes' })
    expect(check.html).toContain('Thu 17 Dec 2026 16:40')
    expect(check.html).toContain('href="/desk/form/draft_1?page=D2#f-D6"')
    expect((await priya.press('Submit')).html).toContain('The return has been submitted.')
    expect(desk.core.intents.at(-1)?.input).toMatchObject({ page: 'check', go: 'submit' })
  })
})

describe('what is wrong', () => {
  test('is said at the top and beside the field, and what was typed stays', async () => {
    const page = await priya.press('Next', {
      ...firstPage,
      'date/D2/day': '31',
      'date/D2/month': '2',
      'text/D4': 'three',
    })
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/<title>Error: What your agency knew/)
    const all = elements(page.html)
    for (const [target, sentence, kept] of [
      ['f-D2', 'Enter a real date', '31'],
      ['f-D4', 'Enter a whole number', 'three'],
    ]) {
      expect(all.find(({ attributes }) => attributes.href === `#${target}`)?.text).toContain(sentence)
      expect(all.find(({ attributes }) => attributes.id === target)?.attributes.value).toBe(kept)
      expect(
        all
          .filter(({ attributes }) => attributes.class === 'govuk-error-message')
          .some(({ text }) => text.includes(String(sentence))),
      ).toBe(true)
    }
  })

  test('words that may not be kept are still before their writer', async () => {
    await priya.open('/desk/form/draft_1?page=D2')
    const typed = 'Born 12/03/2019, the school rang'
    const page = await priya.press('Next', { 'text/D6': 'What we did', 'text/D7': typed })
    expect(page.status).toBe(422)
    expect(desk.core.answers.has('D7')).toBe(false)
    expect(elements(page.html).find(({ attributes }) => attributes.name === 'text/D7')?.text).toBe(typed)
  })

  test('a refusal leaves everything that was typed on the page', async () => {
    await priya.open('/desk/form/draft_1?page=D2')
    desk.core.hasTrouble(
      refuse('not-now', 'A colleague is submitting this return.', 'Wait a minute and press Next again.'),
    )
    const page = await priya.press('Next', { 'text/D6': narrative })
    expect(page.status).toBe(409)
    expect(page.html).toContain('A colleague is submitting this return. Wait a minute and press Next again.')
    expect(elements(page.html).find(({ attributes }) => attributes.name === 'text/D6')?.text).toBe(narrative)
    expect(desk.core.answers.has('D6')).toBe(false)
  })

  test('the same page can be sent again once it is put right', async () => {
    await priya.press('Next', { ...firstPage, 'text/D4': 'three' })
    expect((await priya.press('Next', { 'text/D4': '3' })).url).toContain('page=D2')
  })
})

describe('sending twice', () => {
  test('the same words in the same form are the same intent, and lead to the same place', async () => {
    const { action, body } = priya.filledIn('Next', firstPage)
    const first = await priya.send(action, body)
    const second = await priya.send(action, body)
    const [before, after] = desk.core.intents.filter(({ verb }) => verb === 'form.page')
    expect(after?.id).toBe(before?.id)
    expect(second.url).toBe(first.url)
  })

  test('a double click on "Submit" still shows that it was submitted', async () => {
    await priya.press('Next', firstPage)
    await priya.press('Next', { 'text/D6': 'What we did' })
    await priya.press('Check your answers', { ...turningPoint, 'one/D10': 'yes' })
    const { action, body } = priya.filledIn('Submit')
    await priya.send(action, body)
    const second = await priya.send(action, body)
    expect(second.html).toContain('The return has been submitted.')
    expect(desk.core.done).toEqual(['submitted'])
  })

  test('other words in a form brought back by the browser are not taken for a repetition', async () => {
    await priya.open('/desk/form/draft_1?page=D2')
    const first = priya.filledIn('Next', { 'text/D6': 'As it was first' })
    await priya.send(first.action, first.body)
    first.body.set('text/D6', 'As it ought to be')
    await priya.send(first.action, first.body)
    expect(desk.core.answers.get('D6')).toBe('As it ought to be')
  })

  test('nothing of what was typed can be read in the intent’s id', async () => {
    await priya.press('Next', firstPage)
    expect(desk.core.intents.find(({ verb }) => verb === 'form.page')?.id).toMatch(/^desk\/[\w-]{43}$/)
  })
})

describe('rows', () => {
  const rows = () =>
    elements(priya.page().html).filter(
      ({ attributes }) => attributes.class?.includes('muster-row ') || attributes.class?.endsWith('muster-row'),
    )
  beforeEach(() => priya.open('/desk/form/draft_1?page=D3'))

  test('there is a blank one to begin with, and one for each partner', () => {
    expect(rows()).toHaveLength(3)
    expect(priya.page().html).toContain('Hackney Housing')
  })

  test('adding another saves the first and shows a blank one', async () => {
    const page = await priya.press('Add another to Turning points', turningPoint)
    expect(desk.core.answers.get('D8')).toEqual([{ when: '2026-11-05', kind: 'missed', what: 'A visit was cancelled' }])
    expect(page.url).toContain('adding=D8')
    expect(rows()).toHaveLength(4)
    const { body } = priya.filledIn('Check your answers')
    expect(body.get('rows/D8/0/text/what')).toBe('A visit was cancelled')
    expect(body.get('rows/D8/1/text/what')).toBe('')
  })

  test('one can be taken out, even the last', async () => {
    await priya.press('Add another to Turning points', turningPoint)
    await priya.press('Take out row 1')
    expect(desk.core.answers.get('D8')).toEqual([])
    expect(rows()).toHaveLength(3)
  })

  test('there is no adding beyond the most there may be', async () => {
    for (let n = 0; n < 5; n++)
      await priya.press(
        'Add another to Turning points',
        Object.fromEntries(Object.entries(turningPoint).map(([name, value]) => [name.replace('/0/', `/${n}/`), value])),
      )
    expect(rows()).toHaveLength(8)
    expect(priya.page().html).not.toContain('Add another')
  })

  test('a given row comes back with the option it stands for', async () => {
    await priya.press('Check your answers', { 'rows/D9/1/one/answered': 'no' })
    expect(desk.core.answers.get('D9')).toEqual([
      { row: 'housing', answered: '' },
      { row: 'probation', answered: 'no' },
    ])
  })

  test('a row that is wrong keeps what was typed in it', async () => {
    const page = await priya.press('Check your answers', { ...turningPoint, 'rows/D8/0/date/when/month': '13' })
    expect(page.status).toBe(422)
    const { body } = priya.filledIn('Check your answers')
    expect(body.get('rows/D8/0/date/when/month')).toBe('13')
    expect(body.get('rows/D8/0/text/what')).toBe('A visit was cancelled')
  })

  test('every wrong cell says so beside itself, and above each is named with a link to it; a row left blank is none', async () => {
    for (const n of [0, 1])
      await priya.press(
        'Add another to Turning points',
        Object.fromEntries(Object.entries(turningPoint).map(([name, value]) => [name.replace('/0/', `/${n}/`), value])),
      )
    const page = await priya.press('Check your answers', {
      'rows/D8/0/date/when/month': '13',
      'rows/D8/1/date/when/day': '',
      'rows/D8/1/date/when/month': '',
      'rows/D8/1/date/when/year': '',
      'rows/D8/1/one/kind': '',
      'rows/D8/1/text/what': '',
      'rows/D8/2/one/kind': '',
      'rows/D8/2/text/what': 'A call was not returned',
      'one/D10': 'yes',
    })
    const all = elements(page.html)
    const beside = (cell: string) =>
      all.find(({ attributes }) => attributes.id?.startsWith(`f-D8-${cell}`) && attributes.id.endsWith('-error'))?.text
    const above = (cell: string) => all.find(({ attributes }) => attributes.href === `#f-D8-${cell}`)?.text
    const cells = {
      '0-when': 'Enter a real date, for example 17/12/2026',
      '1-when': 'Enter the date, for example 17/12/2026',
      '1-kind': 'Choose one of the options',
    }
    for (const [cell, sentence] of Object.entries(cells)) {
      expect(beside(cell), cell).toContain(sentence)
      expect(above(cell), cell).toContain(sentence)
      expect(all.some(({ attributes }) => attributes.id === `f-D8-${cell}`)).toBe(true)
    }
    expect(page.html).toContain('3 answers need another look')
    expect(above('1-kind')).toBe('Row 2, What kind: Choose one of the options')
    expect(beside('0-kind')).toBeUndefined()
    expect(priya.filledIn('Check your answers').body.get('rows/D8/1/text/what')).toBe('A call was not returned')
  })
})

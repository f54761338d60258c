/** How each word of the house looks in Slack. */
import { describe, expect, it } from 'vitest'
import { renderHome } from '../../adapters/slack/render/home.ts'
import { renderMessage } from '../../adapters/slack/render/message.ts'
import {
  actions,
  type Block,
  facts,
  heading,
  list,
  type Message,
  notice,
  progress,
  quiet,
  quietFacts,
  table,
  text,
} from '../../src/chat/words.ts'
import { textsIn } from './texts.ts'

const message = (...blocks: Block[]): Message => ({ summary: 'JUNIPER: action for you', sensitivity: 'person', blocks })
const drawn = (...blocks: Block[]) => renderMessage(message(...blocks), {})[0].blocks
const words = (...blocks: Block[]) => textsIn(drawn(...blocks)).join('')

describe('a message', () => {
  it('says its summary where a phone shows it, and nothing in it can become a mention', () => {
    const [page] = renderMessage({ ...message(), summary: 'A & B <!channel>' }, {})
    expect(page.text).toBe('A &amp; B &lt;!channel&gt;')
    expect(page.blocks).toEqual([{ type: 'section', text: { type: 'plain_text', text: 'A & B <!channel>' } }])
  })

  it('never reads what people wrote as markup', () => {
    const everything = drawn(
      text('*a* <@U1>'),
      quiet('_b_'),
      notice('warn', '`c`'),
      facts([['*d*', '~e~']]),
      list(['<f>']),
    )
    expect(JSON.stringify(everything)).not.toContain('mrkdwn')
  })

  it('draws a heading as a header, and a very long one in bold', () => {
    expect(drawn(heading('JUNIPER'))).toMatchObject([{ type: 'header', text: { text: 'JUNIPER' } }])
    expect(drawn(heading('x'.repeat(151)))).toMatchObject([{ type: 'rich_text' }])
  })

  it('draws facts line by line with their reasons, and says a tone in words', () => {
    const said = words(
      facts([
        ['Submit to the Panel', 'Tue 12 Jan 2027', '15 working days from Thu 17 Dec 2026'],
        { label: 'Quorum', value: 'not in sight', tone: 'bad' },
      ]),
    )
    expect(said).toContain('Submit to the Panel: Tue 12 Jan 2027\n15 working days from Thu 17 Dec 2026')
    expect(said).toContain('Quorum: ⛔ not in sight')
  })

  it('sets quiet facts small, each in a block of its own, with nothing left out', () => {
    const rows = [
      { label: 'Submit', value: 'Tue 12 Jan 2027', note: '15 working days' },
      { label: 'Quorum', value: 'not in sight', tone: 'bad' as const },
    ]
    expect(drawn(quietFacts(rows))).toMatchObject([
      { type: 'context', elements: [{ type: 'plain_text', text: 'Submit: Tue 12 Jan 2027\n15 working days' }] },
      { type: 'context', elements: [{ type: 'plain_text', text: 'Quorum: ⛔ not in sight' }] },
    ])
  })

  it('draws notices with a sign and a word', () => {
    expect(words(notice('good', 'Quorate'))).toBe('✅ Quorate')
    expect(words(notice('warn', 'Late'))).toBe('⚠️ Late')
    expect(words(notice('bad', 'Inquorate'))).toBe('⛔ Inquorate')
    expect(words(notice('neutral', 'Moved'))).toBe('ℹ️ Moved')
  })

  it('draws progress in numbers first', () => {
    expect(words(progress('Agency returns', 3, 6))).toBe('Agency returns: 3 of 6\n▰▰▰▰▰▰▱▱▱▱▱▱')
    expect(words(progress('Nothing owed', 0, 0))).toBe('Nothing owed: 0 of 0\n▱▱▱▱▱▱▱▱▱▱▱▱')
  })

  it('numbers an ordered list', () => {
    expect(drawn(list(['one', 'two'], true))).toMatchObject([
      { elements: [{ type: 'rich_text_list', style: 'ordered' }] },
    ])
    expect(drawn(list(['one']))).toMatchObject([{ elements: [{ style: 'bullet' }] }])
  })

  it('aligns a narrow table, and tells a wide one row by row', () => {
    const rows = [
      ['Housing', 'yes'],
      ['Met Police', 'no'],
    ]
    const [caption, body] = drawn(table('Replies', ['Agency', 'Reply'], rows))
    expect(textsIn(caption)).toEqual(['Replies'])
    expect(textsIn(body)).toEqual(['Agency      Reply\n──────────  ─────\nHousing     yes\nMet Police  no'])
    const wide = table('', ['Agency', 'What they wrote'], [['Housing', 'a long answer '.repeat(6)]])
    expect(words(wide)).toMatch(/^Housing: What they wrote: a long answer/)
  })

  it('shows a picture with its sentence and its table, and both without the picture where Slack cannot fetch it', () => {
    const figure: Block = {
      kind: 'figure',
      svg: '<svg/>',
      alt: 'Bars: 3 on time, 1 late',
      sentence: 'Three of four reviews were on time.',
      table: { columns: ['On time', 'Late'], rows: [['3', '1']] },
    }
    const seen = renderMessage(message(figure), { pictures: { url: () => 'https://muster.example/p/1.png' } })[0].blocks
    expect(seen[0]).toEqual({
      type: 'image',
      image_url: 'https://muster.example/p/1.png',
      alt_text: 'Bars: 3 on time, 1 late',
    })
    expect(textsIn(seen).join()).toContain('Three of four reviews were on time.')
    expect(drawn(figure)).toEqual(seen.slice(1))
  })

  it('draws buttons five in a row, each with an id of its own and what its press means', () => {
    const many = Array.from({ length: 7 }, (_, n) => ({
      label: `Yes ${n}`,
      verb: 'meeting.reply',
      input: { to: `${n}` },
    }))
    const [first, second] = drawn(actions(many)) as { elements: { action_id: string; value: string }[] }[]
    expect(first?.elements).toHaveLength(5)
    expect(second?.elements).toHaveLength(2)
    const ids = [first, second].flatMap((row) => row?.elements.map((each) => each.action_id))
    expect(new Set(ids).size).toBe(7)
    expect(JSON.parse(first?.elements[3]?.value ?? '')).toEqual({ v: 'meeting.reply', i: { to: '3' } })
  })

  it('says the consequence before a press counts, in full above the button when the question is too small for it', () => {
    const consequence = `This shares it with five safeguarding partners. ${'It does not send anything to the Panel. '.repeat(9)}`
    const confirm = { title: 'Agree?', text: consequence, yes: 'Agree', no: 'Not yet' }
    const blocks = drawn(
      actions([{ label: 'Agree', verb: 'icsc.agree', subject: 'rr-1', version: 3, style: 'danger', confirm }]),
    )
    expect(textsIn(blocks[0]).join('')).toBe(consequence.trim())
    expect(blocks[1]).toMatchObject({
      elements: [
        { style: 'danger', confirm: { style: 'danger', title: { text: 'Agree?' }, confirm: { text: 'Agree' } } },
      ],
    })
  })

  it('becomes several numbered pages when it is too long, and loses nothing', () => {
    const lines = Array.from({ length: 130 }, (_, n) => heading(`Line ${n}`))
    const pages = renderMessage(message(...lines), {})
    expect(pages).toHaveLength(3)
    expect(pages[1]?.text).toBe('JUNIPER: action for you (2 of 3)')
    expect(textsIn(pages[2]?.blocks)).toContain('Page 3 of 3')
    for (let n = 0; n < 130; n++) expect(textsIn(pages)).toContain(`Line ${n}`)
  })
})

describe('the home tab', () => {
  const long = message(...Array.from({ length: 150 }, (_, n) => heading(`Owed ${n}`)))

  it('turns pages, each press saying which', () => {
    const first = renderHome(long, {})
    const second = renderHome(long, {}, 2)
    expect(textsIn(first)).toEqual(expect.arrayContaining(['Owed 0', 'Page 1 of 2', 'Next page']))
    expect(textsIn(first)).not.toContain('Earlier page')
    expect(textsIn(second)).toEqual(expect.arrayContaining(['Owed 149', 'Page 2 of 2', 'Earlier page']))
    expect(JSON.stringify(second)).toContain(String.raw`{\"v\":\"home\",\"i\":{\"page\":\"1\"}}`)
  })

  it('shows the nearest page when that one is no longer there', () => {
    expect(renderHome(long, {}, 9)).toEqual(renderHome(long, {}, 2))
    expect(renderHome(message(text('Nothing owed')), {}, Number.NaN).blocks).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../adapters/rehearsal/slack/kit/limits.ts'
import { buttons, callApi, emptyWorld, question } from './stage.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const long = (length: number) => 'x'.repeat(length)
const option = (value: string, text = 'Yes') => ({ text: plain(text), value })
const options = (count: number) => Array.from({ length: count }, (_, nth) => option(`v${nth}`))
const section = (accessory: object) => ({ type: 'section', text: plain('Text'), accessory })
const input = (element: object, label = 'Label') => ({ type: 'input', label: plain(label), element })
const button = (more: object) => ({ type: 'actions', elements: [{ type: 'button', text: plain('Go'), ...more }] })
const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }))

/** What just fits, and what no longer does. */
const EDGES: [string, object[], object[]][] = [
  ['50 blocks', dividers(50), dividers(51)],
  ['section text 3000', [{ type: 'section', text: plain(long(3000)) }], [{ type: 'section', text: plain(long(3001)) }]],
  ['header 150', [{ type: 'header', text: plain(long(150)) }], [{ type: 'header', text: plain(long(151)) }]],
  [
    '10 fields',
    [{ type: 'section', fields: Array(10).fill(plain('f')) }],
    [{ type: 'section', fields: Array(11).fill(plain('f')) }],
  ],
  [
    'field text 2000',
    [{ type: 'section', fields: [plain(long(2000))] }],
    [{ type: 'section', fields: [plain(long(2001))] }],
  ],
  [
    '10 context elements',
    [{ type: 'context', elements: Array(10).fill(plain('c')) }],
    [{ type: 'context', elements: Array(11).fill(plain('c')) }],
  ],
  [
    '25 actions',
    [buttons(...Array.from({ length: 25 }, (_, n) => `a${n}`))],
    [buttons(...Array.from({ length: 26 }, (_, n) => `a${n}`))],
  ],
  ['button text 75', [button({ text: plain(long(75)) })], [button({ text: plain(long(76)) })]],
  ['button value 2000', [button({ value: long(2000) })], [button({ value: long(2001) })]],
  ['action_id 255', [button({ action_id: long(255) })], [button({ action_id: long(256) })]],
  [
    'confirm title 100',
    [button({ confirm: { title: plain(long(100)), text: plain('?') } })],
    [button({ confirm: { title: plain(long(101)), text: plain('?') } })],
  ],
  [
    '100 options',
    [section({ type: 'static_select', options: options(100) })],
    [section({ type: 'static_select', options: options(101) })],
  ],
  [
    'overflow 5',
    [section({ type: 'overflow', options: options(5) })],
    [section({ type: 'overflow', options: options(6) })],
  ],
  [
    '10 check boxes',
    [section({ type: 'checkboxes', options: options(10) })],
    [section({ type: 'checkboxes', options: options(11) })],
  ],
  [
    '10 radio buttons',
    [section({ type: 'radio_buttons', options: options(10) })],
    [section({ type: 'radio_buttons', options: options(11) })],
  ],
  [
    'option text 75',
    [section({ type: 'static_select', options: [option('a', long(75))] })],
    [section({ type: 'static_select', options: [option('a', long(76))] })],
  ],
  [
    'option value 150',
    [section({ type: 'static_select', options: [option(long(150))] })],
    [section({ type: 'static_select', options: [option(long(151))] })],
  ],
  [
    'placeholder 150',
    [input({ type: 'plain_text_input', placeholder: plain(long(150)) })],
    [input({ type: 'plain_text_input', placeholder: plain(long(151)) })],
  ],
  ['label 2000', [input({ type: 'plain_text_input' }, long(2000))], [input({ type: 'plain_text_input' }, long(2001))]],
  [
    'markdown 12000 in all',
    [{ type: 'markdown', text: long(12_000) }],
    [
      { type: 'markdown', text: long(6_000) },
      { type: 'markdown', text: long(6_001) },
    ],
  ],
  [
    'unique block_id',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
  ],
  ['unique action_id in a block', [buttons('a'), buttons('a')], [buttons('a', 'a')]],
  [
    'an initial option that is offered',
    [section({ type: 'static_select', options: options(2), initial_option: option('v1') })],
    [section({ type: 'static_select', options: options(2), initial_option: option('v2') })],
  ],
  [
    'no text input beside a section',
    [section({ type: 'button', text: plain('Go') })],
    [section({ type: 'plain_text_input' })],
  ],
  ['no property of our own', [{ type: 'divider' }], [{ type: 'divider', tone: 'warning' }]],
]

async function poster() {
  const { slack } = emptyWorld()
  await slack.listen()
  slack.channels.add({ id: 'C1', name: 'c', members: [slack.bot.userId] })
  return (message: object) => callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'T', ...message })
}

describe('a message that Slack would refuse is refused', () => {
  test.each(EDGES)('%s', async (_, fits, tooMuch) => {
    const post = await poster()
    expect(await post({ blocks: fits })).toMatchObject({ ok: true })
    expect(await post({ blocks: tooMuch })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringMatching(/^\[ERROR\] .+ \[json-pointer:\/blocks.*\]$/)] },
    })
  })

  test('the refusal points at the very place', async () => {
    const { response_metadata } = await (await poster())({
      blocks: [{ type: 'divider' }, button({ text: plain(long(76)) })],
    })
    expect(response_metadata?.messages).toEqual([
      '[ERROR] must be less than 76 characters [json-pointer:/blocks/1/elements/0/text/text]',
    ])
  })

  test('text beyond 40,000 characters, or no words at all', async () => {
    const post = await poster()
    expect((await post({ text: long(LIMITS.messageText + 1) })).error).toBe('msg_too_long')
    expect((await post({ text: '' })).error).toBe('no_text')
  })
})

test.each([
  ['a title of 25', { title: plain(long(25)) }],
  ['a submit of 25', { submit: plain(long(25)) }],
  ['private_metadata of 3001', { private_metadata: long(3001) }],
  ['questions without submit', { submit: undefined }],
  ['101 blocks', { blocks: dividers(101) }],
])('a view with %s is refused', async (_, flaw) => {
  const { slack } = emptyWorld()
  await slack.listen()
  slack.users.add({ id: 'U1', realName: 'Ada', email: 'ada@council.example' })
  const opened = await callApi(slack, 'views.open', {
    trigger_id: slack.trigger('U1'),
    view: { ...question(), ...flaw },
  })
  expect(opened).toMatchObject({ ok: false, error: 'invalid_arguments' })
  expect(opened.response_metadata?.messages).toHaveLength(1)
})

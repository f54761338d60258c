/** What Slack sends, as what a person wants. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { hear } from '../../adapters/slack/parse/hear.ts'
import { readCommand } from '../../adapters/slack/parse/text.ts'
import { readValues } from '../../adapters/slack/parse/values.ts'

const press = (value: string | undefined, more: object = {}) => ({
  type: 'block_actions',
  team: { id: 'THOME' },
  user: { id: 'U7', team_id: 'TAWAY' },
  trigger_id: 'trigger.1',
  response_url: 'https://slack.example/r/1',
  container: { type: 'message', message_ts: '17.5', channel_id: 'C1', is_ephemeral: false },
  channel: { id: 'C1', name: 'partners' },
  actions: [{ type: 'button', action_id: '0/x', value }],
  ...more,
})

const said = (event: object) => ({ type: 'event_callback', team_id: 'THOME', event_id: 'Ev07', event })

describe('a press', () => {
  it('is the button’s intent, from the account’s own workspace and the app’s conversation', () => {
    const value = JSON.stringify({ v: 'case.acknowledge', s: 'rr-2026-01', n: 14, i: { as: 'icsc' } })
    expect(hear(press(value))?.intent).toEqual({
      id: 'slack/trigger.1',
      who: { platform: 'slack', tenant: 'TAWAY', user: 'U7' },
      where: { platform: 'slack', tenant: 'THOME', conversation: 'C1', kind: 'channel' },
      verb: 'case.acknowledge',
      subject: 'rr-2026-01',
      version: 14,
      input: { as: 'icsc' },
      pressed: { conversation: 'C1', message: '17.5' },
    })
  })

  test('garbage in a button is heard as nobody’s wish, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
        const heard = hear(press(value))
        expect(heard?.who.user).toBe('U7')
      }),
    )
    for (const value of [undefined, '', '{}', '{"v":7}', '{"v":""}', '{"v":"x","n":1.5}', '[]', 'null']) {
      expect(hear(press(value))).toMatchObject({ origin: { user: 'U7' } })
      expect(hear(press(value))?.intent).toBeUndefined()
    }
  })

  it('brings along what stands in the inputs beside it', () => {
    const state = { values: { A5: { choice: { type: 'radio_buttons', selected_option: { value: 'yes' } } } } }
    const value = JSON.stringify({ v: 'form.page', i: { draft: 'd', page: 'A1', go: 'back' } })
    expect(hear(press(value, { state }))?.intent?.input).toEqual({
      draft: 'd',
      page: 'A1',
      go: 'back',
      values: { A5: 'yes' },
    })
  })

  it('knows direct, group and channel apart', () => {
    const kind = (id: string, name: string) => hear(press('{"v":"x"}', { channel: { id, name } }))?.intent?.where.kind
    expect(kind('D1', 'directmessage')).toBe('direct')
    expect(kind('C2', 'mpdm-a--b--c-1')).toBe('group')
    expect(kind('G3', 'privategroup')).toBe('group')
    expect(kind('C4', 'partners')).toBe('channel')
  })

  it('is no intent while a choice is only being made', () => {
    expect(hear(press(undefined, { actions: [{ type: 'static_select' }] }))).toBeUndefined()
  })
})

describe('words', () => {
  it('begin with the command, after the mention, with or without a slash', () => {
    expect(readCommand('<@U0BOT> Meetings  next week')).toEqual({ command: 'meetings', text: 'next week' })
    expect(readCommand('<@U0BOT|muster>: /actions')).toEqual({ command: 'actions', text: '' })
    expect(readCommand('')).toEqual({ command: '', text: '' })
  })

  it('are read as they were typed', () => {
    const typed = 'link code &amp; &lt;b&gt; <mailto:ada@council.example|ada@council.example> <https://a.example>'
    expect(readCommand(typed).text).toBe('code & <b> ada@council.example https://a.example')
  })

  it('come from a slash command with the ways back', () => {
    const body = {
      command: '/rapid-review',
      text: 'start',
      team_id: 'T1',
      user_id: 'U7',
      channel_id: 'C1',
      channel_name: 'partners',
      trigger_id: 'trigger.2',
      response_url: 'https://slack.example/r/2',
    }
    expect(hear(body)).toMatchObject({
      intent: { id: 'slack/trigger.2', verb: 'command', input: { command: 'rapid-review', text: 'start' } },
      origin: { trigger: 'trigger.2', respond: 'https://slack.example/r/2', direct: false },
    })
  })

  it('in a direct message or after a mention are a command; the id is the event’s, so that a retry has the same', () => {
    const direct = said({
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U7',
      user_team: 'TAWAY',
      text: 'owe',
    })
    expect(hear(direct)?.intent).toMatchObject({
      id: 'slack/Ev07',
      who: { tenant: 'TAWAY' },
      where: { kind: 'direct', tenant: 'THOME' },
      verb: 'command',
      input: { command: 'owe', text: '' },
    })
    const mention = said({ type: 'app_mention', channel: 'C1', user: 'U7', text: '<@U0BOT> owe', thread_ts: '9.9' })
    expect(hear(mention)).toMatchObject({ intent: { where: { kind: 'channel' } }, origin: { thread: '9.9' } })
  })

  it('with a file are an upload, whose name and content are not carried on', () => {
    const files = [{ id: 'F1', name: 'a name that may tell.docx' }]
    const event = {
      type: 'message',
      subtype: 'file_share',
      channel_type: 'im',
      channel: 'D1',
      user: 'U7',
      text: 'see',
      files,
    }
    expect(hear(said(event))?.intent).toMatchObject({ verb: 'upload', input: { files: 1 } })
    expect(JSON.stringify(hear(said(event)))).not.toContain('tell')
  })

  test('our own, other people’s and edited ones are not for us', () => {
    const mine = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U7', text: 'hello' }
    expect(hear(said({ ...mine, bot_id: 'B1' }))).toBeUndefined()
    expect(hear(said({ ...mine, subtype: 'message_changed' }))).toBeUndefined()
    expect(hear(said({ ...mine, channel_type: 'channel' }))).toBeUndefined()
    expect(hear(said({ type: 'reaction_added', user: 'U7' }))).toBeUndefined()
  })

  it('nothing at all is heard in what is not Slack’s', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => hear(body) === undefined))
  })
})

describe('a view', () => {
  const view = (more: object = {}) => ({
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'U7', team_id: 'T1' },
    trigger_id: 'trigger.3',
    view: {
      id: 'V1',
      type: 'modal',
      hash: 'h1',
      callback_id: 'form',
      private_metadata: '{"draft":"draft_9","page":"A1"}',
      blocks: [{ type: 'input', block_id: 'A5' }, { type: 'section' }],
      state: { values: { A5: { text: { type: 'plain_text_input', value: 'words' } } } },
    },
    ...more,
  })

  it('handed in is a page of a form, going on', () => {
    expect(hear(view())).toMatchObject({
      intent: {
        id: 'slack/trigger.3',
        verb: 'form.page',
        input: { draft: 'draft_9', page: 'A1', go: 'next', values: { A5: 'words' } },
      },
      origin: { submitted: true, view: { id: 'V1', kind: 'modal', inputs: ['A5'] } },
    })
  })

  it('closed is a stop, with an id that a retry repeats', () => {
    const closed = view({ type: 'view_closed', trigger_id: undefined })
    const heard = hear(closed)?.intent
    expect(heard).toMatchObject({ verb: 'form.stop', input: { draft: 'draft_9', page: 'A1' } })
    expect(heard?.id).toBe(hear(closed)?.intent?.id)
    expect(heard?.id).not.toBe(
      hear(view({ type: 'view_closed', trigger_id: undefined, view: { ...view().view, hash: 'h2' } }))?.intent?.id,
    )
  })

  it('that is not a form’s asks nothing, and a forged address is nobody’s wish', () => {
    expect(hear(view({ view: { ...view().view, callback_id: 'note' } }))).toBeUndefined()
    expect(hear(view({ view: { ...view().view, private_metadata: 'x' } }))?.intent).toBeUndefined()
  })

  it('the home tab opened is home; its messages tab is not', () => {
    expect(hear(said({ type: 'app_home_opened', user: 'U7', tab: 'home', channel: 'D1' }))?.intent).toMatchObject({
      verb: 'home',
      where: { kind: 'direct' },
    })
    expect(hear(said({ type: 'app_home_opened', user: 'U7', tab: 'messages' }))).toBeUndefined()
  })
})

describe('what stands in the inputs', () => {
  it('is read by how each answer is given', () => {
    const values = {
      Q1: { text: { value: 'words' } },
      Q2: { number: { value: '7' } },
      Q3: { number: { value: 'several' } },
      Q4: { choices: { selected_options: [{ value: 'a' }, { value: 'b' }] } },
      Q5: { date: { selected_date: '2026-12-17' } },
      Q6: { attest: { selected_options: [{ value: 'yes' }] } },
      Q7: { attest: { selected_options: [] } },
      Q8: { text: { value: null } },
    }
    expect(readValues(values)).toEqual({
      Q1: 'words',
      Q2: 7,
      Q3: 'several',
      Q4: ['a', 'b'],
      Q5: '2026-12-17',
      Q6: 'yes',
      Q7: '',
      Q8: '',
    })
  })

  it('joins a date and a time, and keeps the one that is there', () => {
    const parts = (date: string | null, time: string | null) => ({
      'A|||date': { date: { selected_date: date } },
      'A|||time': { time: { selected_time: time } },
    })
    expect(readValues(parts('2026-12-17', '16:40'))).toEqual({ A: '2026-12-17T16:40' })
    expect(readValues(parts('2026-12-17', null))).toEqual({ A: '2026-12-17T' })
    expect(readValues(parts(null, '16:40'))).toEqual({ A: 'T16:40' })
    expect(readValues(parts(null, null))).toEqual({ A: '' })
  })

  it('gathers rows, by their label or in their order, without the blank ones', () => {
    const values = {
      'E3|~race|relevant': { choice: { selected_option: { value: 'yes' } } },
      'E3|~faith|relevant': { choice: { selected_option: null } },
      'T|0|what': { text: { value: 'called 101' } },
      'T|0|when|date': { date: { selected_date: '2026-12-01' } },
      'T|0|when|time': { time: { selected_time: null } },
      'T|1|what': { text: { value: null } },
      'T|2|what': { text: { value: 'wrote' } },
    }
    expect(readValues(values)).toEqual({
      E3: [{ row: 'race', relevant: 'yes' }],
      T: [{ what: 'called 101', when: '2026-12-01T' }, { what: 'wrote' }],
    })
    expect(readValues({ 'T|0|what': { text: { value: '' } } })).toEqual({ T: [] })
  })
})

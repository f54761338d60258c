import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gather } from '../../adapters/rehearsal/teams/cards.ts'
import { hear } from '../../adapters/teams/parse/hear.ts'
import { readCommand } from '../../adapters/teams/parse/text.ts'
import { readValues } from '../../adapters/teams/parse/values.ts'
import { renderForm } from '../../adapters/teams/render/form.ts'
import { inputId, readInputId } from '../../adapters/teams/slots.ts'
import type { Field, FormView } from '../../src/forms/view.ts'
import { anyForm } from './arbitrary.ts'

/** As Teams sent it to a bot in a personal chat, ids changed. */
const said = {
  text: 'Meetings next',
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: '<p>Meetings next</p>' }],
  type: 'message',
  timestamp: '2026-12-17T16:40:12.4Z',
  id: '1765989612400',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:1anna', name: 'Anna Bell', aadObjectId: 'oid-anna' },
  conversation: { conversationType: 'personal', tenantId: 'tenant-1', id: 'a:1personal' },
  recipient: { id: '28:bot', name: 'Muster' },
  entities: [{ locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London', type: 'clientInfo' }],
  channelData: { tenant: { id: 'tenant-1' } },
  locale: 'en-GB',
}
const inChannel = {
  ...said,
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: 'tenant-1',
    id: '19:reviews@thread.tacv2;messageid=1765989600000',
  },
  channelData: {
    tenant: { id: 'tenant-1' },
    team: { id: '19:team@thread.tacv2' },
    channel: { id: '19:reviews@thread.tacv2' },
  },
}
const data = { v: 'case.acknowledge', s: 'rr-2026-01', n: 14, i: { agency: 'housing' } }
const executed = {
  ...inChannel,
  text: undefined,
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: 'f:abc',
  replyToId: '1765989600001',
  value: { action: { type: 'Action.Execute', verb: 'muster', data }, trigger: 'manual' },
}

describe('what Teams sends', () => {
  it('words in the own chat are a command', () => {
    expect(hear(said)?.intent).toEqual({
      id: 'teams/1765989612400',
      who: { platform: 'teams', tenant: 'tenant-1', user: 'oid-anna' },
      where: { platform: 'teams', tenant: 'tenant-1', conversation: 'a:1personal', kind: 'direct' },
      verb: 'command',
      input: { command: 'meetings', text: 'next' },
    })
  })

  it('a mention in a channel is the same command, said elsewhere; the thread is for the answer only', () => {
    const entities = [{ type: 'mention', mentioned: { id: '28:bot', name: 'Muster' }, text: '<at>Muster</at>' }]
    const heard = hear({ ...inChannel, text: '<at>Muster</at>&nbsp;rapid-review <b>start</b>', entities })
    expect(heard?.intent).toMatchObject({
      where: { conversation: '19:reviews@thread.tacv2', kind: 'channel' },
      input: { command: 'rapid-review', text: 'start' },
    })
    expect(heard?.origin).toMatchObject({ direct: false, reach: { conversation: inChannel.conversation.id } })
  })

  it('a press brings ids back, and the card it was on', () => {
    expect(hear(executed)).toMatchObject({
      intent: {
        id: 'teams/f:abc',
        verb: 'case.acknowledge',
        subject: 'rr-2026-01',
        version: 14,
        input: { agency: 'housing' },
        pressed: { conversation: '19:reviews@thread.tacv2', message: '1765989600001' },
      },
      origin: { via: 'card', form: false },
    })
  })

  it('a press of a client that knows no Action.Execute comes as a message, and is the same press', () => {
    const heard = hear({ ...said, text: undefined, replyToId: '17', value: data })
    expect(heard).toMatchObject({ intent: { verb: 'case.acknowledge', version: 14 }, origin: { via: 'message' } })
  })

  it('a dialog is asked for, and comes back with what was typed; it is no card that lives on', () => {
    const fetch = { ...executed, name: 'task/fetch', value: { data: { msteams: { type: 'task/fetch' }, ...data } } }
    expect(hear(fetch)).toMatchObject({ intent: { verb: 'case.acknowledge' }, origin: { via: 'fetch' } })
    const typed = { v: 'form.page', i: { draft: 'd1', page: 'A1', go: 'next' }, f: ['in:A2'], 'in:A1': 'yes' }
    const heard = hear({ ...executed, name: 'task/submit', value: { data: typed } })
    expect(heard?.intent?.input).toEqual({ draft: 'd1', page: 'A1', go: 'next', values: { A1: 'yes', A2: '' } })
    expect(heard?.intent?.pressed).toBeUndefined()
    expect(heard?.origin).toMatchObject({ via: 'submit', form: true })
  })

  it.each([
    ['nothing', undefined],
    ['a string', 'x'],
    ['another bot', { action: { data: { hello: 'world' } } }],
    ['a number for a verb', { action: { data: { v: 7 } } }],
    ['an object for an id', { action: { data: { v: 'x', i: { draft: { $ne: '' } } } } }],
  ])('a press that brings back %s asks for nothing, and is still answered', (_name, value) => {
    const heard = hear({ ...executed, value })
    expect(heard?.who.user).toBe('oid-anna')
    expect(heard?.intent).toBeUndefined()
  })

  it('the app arriving is told twice, and is one hello', () => {
    const added = { ...said, text: undefined, id: 'u1', type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }
    const installed = { ...said, text: undefined, id: 'u2', type: 'installationUpdate', action: 'add' }
    expect(hear(added)?.intent?.verb).toBe('hello')
    expect(hear(installed)?.intent?.id).toBe(hear(added)?.intent?.id)
    expect(hear({ ...added, timestamp: '2026-12-18T09:00:00Z' })?.intent?.id).not.toBe(hear(added)?.intent?.id)
    expect(hear({ ...installed, action: 'remove' })).toBeUndefined()
    expect(hear({ ...added, membersAdded: [{ id: '29:bram' }] })).toBeUndefined()
  })

  it('a file is an upload, never a command, and its name is not carried on', () => {
    const contentType = 'application/vnd.microsoft.teams.file.download.info'
    const attachments = [...said.attachments, { contentType, name: 'JANE DOE.docx', content: {} }]
    expect(hear({ ...said, attachments })?.intent).toMatchObject({ verb: 'upload', input: { files: 1 } })
  })

  it.each([
    ['a reaction', { ...said, type: 'messageReaction' }],
    ['typing', { ...said, type: 'typing' }],
    ['its own words', { ...said, from: said.recipient }],
    ['another invoke', { ...executed, name: 'composeExtension/query' }],
    ['no sender', { ...said, from: undefined }],
    ['nonsense', 'x'],
  ])('%s asks nothing', (_name, body) => {
    expect(hear(body)).toBeUndefined()
  })

  it('without an id, the same activity has the same one and another has another', () => {
    const nameless = { ...said, id: undefined }
    expect(hear(nameless)?.intent?.id).toBe(hear({ ...nameless })?.intent?.id)
    expect(hear({ ...nameless, text: 'meetings' })?.intent?.id).not.toBe(hear(nameless)?.intent?.id)
  })

  it('a kind of conversation that is new to us is not taken for a private one', () => {
    const conversation = { ...said.conversation, conversationType: 'townhall' }
    expect(hear({ ...said, conversation })?.intent?.where.kind).toBe('channel')
  })
})

describe('what somebody typed', () => {
  const call = '<at>Muster</at>'
  it.each([
    ['/Rapid-Review  start', 'rapid-review', 'start'],
    [`${call} help`, 'muster', 'help'],
    [`${call} link KELP-4821`, 'muster', 'link KELP-4821'],
    [`${call}`, '', ''],
    [`${call}\u00a0meetings\u200b slt`, 'meetings', 'slt'],
    [`meetings ${call} next`, 'meetings', 'next'],
    ['actions &amp; decisions', 'actions', '& decisions'],
    ['help', 'help', ''],
  ])('%s', (typed, command, text) => {
    expect(
      readCommand(
        typed,
        [call].filter((each) => typed.includes(each)),
      ),
    ).toEqual({ command, text })
  })
})

describe('names of inputs', () => {
  it('can be read back, whatever a question or a row is called', () => {
    const slot = fc.record(
      {
        field: fc.string({ minLength: 1 }),
        row: fc.string({ minLength: 1 }),
        column: fc.string({ minLength: 1 }),
        part: fc.constantFrom('date' as const, 'time' as const),
      },
      { requiredKeys: ['field'] },
    )
    fc.assert(
      fc.property(slot, fc.constantFrom('in' as const, 'set' as const), (any, holds) => {
        expect(readInputId(inputId(any, holds))).toEqual({ slot: any, holds })
      }),
    )
  })

  it.each(['v', 'i', 'in:', 'set:%', 'in:a|b|c|date|e', ''])('%s is not one', (id) => {
    expect(readInputId(id)).toBeUndefined()
  })
})

describe('a page that is drawn and sent back untouched', () => {
  const frame: Omit<FormView, 'fields'> = {
    draft: 'd1',
    form: 'A',
    page: 'A1',
    title: 'Scoping',
    heading: 'Scoping',
    progress: { answered: 0, of: 1, page: 1, pages: 1 },
    pace: 'page',
    forward: 'Next',
  }
  const cameBack = (field: Field, typed: Record<string, string> = {}) => {
    const { card } = renderForm({ ...frame, fields: [field] }, 'dialog')
    return readValues(gather(card, typed), [])[field.id]
  }
  const ask = { id: 'Q', label: 'What?', required: true }
  const options = [
    { value: 'a,b', label: 'Both' },
    { value: '100%', label: 'All' },
  ]

  it.each<[string, Field, unknown]>([
    ['a choice', { ...ask, kind: 'radios', options, value: 'a,b' }, 'a,b'],
    ['choices with commas', { ...ask, kind: 'checkboxes', options, value: ['a,b', '100%'] }, ['a,b', '100%']],
    ['a date and time', { ...ask, kind: 'datetime', value: '2026-12-17T16:40' }, '2026-12-17T16:40'],
    ['half a date and time', { ...ask, kind: 'datetime', value: 'T16:40' }, 'T16:40'],
    ['a time as it was written', { ...ask, kind: 'datetime', value: '2026-12-17Tabout four' }, '2026-12-17Tabout four'],
    ['a wrong number', { ...ask, kind: 'number', min: 0, max: 9, value: 'several' }, 'several'],
    ['a text too long for its limit', { ...ask, kind: 'short', max: 3, value: 'longer' }, 'longer'],
    ['a confirmation', { ...ask, kind: 'attest', statement: 'I have read it', value: 'yes' }, 'yes'],
    ['a confirmation not given', { ...ask, kind: 'attest', statement: 'I have read it' }, 'no'],
    [
      'a matrix',
      {
        ...ask,
        kind: 'rows',
        max: 2,
        labels: options,
        columns: [{ id: 'hours', label: 'Hours', required: true, kind: 'number' }],
        value: [{ row: 'a,b', hours: 3 }, { row: '100%' }],
      },
      [{ row: 'a,b', hours: '3' }],
    ],
    [
      'rows people add',
      {
        ...ask,
        kind: 'rows',
        max: 5,
        columns: [
          { id: 'when', label: 'When', required: true, kind: 'datetime' },
          { id: 'who', label: 'Who', required: true, kind: 'checkboxes', options },
        ],
        value: [{ when: '2026-12-17T', who: ['100%'] }, { when: '2026-12-18T09:00' }],
      },
      [{ when: '2026-12-17T', who: ['100%'] }, { when: '2026-12-18T09:00' }],
    ],
  ])('%s is what it was', (_name, field, value) => {
    expect(cameBack(field)).toEqual(value)
  })

  it('an answer taken back comes back empty, also where Teams leaves it out', () => {
    const { card } = renderForm({ ...frame, fields: [{ ...ask, kind: 'short', max: 9, value: 'old' }] }, 'card')
    const press = JSON.stringify(card).includes('"f":["in:Q"]')
    expect([press, readValues({}, ['in:Q'])]).toEqual([true, { Q: '' }])
  })

  it('rows keep their order when the first of them was emptied', () => {
    expect(readValues({ 'in:R|1|a': 'second', 'in:R|2|a': 'third' }, ['in:R|2|a', 'in:R|1|a', 'in:R|0|a'])).toEqual({
      R: [{ a: 'second' }, { a: 'third' }],
    })
  })

  it('nothing that a form asks breaks what is read from it', () => {
    fc.assert(
      fc.property(anyForm, (view) => {
        const { card } = renderForm(view, 'card')
        const asked = view.fields.map(({ id }) => id)
        expect(Object.keys(readValues(gather(card, {}), [])).filter((id) => !asked.includes(id))).toEqual([])
      }),
    )
  })
})

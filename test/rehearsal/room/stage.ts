/** A partnership of four in the room, with a tiny bot under it on the real Bolt and the real CloudAdapter: enough to see cards, modals and dialogs. */
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import express from 'express'
import { createMovableClock, createRehearsal, type Rehearsal } from '../../../adapters/rehearsal/index.ts'

export const BEGINS = '2026-12-17T16:40:00.000Z'

export interface RoomStage {
  readonly rehearsal: Rehearsal
  /** Where the room answers. */
  readonly origin: string
  /** What the bot was told, oldest first: `slack press agree`, `teams submit {…}`. */
  readonly heard: string[]
  /** Does something as a person, as the page does. */
  act(deed: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }>
  /** What a person sees, as HTML. */
  see(person: string, more?: Record<string, string>): Promise<string>
  close(): Promise<void>
}

export const PEOPLE = [
  {
    id: 'spa',
    name: 'Priya Sampleton',
    email: 'priya.sampleton@chscp.example',
    agency: 'CHSCP support team',
    role: 'Senior Professional Adviser',
    reach: ['slack', 'teams'],
  },
  {
    id: 'bm',
    name: 'Jo Mockford',
    email: 'jo.mockford@chscp.example',
    agency: 'CHSCP support team',
    role: 'Business manager',
    reach: ['slack'],
  },
  {
    id: 'slt-nhs',
    name: 'Noor Exampleton',
    email: 'noor.exampleton@nhs.example',
    agency: 'NHS North East London',
    role: 'SLT member',
    reach: ['teams'],
  },
  {
    id: 'housing',
    name: 'Gil Nullman',
    email: 'gil.nullman@hackney.example',
    agency: 'Hackney Housing',
    role: 'Agency contact',
    reach: ['slack', 'teams'],
  },
  {
    id: 'lay-c',
    name: 'Toby Sitamet',
    email: 'toby.sitamet@lay.example',
    agency: 'City of London',
    role: 'Lay member',
    reach: ['email'],
  },
] as const

export async function openRoom(): Promise<RoomStage> {
  const heard: string[] = []
  const realClock = () => new Date().toISOString()
  let count = 0
  const rehearsal = createRehearsal({
    clock: createMovableClock(realClock, BEGINS),
    wallClock: realClock,
    random: () => `secret-${++count}`,
    people: PEOPLE,
    groups: [{ id: 'slt', name: 'Strategic Leadership Team', members: ['spa', 'bm', 'slt-nhs'] }],
    nextWorkingDay: (after) => ({ '2026-12-17': '2026-12-18', '2026-12-24': '2026-12-29' })[after],
    commands: [{ words: 'rapid-review start', says: 'record a notification and start the clocks' }],
    deskLink: (person) => `/desk/in/${person}`,
  })
  const { slack, teams } = await rehearsal.listen()
  const app = express()
  app.use(rehearsal.router)

  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const bolt = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  })
  wireSlack(bolt, heard)
  app.post('/slack/events', (request, response) => receiver.requestListener(request, response))

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(teams.configuration, teams.credentials))
  app.post('/api/messages', express.json(), (request, response) =>
    adapter.process(request, response, (turn) => onTurn(turn, heard)),
  )

  const server = await new Promise<ReturnType<typeof app.listen>>((resolve) => {
    const opening = app.listen(0, '127.0.0.1', () => resolve(opening))
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  rehearsal.connect({ slackEventsUrl: `${origin}/slack/events`, teamsMessagesUrl: `${origin}/api/messages` })

  return {
    rehearsal,
    origin,
    heard,
    async act(deed) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${origin}/room/act`, { method: 'POST', headers, body: JSON.stringify(deed) })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    },
    async see(person, more = {}) {
      return (await fetch(`${origin}/room/see?${new URLSearchParams({ person, ...more })}`)).text()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rehearsal.close()
    },
  }
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })

const startModal = {
  type: 'modal' as const,
  callback_id: 'start',
  title: plain('Start a review'),
  submit: plain('Start'),
  blocks: [
    { type: 'section' as const, text: mrkdwn('Nothing here names anybody. *States, never stories.*') },
    {
      type: 'input' as const,
      block_id: 'sent',
      label: plain('When was the notification sent?'),
      hint: plain('This is day 0.'),
      element: { type: 'datepicker' as const, action_id: 'date' },
    },
    {
      type: 'input' as const,
      block_id: 'area',
      label: plain('Which area?'),
      element: {
        type: 'radio_buttons' as const,
        action_id: 'area',
        options: [
          { text: plain('City of London'), value: 'city' },
          { text: plain('Hackney'), value: 'hackney' },
        ],
      },
    },
    {
      type: 'input' as const,
      block_id: 'reference',
      label: plain('Reference'),
      element: { type: 'plain_text_input' as const, action_id: 'reference' },
    },
    {
      type: 'input' as const,
      block_id: 'agencies',
      optional: true,
      label: plain('Agencies in scope'),
      element: {
        type: 'checkboxes' as const,
        action_id: 'agencies',
        options: [
          { text: plain('Hackney Housing'), value: 'housing' },
          { text: plain('Homerton'), value: 'homerton' },
        ],
      },
    },
    {
      type: 'input' as const,
      block_id: 'note',
      optional: true,
      label: plain('A short note'),
      element: { type: 'plain_text_input' as const, action_id: 'note', multiline: true, max_length: 300 },
    },
  ],
}

/** Opens a modal on the command, complains about a reference that is not one, and posts a card with buttons. */
function wireSlack(bolt: App, heard: string[]): void {
  bolt.command('/rapid-review', async ({ ack, client, body }) => {
    heard.push(`slack command ${body.text}`)
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: startModal })
  })
  bolt.view('start', async ({ ack, view, client, body }) => {
    const reference = view.state.values.reference?.reference?.value ?? ''
    heard.push(`slack submit ${reference}`)
    if (!/^SIN-\d+$/.test(reference)) {
      await ack({ response_action: 'errors', errors: { reference: 'A reference reads like SIN-1234.' } })
      return
    }
    await ack()
    await client.chat.postMessage({ channel: body.user.id, text: 'JUNIPER: action for you', blocks: juniper('open') })
  })
  bolt.action(/^(agree|return)$/, async ({ ack, action, respond, body }) => {
    heard.push(`slack press ${'action_id' in action ? action.action_id : ''} by ${body.user.id}`)
    await ack()
    await respond({ replace_original: true, text: 'JUNIPER: agreed', blocks: juniper('agreed') })
  })
  bolt.event('app_home_opened', async ({ client, event }) => {
    const blocks = [
      { type: 'header' as const, text: plain('What you owe') },
      { type: 'section' as const, text: mrkdwn('Nothing today.') },
    ]
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  bolt.error(async (error) => void heard.push(`slack error ${error.message}`))
}

function juniper(state: 'open' | 'agreed') {
  return [
    { type: 'header' as const, text: plain('JUNIPER: scope the review') },
    {
      type: 'section' as const,
      text: mrkdwn(
        '*Due* Fri 18 Dec 2026: 1 working day from Thu 17 Dec 2026 (day 0). 19.11.\nWritten on the <http://127.0.0.1/desk/in/abc|desk>.',
      ),
    },
    { type: 'context' as const, elements: [mrkdwn('Guidance · D-07')] },
    ...(state === 'agreed'
      ? [{ type: 'section' as const, text: mrkdwn(':white_check_mark: Agreed by Priya Sampleton') }]
      : [
          {
            type: 'actions' as const,
            elements: [
              {
                type: 'button' as const,
                action_id: 'agree',
                text: plain('Agree'),
                style: 'primary' as const,
                value: '1',
              },
              {
                type: 'button' as const,
                action_id: 'return',
                text: plain('Return'),
                style: 'danger' as const,
                confirm: {
                  title: plain('Return it?'),
                  text: plain('The draft goes back with your reasons.'),
                  confirm: plain('Return'),
                  deny: plain('Keep'),
                },
              },
            ],
          },
        ]),
  ]
}

const CARD = 'application/vnd.microsoft.card.adaptive'

export const replyCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'JUNIPER: your agency’s return', weight: 'Bolder', size: 'Large', wrap: true },
    { type: 'TextBlock', text: 'Due **Wed 30 Dec 2026**: 8 working days from Thu 17 Dec 2026 (day 0).', wrap: true },
    {
      type: 'FactSet',
      facts: [
        { title: 'Owed by', value: 'Hackney Housing' },
        { title: 'Source', value: 'D-10, 19.13' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'involved',
      label: 'Was your agency involved?',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Please choose.',
      choices: [
        { title: 'Involved', value: 'yes' },
        { title: 'Not involved', value: 'no' },
      ],
    },
    { type: 'Input.Text', id: 'note', label: 'A short note', placeholder: 'No names, please' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Send', verb: 'send', style: 'positive', data: { case: 'JUNIPER' } },
    {
      type: 'Action.Submit',
      title: 'Open the form',
      data: { msteams: { type: 'task/fetch' }, form: 'return' },
      associatedInputs: 'none',
    },
  ],
}

const dialogCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Two questions, then your return is in.', wrap: true },
    { type: 'Input.Date', id: 'last', label: 'Last contact' },
    {
      type: 'Input.Text',
      id: 'count',
      label: 'How many contacts?',
      isRequired: true,
      errorMessage: 'Please say how many.',
    },
  ],
  actions: [{ type: 'Action.Submit', title: 'Save' }],
}

/** Answers a message with a card, a press with another card, and opens a dialog that can be sent. */
async function onTurn(turn: TurnContext, heard: string[]): Promise<void> {
  const { type, name, value, text } = turn.activity
  const answer = (body: unknown) => turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
  if (type === 'message') {
    heard.push(`teams message ${text}`)
    await turn.sendActivity({
      type: 'message',
      summary: 'JUNIPER: action for you',
      attachments: [{ contentType: CARD, content: replyCard }],
    })
  } else if (name === 'adaptiveCard/action') {
    const { data } = (value as { action: { data: unknown } }).action
    heard.push(`teams execute ${JSON.stringify(data)}`)
    const body = [{ type: 'TextBlock', text: 'Thank you: **involved**. Nothing more is owed.', wrap: true }]
    await answer({ statusCode: 200, type: CARD, value: { type: 'AdaptiveCard', version: '1.5', body } })
  } else if (name === 'task/fetch') {
    await answer({
      task: { type: 'continue', value: { title: 'Agency return', card: { contentType: CARD, content: dialogCard } } },
    })
  } else if (name === 'task/submit') {
    heard.push(`teams submit ${JSON.stringify((value as { data: unknown }).data)}`)
    await answer({ task: { type: 'message', value: 'Saved. Thank you.' } })
  }
}

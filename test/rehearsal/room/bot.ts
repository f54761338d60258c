/** The tiny bot of the room's tests: a command with a modal, a card with buttons, a card with inputs, a dialog. */
import type { App, BlockAction } from '@slack/bolt'
import type { TurnContext } from 'botbuilder'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })

export const startModal = {
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
export function wireSlack(bolt: App, heard: string[]): void {
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
  bolt.message('ask me', async ({ client, event }) => {
    await client.chat.postMessage({ channel: event.channel, text: 'A question', blocks: question })
  })
  bolt.action<BlockAction>('next', async ({ ack, body, respond }) => {
    await ack()
    const { read, day } = typeof body.state === 'object' ? body.state.values : {}
    const ticked = read?.read?.selected_options?.map(({ value }) => value)
    heard.push(`slack answer ${JSON.stringify({ read: ticked, day: day?.day?.selected_date })}`)
    await respond({ replace_original: true, text: 'Thank you.' })
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

/** One question of a conversation. */
const question = [
  {
    type: 'input' as const,
    block_id: 'read',
    label: plain('Have you read it?'),
    element: {
      type: 'checkboxes' as const,
      action_id: 'read',
      options: [{ text: plain('I have read it'), value: 'yes' }],
    },
  },
  {
    type: 'input' as const,
    block_id: 'day',
    label: plain('On which day?'),
    element: { type: 'datepicker' as const, action_id: 'day' },
  },
  {
    type: 'actions' as const,
    elements: [{ type: 'button' as const, action_id: 'next', text: plain('Next'), value: '1' }],
  },
]

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

const replyCard = {
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
export async function onTurn(turn: TurnContext, heard: string[]): Promise<void> {
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

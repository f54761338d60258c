import { expect, test } from 'vitest'
import { callApi, question, stage } from './stage.ts'

test('a command opens a form, an error stands beside its field, and what was typed stays', async () => {
  let submissions = 0
  const { slack } = await stage((app) => {
    app.command('/rapid-review', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: question(`Hello ${command.text}`) })
    })
    app.view('notify', async ({ ack, view }) => {
      submissions += 1
      const date = view.state.values.when?.incident_date?.selected_date
      if (date && date > '2026-12-17')
        return ack({ response_action: 'errors', errors: { when: 'That day is still to come.' } })
      const agency = view.state.values.who?.agency?.value
      return ack({
        response_action: 'update',
        view: {
          type: 'modal',
          title: { type: 'plain_text', text: 'Sent' },
          blocks: [{ type: 'markdown', text: `Thank you, ${agency}` }],
        },
      })
    })
  })
  const ada = slack.as('UADA')

  const typed = await ada.slash('/rapid-review', 'start')
  expect(typed).toMatchObject({ outcome: 'acknowledged', status: 200 })
  await slack.until(() => slack.sees('UADA', 'Hello start'))

  const early = await ada.submit({ agency: 'Police' })
  expect(early.outcome).toBe('not_sent')
  expect(slack.sees('UADA', 'This field is required.')).toBe(true)
  expect(submissions).toBe(0)

  await ada.submit({ incident_date: '2026-12-24' })
  expect(slack.seenBy('UADA').modals.at(-1)).toMatchObject({
    errors: { when: 'That day is still to come.' },
    values: { when: { incident_date: { selected_date: '2026-12-24' } }, who: { agency: { value: 'Police' } } },
  })

  await ada.submit({ incident_date: '2026-12-16' })
  expect(slack.sees('UADA', 'Thank you, Police')).toBe(true)
  expect(slack.sees('UBEN', 'Thank you, Police')).toBe(false)
})

test('a form that was acknowledged without a word closes, and the one below is there again', async () => {
  const { slack } = await stage((app) => {
    app.view('notify', async ({ ack }) => ack())
    app.action('more', async ({ ack }) => ack())
  })
  const trigger = slack.trigger('UADA')
  await callApi(slack, 'views.open', {
    trigger_id: trigger,
    view: question('Below', {
      blocks: [
        ...question().blocks,
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
        },
      ],
    }),
  })
  const [below] = slack.seenBy('UADA').modals
  const pressed = await slack.as('UADA').click(below!, 'more')
  const pushed = await callApi(slack, 'views.push', {
    trigger_id: pressed.payload.trigger_id,
    view: question('On top'),
  })
  expect(pushed).toMatchObject({ ok: true, view: { previous_view_id: below!.id, root_view_id: below!.id } })
  await slack.as('UADA').submit({ incident_date: '2026-12-16', agency: 'Health' })
  expect(slack.seenBy('UADA').modals.map((each) => each.id)).toEqual([below!.id])
})

test('a trigger opens one form, within three seconds, and no stranger makes one up', async () => {
  const { slack, pass } = await stage()
  const open = (trigger_id: string) => callApi(slack, 'views.open', { trigger_id, view: question() })

  const once = slack.trigger('UADA')
  pass(3_000)
  expect(await open(once)).toMatchObject({ ok: true })
  expect(await open(once)).toEqual({ ok: false, error: 'exchanged_trigger_id' })

  const late = slack.trigger('UADA')
  pass(3_001)
  expect(await open(late)).toEqual({ ok: false, error: 'expired_trigger_id' })
  expect(await open('1.T1.made-up')).toEqual({ ok: false, error: 'invalid_trigger_id' })
})

test('an invalid form does not use the trigger up', async () => {
  const { slack } = await stage()
  const trigger_id = slack.trigger('UADA')
  const refused = await callApi(slack, 'views.open', { trigger_id, view: question('x'.repeat(25)) })
  expect(refused).toEqual({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
  })
  expect(await callApi(slack, 'views.open', { trigger_id, view: question() })).toMatchObject({ ok: true })
})

test('the stack holds three forms and no more', async () => {
  const view = question('Deeper', {
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
      },
    ],
  })
  const answers: unknown[] = []
  const { slack } = await stage((app) => {
    app.action('more', async ({ ack, client, body }) => {
      await ack()
      if (body.type === 'block_actions')
        answers.push(await client.views.push({ trigger_id: body.trigger_id, view }).catch((error) => error.data.error))
    })
  })
  await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view })
  for (const depth of [2, 3, 4]) {
    await slack.as('UADA').click(slack.seenBy('UADA').modals.at(-1)!, 'more')
    await expect.poll(() => answers.length).toBe(depth - 1)
  }
  expect(answers.at(-1)).toBe('push_limit_reached')
  expect(slack.seenBy('UADA').modals).toHaveLength(3)
})

test('a form that moved on since is not overwritten', async () => {
  const { slack } = await stage()
  const opened = await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view: question() })
  const { id: view_id, hash } = opened.view
  expect(await callApi(slack, 'views.update', { view_id, hash, view: question('Second') })).toMatchObject({ ok: true })
  expect(await callApi(slack, 'views.update', { view_id, hash, view: question('Third') })).toEqual({
    ok: false,
    error: 'hash_conflict',
  })
  expect(await callApi(slack, 'views.update', { view_id: 'V9', view: question() })).toEqual({
    ok: false,
    error: 'not_found',
  })
})

test('a choice in a form that asks to be told reaches the app, and an update keeps what was typed', async () => {
  const dispatching = question('Route', {
    blocks: question().blocks.map((block) => (block.block_id === 'when' ? { ...block, dispatch_action: true } : block)),
  })
  const { slack } = await stage((app) => {
    app.action('incident_date', async ({ ack, client, body }) => {
      await ack()
      if (body.type !== 'block_actions' || !body.view) return
      await client.views.update({
        view_id: body.view.id,
        hash: body.view.hash,
        view: { ...dispatching, title: { type: 'plain_text', text: 'Re-routed' } },
      })
    })
  })
  await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view: dispatching })
  const [view] = slack.seenBy('UADA').modals
  await slack.as('UADA').fill(view!, { agency: 'Police', incident_date: '2026-12-01' })
  await slack.until(() => slack.sees('UADA', 'Re-routed'))
  expect(slack.sees('UADA', 'Police')).toBe(true)
  const [told] = slack.deliveries
  expect(told?.payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: view!.id },
    actions: [{ type: 'datepicker', action_id: 'incident_date', block_id: 'when', selected_date: '2026-12-01' }],
  })
})

test('an answer Slack cannot show leaves the form as it was, with its trouble told', async () => {
  const { slack } = await stage((app) => {
    app.view('notify', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'Lost.' } }))
  })
  await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view: question() })
  const { problem } = await slack.as('UADA').submit({ incident_date: '2026-12-16', agency: 'Health' })
  expect(problem?.error).toBe('invalid_errors')
  expect(slack.sees('UADA', 'We had some trouble connecting')).toBe(true)
  expect(slack.seenBy('UADA').modals).toHaveLength(1)
})

test('walking away is told only where the app asked', async () => {
  const closed: string[] = []
  const { slack } = await stage((app) => {
    app.view({ type: 'view_closed', callback_id: 'notify' }, async ({ ack, view }) => {
      await ack()
      closed.push(view.title.text)
    })
  })
  for (const notify_on_close of [false, true]) {
    const view = question(notify_on_close ? 'Told' : 'Untold', { notify_on_close })
    await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view })
    await slack.as('UADA').close()
  }
  await expect.poll(() => closed).toEqual(['Told'])
  expect(slack.seenBy('UADA').modals).toEqual([])
})

test('a home page is one person’s own', async () => {
  const { slack } = await stage((app) => {
    app.event('app_home_opened', async ({ client, event }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'markdown', text: `You owe two things, ${event.user}` }] },
      })
    })
  })
  await slack.as('UBEN').openHome()
  await slack.until(() => slack.sees('UBEN', 'You owe two things, UBEN'))
  expect(slack.sees('UADA', 'You owe two things')).toBe(false)
})

test('a menu that asks the app offers what the app answers', async () => {
  const found = { text: { type: 'plain_text' as const, text: 'Riverside School' }, value: 'riverside' }
  const { slack } = await stage((app) => {
    app.options('school', async ({ ack, options }) => ack({ options: options.value === 'river' ? [found] : [] }))
  })
  const menu = { type: 'external_select' as const, action_id: 'school', min_query_length: 3 }
  const blocks = [{ type: 'input' as const, block_id: 'b', label: found.text, element: menu }]
  await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view: question('School', { blocks }) })
  const [view] = slack.seenBy('UADA').modals
  const { body } = await slack.as('UADA').suggest(view!, 'school', 'river')
  expect(body).toEqual({ options: [found] })
  await slack.as('UADA').fill(view!, { school: found })
  expect(slack.seenBy('UADA').modals[0]?.values).toEqual({
    b: { school: { type: 'external_select', selected_option: found } },
  })
})

test('what one has not offered to several cannot be chosen, and a wrong number does not leave the screen', async () => {
  const { slack } = await stage()
  const label = { type: 'plain_text', text: 'L' }
  const options = ['a', 'b'].map((value) => ({ value, text: { type: 'plain_text', text: value } }))
  const blocks = [
    {
      type: 'input',
      block_id: 'many',
      label,
      element: { type: 'multi_static_select', action_id: 'many', options, max_selected_items: 1 },
    },
    {
      type: 'input',
      block_id: 'days',
      label,
      element: { type: 'number_input', action_id: 'days', is_decimal_allowed: false, max_value: '15' },
    },
    {
      type: 'input',
      block_id: 'mail',
      label,
      optional: true,
      element: { type: 'email_text_input', action_id: 'mail' },
    },
  ]
  await callApi(slack, 'views.open', { trigger_id: slack.trigger('UADA'), view: question('Many', { blocks }) })
  await expect(slack.as('UADA').submit({ many: ['a', 'b'] })).rejects.toThrow('no more than 1 can be chosen')
  const outcome = await slack.as('UADA').submit({ many: ['a'], days: '16' })
  expect(outcome.outcome).toBe('not_sent')
  expect(slack.seenBy('UADA').modals[0]?.errors).toEqual({ days: 'Must be at most 15.' })
})

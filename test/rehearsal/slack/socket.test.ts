import { expect, test } from 'vitest'
import { question, stageOnSocket } from './stage.ts'

test('over Socket Mode a command opens a form, and an error comes back in the acknowledgement', async () => {
  const { slack } = await stageOnSocket((app) => {
    app.command('/rapid-review', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({ trigger_id: command.trigger_id, view: question() })
    })
    app.view('notify', async ({ ack }) => ack({ response_action: 'errors', errors: { when: 'A Saturday.' } }))
    app.message('hello', async ({ say }) => {
      await say('Good morning.')
    })
  })
  expect(slack.socket.connections).toBe(1)

  expect(await slack.as('UADA').slash('/rapid-review')).toMatchObject({ outcome: 'acknowledged' })
  await slack.until(() => slack.sees('UADA', 'Notify'))
  await slack.as('UADA').submit({ incident_date: '2026-12-19', agency: 'Police' })
  expect(slack.seenBy('UADA').modals.at(-1)?.errors).toEqual({ when: 'A Saturday.' })

  await slack.as('UADA').dm('hello')
  await slack.until(() => slack.sees('UADA', 'Good morning.'))
})

test('while the line is cut nothing is delivered, and the person is told', async () => {
  const { slack } = await stageOnSocket(() => {})
  slack.socket.disconnect()
  await expect.poll(() => slack.socket.connections).toBe(0)
  expect(await slack.as('UADA').slash('/due')).toMatchObject({ outcome: 'dispatch_failed' })
  expect(slack.sees('UADA', '/due failed')).toBe(true)
})

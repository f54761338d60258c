/** What the client does with the bot's answer to an invoke: show another card, a notice, an error, a dialog; or say that something went wrong. */
import { z } from 'zod'
import { actionsOf, type Card } from './cards.ts'
import { problemsOfCard } from './check.ts'
import { CARD_TYPE, type Dialog, type Inputs, type Message, type Note, type Person, type State } from './state.ts'
import type { Answer } from './wire.ts'

const card = z.record(z.string(), z.unknown())

const cardAnswer = z.discriminatedUnion('type', [
  z.object({ statusCode: z.literal(200), type: z.literal(CARD_TYPE), value: card }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.object({
    statusCode: z.number().min(400).max(599),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.object({ code: z.string(), message: z.string() }),
  }),
])

const dialogAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().default(''),
        card: z.object({ contentType: z.literal(CARD_TYPE), content: card }),
      }),
    }),
    z.object({ type: z.literal('message'), value: z.string() }),
  ]),
})

/** The answer to `adaptiveCard/action`. Unless a card comes back, what was typed stays. */
export function showCardAnswer(state: State, person: Person, message: Message, answer: Answer): void {
  const tell = (kind: Note['kind'], text: string) => person.notes.push({ kind, text, messageId: message.id })
  const parsed = cardAnswer.safeParse(answer.body)
  if (answer.status !== 200 || !parsed.success) {
    if (answer.status === 200) state.problems.push({ code: 'invoke-answer', what: z.prettifyError(parsed.error!) })
    tell('failure', 'Something went wrong. Please try again.')
  } else if (parsed.data.type === CARD_TYPE) {
    state.problems.push(...problemsOfCard(parsed.data.value))
    message.views.set(person.id, parsed.data.value)
    message.typed.delete(person.id)
  } else if (parsed.data.type === 'application/vnd.microsoft.error') {
    tell('error', parsed.data.value.message)
  } else {
    tell('message', parsed.data.value)
  }
  state.changed()
}

/** The answer to `task/fetch`: a dialog opens, or the client says it could not. */
export function openDialog(state: State, person: Person, message: Message, answer: Answer): void {
  const openedFrom = { conversationId: message.conversationId, messageId: message.id }
  const dialog = readDialog(state, answer, openedFrom)
  if (dialog === 'unreadable' || dialog === 'nothing') {
    if (dialog === 'nothing')
      state.problems.push({ code: 'dialog-answer', what: 'task/fetch was answered with nothing' })
    person.notes.push({ kind: 'failure', text: 'Unable to open the dialog.', messageId: message.id })
  } else {
    person.dialog = dialog
  }
  state.changed()
}

/** The answer to `task/submit`: the next card, a text, or the end. A failure leaves the dialog open with all that was typed. */
export function continueDialog(state: State, person: Person, dialog: Dialog, typed: Inputs, answer: Answer): void {
  const next = readDialog(state, answer, dialog.openedFrom)
  if (next === 'unreadable') person.dialog = { ...dialog, typed, failed: true }
  else person.dialog = next === 'nothing' ? undefined : next
  state.changed()
}

function readDialog(state: State, answer: Answer, openedFrom: Dialog['openedFrom']): Dialog | 'nothing' | 'unreadable' {
  if (answer.status !== 200) return 'unreadable'
  if (answer.body === undefined || isEmpty(answer.body)) return 'nothing'
  const parsed = dialogAnswer.safeParse(answer.body)
  if (!parsed.success) {
    state.problems.push({ code: 'dialog-answer', what: z.prettifyError(parsed.error) })
    return 'unreadable'
  }
  const { task } = parsed.data
  const shared = { typed: {}, failed: false, openedFrom }
  if (task.type === 'message') return { title: '', card: undefined, text: task.value, ...shared }
  state.problems.push(...problemsOfDialog(task.value.card.content))
  return { title: task.value.title, card: task.value.card.content, text: undefined, ...shared }
}

function problemsOfDialog(content: Card) {
  const universal = actionsOf(content).filter(({ type }) => type === 'Action.Execute')
  return [
    ...problemsOfCard(content),
    ...universal.map(({ title }) => ({ code: 'dialog-action', what: `"${title}": a dialog knows Action.Submit only` })),
  ]
}

function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0
}

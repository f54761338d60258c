/** Playing a person: everything they can do with the bot, each deed one correctly shaped and signed activity. */
import { continueDialog, openDialog, showCardAnswer } from './answers.ts'
import { actionOf, type Card, type CardAction, gather, refusedInputs } from './cards.ts'
import { presence } from './presence.ts'
import { type Seen, seenBy } from './seeing.ts'
import {
  type Activity,
  type Conversation,
  cardOf,
  type Dialog,
  findConversation,
  type Inputs,
  type Message,
  messageOf,
  type Note,
  type Person,
  personalChatOf,
  post,
} from './state.ts'
import { type Answer, activityBy, type Core } from './wire.ts'

type MessageRef = Message | string

const NOT_SENT: Answer = { status: 0, body: undefined }

/**
 * One person at their Teams client.
 *
 * @example
 *   const anna = world.as('29:anna')
 *   await anna.dm('what do I owe?')
 *   await anna.press(anna.sees().at(-1)!.message, 'Answer', { reason: 'on leave' })
 */
export function player(core: Core, person: Person) {
  const { state } = core
  const messageIn = (ref: MessageRef) => (typeof ref === 'string' ? messageOf(state, ref) : ref)

  const occasionOf = (message: Message) => ({ person, conversation: placeOf(message), threadId: message.threadId })
  const placeOf = (message: Message) => findConversation(state, message.conversationId) as Conversation

  const keep = (message: Message, inputs: Inputs): Inputs => {
    const typed = { ...message.typed.get(person.id), ...inputs }
    message.typed.set(person.id, typed)
    state.changed()
    return typed
  }

  const act = (message: Message, special: Activity) =>
    core.deliver(activityBy(core, occasionOf(message), { replyToId: message.id, ...special }))

  const say = async (conversationId: string, text: string, options: SayOptions = {}): Promise<Answer> => {
    const conversation = findConversation(state, conversationId)
    if (!conversation?.members.has(person.id)) throw new Error(`${person.name} is not in ${conversationId}`)
    const personal = conversation.kind === 'personal'
    const mention = !personal && options.mention !== false
    const said = mention ? `<at>${core.bot.name}</at> ${text}` : text
    const message = post(state, conversation, person.id, { type: 'message', text: said }, core.clock(), options.answers)
    const { threadId } = message
    // Without a mention a bot hears nothing of a channel or group chat; where it is not installed it hears nothing at all.
    if (!conversation.installed || !(personal || mention)) return NOT_SENT
    const activity = activityBy(
      core,
      { person, conversation, threadId },
      {
        type: 'message',
        id: message.id,
        text: said,
        textFormat: 'plain',
        attachments: [
          ...(options.attachments ?? []),
          { contentType: 'text/html', content: `<p>${escapeHtml(text)}</p>` },
        ],
        entities: mention
          ? [
              {
                type: 'mention',
                text: `<at>${core.bot.name}</at>`,
                mentioned: { id: core.bot.id, name: core.bot.name },
              },
            ]
          : [],
        ...(options.answers ? { replyToId: options.answers } : {}),
      },
    )
    return core.deliver(activity)
  }

  const dm = (text: string, options: SayOptions = {}): Promise<Answer> => {
    const chat = personalChatOf(state, person.id)
    if (!chat) throw new Error(`${person.name} has never had the bot: install() first`)
    return say(chat.id, text, options)
  }

  const execute = async (message: Message, action: CardAction, data: unknown, trigger: 'manual' | 'automatic') => {
    const { type, verb, id } = action
    const answer = await act(message, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type, ...(id ? { id } : {}), ...(verb ? { verb } : {}), data }, trigger },
    })
    // A refresh that fails is silent: the old card stays.
    if (trigger === 'manual' || answer.status === 200) showCardAnswer(state, person, message, answer)
    return answer
  }

  const submit = async (message: Message, action: CardAction, data: Record<string, unknown>): Promise<Answer> => {
    const teams = (data.msteams ?? {}) as { type?: string; text?: string; displayText?: string; value?: unknown }
    if (teams.type === 'task/fetch') {
      const answer = await act(message, {
        type: 'invoke',
        name: 'task/fetch',
        value: { data, context: { theme: 'default' } },
      })
      openDialog(state, person, message, answer)
      return answer
    }
    if (teams.type === 'imBack') return say(message.conversationId, String(teams.value), { answers: message.id })
    if (teams.type === 'messageBack')
      return act(message, { type: 'message', text: teams.text ?? '', value: teams.value })
    if (teams.type !== undefined)
      throw new Error(`the button "${action.title}" has an msteams.type no client knows: ${teams.type}`)
    return act(message, { type: 'message', value: data, channelData: { source: { name: 'message' } } })
  }

  /** Presses a button: by place, title, verb or id. `version` presses the card as it once was (0 is the first). */
  const press = async (
    ref: MessageRef,
    which: number | string,
    inputs: Inputs = {},
    version?: number,
  ): Promise<Answer> => {
    const message = messageIn(ref)
    const card = cardFor(message, person, version)
    const action = actionOf(card, which)
    if (action.type === 'Action.OpenUrl') return { ...NOT_SENT, opened: String(action.url) }
    if (action.type !== 'Action.Execute' && action.type !== 'Action.Submit') return NOT_SENT
    const typed = version === undefined ? keep(message, inputs) : inputs
    const values = action.associatedInputs === 'none' ? {} : gather(card, typed)
    const refused = action.associatedInputs === 'none' ? [] : refusedInputs(card, values)
    if (refused.length > 0) return { ...NOT_SENT, refusedInputs: refused }
    const data = { ...(action.data as Record<string, unknown> | undefined), ...values }
    return action.type === 'Action.Execute' ? execute(message, action, data, 'manual') : submit(message, action, data)
  }

  /** Looks at a message: a card that asks for it is refreshed for this person. Gives undefined when it asks for nothing. */
  const look = async (ref: MessageRef): Promise<Answer | undefined> => {
    const message = messageIn(ref)
    const refresh = cardFor(message, person).refresh as { action?: CardAction; userIds?: string[] } | undefined
    if (!refresh?.action || message.deleted) return undefined
    // Without a list Teams refreshes for everybody, but only in conversations of up to 60.
    if (refresh.userIds ? !refresh.userIds.includes(person.id) : placeOf(message).members.size > 60) return undefined
    return execute(message, refresh.action, refresh.action.data ?? {}, 'automatic')
  }

  /** Sends the open dialog. The button is the only one, or the one named. */
  const submitDialog = async (inputs: Inputs = {}, which: number | string = 0): Promise<Answer> => {
    const { dialog } = person
    if (!dialog?.card) throw new Error(`${person.name} has no form open`)
    const action = actionOf(dialog.card, which)
    const typed = { ...dialog.typed, ...inputs }
    const values = gather(dialog.card, typed)
    const refused = action.associatedInputs === 'none' ? [] : refusedInputs(dialog.card, values)
    person.dialog = { ...dialog, typed }
    state.changed()
    if (refused.length > 0) return { ...NOT_SENT, refusedInputs: refused }
    const data = { ...(action.data as Record<string, unknown> | undefined), ...values }
    const value = { data, context: { theme: 'default' } }
    const answer = await act(messageOf(state, dialog.openedFrom.messageId), {
      type: 'invoke',
      name: 'task/submit',
      value,
    })
    continueDialog(state, person, dialog, typed, answer)
    return answer
  }

  return {
    person,
    say,
    dm,
    press,
    look,
    submitDialog,
    ...presence(core, person),

    /** Types into a card without pressing anything. */
    type(ref: MessageRef, inputs: Inputs): void {
      const message = messageIn(ref)
      gather(cardFor(message, person), keep(message, inputs))
    },

    /** Types into the open dialog without sending it. */
    typeInDialog(inputs: Inputs): void {
      if (!person.dialog?.card) throw new Error(`${person.name} has no form open`)
      person.dialog = { ...person.dialog, typed: { ...person.dialog.typed, ...inputs } }
      state.changed()
    },

    closeDialog(): void {
      person.dialog = undefined
      state.changed()
    },

    /** Sends a file to the bot in the personal chat. */
    uploadFile(name: string, text = ''): Promise<Answer> {
      const fileType = name.split('.').at(-1) ?? ''
      const address = `https://files.example/${encodeURIComponent(name)}`
      const content = { downloadUrl: `${address}?download`, uniqueId: state.nextMessageId(), fileType }
      const contentType = 'application/vnd.microsoft.teams.file.download.info'
      return dm(text, { attachments: [{ contentType, contentUrl: address, name, content }] })
    },

    dialog: (): Dialog | undefined => person.dialog,
    notes: (): readonly Note[] => person.notes,
    sees: (): Seen[] => seenBy(state, person.id),
  }
}

export type Player = ReturnType<typeof player>

export interface SayOptions {
  /** In a channel or group chat, without a mention the bot does not hear it. */
  readonly mention?: boolean
  /** The id of the post this one answers. */
  readonly answers?: string
  readonly attachments?: readonly { readonly contentType: string; readonly [key: string]: unknown }[]
}

function cardFor(message: Message, person: Person, version?: number): Card {
  const old = version === undefined ? undefined : message.earlier[version]
  if (version !== undefined && !old) throw new Error(`message ${message.id} has no earlier version ${version}`)
  const card = old ? cardOf(old) : (message.views.get(person.id) ?? cardOf(message.activity))
  if (!card) throw new Error(`message ${message.id} carries no card`)
  return card
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

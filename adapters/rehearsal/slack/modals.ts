import type { z } from 'zod'
import { valuesOf } from './inputs.ts'
import { explain } from './kit/explain.ts'
import { LIMITS } from './kit/limits.ts'
import { type HomeView, home, type ModalView, modal } from './kit/views.ts'
import { withIds } from './messages.ts'
import { isRefused, type Refused, refused } from './refusal.ts'
import { type AnyView, type Home, type Json, type Modal, type State, seconds, type Trigger } from './state.ts'
import { exchangeTrigger } from './triggers.ts'

/** The stack of modals in front of a person, and their home page in the app. */

export function stackOf(state: State, userId: string): readonly Modal[] {
  return state.modals.get(userId) ?? []
}

/** A fresh stack of one. Slack would leave an older stack to the client; here the new one takes its place. */
export function openModal(state: State, triggerId: string, view: unknown): Modal | Refused {
  const parsed = parseView(state, modal, view)
  if (isRefused(parsed)) return parsed
  const trigger = exchangeTrigger(state, triggerId)
  if (isRefused(trigger)) return trigger
  return stack(state, trigger.userId, [newModal(state, trigger.userId, parsed)])
}

/** One more modal on top of the one the trigger was pressed in. */
export function pushModal(state: State, triggerId: string, view: unknown): Modal | Refused {
  const parsed = parseView(state, modal, view)
  if (isRefused(parsed)) return parsed
  const trigger = exchangeTrigger(state, triggerId)
  return isRefused(trigger) ? trigger : putOnTop(state, trigger, parsed)
}

function putOnTop(state: State, from: Pick<Trigger, 'userId' | 'viewId'>, view: ModalView): Modal | Refused {
  const below = stackOf(state, from.userId)
  if (!below.some((each) => each.id === from.viewId)) return refused('not_found')
  if (below.length >= LIMITS.stackDepth) return refused('push_limit_reached')
  return stack(state, from.userId, [...below, newModal(state, from.userId, view, below.at(-1))])
}

export interface Which {
  view_id?: string | undefined
  external_id?: string | undefined
  /** The hash the app saw; when the view has moved on since, the update is refused. */
  hash?: string | undefined
}

/** Changes an open modal or a home page in place; what the person typed under the same names stays. */
export function updateView(state: State, which: Which, view: unknown): AnyView | Refused {
  if (!which.view_id && !which.external_id) return refused('invalid_arguments', ['[ERROR] view_id or external_id'])
  const found = findView(state, (each) =>
    which.view_id ? each.id === which.view_id : each.view.external_id === which.external_id,
  )
  if (!found) return refused('not_found')
  if (which.hash && which.hash !== found.hash) return refused('hash_conflict')
  return isModal(found) ? updateModal(state, found, view) : publishHome(state, found.userId, view)
}

function updateModal(state: State, found: Modal, view: unknown): Modal | Refused {
  const parsed = parseView(state, modal, view, found.id)
  if (isRefused(parsed)) return parsed
  return replaceModal(state, {
    ...found,
    view: parsed,
    hash: newHash(state),
    values: valuesOf(parsed.blocks, found.values),
    errors: {},
  })
}

/** Puts a changed modal in the place of the one with its id. */
export function replaceModal(state: State, changed: Modal): Modal {
  const all = stackOf(state, changed.userId).map((each) => (each.id === changed.id ? changed : each))
  stack(state, changed.userId, all)
  return changed
}

export function publishHome(state: State, userId: string, view: unknown, hash?: string): Home | Refused {
  const before = state.homes.get(userId)
  if (hash && before && hash !== before.hash) return refused('hash_conflict')
  const parsed = parseView(state, home, view, before?.id)
  if (isRefused(parsed)) return parsed
  const id = before?.id ?? state.nextId('V')
  const values = valuesOf(parsed.blocks, before?.values)
  const base = { id, userId, values, hash: newHash(state), errors: {}, rootId: id, previousId: null }
  const published: Home = { ...base, view: parsed }
  state.homes.set(userId, published)
  state.changed('home', [userId])
  return published
}

/** Takes this modal and everything above it away. */
export function closeModal(state: State, closed: Modal): void {
  const all = stackOf(state, closed.userId)
  const at = all.findIndex((each) => each.id === closed.id)
  if (at >= 0) stack(state, closed.userId, all.slice(0, at))
}

export function clearModals(state: State, userId: string): void {
  stack(state, userId, [])
}

/** What the app's answer to a submission does to the screen. A refusal means the person sees "We had some trouble". */
export function takeAnswer(state: State, submitted: Modal, answer: unknown): Refused | undefined {
  const reply = (typeof answer === 'object' && answer !== null ? answer : {}) as Json
  switch (reply.response_action) {
    case undefined:
      closeModal(state, submitted)
      return undefined
    case 'clear':
      clearModals(state, submitted.userId)
      return undefined
    case 'errors':
      return showErrors(state, submitted, (reply.errors ?? {}) as Record<string, string>)
    case 'update':
      return refusalOf(updateModal(state, submitted, reply.view))
    case 'push': {
      const parsed = parseView(state, modal, reply.view)
      if (isRefused(parsed)) return parsed
      return refusalOf(putOnTop(state, { userId: submitted.userId, viewId: submitted.id }, parsed))
    }
    default:
      return refused('invalid_response_action')
  }
}

const refusalOf = (result: unknown) => (isRefused(result) ? result : undefined)

function showErrors(state: State, submitted: Modal, errors: Record<string, string>): Refused | undefined {
  const inputs = new Set(submitted.view.blocks.flatMap((each) => (each.type === 'input' ? [each.block_id] : [])))
  const astray = Object.keys(errors).filter((blockId) => !inputs.has(blockId))
  if (astray.length > 0 || Object.keys(errors).length === 0)
    return refused('invalid_errors', [`[ERROR] not the block_id of an input: ${astray.join(', ')}`])
  replaceModal(state, { ...submitted, errors })
  return undefined
}

export function isModal(view: AnyView): view is Modal {
  return view.view.type === 'modal'
}

export function findView(state: State, wanted: (view: AnyView) => boolean): AnyView | undefined {
  return [...[...state.modals.values()].flat(), ...state.homes.values()].find(wanted)
}

function parseView<Schema extends z.ZodType<ModalView | HomeView>>(
  state: State,
  schema: Schema,
  view: unknown,
  ownId?: string,
): z.infer<Schema> | Refused {
  const parsed = schema.safeParse(view)
  if (!parsed.success) return refused('invalid_arguments', explain(parsed.error, '/view'))
  if (Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes) return refused('view_too_large')
  const { external_id: name } = parsed.data
  if (name && findView(state, (each) => each.view.external_id === name && each.id !== ownId))
    return refused('duplicate_external_id')
  return { ...parsed.data, blocks: withIds(state, parsed.data.blocks) }
}

function newModal(state: State, userId: string, view: ModalView, below?: Modal): Modal {
  const id = state.nextId('V')
  const values = valuesOf(view.blocks)
  const place = { rootId: below?.rootId ?? id, previousId: below?.id ?? null }
  return { id, userId, view, values, hash: newHash(state), errors: {}, ...place }
}

const newHash = (state: State) => `${seconds(state.clock())}.${state.secret()}`

function stack(state: State, userId: string, modals: Modal[]): Modal {
  state.modals.set(userId, modals)
  state.changed('modal', [userId])
  return modals.at(-1) as Modal
}

/** The view as the API and the payloads show it. */
export function viewJson(state: State, shown: AnyView): Json {
  const { view } = shown
  const own = view.type === 'modal' ? view : undefined
  return {
    id: shown.id,
    team_id: state.home.id,
    app_id: state.app.id,
    bot_id: state.app.botId,
    app_installed_team_id: state.home.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    state: { values: shown.values },
    hash: shown.hash,
    title: own?.title ?? { type: 'plain_text', text: 'View Title' },
    submit: own?.submit ?? null,
    close: own?.close ?? null,
    clear_on_close: own?.clear_on_close ?? false,
    notify_on_close: own?.notify_on_close ?? false,
    root_view_id: shown.rootId,
    previous_view_id: shown.previousId,
  }
}

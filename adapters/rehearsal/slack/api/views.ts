import { z } from 'zod'
import { openModal, publishHome, pushModal, updateView, viewJson } from '../modals.ts'
import { isRefused, type Refused, refused } from '../refusal.ts'
import type { AnyView, Json, State } from '../state.ts'
import { type Method, method } from './method.ts'

const view = z.unknown()
const hash = z.string().optional()
const triggered = { trigger_id: z.string(), view }

export const viewMethods: Record<string, Method> = {
  'views.open': method(triggered, (state, args) => shown(state, openModal(state, args.trigger_id, args.view))),

  'views.push': method(triggered, (state, args) => shown(state, pushModal(state, args.trigger_id, args.view))),

  'views.update': method(
    { view_id: z.string().optional(), external_id: z.string().optional(), hash, view },
    (state, args) => shown(state, updateView(state, args, args.view)),
  ),

  'views.publish': method({ user_id: z.string(), hash, view }, (state, args) => {
    if (!state.users.has(args.user_id)) return refused('user_not_found')
    return shown(state, publishHome(state, args.user_id, args.view, args.hash))
  }),
}

function shown(state: State, result: AnyView | Refused): Json | Refused {
  return isRefused(result) ? result : { view: viewJson(state, result) }
}

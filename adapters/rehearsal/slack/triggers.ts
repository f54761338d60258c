import { LIMITS } from './kit/limits.ts'
import { type Refused, refused } from './refusal.ts'
import { elapsed, type State, type Trigger } from './state.ts'

/** A trigger lets the app open one modal, within three seconds of what the person did. */

export function issueTrigger(state: State, userId: string, viewId?: string): string {
  const id = `${state.nextId('')}.${state.home.id}.${state.secret()}`
  state.triggers.set(id, { id, userId, at: state.clock(), used: false, ...(viewId && { viewId }) })
  return id
}

/** Uses it up, or says why it cannot be used. */
export function exchangeTrigger(state: State, id: string): Trigger | Refused {
  const trigger = state.triggers.get(id)
  if (!trigger) return refused('invalid_trigger_id')
  if (trigger.used) return refused('exchanged_trigger_id')
  if (elapsed(trigger.at, state.clock()) > LIMITS.triggerMs) return refused('expired_trigger_id')
  trigger.used = true
  return trigger
}

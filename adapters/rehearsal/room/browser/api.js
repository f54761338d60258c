/** The room's own endpoints. A refusal is shown where everybody can read it, and never thrown. */
import { toast } from './toasts.js'

/** Does something as a person; gives what came of it, or nothing when it was refused. */
export function act(deed) {
  return post('/room/act', deed)
}

/** Moves the clock. */
export function move(wish) {
  return post('/room/clock', wish)
}

/** What a person sees, as HTML; nothing when it could not be had. */
export async function see({ person, tab, place }) {
  const query = new URLSearchParams({ person, ...(tab && { tab }), ...(place && { place }) })
  return text(`/room/see?${query}`)
}

export const roster = () => text('/room/roster')

async function text(address) {
  try {
    const response = await fetch(address)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}

async function post(address, body) {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
    const answer = await response.json()
    if (response.ok) return answer
    toast([answer.sentence, answer.next].filter(Boolean).join(' '))
  } catch {
    toast('The rehearsal does not answer. Is it still running?')
  }
  return undefined
}

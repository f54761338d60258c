/** How Slack says no: a name, and sometimes what exactly was wrong. */
export interface Refused {
  readonly ok: false
  readonly error: string
  readonly response_metadata?: { readonly messages: readonly string[] }
}

export function refused(error: string, messages: readonly string[] = []): Refused {
  return { ok: false, error, ...(messages.length > 0 && { response_metadata: { messages } }) }
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

import { DeliveryError } from '../../../src/ports.ts'

/** Names of Microsoft that mean: this person, team or chat does not have the app (any more). */
const NOT_INSTALLED = new Set(['BotNotInConversationRoster', 'ForbiddenOperationException', 'BotDisabledByAdmin'])
/** They pass by themselves: a message being edited by another, or Microsoft being busy. */
const PASSING = new Set([408, 412, 425, 429])

/** What went wrong with a call of the connector, in the messenger's words. */
export function failureOf(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown }
  if (typeof statusCode !== 'number')
    return new DeliveryError('unreachable', 'Teams could not be reached', { cause: error })
  if (statusCode === 403 && NOT_INSTALLED.has(String(code))) {
    return new DeliveryError('not-installed', 'Teams says that the app is not there', { permanent: true, cause: error })
  }
  const retryAfterMs = retryAfter(error)
  const permanent = statusCode >= 400 && statusCode < 500 && !PASSING.has(statusCode)
  return new DeliveryError(`http-${statusCode}`, `Teams answered ${statusCode}`, {
    permanent,
    cause: error,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

/** Whether Teams says that no such message is there any more. It says 403 of some it has deleted: those cannot be told from what it refuses. */
export function isGone({ cause }: DeliveryError): boolean {
  return (cause as { readonly code?: unknown } | undefined)?.code === 'ActivityNotFoundInConversation'
}

/** Seconds, as Teams sends them; a date is rather ignored than compared with a clock of ours. */
function retryAfter(error: unknown): number | undefined {
  const { response } = error as { response?: { headers?: { get?(name: string): string | undefined } } }
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : undefined
}

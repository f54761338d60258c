import { webApi } from '@slack/bolt'
import { DeliveryError } from '../../../src/ports.ts'

/** Errors of Slack that pass; every other one means the same call will fail again (not_in_channel, account_inactive, invalid_blocks …). */
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'accesslimited',
])

/** What went wrong with a call of Slack, in the messenger's words. */
export function failureOf(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new DeliveryError('ratelimited', 'Slack asks to wait', {
      retryAfterMs: error.retryAfter * 1000,
      cause: error,
    })
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error
    return new DeliveryError(code, `Slack refused: ${code}`, { permanent: !PASSING.has(code), cause: error })
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    // A page that answers 4xx is not Slack being busy, but the wrong address or a blocked one.
    const permanent = error.statusCode >= 400 && error.statusCode < 500
    return new DeliveryError(`http-${error.statusCode}`, `Slack answered ${error.statusCode}`, {
      permanent,
      cause: error,
    })
  }
  return new DeliveryError('unreachable', 'Slack could not be reached', { cause: error })
}

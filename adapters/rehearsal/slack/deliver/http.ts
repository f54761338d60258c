import { signature } from './sign.ts'

/** What came back from the app; `timeout` when nothing did in time, `unreachable` when nobody was there. */
export type Answer =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: 0; readonly body: 'timeout' | 'unreachable' }

/** A request to the app, with everything a forger could choose. */
export interface RawRequest {
  body: string
  contentType?: string
  headers?: Record<string, string>
  /** The secret to sign with, or `none` for no signature at all; the true one when left out. */
  signedWith?: string
  /** The second it claims to be from; now when left out. */
  atSeconds?: number
}

export interface HttpOptions {
  url: string
  signingSecret: string
  nowSeconds: number
  withinMs: number
}

export async function postSigned(request: RawRequest, options: HttpOptions): Promise<Answer> {
  const at = request.atSeconds ?? options.nowSeconds
  const secret = request.signedWith ?? options.signingSecret
  const signed =
    secret === 'none'
      ? {}
      : { 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature(secret, at, request.body) }
  try {
    const response = await fetch(options.url, {
      method: 'POST',
      headers: { 'content-type': request.contentType ?? 'application/json', ...signed, ...request.headers },
      body: request.body,
      signal: AbortSignal.timeout(options.withinMs),
    })
    return { status: response.status, body: parsed(await response.text()) }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return { status: 0, body: late ? 'timeout' : 'unreachable' }
  }
}

/** JSON if it is, the plain text otherwise; an empty body is nothing. */
function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

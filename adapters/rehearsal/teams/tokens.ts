/**
 * The keys and tokens on both sides of the wire: what Microsoft signs for the bot, and what the bot shows Microsoft.
 *
 * The bot fetches our public keys from an OpenID document, as it does in life. `botbuilder` keeps keys for ever by the document's address, so
 * the address carries the id of the key: two worlds on the same port, one after the other, never meet.
 */
import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign, timingSafeEqual } from 'node:crypto'

export const ISSUER = 'https://api.botframework.com'
export const AUDIENCE = 'https://api.botframework.com'
const HOUR_SECONDS = 3600

export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly jwk: Record<string, unknown>
}

/** A fresh RSA key. `endorsements` names the channels it may speak for. */
export function createSigningKey(endorsements: readonly string[]): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const exported = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(String(exported.n)).digest('base64url').slice(0, 20)
  return { kid, privateKey, jwk: { ...exported, kid, use: 'sig', alg: 'RS256', endorsements } }
}

export interface Claims {
  readonly iss: string
  readonly aud: string
  readonly serviceurl: string
  readonly nbf: number
  readonly exp: number
}

/** The claims of an honest token: an hour long, five minutes back-dated, as the Bot Connector makes them. `now` is in milliseconds. */
export function honestClaims(appId: string, serviceUrl: string, now: number): Claims {
  const seconds = Math.floor(now / 1000)
  return { iss: ISSUER, aud: appId, serviceurl: serviceUrl, nbf: seconds - 300, exp: seconds + HOUR_SECONDS }
}

/** A JWT of these claims, signed RS256 by `key`; `kid` may name another key than the one that signs (a forgery). */
export function signToken(claims: Claims, key: SigningKey, kid = key.kid): string {
  const head = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), key.privateKey).toString('base64url')}`
}

/** A JWT that claims to need no signature. */
export function unsignedToken(claims: Claims, kid: string): string {
  return `${part({ alg: 'none', typ: 'JWT', kid })}.${part(claims)}.`
}

/** The same token with other claims under the old signature. */
export function tamper(token: string, claims: Claims): string {
  const [header, , signature] = token.split('.')
  return `${header}.${part(claims)}.${signature}`
}

/**
 * What the bot needs to speak to this world: it stands where Microsoft's sign-in service stands in life.
 * Shaped like botbuilder's `ServiceClientCredentialsFactory`, without knowing it.
 */
export interface BotCredentials {
  isValidAppId(appId: string): Promise<boolean>
  isAuthenticationDisabled(): Promise<boolean>
  createCredentials(appId: string): Promise<{ signRequest<R extends OutgoingRequest>(request: R): Promise<R> }>
}

interface OutgoingRequest {
  readonly headers: { set(name: string, value: string): void }
}

/** Issues and checks the tokens the bot shows on connector calls. */
export function createBotTokens(appId: string, secret: string, wallClock: () => number) {
  const mac = (head: string) => createHmac('sha256', secret).update(head).digest()

  const issue = (): string => {
    const exp = Math.floor(wallClock() / 1000) + HOUR_SECONDS
    const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ aud: AUDIENCE, appid: appId, exp })}`
    return `${head}.${mac(head).toString('base64url')}`
  }

  /** Is this `Authorization` header one of ours, for this bot, and still in date? */
  const accepts = (header: string | undefined): boolean => {
    const [scheme, token = ''] = (header ?? '').split(' ')
    const [head, payload, signature] = token.split('.')
    if (scheme !== 'Bearer' || !head || !payload || !signature) return false
    const given = Buffer.from(signature, 'base64url')
    const wanted = mac(`${head}.${payload}`)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { appid: string; exp: number }
    return claims.appid === appId && claims.exp * 1000 > wallClock()
  }

  const credentials: BotCredentials = {
    isValidAppId: async (candidate) => candidate === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${issue()}`)
        return request
      },
    }),
  }

  return { issue, accepts, credentials }
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

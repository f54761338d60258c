/** Attacks on POST /api/messages. A bot that is well kept answers every one of them with 401 or 403. */
import type { Activity } from './state.ts'
import {
  type Claims,
  createSigningKey,
  honestClaims,
  type SigningKey,
  signToken,
  tamper,
  unsignedToken,
} from './tokens.ts'

export const PROBES = [
  'no header',
  'garbage',
  'wrong audience',
  'wrong issuer',
  'expired',
  'not yet valid',
  'forged signature',
  'tampered payload',
  'alg none',
  'unknown key',
  'another serviceUrl',
  'missing endorsement',
  'no serviceUrl',
] as const

export type Probe = (typeof PROBES)[number]

export interface ProbeContext {
  readonly appId: string
  readonly serviceUrl: string
  /** Milliseconds. */
  readonly now: number
  readonly key: SigningKey
  /** A published key that may not speak for Teams. */
  readonly otherChannelKey: SigningKey
}

/** The attack of this name, made of an otherwise honest activity. */
export function attack(
  probe: Probe,
  honest: Activity,
  { appId, serviceUrl, now, key, otherChannelKey }: ProbeContext,
): { activity: Activity; token: string | undefined } {
  const claims = honestClaims(appId, serviceUrl, now)
  const signed = (changes: Partial<Claims>) => signToken({ ...claims, ...changes }, key)
  const stranger = () => createSigningKey(['msteams'])
  const tokens: Record<Probe, () => string | undefined> = {
    'no header': () => undefined,
    garbage: () => 'not.a.token',
    'wrong audience': () => signed({ aud: '00000000-0000-0000-0000-00000000dead' }),
    'wrong issuer': () => signed({ iss: 'https://login.example' }),
    expired: () => signed({ nbf: claims.nbf - 90_000, exp: claims.exp - 90_000 }),
    'not yet valid': () => signed({ nbf: claims.nbf + 90_000, exp: claims.exp + 90_000 }),
    'forged signature': () => signToken(claims, stranger(), key.kid),
    'tampered payload': () => tamper(signed({}), { ...claims, exp: claims.exp + 1 }),
    'alg none': () => unsignedToken(claims, key.kid),
    'unknown key': () => signToken(claims, stranger()),
    'another serviceUrl': () => signed({ serviceurl: 'https://connector.example/' }),
    'missing endorsement': () => signToken(claims, otherChannelKey),
    'no serviceUrl': () => signed({}),
  }
  const { serviceUrl: _serviceUrl, ...homeless } = honest
  return { activity: probe === 'no serviceUrl' ? homeless : honest, token: tokens[probe]() }
}

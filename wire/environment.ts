/** The environment, read once and checked: what is wrong is said by name, with the mend. */
import { z } from 'zod'
import { LEVELS } from './log.ts'

const text = z.string().trim().min(1)
const optional = z
  .string()
  .optional()
  .transform((value) => (value?.trim() ? value.trim() : undefined))

const like = (isSo: (value: string) => boolean, says: string) =>
  optional.refine((value) => value === undefined || isSo(value), says)

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: text.default('127.0.0.1'),
  BASE_URL: optional,
  DATABASE_FILE: text.default('data/muster.db'),
  QUEUE_URL: like(
    (url) => /^(rediss?|postgres(ql)?):\/\//.test(url),
    'it begins with redis://, rediss:// or postgres://, or is left out',
  ),
  PROFILE: text.default('wt2018-chscp'),
  PEOPLE: text.default('people-fictional'),
  PROFILES_FOLDER: optional,
  MUSTER_KEY: optional,
  SLACK_BOT_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_API_URL: optional,
  SMTP_URL: optional,
  MAIL_FROM: text.default('Muster <muster@localhost>'),
  LOG_LEVEL: z.enum(LEVELS).default('info'),
  REHEARSAL_START: like(
    (at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) && !Number.isNaN(Date.parse(at)),
    'write a London date and time such as 2026-12-17T16:40',
  ),
})

export type Environment = z.output<typeof shape> & { readonly raw: Readonly<Record<string, string | undefined>> }

/** What keeps Muster from starting, in words an administrator can act on. */
export class NotReady extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'NotReady'
  }
}

/** Reads the environment. Throws NotReady when something in it cannot be used. */
export function readEnvironment(raw: Readonly<Record<string, string | undefined>>): Environment {
  // An empty line of a .env file means "not set".
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''))
  const read = shape.safeParse(given, { jitless: true })
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new NotReady(`The environment cannot be used:\n${wrong.join('\n')}`)
  }
  const environment = { ...read.data, raw: given }
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } = environment
  if (SLACK_BOT_TOKEN && !SLACK_SIGNING_SECRET && !SLACK_APP_TOKEN) {
    throw new NotReady(
      'SLACK_BOT_TOKEN is set, but neither SLACK_SIGNING_SECRET (for HTTP) nor SLACK_APP_TOKEN (for Socket Mode) is.',
    )
  }
  return environment
}

/** Whether there is anything of the real world to connect to; without, the rehearsal room opens. */
export function hasCredentials({ SLACK_BOT_TOKEN, raw }: Environment): boolean {
  return Boolean(SLACK_BOT_TOKEN || raw.MICROSOFT_APP_ID || raw.TEAMS_EMULATOR === '1')
}

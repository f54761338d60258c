/**
 * What Microsoft would say about a card, checked on every card the bot sends: the official schema of Adaptive Cards 1.5, and the rules of Teams
 * that the schema does not know.
 */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { type Card, inputsOf, parts, wordsOf } from './cards.ts'
import { type Activity, cardOf, type Problem } from './state.ts'

/** Teams refuses a message above this size with 413. */
export const MAX_BYTES = 100 * 1024
/** Microsoft advises to stay below this. */
const ADVISED_BYTES = 80 * 1024
const MAX_REFRESH_USERS = 60
const MAX_ACTIONS = 6
const TEAMS_VERSION = 1.5

export function bytesOf(activity: unknown): number {
  return Buffer.byteLength(JSON.stringify(activity))
}

/** What is wrong with a message to Teams; empty when nothing is. */
export function problemsOfMessage(activity: Activity): Problem[] {
  const card = cardOf(activity)
  const size = bytesOf(activity)
  return [
    ...(size > ADVISED_BYTES ? [problem('large', `${size} bytes; Microsoft advises ${ADVISED_BYTES}`)] : []),
    ...(card && !activity.summary
      ? [problem('no-summary', 'a card without a summary notifies with "Sent a card"')]
      : []),
    ...(card ? problemsOfCard(card) : []),
    ...mentionProblems(activity),
  ]
}

/** What is wrong with a card in Teams; empty when nothing is. */
export function problemsOfCard(card: Card): Problem[] {
  return [...schemaProblems(card), ...versionProblems(card), ...imageProblems(card), ...countProblems(card)]
}

/** Each `<at>…</at>` needs an entity of the same text, in the activity or in the card's `msteams`; else Teams shows the tags. */
function mentionProblems(activity: Activity): Problem[] {
  const card = cardOf(activity)
  const inCard = (card?.msteams as { entities?: unknown } | undefined)?.entities
  const known = [activity.entities, inCard].flat().map((entity) => (entity as { text?: string } | undefined)?.text)
  const written = `${activity.text ?? ''}\n${card ? wordsOf(card) : ''}`.match(/<at>.*?<\/at>/g) ?? []
  return written.filter((tag) => !known.includes(tag)).map((tag) => problem('mention', `${tag} has no mention entity`))
}

function schemaProblems(card: Card): Problem[] {
  if (validate(card)) return []
  // ajv also reports each choice that contains an error; only the innermost says what to mend.
  const innermost = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf')
  return (innermost.length > 0 ? innermost : (validate.errors ?? [])).map(({ instancePath, message, params }) =>
    problem('schema', `${instancePath || '/'} ${message} ${JSON.stringify(params)}`),
  )
}

function versionProblems(card: Card): Problem[] {
  const version = Number(card.version)
  if (!(version <= TEAMS_VERSION))
    return [problem('version', `version ${card.version}; Teams draws up to ${TEAMS_VERSION}`)]
  const universal = [...parts(card)].some(({ type }) => type === 'Action.Execute')
  return universal && version < 1.4
    ? [problem('version', `Action.Execute needs 1.4, the card says ${card.version}`)]
    : []
}

function imageProblems(card: Card): Problem[] {
  const addresses = [...parts(card)].flatMap((part) => [
    part.type === 'Image' ? part.url : undefined,
    typeof part.backgroundImage === 'string' ? part.backgroundImage : (part.backgroundImage as Card | undefined)?.url,
    part.iconUrl,
  ])
  const unsafe = addresses.filter(
    (url) => typeof url === 'string' && !/^(https:\/\/|data:image\/(png|jpeg|gif);base64,)/.test(url),
  )
  const media = [...parts(card)].filter(({ type }) => type === 'Media')
  return [
    ...unsafe.map((url) =>
      problem('image', `${String(url).slice(0, 60)}: images are https, or PNG, JPEG, GIF as data`),
    ),
    ...media.map(() => problem('media', 'Teams does not play Media')),
  ]
}

function countProblems(card: Card): Problem[] {
  const refresh = card.refresh as { userIds?: unknown[] } | undefined
  const watchers = refresh?.userIds?.length ?? 0
  const crowded = [...parts(card)].filter(({ actions }) => Array.isArray(actions) && actions.length > MAX_ACTIONS)
  const ids = inputsOf(card).map(({ id }) => id)
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place)
  return [
    ...(watchers > MAX_REFRESH_USERS
      ? [problem('refresh', `${watchers} userIds; ${MAX_REFRESH_USERS} are allowed`)]
      : []),
    ...crowded.map(() => problem('actions', `more than ${MAX_ACTIONS} buttons in a row: Teams hides the rest`)),
    ...twice.map((id) => problem('input', `two inputs are called "${id}"`)),
  ]
}

const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(teamsSchema())

/** The official schema, with `msteams` allowed and each choice of types decided by `type`, so that an error names the property that is wrong. */
function teamsSchema(): Record<string, unknown> {
  const file = new URL('./schema/adaptive-card-1.5.0.json', import.meta.url)
  const {
    $schema: _dialect,
    id: _id,
    ...schema
  } = JSON.parse(readFileSync(file, 'utf8')) as {
    $schema: string
    id: string
    definitions: Record<string, { properties?: Record<string, unknown>; anyOf?: { allOf?: { $ref: string }[] }[] }>
  }
  for (const [name, definition] of Object.entries(schema.definitions)) {
    if (!name.startsWith('ImplementationsOf.')) continue
    const refs = (definition.anyOf ?? []).flatMap(({ allOf }) => allOf ?? []).map(({ $ref }) => $ref)
    schema.definitions[name] = decidedByType(refs)
  }
  const card = schema.definitions.AdaptiveCard
  if (card?.properties) card.properties.msteams = { type: 'object' }
  return schema
}

function decidedByType(refs: readonly string[]) {
  const named = refs.map(($ref) => ({ $ref, type: $ref.slice('#/definitions/'.length) }))
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: named.map(({ type }) => type) } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
    allOf: named.map(({ $ref, type }) => ({ if: { properties: { type: { const: type } } }, then: { $ref } })),
  }
}

function problem(code: string, what: string): Problem {
  return { code, what }
}

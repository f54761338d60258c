/** Reading an Adaptive Card the way the client does: its actions, its inputs, its words. */

export type Card = Readonly<Record<string, unknown>>

export interface CardAction extends Card {
  readonly type: string
  readonly title?: string
  readonly verb?: string
  readonly id?: string
}

interface CardInput extends Card {
  readonly type: string
  readonly id: string
}

/** Every object of a card in reading order. `data` belongs to the bot and is never looked into. */
export function* parts(node: unknown): Generator<Card> {
  if (Array.isArray(node)) for (const item of node) yield* parts(item)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  yield node as Card
  for (const [key, value] of Object.entries(node)) if (key !== 'data') yield* parts(value)
}

/** The actions a person can press, those inside ShowCards included; the refresh action is the client's own, and a fallback is not shown. */
export function actionsOf(card: Card): CardAction[] {
  const { refresh: _refresh, ...shown } = card
  const hidden = new Set([...parts(shown)].flatMap((part) => [...parts(part.fallback)]))
  return [...parts(shown)].filter((part) => typeOf(part).startsWith('Action.') && !hidden.has(part)) as CardAction[]
}

/**
 * The action with this place (from 0), title, verb or id.
 * Throws when there is none, or when it is greyed out: a person could not have pressed it.
 */
export function actionOf(card: Card, which: number | string): CardAction {
  const actions = actionsOf(card)
  const found =
    typeof which === 'number'
      ? actions[which]
      : (actions.find(({ title }) => title === which) ?? actions.find(({ verb, id }) => verb === which || id === which))
  if (!found)
    throw new Error(`no button "${which}"; there are: ${actions.map(({ title }) => title).join(', ') || 'none'}`)
  if (found.isEnabled === false) throw new Error(`the button "${which}" is greyed out`)
  return found
}

/** The inputs of a card, in reading order. */
export function inputsOf(card: Card): CardInput[] {
  return [...parts(card)].filter((part) => typeOf(part).startsWith('Input.')) as CardInput[]
}

/** What the client would send: the values the card came with, then what the person typed. Throws for an input the card does not have. */
export function gather(card: Card, typed: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = inputsOf(card)
  for (const id of Object.keys(typed)) {
    if (!inputs.some((input) => input.id === id)) throw new Error(`no input "${id}" on this card`)
  }
  const prefilled = inputs.flatMap(({ id, value, type }) => {
    if (value !== undefined) return [[id, String(value)]]
    return type === 'Input.Toggle' ? [[id, 'false']] : []
  })
  return { ...Object.fromEntries(prefilled), ...typed }
}

/** The inputs the client would mark red, so that nothing is sent: empty though required, or outside what they allow. */
export function refusedInputs(card: Card, values: Readonly<Record<string, string>>): string[] {
  const isFine = (input: CardInput): boolean => {
    const value = values[input.id] ?? ''
    if (value === '') return input.isRequired !== true
    if (typeof input.regex === 'string' && !new RegExp(input.regex).test(value)) return false
    if (typeof input.maxLength === 'number' && value.length > input.maxLength) return false
    if (input.type === 'Input.Toggle') return input.isRequired !== true || value === (input.valueOn ?? 'true')
    const key = (bound: unknown) => (input.type === 'Input.Number' ? Number(bound) : String(bound))
    if (input.min !== undefined && key(value) < key(input.min)) return false
    return input.max === undefined || key(value) <= key(input.max)
  }
  return inputsOf(card)
    .filter((input) => !isFine(input))
    .map(({ id }) => id)
}

/** All words on a card, a line each: what a screen reader would come across. */
export function wordsOf(card: Card): string {
  const { refresh: _refresh, ...shown } = card
  const spoken = ['text', 'label', 'title', 'value', 'altText', 'placeholder'] as const
  return [...parts(shown)]
    .flatMap((part) => spoken.map((key) => part[key]).concat(inlineTexts(part)))
    .filter((word): word is string => typeof word === 'string' && word !== '')
    .join('\n')
}

/** A RichTextBlock may hold bare strings between its runs. */
function inlineTexts(part: Card): unknown[] {
  return Array.isArray(part.inlines) ? part.inlines.filter((inline) => typeof inline === 'string') : []
}

function typeOf(part: Card): string {
  return typeof part.type === 'string' ? part.type : ''
}

import { actionsOf, type Card } from '../../../teams/cards.ts'
import { h, type Node } from '../html.ts'

/**
 * A place in which the page draws an Adaptive Card with Microsoft's renderer. Each action carries its place in reading order as its id, which is how the page
 * says what was pressed: titles may repeat.
 */
export function cardPlace(
  card: Card,
  typed: Readonly<Record<string, string>>,
  where: Readonly<Record<string, string>>,
): Node {
  const copy = structuredClone(card) as Record<string, unknown>
  for (const [index, action] of actionsOf(copy).entries()) Object.assign(action, { id: String(index) })
  const { refresh, ...drawn } = copy
  return h('div', {
    className: 'card',
    'data-card': JSON.stringify(drawn),
    'data-typed': JSON.stringify(typed),
    'data-refreshes': refresh ? '' : undefined,
    ...where,
  })
}

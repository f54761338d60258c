/**
 * Of several cards of one thing in one conversation only the newest is a card. Those above it become one line that says so: a reminder never leaves two
 * cards that look alike, and there is one place to press. Letters are left as they are: nobody can take a letter back.
 */
import { type Message, quiet } from '../chat/words.ts'
import type { Copy, Tx } from '../ports.ts'
import { kindOf } from './kinds.ts'

/** The copies of one subject, oldest first, below which a newer one of the same thing stands. */
export function overtaken(tx: Tx, copies: readonly Copy[]): ReadonlySet<Copy> {
  const nameOf = naming(tx, copies[0]?.subject)
  const newest = new Map(
    copies.flatMap((copy) => digestsBeside(tx, copy) ?? [copy]).map((copy) => [nameOf(copy), copy]),
  )
  return new Set(copies.filter((copy) => isInChat(copy) && newest.get(nameOf(copy))?.id !== copy.id))
}

/** The subjects whose copies are to be drawn again because one that has just been added stands below them. */
export function overtakenBy(tx: Tx, added: Pick<Copy, 'subject' | 'line' | 'posted'>): readonly string[] {
  const nameOf = naming(tx, added.subject)
  const here = tx.copies.of(added.subject).filter((copy) => isInChat(copy) && isBeside(copy, added))
  const mine = here.filter(({ line }) => line === added.line)
  const [yesterdays] = mine
    .flatMap((copy) => digestsBeside(tx, copy) ?? [])
    .filter((copy) => copy.line !== added.line)
    .slice(-1)
  if (yesterdays) return [yesterdays.subject]
  const names = new Set(mine.map(nameOf))
  return here.some((copy) => copy.line !== added.line && names.has(nameOf(copy))) ? [added.subject] : []
}

/** Each morning's digest is a subject of its own, and yet one list: all of a person's in one conversation, oldest first. */
function digestsBeside(tx: Tx, copy: Copy): readonly Copy[] | undefined {
  if (copy.card !== 'digest' || copy.viewer === undefined) return undefined
  return tx.copies.shownTo(copy.viewer).filter((one) => one.card === 'digest' && isBeside(one, copy))
}

const isInChat = ({ card, posted }: Copy) => card !== 'said' && posted.platform !== 'email'

const isBeside = (one: Pick<Copy, 'posted'>, other: Pick<Copy, 'posted'>) =>
  one.posted.platform === other.posted.platform && one.posted.conversation === other.posted.conversation

/** Names a subject's copies by where they stand, for whom, and what they show. Where a kind has no card for what is owed, its face says it. */
function naming(tx: Tx, subject: string | undefined): (copy: Copy) => string {
  const hasTasks = kindOf(tx.subjects.get(subject ?? '')?.kind ?? '')?.task !== undefined
  return ({ card, input, posted, viewer }) =>
    [
      posted.platform,
      posted.conversation,
      viewer ?? '',
      card === 'task' && hasTasks ? `task ${input?.owed}` : 'face',
    ].join(' ')
}

/** The line that is left of an overtaken card. It never changes, so that an old conversation comes to rest. */
export function pointer({ summary, sensitivity, blocks }: Message): Message {
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? summary
  return {
    summary: 'Muster: a newer card of this is further down',
    sensitivity,
    blocks: [quiet(`${title}. A newer card of this is further down.`)],
  }
}

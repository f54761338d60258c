/** One command: the words that choose it, what may follow them, and what `help` says of it. */
export interface Command {
  /** `rapid-review start`: the words that choose it; the shortest is the family's default. */
  readonly words: string
  readonly verb: string
  /** Named words that follow, in order; a trailing `?` makes one optional, `…` takes the rest, `?…` both. */
  readonly takes?: readonly string[]
  readonly says: string
  readonly example?: string
  /** The verb of the authority table it is of use with, where that is not its own; help leaves it out for whoever may never do that. */
  readonly asks?: string
}

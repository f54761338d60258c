/** What the desk asks of the core about links and sessions. The core keeps hashes only, and knows how long each of them lasts. */
import type { Refusal } from '../../src/kernel/result.ts'

export interface DeskAccess {
  /** Whose link it is. Looking never spends it: link previews, scanners and the back button all look (PR-2). */
  peek(token: string): Visitor | Refusal
  /** Spends the link and begins a session. `target` is a path below `/desk`; `session` is a secret for a cookie. */
  enter(token: string): { readonly session: string; readonly target: string; readonly name: string } | Refusal
  /** Whose visit this is; undefined once it has ended: an hour after it began, when it was left, or when its person has gone. */
  personOf(session: string): Visitor | undefined
  leave(session: string): void
}

export interface Visitor {
  readonly person: string
  readonly name: string
}

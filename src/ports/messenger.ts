/** What happens after the commit, and takes time: messages are posted, drawn again and taken away. */
import type { Place, Platform } from '../chat/intent.ts'
import type { Message } from '../chat/words.ts'
import type { KnownDoor } from './doors.ts'
import type { Attachment } from './outbox.ts'

/** A message as it stands on a platform. */
export interface Posted {
  readonly platform: Platform
  readonly tenant: string
  readonly conversation: string
  readonly message: string
  /** Whatever else the adapter needs to find it again (a conversation reference), as JSON. */
  readonly reach?: string
}

export type Address =
  | { readonly kind: 'person'; readonly door: KnownDoor; readonly name: string }
  | { readonly kind: 'place'; readonly place: Place & { readonly reach?: string } }
  /** `link` is a personal way to the desk: mail has no buttons, so what is asked is answered there. */
  | { readonly kind: 'email'; readonly email: string; readonly name: string; readonly link?: string }

/** One per platform. Only these wait for a network; only these retry. */
export interface Messenger {
  readonly platform: Platform
  /** `line`: the outbox line it carries out, by which it can be found again. */
  post(to: Address, message: Message, attachments?: readonly Attachment[], line?: string): Promise<Posted>
  /** Whether `find` can be asked on this way: only there may several posts be under way at once (src/app/deliver.ts). */
  finds?(to: Address): boolean
  /** The post of a line that a process made and was ended before it could write it down. */
  find?(to: Address, line: string): Promise<Posted | undefined>
  update(posted: Posted, message: Message): Promise<void>
  /**
   * Takes a message away with every page of it; where the platform lets none be deleted, `instead` stands in its place. Only the adapter can tell what a
   * refusal means (gone already, never, later), so what follows from it is decided there. Throws only for trouble that may pass.
   */
  remove(posted: Posted, instead: Message): Promise<Removal>
}

/** What became of a message that had to go. */
export type Removal =
  | 'deleted'
  /** Somebody had taken it away before. */
  | 'gone'
  /** The platform does not let it be deleted, so neutral words stand in its place. */
  | 'overwritten'
  /** It could be neither deleted nor overwritten: a person must see to it. */
  | 'stands'
  /** A letter: nobody can recall it. */
  | 'mailed'

/** Thrown by a messenger: whether to try again, and when. */
export class DeliveryError extends Error {
  readonly code: string
  readonly permanent: boolean
  readonly retryAfterMs: number | undefined
  constructor(
    code: string,
    message: string,
    how: { permanent?: boolean; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: how.cause })
    this.name = 'DeliveryError'
    this.code = code
    this.permanent = how.permanent ?? false
    this.retryAfterMs = how.retryAfterMs
  }
}

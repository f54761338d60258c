/** Where something was heard, as far as the answer needs to know: what Slack calls the ways back to that person. */
export interface Origin {
  readonly user: string
  /** Good for three seconds, once: the only way to open a modal. */
  readonly trigger?: string
  /** Good for half an hour, five times: answers in the same place, to this person alone or in the pressed message's stead. */
  readonly respond?: string
  /** The conversation; none in a modal and on the home tab. */
  readonly channel?: string
  /** The conversation is between this person and the app. */
  readonly direct: boolean
  readonly thread?: string
  /** The message that was pressed. An ephemeral one can be changed through `respond` only. */
  readonly pressed?: { readonly message: string; readonly ephemeral: boolean }
  /** The modal, or the home tab, that was pressed or submitted. */
  readonly view?: {
    readonly id: string
    readonly kind: 'modal' | 'home'
    readonly inputs: readonly string[]
    /** What Slack calls its present state. */
    readonly hash?: string
  }
  /** A modal was submitted: the answer travels in the acknowledgement. */
  readonly submitted?: boolean
}

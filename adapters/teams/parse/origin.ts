import type { Reach } from '../send/reach.ts'

/** Where something was heard, as far as the answer needs to know. */
export interface Origin {
  /**
   * How it came, and so how it is answered: `message` by messages, `card` by another card or a note in the invoke's answer, `fetch` and `submit` by
   * what the dialog shows next, `arrival` (the app was added) by messages to that person.
   */
  readonly via: 'message' | 'card' | 'fetch' | 'submit' | 'arrival'
  readonly reach: Reach
  /** The conversation is between this person and the app. */
  readonly direct: boolean
  /** A page of a form was pressed, not a live card. */
  readonly form: boolean
  /** In a team its whole roster is asked who somebody is. */
  readonly team?: string
}

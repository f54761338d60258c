/** What surrounds every page, and what every form in it carries. */
export interface Frame {
  /** The partnership's name, beside our own. */
  readonly partnership: string
  /** Where this version's style and script are served. */
  readonly assets: string
  /** Who is signed in, and the token of their session. */
  readonly visitor?: { readonly name: string; readonly csrf: string }
  /** A fresh secret for each form: two forms are never the same intent. */
  readonly nonce: () => string
  /** Where "no, leave it" leads: this page again. */
  readonly here: string
  /** The desk's first page needs no way back to it. */
  readonly isHome?: boolean
}

/** What a renderer sees of a form: one page of fields, nothing else. It knows neither the form nor the case. */
import type { Answer, Option } from './form.ts'

export interface FormView {
  /** The draft it is saved into; comes back with every press. */
  readonly draft: string
  readonly form: string
  /** The page drawn; comes back with every press. */
  readonly page: string
  /** ≤ 24 characters, for a modal's title bar. */
  readonly title: string
  /** What it is written about, as everybody calls it: somebody may have the same form before them for two cases. */
  readonly about?: string
  /** Full heading of this page. */
  readonly heading: string
  readonly intro?: string
  readonly progress: {
    readonly answered: number
    readonly of: number
    readonly page: number
    readonly pages: number
    /** The answer on this page decides how much more is asked: nobody knows the whole yet. */
    readonly growing?: true
  }
  readonly fields: readonly Field[]
  /** Said above the fields when something was wrong. */
  readonly problem?: string
  /** `page`: a modal, dialog or desk page of several fields. `walk`: one question in a conversation. */
  readonly pace: 'page' | 'walk'
  /** What the forward button says: "Next", "Check your answers", "Submit". */
  readonly forward: string
  readonly back?: boolean
  /** "Stop for now": everything is saved; offered on every walk step and page. */
  readonly stop?: boolean
}

export type Field = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  /** Not needed from whoever is on this page, but before the form is submitted: a second person's tick. */
  readonly later?: true
  readonly error?: string
  /** Other questions of this page depend on it: a platform that can tells of every change, and the page is drawn again (`go: 'again'`). */
  readonly live?: true
  /** What was typed, kept even when it is wrong. */
  readonly value?: Answer
} & (
  | { readonly kind: 'radios'; readonly options: readonly Option[] }
  | { readonly kind: 'checkboxes'; readonly options: readonly Option[] }
  | { readonly kind: 'select'; readonly options: readonly Option[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'datetime' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'short'; readonly max: number }
  | { readonly kind: 'long'; readonly max: number }
  | { readonly kind: 'attest'; readonly statement: string }
  | {
      readonly kind: 'rows'
      readonly columns: readonly RowField[]
      readonly max: number
      readonly labels?: readonly Option[]
      /** The cells that are wrong, when each says so beside itself; `error` then names their rows. */
      readonly wrong?: readonly WrongCell[]
    }
  /** Class S in chat: says whether it is answered, and offers the desk; never the answer itself. */
  | { readonly kind: 'desk'; readonly answered: boolean }
  /** A line of the check-your-answers page. */
  | { readonly kind: 'answer'; readonly shown: string; readonly page: string }
)

/** A cell of the rows as they are drawn: which row (from 0), which column, and what to do. */
export interface WrongCell {
  readonly row: number
  readonly column: string
  readonly error: string
}

export type RowField = {
  readonly id: string
  readonly label: string
  readonly required: boolean
  readonly kind: 'text' | 'number' | 'date' | 'datetime' | 'select' | 'checkboxes'
  readonly max?: number
  readonly options?: readonly Option[]
}

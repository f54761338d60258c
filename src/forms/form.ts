/**
 * A form is data: sections of few questions, typed answers, conditions, and a class that says where an answer may be given.
 *
 * @example
 *   const submission: Form = {
 *     id: 'H', title: 'Submission record', sections: [{
 *       id: 'H1', title: 'Sent to the Panel', questions: [
 *         { id: 'H1', ask: 'When was it sent?', type: { kind: 'datetime', notAfter: 'now' }, class: 'C', need: 'must' },
 *         { id: 'H6', ask: 'Why was it late?', type: { kind: 'text', max: 300 }, class: 'C*', need: { when: { context: 'late', is: 'yes' } } },
 *       ] }],
 *   }
 */

/** `C`: may be answered in chat. `C*`: short text, screened for personal detail. `S`: only on the desk, sealed at rest (DOMAIN 3.1). */
export type AnswerClass = 'C' | 'C*' | 'S'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Offered only when this holds of the world around the form; chosen before, it is still understood. */
  readonly when?: Condition
}

/** Options written out, or the name of a list the partnership supplies when the form is drawn. */
export type Options = readonly Option[] | { readonly from: OptionList }
export type OptionList =
  | 'agencies'
  | 'safeguarding-partners'
  | 'local-authorities'
  /** The partnership's own areas; `anywhere` adds the answers for elsewhere and not known. */
  | 'areas'
  | 'anywhere'
  | 'people'
  /** Those who may answer for an agency of the case while its own contact is away. */
  | 'stand-ins'
  | 'roles'
  | 'case-agencies'
  /** What was put into the tracker because of this very matter. */
  | 'case-actions'
  | 'learning-channels'
  | 'legal-basis'
  | 'themes'
  /** Every agency, whether or not it can be asked for information. */
  | 'every-agency'
  | 'groups'
  /** The roles that one hand may give. */
  | 'seat-roles'
  /** Those who have left and from whom nobody has taken over yet. */
  | 'leavers'

export type AnswerType =
  | { readonly kind: 'yn' }
  /** Yes, no, not yet known. A fact may be unknown, a decision never. */
  | { readonly kind: 'ynu' }
  | { readonly kind: 'choice'; readonly options: Options }
  /** `none` is the label of one more choice, with the value `none`. `none` and `unknown` stand alone. */
  | { readonly kind: 'multi'; readonly options: Options; readonly none?: string }
  /** `notBefore` is a date, or the id of an earlier question that holds one. */
  | { readonly kind: 'date'; readonly notAfter?: 'today'; readonly notBefore?: string }
  | { readonly kind: 'datetime'; readonly notAfter?: 'now'; readonly notBefore?: string }
  | { readonly kind: 'int'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'text'
      readonly max: number
      readonly lines?: 'one' | 'many'
      readonly pattern?: { readonly source: string; readonly says: string }
      /** It names another case, by its code word or its number; what fits none is answered with the nearest ones. */
      readonly refersTo?: 'case'
    }
  /** A reference to a document in the partnership's own secure store, never an upload (PR-4). */
  | { readonly kind: 'doc' }
  /** `byAnother`: only by somebody who wrote no answer of this form (the two-person rule). */
  | { readonly kind: 'attest'; readonly statement: string; readonly byAnother?: true }
  /**
   * Several rows of the same small questions: turning points, actions, a matrix of agencies. With `rowsFrom` there is one row per option,
   * and its cell `row` holds that option's value; no column may have that id.
   */
  | { readonly kind: 'rows'; readonly columns: readonly Column[]; readonly max: number; readonly rowsFrom?: RowsFrom }

export type RowsFrom = OptionList | readonly Option[]

export interface Column {
  readonly id: string
  readonly ask: string
  readonly type: Exclude<AnswerType, { kind: 'rows' } | { kind: 'doc' } | { kind: 'attest' }>
  readonly need?: 'may'
}

/** When a question applies or is required, as data, so a form can be printed and compared. */
export type Condition =
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly question: string; readonly includes: string | readonly string[] }
  | { readonly context: string; readonly is: string | readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export interface Question {
  readonly id: string
  /** Here and in every other text of a form, `{icsc|commissioner}` is what this partnership calls the commissioner (terms.ts). */
  readonly ask: string
  readonly hint?: string
  readonly type: AnswerType
  readonly class: AnswerClass
  /** `must` before the next state; `may` is optional; a condition makes it a must only then. */
  readonly need: 'must' | 'may' | { readonly when: Condition }
  /** Asked only when this holds; an answer given before is kept but does not count. */
  readonly when?: Condition
  readonly source?: string
  /** It asks for a colleague's own work details, so the screen for personal detail lets them pass. */
  readonly ofStaff?: true
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly intro?: string
  /** At most six, so that it fits a phone (DOMAIN 3.1); a longer section is paged by `route`. */
  readonly questions: readonly Question[]
}

export interface Form {
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly sections: readonly Section[]
  /** Sections may be answered in any order unless this is set (form F is one criterion at a time). */
  readonly inOrder?: boolean
}

export type Cell = string | number | boolean | readonly string[]
export type Row = Readonly<Record<string, Cell>>
/** date: LocalDate; datetime: LocalDateTime (London); yn: 'yes' | 'no'; ynu adds 'unknown'; attest: 'yes'. */
export type Answer = Cell | readonly Row[]
export type Answers = Readonly<Record<string, Answer>>

/** What a form may ask about the world around it: lists of options, facts such as `late: 'yes'`, and the moment. */
export interface FormContext {
  readonly at: string
  readonly facts: Readonly<Record<string, string>>
  options(list: OptionList): readonly Option[]
  /**
   * Whether the vault holds an answer to this class S question. Its words are among the answers only when the vault was opened for the
   * desk; everywhere else this is all that is known of it.
   */
  readonly sealed?: (question: string) => boolean
  /** What a reference means: the code word it stands for, or a sentence that says why it fits nothing and what would. */
  readonly refers?: (said: string) => { readonly fits: string } | { readonly unfit: string }
  /** What the world knows against an answer that is right in itself: the address is taken, the deputy has left. */
  readonly objections?: (question: string, value: Answer, answers: Answers) => readonly Objection[]
  /** What the partnership calls things: `{ icsc: 'Independent Child Safeguarding Commissioner' }`. */
  readonly terms?: Readonly<Record<string, string>>
}

export interface Objection {
  readonly code: string
  /** What to do, without a full stop, as it stands beside a field. */
  readonly sentence: string
  /** In a table: which row (from 0) and which column, and what stands beside that cell. */
  readonly row?: number
  readonly column?: string
  readonly inCell?: string
}

/** Options in few words: `choices({ died: 'Died', harmed: 'Seriously harmed' })`. */
export function choices(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** Whether a question is a second person's to answer. */
export const asksAnother = ({ type }: Pick<Question, 'type'>) => type.kind === 'attest' && type.byAnother === true

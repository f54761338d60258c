/** The options of a question, whether they are written in the form or supplied by the partnership. */

import { holds } from './condition.ts'
import { type AnswerType, choices, type FormContext, type Option, type Options, type RowsFrom } from './form.ts'
import { inTerms } from './terms.ts'

const YES_NO = choices({ yes: 'Yes', no: 'No' })
const YES_NO_UNKNOWN = choices({ yes: 'Yes', no: 'No', unknown: 'Not yet known' })

/** Choices that exclude every other: "none of these" and "not known" (multi). */
export const ALONE: readonly string[] = ['none', 'unknown']

type Supplied = Pick<FormContext, 'options' | 'terms'>

/** What may be chosen, in the order it is shown and in the partnership's terms; empty for a type without options. */
export function optionsOf(type: AnswerType, context: Supplied): readonly Option[] {
  switch (type.kind) {
    case 'yn':
      return YES_NO
    case 'ynu':
      return YES_NO_UNKNOWN
    case 'choice':
      return listed(type.options, context)
    case 'multi':
      return [
        ...listed(type.options, context),
        ...(type.none === undefined ? [] : [{ value: 'none', label: inTerms(type.none, context) }]),
      ]
    default:
      return []
  }
}

/** Those of them that can be taken as the world stands. */
export function offeredOf(type: AnswerType, context: Supplied & Pick<FormContext, 'facts'>): readonly Option[] {
  return optionsOf(type, context).filter(({ when }) => when === undefined || holds(when, {}, context))
}

/** The labels of rows that are given in advance; undefined when people add their own rows. */
export function rowLabels(type: { readonly rowsFrom?: RowsFrom }, context: Supplied): readonly Option[] | undefined {
  if (type.rowsFrom === undefined) return undefined
  return listed(typeof type.rowsFrom === 'string' ? { from: type.rowsFrom } : type.rowsFrom, context)
}

function listed(options: Options, context: Supplied): readonly Option[] {
  if ('from' in options) return context.options(options.from)
  return options.map((option) => ({
    ...option,
    label: inTerms(option.label, context),
    ...(option.hint === undefined ? {} : { hint: inTerms(option.hint, context) }),
  }))
}

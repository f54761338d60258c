/** The screen for personal detail, put to an answer: which words of it are screened, and what to say of a hit (PR-3, DOMAIN 3.1). */
import type { Answer, AnswerType, FormContext, Question, Row } from './form.ts'
import { type PersonalDetail, screen } from './screen.ts'
import { type Fault, faultIn } from './value.ts'

/** The code of the one problem whose answer must not be stored or shown again. */
export const PERSONAL_DETAIL = 'personal-detail'

/**
 * A fault when an answer that chat will show holds personal detail. Whatever people wrote in their own words is screened, also a wrong
 * entry in a box for dates; what came from a list or fits a pattern is not. Class S goes to the vault and is never screened, nor are a colleague's own
 * work details.
 */
export function screenAnswer(question: Question, value: Answer, context: FormContext): Fault | undefined {
  if (question.class === 'S' || question.ofStaff) return undefined
  const known = [...context.options('people'), ...context.options('agencies')].map((option) => option.label)
  const kinds = ownWords(question.type, value, context).flatMap((words) => {
    const seen = screen(words, { known })
    return seen.clean ? [] : seen.kinds
  })
  if (kinds.length === 0) return undefined
  return {
    code: PERSONAL_DETAIL,
    sentence: `Take out what looks like ${[...new Set(kinds)].map((kind) => CALLED[kind]).join(' and ')}, or write it on the secure desk`,
  }
}

const CALLED: Readonly<Record<PersonalDetail, string>> = {
  name: 'a name',
  initials: 'initials',
  'date-of-birth': 'a date of birth',
  address: 'an address',
  postcode: 'a postcode',
  school: 'the name of a school',
  'nhs-number': 'an NHS number',
  upn: 'a pupil number',
  'case-number': 'a case number',
  phone: 'a phone number',
  email: 'an e-mail address',
  plate: 'a number plate',
}

function ownWords(type: AnswerType, value: Answer, context: FormContext): readonly string[] {
  if (typeof value === 'string') {
    const free = type.kind === 'text' && type.pattern === undefined
    return free || faultIn(type, value, {}, context) !== undefined ? [value] : []
  }
  if (typeof value !== 'object') return []
  return value.flatMap((entry: string | Row) => {
    if (typeof entry === 'string') return ownWords(type, entry, context)
    if (type.kind !== 'rows') return []
    return type.columns.flatMap((column) => {
      const cell = entry[column.id]
      return cell === undefined ? [] : ownWords(column.type, cell, context)
    })
  })
}

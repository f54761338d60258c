/**
 * Agencies that are shut while their answer is due: a school in its holiday, a service between the years (10.2.5). No limit moves for it. Their own contact
 * is unlikely to answer, so whoever answers meanwhile is asked as well, and where nobody is named somebody is asked to name them.
 */
import { plusDays } from '../../calendar/days.ts'
import type { Answer, Answers, Objection, Row } from '../../forms/form.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import { dateOf, type LocalDate, sayDate } from '../../kernel/time.ts'
import { mayAtAll } from '../../partnership/authority/may.ts'
import { agencyName, personById } from '../../partnership/partnership.ts'
import { answersOf, type Course, limitFor } from '../engine/course.ts'
import { obligorOf } from '../engine/keys.ts'
import type { Remark, Who } from '../engine/procedure.ts'
import { agenciesInScope, eachAgencyInScope, supportTeam } from '../who.ts'

interface Shut {
  readonly agency: string
  /** The first day on which they are there again. */
  readonly back: LocalDate
  /** Who answers meanwhile; undefined while nobody is named. */
  readonly standIn?: string
}

const NAMED = 'out-of-term'

/** The agencies in scope that whoever scoped the review called shut, with who answers for them. */
function shutIn(course: Course): readonly Shut[] {
  const rows = answersOf(course, 'C').C9a
  if (answersOf(course, 'C').C9 !== 'yes' || !Array.isArray(rows)) return []
  const scope = agenciesInScope(course)
  return (rows as readonly Row[]).flatMap((row) => {
    const agency = String(row.agency)
    if (!scope.includes(agency)) return []
    const { CL1, CL2 } = answersOf(course, 'C-closed', `${NAMED}/${agency}`)
    const named = CL1 === 'named' ? CL2 : row.contact
    const standIn = typeof named === 'string' && named !== '' ? { standIn: named } : {}
    return [{ agency, back: String(row.until), ...standIn }]
  })
}

const isShut = ({ at }: Course, { back }: Shut) => dateOf(at) < back

/** Each agency that was asked, through its contact, and while it is shut through whoever answers for it as well. */
export const eachAgencyAsked: Who = (course) => {
  const shut = new Map(shutIn(course).map((one) => [one.agency, one]))
  return eachAgencyInScope(course).map((obligor) => {
    const one = shut.get(obligor.id ?? '')
    if (one?.standIn === undefined || !isShut(course, one)) return obligor
    return { ...obligor, people: [...new Set([one.standIn, ...obligor.people])] }
  })
}

/** Those that are shut, and for whom the scoping form names nobody: they and the support team are asked to. */
export const eachWithoutStandIn: Who = (course) => {
  const rows = answersOf(course, 'C').C9a as readonly Row[] | undefined
  const unnamed = shutIn(course).filter(({ agency }) => !rows?.find((row) => row.agency === agency)?.contact)
  const team = supportTeam(course).flatMap(({ people }) => people)
  return eachAgencyInScope(course)
    .filter(({ id }) => unnamed.some(({ agency }) => agency === id))
    .map((obligor) => ({ ...obligor, people: [...new Set([...obligor.people, ...team])] }))
}

export const anyIsShut = (course: Course) => shutIn(course).length > 0

/** What the scoping form begins with: those usually asked that the profile knows to be shut before their return is due. */
export function closuresBegin(course: Course, asked: readonly string[]): Answers {
  const { closures, agencies } = course.partnership.profile
  const today = dateOf(course.at)
  const due = limitFor(course, 'returns')?.limit ?? today
  const rows = asked.flatMap((agency) => {
    const shut = closures.find(
      (one) =>
        one.from <= due &&
        one.to >= today &&
        (one.agencies.includes(agency) || one.sectors.includes(agencies[agency]?.sector ?? '')),
    )
    return shut === undefined ? [] : [{ agency, until: plusDays(shut.to, 1), contact: '' }]
  })
  return rows.length === 0 ? { C9: 'no' } : { C9: 'yes', C9a: rows }
}

/** Whoever is named must be able to answer for the agency: a seat of its own there, or registered as its contact's deputy. */
function mayAnswerFor({ partnership, at }: Course, person: string, agency: string): boolean {
  return mayAtAll(partnership, person, 'case.return', { kind: 'case', agency }, at)
}

/** For which agencies somebody may be named: the one that is asked for its stand-in, or those the scoping form asks. */
export function standsIn(
  course: Course,
  { owed, answers }: { readonly owed: string; readonly answers: Answers },
  person: string,
): readonly string[] {
  const { C2: asked } = answers
  const one = obligorOf(owed)
  const wanted = one === undefined ? (Array.isArray(asked) ? (asked as readonly string[]) : []) : [one]
  return wanted.filter((agency) => mayAnswerFor(course, person, agency))
}

/** In the table of the scoping form somebody of another agency may be chosen in a row: it is said there. */
export function misplaced(course: Course, question: string, value: Answer): readonly Objection[] {
  if (question !== 'C9a' || !Array.isArray(value)) return []
  return (value as readonly Row[]).flatMap(({ agency, contact }, row): Objection[] => {
    if (!contact || !agency || mayAnswerFor(course, String(contact), String(agency))) return []
    const { sentence } = cannotAnswer(course, String(contact), String(agency))
    const inCell = sentence.replace(/\.$/, '')
    return [{ code: 'cannot-answer-for-it', sentence: `Row ${row + 1}: ${inCell}`, row, column: 'contact', inCell }]
  })
}

export function standInsMayAnswer(course: Course): Refusal | undefined {
  const wrong = shutIn(course).find(
    ({ agency, standIn }) => standIn !== undefined && !mayAnswerFor(course, standIn, agency),
  )
  return wrong?.standIn === undefined ? undefined : cannotAnswer(course, wrong.standIn, wrong.agency)
}

function cannotAnswer({ partnership, at }: Course, person: string, agency: string): Refusal {
  const name = personById(partnership, person)?.name ?? person
  return refuse(
    'cannot-answer-for-it',
    `${name} cannot answer for ${agencyName(partnership, agency, at)}: they hold no seat there.`,
    'Register them as deputy of its contact first, with "muster deputy"; then name them here.',
  )
}

/** What is asked of an agency says that it is shut: who answers, and that the limit stands. */
export function saysShut(course: Course, key: string): readonly string[] {
  const shut = shutIn(course).find(({ agency }) => agency === obligorOf(key))
  return shut === undefined || !isShut(course, shut) ? [] : [sentenceOf(course, shut)]
}

/** The same on the card of the case, for whoever waits. */
export function closures(course: Course): readonly Remark[] {
  const waiting = (agency: string) =>
    course.owed.some(({ key, status }) => status === 'open' && [`receipt/${agency}`, `returns/${agency}`].includes(key))
  return shutIn(course)
    .filter((one) => isShut(course, one) && waiting(one.agency))
    .map((one) => ({ tone: one.standIn === undefined ? 'warn' : 'neutral', text: sentenceOf(course, one) }))
}

function sentenceOf(course: Course, { agency, back, standIn }: Shut): string {
  const { partnership, at } = course
  const who =
    standIn === undefined
      ? 'nobody is named who answers meanwhile'
      : `${personById(partnership, standIn)?.name ?? standIn} answers meanwhile`
  return `${agencyName(partnership, agency, at)}: shut until ${sayDate(back)}, so unlikely to answer; ${who}. The limit stands.`
}

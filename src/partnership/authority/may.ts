/**
 * The one question of authority: may this person do this, here, now? It is answered from the table alone, fails closed, and a refusal names
 * those who may.
 *
 * @example
 *   may(p, 'slt-nhs', 'case.agree', { area: 'hackney' }, at)
 *   // { code: 'not-yours', sentence: 'Only the Independent Child Safeguarding Commissioner (Marlowe Testwick) may agree a rapid review.',
 *   //   next: 'Ask Marlowe Testwick.' }
 *   may(p, 'slt-mps-dep', 'case.ratify', { area: 'hackney' }, at)   // { role: 'slt-member', actingFor: 'slt-mps', … }
 */
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import { holders } from '../seats.ts'
import type { Partnership, Person } from '../types.ts'
import { covers } from './grants.ts'
import { matrix } from './matrix.ts'
import { type About, capabilityOf, type Question, type Standing, standingOf, type WhyNot } from './standing.ts'
import { isAboutOneCase, verbRule } from './verbs.ts'

export type { About, Standing } from './standing.ts'
export { handsNeeded } from './verbs.ts'

/** The capacity in which a person may do what a verb says, or a kind refusal. `person` is a person's id. */
export function may(p: Partnership, person: string, verb: string, about: About, at: Instant): Standing | Refusal {
  const rule = verbRule(verb)
  if (rule === undefined) {
    return refuse(
      'unknown-verb',
      'Muster does not know how to do that, so nobody may.',
      'Ask for help to see what you can do.',
    )
  }
  const asking = p.people.get(person)
  if (asking === undefined) {
    return refuse('not-known', 'Muster does not know you yet.', `Ask ${supportTeam(p, at)} to add you.`)
  }
  if (asking.left !== undefined && at >= asking.left) {
    return refuse(
      'left',
      'You are no longer registered with the partnership.',
      `If that is wrong, tell ${supportTeam(p, at)}.`,
    )
  }
  const question = { p, rule, about, at }
  const answer = standingOf(question, person)
  return typeof answer === 'string' ? refusal(question, answer, person, verb) : answer
}

/** The same question where nobody needs the refusal's words: which buttons to draw. */
export function mayAtAll(p: Partnership, person: string, verb: string, about: About, at: Instant): boolean {
  const rule = verbRule(verb)
  const left = p.people.get(person)?.left
  if (rule === undefined || !p.people.has(person) || (left !== undefined && at >= left)) return false
  return typeof standingOf({ p, rule, about, at }, person) !== 'string'
}

/** Everyone who may do what a verb says, each with the capacity; also the two people a two-person rule can be met by. */
export function whoMay(
  p: Partnership,
  verb: string,
  about: About,
  at: Instant,
): readonly { readonly person: Person; readonly standing: Standing }[] {
  const rule = verbRule(verb)
  return rule === undefined ? [] : whoCan({ p, rule, about, at })
}

function whoCan(question: Question): { person: Person; standing: Standing }[] {
  return [...question.p.people.values()].flatMap((person) => {
    if (person.left !== undefined && question.at >= person.left) return []
    const standing = standingOf(question, person.id)
    return typeof standing === 'string' ? [] : [{ person, standing }]
  })
}

function refusal(asked: Question, why: WhyNot, person: string, verb: string): Refusal {
  const { p, rule, at } = asked
  // Whoever may not even see a case must not learn from the refusal which area and agencies it concerns (PR-15).
  const { form, group } = asked.about
  const ofOneCase = isAboutOneCase(verb) || p.groups.find((one) => one.id === group)?.kind === 'case-meeting'
  const discreet = ofOneCase && !seesCase(asked, person)
  const question = discreet ? { ...asked, about: { form, group } } : asked
  const can = whoCan(question)
  const next = nextStep(
    p,
    can.map((one) => one.person),
    at,
  )
  if (why === 'conflict') {
    return refuse('conflict', `You declared a conflict of interest here, so you may not ${rule.says}.`, next)
  }
  if (why === 'deputy-may-not-decide') {
    return refuse(why, `You are a registered deputy, but not one who may decide, so you may not ${rule.says}.`, next)
  }
  const named = namesByRole(p, can)
  if (named.length > 0) return refuse('not-yours', `Only ${list(named)} may ${rule.says}.`, next)
  const titles = rolesThatCould(question)
  if (titles.length === 0) return refuse('nobody', `Nobody may ${rule.says} as things stand.`, next)
  if (discreet) return refuse('not-yours', `Only ${list(titles)} may ${rule.says}.`, next)
  return refuse('nobody-now', `Only ${list(titles)} may ${rule.says}, and nobody can in this matter now.`, next)
}

/** Whether they see the case itself, on whoever's behalf the thing was to be done. */
function seesCase(question: Question, person: string): boolean {
  const seeing = verbRule('case.see')
  const about = { ...question.about, agency: undefined }
  return seeing !== undefined && typeof standingOf({ ...question, rule: seeing, about }, person) !== 'string'
}

function nextStep(p: Partnership, can: readonly Person[], at: Instant): string {
  if (can.length === 0) return `Tell ${supportTeam(p, at)}, who can say what is missing.`
  return can.length <= 3 ? `Ask ${list(can.map(({ name }) => name))}.` : 'Ask one of them.'
}

/** "the Senior Professional Adviser (Priya Sampleton)", "an agency contact": deputies are not named, they stand in for those who are. */
function namesByRole(p: Partnership, can: ReturnType<typeof whoCan>): readonly string[] {
  const byRole = Map.groupBy(
    can.filter(({ standing, person }) => !isDeputy(p, standing, person)),
    ({ standing }) => standing.role,
  )
  return [...byRole].map(([role, people]) => {
    const names = people.map(({ person }) => person.name)
    return names.length > 5 ? oneOf(p, role) : `${oneOf(p, role)} (${names.join(', ')})`
  })
}

function isDeputy(p: Partnership, { seat }: Standing, person: Person): boolean {
  return p.seats.find((one) => one.id === seat)?.person !== person.id
}

/** The roles whose column has the right, whoever may sit there and whatever its scope. */
function rolesThatCould(question: Question): readonly string[] {
  const { p, rule } = question
  const capability = capabilityOf(question)
  if (capability === undefined) return []
  return Object.values(p.profile.roles)
    .filter(({ capacity }) => {
      const grants = capacity === undefined ? [] : matrix[capability].cells[capacity]
      return rule.needs?.some((needed) => grants.some((grant) => covers(grant.to, needed)))
    })
    .map(({ id }) => oneOf(p, id))
}

function oneOf(p: Partnership, role: string): string {
  const { title, per } = p.profile.roles[role] ?? { title: role }
  if (per === 'partnership' && role !== 'support') return `the ${title}`
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`
}

function supportTeam(p: Partnership, at: Instant): string {
  const names = holders(p, 'support', at).map(({ name }) => name)
  return names.length === 0 ? 'the support team' : `the support team (${names.join(', ')})`
}

function list(words: readonly string[]): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

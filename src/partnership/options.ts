/** The lists a form may ask for by name: who and what there is to choose from. */
import type { Option, OptionList } from '../forms/form.ts'
import { dateOf, type Instant, sayDate } from '../kernel/time.ts'
import { handsNeeded } from './authority/verbs.ts'
import { groupsAt } from './groups.ts'
import { agency, agencyName, partners } from './lookups.ts'
import { rolesOf } from './seats.ts'
import type { Partnership } from './types.ts'

/**
 * The options of a list at a moment. `agencies` are those in the scope of the case, for `case-agencies`; `actions` those that stem from it; `answersFor`
 * says for which agencies somebody may answer, for `stand-ins`. Without it the list has everybody, so that whoever was named once is called by name.
 */
export function optionsFor(
  p: Partnership,
  list: OptionList,
  {
    at,
    agencies = [],
    actions = [],
    answersFor,
  }: {
    readonly at: Instant
    readonly agencies?: readonly string[]
    readonly actions?: readonly Option[]
    readonly answersFor?: ((person: string) => readonly string[]) | undefined
  },
): readonly Option[] {
  const { profile } = p
  switch (list) {
    case 'agencies':
      return Object.keys(profile.agencies)
        .filter((id) => agency(p, id).asked)
        .map((id) => agencyOption(p, id, at))
    case 'safeguarding-partners':
      return partners(p).map(({ id }) => agencyOption(p, id, at))
    case 'local-authorities':
      return Object.values(profile.areas).map((area) => agencyOption(p, area.localAuthority, at))
    case 'case-agencies':
      return agencies.map((id) => agencyOption(p, id, at))
    case 'case-actions':
      return actions
    case 'areas':
      return areas(p)
    case 'anywhere':
      return [...areas(p), ...words(profile.elsewhere)]
    case 'people':
      return members(p, at).map(({ id, name }) => {
        const roles = rolesOf(p, id, at).map((role) => profile.roles[role]?.title ?? role)
        return roles.length === 0 ? { value: id, label: name } : { value: id, label: name, hint: inShort(roles) }
      })
    case 'stand-ins':
      return answersFor === undefined
        ? optionsFor(p, 'people', { at })
        : members(p, at).flatMap(({ id, name }) => {
            const of = answersFor(id).map((one) => agencyName(p, one, at))
            return of.length === 0 ? [] : [{ value: id, label: name, hint: inShort(of) }]
          })
    case 'roles':
      return Object.values(profile.roles).map(({ id, title }) => ({ value: id, label: title }))
    case 'legal-basis':
      return words(profile.legalBasis).map(apart)
    case 'learning-channels':
      return words(profile.learningChannels)
    case 'themes':
      return words(profile.themes)
    case 'every-agency':
      return Object.keys(profile.agencies).map((id) => agencyOption(p, id, at))
    case 'groups':
      return groupsAt(p, at).map(({ id, title }) => ({ value: id, label: title }))
    case 'seat-roles':
      return Object.values(profile.roles)
        .filter(({ id }) => handsNeeded('seat.give', { role: id }) === 1 && id !== 'vice-chair')
        .map(({ id, title }) => ({ value: id, label: title.charAt(0).toUpperCase() + title.slice(1) }))
    case 'leavers':
      return [...p.people.values()].flatMap(({ agency: of, id, left, name, successor }) =>
        left === undefined || at < left || successor !== undefined
          ? []
          : [{ value: id, label: name, hint: `${agencyName(p, of, at)}, left on ${sayDate(dateOf(left))}` }],
      )
    default:
      return list satisfies never
  }
}

const members = (p: Partnership, at: Instant) =>
  [...p.people.values()].filter(({ left }) => left === undefined || at < left)

function areas(p: Partnership): readonly Option[] {
  return Object.values(p.profile.areas).map(({ id, title }) => ({ value: id, label: title }))
}

function agencyOption(p: Partnership, id: string, at: Instant): Option {
  return { value: id, label: agencyName(p, id, at) }
}

function words(entries: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(entries).map(([value, label]) => ({ value, label }))
}

/** The paragraphs of the law stand below what they say, so that what is chosen between can be read at a glance. */
function apart({ value, label }: Option): Option {
  const at = label.indexOf(' (')
  return at < 0
    ? { value, label }
    : { value, label: label.slice(0, at), hint: label.slice(at + 1).replace(/^\((.*?)\)\.(?= |$)/, '$1.') }
}

/** The first two of several; the line below a name is short. */
function inShort(roles: readonly string[]): string {
  return roles.length < 4 ? roles.join(', ') : `${roles.slice(0, 2).join(', ')} and ${roles.length - 2} more`
}

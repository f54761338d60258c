/** The journal in words: who did what, when, in which capacity. States, choices and dates only; it holds nothing else. */
import { sayDate, sayMoment } from '../kernel/time.ts'
import { verbRule } from '../partnership/authority/verbs.ts'
import { agency, type Partnership } from '../partnership/partnership.ts'
import type { Fact, JournalEntry } from '../ports.ts'
import type { Course } from '../procedures/engine/course.ts'
import { labelOf, moveOf } from '../procedures/engine/decide.ts'
import type { CourseFact } from '../procedures/engine/facts.ts'
import { whoActed } from './who.ts'

export interface Act {
  readonly n: number
  readonly at: string
  readonly who: string
  readonly by: string
  readonly did: readonly string[]
  readonly hash: string
}

/** One entry in words. `course` is the matter it is about, where that is a course; its facts say what was done. */
export function actOf(entry: JournalEntry, partnership: Partnership, course?: Course): Act {
  const { n, at, by, as, hash } = entry
  const said = course === undefined ? [] : factsOf(entry, course).map((fact) => factWords(fact, course))
  return {
    n,
    at: sayMoment(at),
    by,
    who: whoActed(partnership, by, as),
    did: said.length > 0 ? said : [verbWords(entry)],
    hash,
  }
}

function factsOf({ detail }: JournalEntry, { facts }: Course): readonly CourseFact[] {
  const pinned = Array.isArray(detail.facts) ? (detail.facts as readonly { readonly version: number }[]) : []
  return pinned.flatMap(({ version }) => facts[version - 1] ?? [])
}

function factWords(fact: CourseFact, course: Course): string {
  const { partnership, procedure } = course
  switch (fact.kind) {
    case 'opened':
      return `Began ${procedure.title} ${fact.data.ref}`
    case 'form': {
      const title = procedure.forms[fact.data.form]?.title ?? fact.data.form
      return `Submitted “${title}”${whose(fact.data.owed, partnership)}, version ${fact.data.version}`
    }
    case 'closed': {
      const step = procedure.steps[stepOf(fact.data.owed)]
      if (step === undefined) return `Closed ${fact.data.owed}`
      const when =
        fact.data.when === undefined || fact.data.when === fact.at ? '' : `, done ${sayMoment(fact.data.when)}`
      return `${step.says}${whose(fact.data.owed, partnership)}: ${labelOf(step, fact.data.outcome)}${when}`
    }
    case 'extended':
      return `Moved a date to ${sayDate(fact.data.to)}: ${procedure.steps[stepOf(fact.data.owed)]?.says ?? fact.data.owed}${whose(fact.data.owed, partnership)}. ${fact.data.reason}`
    case 'event':
      return `Recorded when ${partnership.profile.events[fact.data.event] ?? fact.data.event}: ${sayMoment(fact.data.at)}. ${fact.data.reason}`
    case 'marked':
      return `Marked ${fact.data.mark.replaceAll('-', ' ')}: ${fact.data.value}${fact.data.reason ? `. ${fact.data.reason}` : ''}`
    case 'reopened':
      return `Asked again: ${fact.data.steps.map((step) => procedure.steps[step]?.says ?? step).join('; ')}. ${fact.data.reason}`
    case 'action':
      return `Set ${fact.data.says} (${fact.data.agency in partnership.profile.agencies ? agency(partnership, fact.data.agency).name : fact.data.agency})`
    default:
      fact satisfies never
      return (fact as Fact).kind
  }
}

const stepOf = (key: string) => key.split('/')[0] as string

/** For whom it was done, where several owe the same; a move's key names no agency. */
function whose(key: string, partnership: Partnership): string {
  const owner = key.split('/')[1]
  const isAgency = owner !== undefined && moveOf(key) === undefined && owner in partnership.profile.agencies
  return isAgency ? ` (${agency(partnership, owner).name})` : ''
}

/** What left no fact: something read, kept back, begun. */
const SAID: Readonly<Record<string, string>> = {
  'file.read': 'Read the file on the desk',
  'screen.hit': 'Words were kept back by the screen for personal detail',
  'evidence.pack': 'Took an evidence pack',
  'retention.forgotten': 'What chat had left behind was deleted at the end of its retention',
  'retention.removed': 'Messages were taken away from Slack and Teams',
}

function verbWords({ verb }: JournalEntry): string {
  const says = SAID[verb] ?? verbRule(verb)?.says
  return says === undefined ? verb : says.charAt(0).toUpperCase() + says.slice(1)
}

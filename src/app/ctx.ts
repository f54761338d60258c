/** One intent's workbench: the person, what they may, what there is, and the few ways of writing. It lives inside one transaction. */
import type { Intent, Reply } from '../chat/intent.ts'
import { isRefusal, type Refusal, type Result } from '../kernel/result.ts'
import type { Matter } from '../matter.ts'
import { type About, may, type Standing } from '../partnership/authority/may.ts'
import type { Partnership, Person } from '../partnership/partnership.ts'
import type { Fact, Subject } from '../ports.ts'
import { loadMatter, redraw, type Saying, say, type Work, write } from './work.ts'

export interface Ctx extends Work {
  readonly intent: Intent
  readonly person: Person
  readonly partnership: Partnership
  /** May they? In which capacity? Or a refusal that names who may. */
  may(verb: string, about?: About): Result<Standing>
  matter(subject: string | undefined): Result<Matter>
  /** Begins a new subject; its first fact must follow at once. */
  begin(subject: Pick<Subject, 'id' | 'kind' | 'title'>): void
  /** Writes what happened: facts, and the journal's line about them. */
  record(subject: string, standing: Standing | undefined, facts: readonly Pick<Fact, 'kind' | 'data'>[]): void
  /** Something to be said after the commit. */
  say(saying: Saying): void
  /** The subject's cards must be drawn again, though nothing was recorded about it. */
  touch(subject: string): void
  /** What was touched, with the matter as it was before. */
  readonly touched: ReadonlyMap<string, Matter | undefined>
}

/** What answers an intent. It decides and writes through the workbench; a refusal undoes whatever it wrote. */
export type Handler = (ctx: Ctx) => Reply | Refusal

export function createCtx(work: Work, intent: Intent, person: Person): Ctx {
  const partnership = work.house.partnership()
  const touched = new Map<string, Matter | undefined>()
  const remember = (id: string) => {
    if (touched.has(id)) return
    const before = loadMatter(work, id)
    touched.set(id, isRefusal(before) ? undefined : before)
  }
  return {
    ...work,
    intent,
    person,
    partnership,
    touched,
    may: (verb, about = {}) => may(partnership, person.id, verb, about, work.at),
    matter: (id) => loadMatter(work, id),
    begin: (subject) => {
      touched.set(subject.id, undefined)
      work.tx.subjects.add({ ...subject, createdAt: work.at, open: true, profile: partnership.profile.id })
    },
    record: (subject, standing, facts) => {
      remember(subject)
      write(work, subject, { by: person.id, verb: intent.verb, standing }, facts)
    },
    say: (saying) => say(work, saying),
    touch: (subject) => {
      remember(subject)
      redraw(work, subject)
    },
  }
}

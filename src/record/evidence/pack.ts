/**
 * The evidence pack of one case: its whole record as numbered sections, from which a second person can check that nothing was changed. Pure: the same
 * record always gives the same pack.
 *
 * @example
 *   const pack = packOf({ course, at, by: 'Priya Sampleton', verdict, entries, told, actions, opened, deleted: false })
 *   await packDocx(pack, { png })     // a .docx
 */
import { table, text } from '../../chat/words.ts'
import { sayMoment } from '../../kernel/time.ts'
import { actOf } from '../acts.ts'
import { actions } from './actions.ts'
import { dates } from './dates.ts'
import { decisions, partners } from './decisions.ts'
import { about, verified } from './head.ts'
import { notifications, told } from './outside.ts'
import { papers } from './papers.ts'
import type { Section, Taken } from './taken.ts'

export type { Section, Taken } from './taken.ts'

export interface Pack {
  readonly title: string
  /** The case's number: what the file is called by, and what stands on every page. */
  readonly ref: string
  readonly made: string
  /** It holds narrative about people. */
  readonly confidential: boolean
  /** The head of the journal, short, for the foot of every page. */
  readonly head: string
  readonly sections: readonly Section[]
}

export function packOf(taken: Taken): Pack {
  const { at, by, course, deleted, opened, verdict } = taken
  return {
    title: course.subject.title,
    ref: course.ref,
    made: `${sayMoment(at)}, ${by}`,
    confidential: opened !== undefined && !deleted,
    head: verdict.ok
      ? `Journal ${verdict.head.n}, ${verdict.head.hash.slice(0, 16)}`
      : `Journal altered at ${verdict.at}`,
    sections: [about, verified, dates, decisions, partners, notifications, actions, papers, told, journal].map(
      (section) => section(taken),
    ),
  }
}

/** Every entry about the case, so that each can be looked up and its hash compared. */
function journal({ course, entries }: Taken): Section {
  const rows = entries.map((entry) => {
    const { at, did, hash, n, who } = actOf(entry, course.partnership, course)
    return [String(n), `${at}\n${who}`, did.join('\n'), hash]
  })
  return {
    title: 'The journal of this case',
    blocks: [
      text('Numbers run through the whole journal; what is missing between them is about other matters.'),
      table('Entries', ['No.', 'When and who', 'What', 'Hash'], rows),
    ],
  }
}

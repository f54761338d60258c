/** The first pages of a pack: what it is, and that the record it was made from is whole. */
import { facts, list, notice, quiet, table, text } from '../../chat/words.ts'
import { sayMoment } from '../../kernel/time.ts'
import { contextOf, type Section, signed, type Taken } from './taken.ts'

export function about(taken: Taken): Section {
  const { at, by, course, deleted, opened } = taken
  const { openedAt, openedBy, partnership, procedure, ref, stage, subject } = course
  const { areas, elsewhere, guidance, title } = partnership.profile
  const area = areas[course.about.area ?? '']?.title ?? elsewhere[course.about.area ?? '']
  return {
    title: 'What this is',
    blocks: [
      facts([
        ['Code word', subject.title],
        ['Number', ref],
        ['Procedure', `${procedure.title}, ${procedure.source}`],
        ...(area === undefined ? [] : [['Area', area] as const]),
        ...(procedure.kindSays === undefined ? [] : [['Kind', procedure.kindSays(course)] as const]),
        ['State', stage.says],
        ['Begun', `${sayMoment(openedAt)}, ${signed(course, openedBy)}`],
        ['Profile', `${title} (${subject.profile}); ${guidance.edition}, ${guidance.reviewChapter}`],
        ['Made', `${sayMoment(at)}, ${by}`],
        [
          'Narrative',
          deleted
            ? 'Deleted at the end of its retention'
            : opened === undefined
              ? 'Left out; it stays sealed'
              : 'Included',
        ],
      ]),
      opened === undefined || deleted
        ? quiet('This pack holds states, dates, choices and short remarks. What was written on the desk is not in it.')
        : notice(
            'warn',
            'Confidential: this pack holds narrative about people. Keep it where the case itself may be kept.',
          ),
      ...(procedure.remarks?.(course) ?? []).map((remark) => text(remark.text)),
      text('All times are London’s. Nobody has been notified by Muster: it records what people did.'),
      quiet(
        `The ${contextOf(taken).terms?.icsc ?? 'commissioner'} and the partners decide; the journal shows who, and when.`,
      ),
    ],
  }
}

export function verified({ entries, verdict }: Taken): Section {
  const [first, last] = [entries[0], entries.at(-1)]
  return {
    title: 'The record, verified',
    blocks: [
      verdict.ok
        ? notice('good', `The record is whole: ${verdict.entries} entries, each following from the one before.`)
        : notice('bad', `The record has been altered at entry ${verdict.at}. ${verdict.because}`),
      ...(verdict.ok
        ? [
            table(
              'The end of the journal when this pack was made',
              ['Entry', 'Hash'],
              [[String(verdict.head.n), verdict.head.hash]],
            ),
          ]
        : []),
      text(
        first === undefined || last === undefined
          ? 'No entry is about this case.'
          : `${entries.length} of these entries are about this case, the first is number ${first.n}, the last number ${last.n}; each is listed at the end with its hash.`,
      ),
      text('How somebody else can check it:'),
      list(
        [
          ...(verdict.ok
            ? [
                `On the partnership’s Muster: npm run --silent muster -- evidence-check ${verdict.head.n} ${verdict.head.hash}. It walks the whole journal and says whether it still passes through that entry.`,
              ]
            : []),
          'Each hash is SHA-256, in hexadecimal, over the entry as canonical JSON (RFC 8785: keys sorted, no spaces): its number n, at, by, as, verb, subject, detail and before, the hash of the entry before it. Times are UTC.',
          'An entry’s detail names every fact it wrote with the fact’s own SHA-256, so no form, decision or date can be exchanged behind it.',
          'The fingerprint of a form is SHA-256 over its id and its answers, the sealed ones included. A decision carries the fingerprint of the version that was read.',
        ],
        true,
      ),
    ],
  }
}

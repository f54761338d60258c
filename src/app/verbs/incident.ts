/** Words that hold personal detail: kept back, answered privately, written down without a word of them; where others could read them, an incident is opened (PR-3). */
import { actions, say, text } from '../../chat/words.ts'
import { screen } from '../../forms/screen.ts'
import { isRefusal } from '../../kernel/result.ts'
import { dateOf } from '../../kernel/time.ts'
import type { Partnership } from '../../partnership/partnership.ts'
import type { Course } from '../../procedures/engine/course.ts'
import { incident } from '../../procedures/incident/index.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { write } from '../work.ts'
import { nextRef } from './begin-course.ts'

/** What is left of an intent whose words were kept back. */
export const WORDS_KEPT_BACK = 'words.kept-back'

/** Whether words seem to hold personal detail of somebody who is not of the partnership. Its own people, agencies and addresses are fine. */
export function holdsPersonalDetail(partnership: Partnership, words: string): boolean {
  return !screen(words, { known: namesIn(partnership) }).clean
}

function namesIn({ people, profile, groups }: Partnership): readonly string[] {
  const agencies = Object.values(profile.agencies).flatMap(({ name, short }) => [
    name,
    ...(short === undefined ? [] : [short]),
  ])
  return [
    ...[...people.values()].flatMap(({ name, email }) => [name, ...(email === undefined ? [] : [email])]),
    ...agencies,
    ...groups.map(({ title }) => title),
    ...profile.codeWords,
  ]
}

/** Answers whoever wrote them, and nobody else. */
export const keepBack: Handler = (ctx) => {
  const { where, unheard } = ctx.intent
  const seen = (where.kind === 'channel' || where.kind === 'group') && unheard !== true
  ctx.tx.journal.append({
    at: ctx.at,
    by: ctx.person.id,
    verb: 'screen.hit',
    detail: { platform: where.platform, place: where.kind, unheard: !seen },
  })
  if (seen) openIncident(ctx)
  return {
    kind: 'message',
    message: say(
      'That looks as if it held personal detail, so Muster has not read on and has kept nothing of it.',
      text(
        seen
          ? 'Others could read it here. Please delete your message now. A data incident has been opened; the support team will ask you about it.'
          : 'Please delete your message. Say it again without names, dates of birth, addresses or numbers of people, or write it on the desk.',
      ),
      actions([{ label: 'Write it on the desk', verb: 'desk.link' }]),
    ),
  }
}

/** One for each place and day: three messages in a row are one thing to clear up. */
function openIncident(ctx: Ctx): void {
  if (alreadyOpen(ctx)) return
  const { who, where } = ctx.intent
  const ref = nextRef(ctx, incident)
  const id = ref.toLowerCase()
  const group = ctx.tx.doors.groupAt(where)
  const writer = ctx.tx.doors.find(who)?.person
  const about = {
    kind: 'posted',
    place: 'chat',
    platform: where.platform,
    conversation: where.conversation,
    ...(group === undefined ? {} : { group }),
    ...(writer === undefined ? {} : { writer }),
  }
  ctx.begin({ id, kind: incident.matter as string, title: ref })
  write(ctx, id, { by: 'muster', verb: 'incident.report', standing: undefined }, [
    { kind: 'opened', data: { procedure: incident.id, entrance: 'report', ref, events: { found: ctx.at }, about } },
  ])
}

function alreadyOpen(ctx: Ctx): boolean {
  return ctx.tx.subjects.open(incident.matter).some(({ id, createdAt }) => {
    const matter = ctx.matter(id)
    const place = isRefusal(matter) ? undefined : (matter.state as Course).about.conversation
    return place === ctx.intent.where.conversation && dateOf(createdAt) === dateOf(ctx.at)
  })
}

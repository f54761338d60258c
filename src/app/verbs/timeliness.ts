/** How reviews have kept their limits, for those who see that they exist; for publication, with small numbers held back. */
import { z } from 'zod'
import { heading, quiet } from '../../chat/words.ts'
import { isRefusal } from '../../kernel/result.ts'
import type { Course } from '../../procedures/engine/course.ts'
import type { Handler } from '../ctx.ts'
import { timelinessOf } from '../timeliness.ts'
import { read } from './read.ts'

const wanted = z.object({ audience: z.enum(['members', 'published']).default('members') })

export const timeliness: Handler = (ctx) => {
  const wish = read(wanted, ctx.intent.input)
  if (isRefusal(wish)) return wish
  const allowed = ctx.may('rapid-review.timeliness')
  if (isRefusal(allowed)) return allowed
  const published = wish.audience === 'published'
  const courses = ctx.tx.subjects.all('case').flatMap(({ id }) => {
    const matter = ctx.matter(id)
    return isRefusal(matter) ? [] : [matter.state as Course]
  })
  const { smallNumbersBelow } = ctx.partnership.profile.settings
  const figure = timelinessOf(courses, published ? { smallNumbersBelow } : {})
  return {
    kind: 'message',
    message: {
      summary: 'How reviews have kept their limits',
      sensitivity: published ? 'group' : 'person',
      blocks: [
        heading('How reviews have kept their limits'),
        figure,
        quiet(
          published
            ? `Figures under ${smallNumbersBelow}, and those they could be worked out from, are held back (PR-18).`
            : 'For members only: with numbers this small a review can be recognised. Say "rapid-review timeliness published" for a version that may be published.',
        ),
      ],
    },
  }
}

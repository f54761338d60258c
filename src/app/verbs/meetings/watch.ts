import { heading, say } from '../../../chat/words.ts'
import { isRefusal } from '../../../kernel/result.ts'
import type { Handler } from '../../ctx.ts'
import { sayWarning, warnings } from '../../watch.ts'

/** Which groups will miss their yearly minimum, and what could be done about it. */
export const watchMinimums: Handler = (ctx) => {
  const allowed = ctx.may('meeting.plan')
  if (isRefusal(allowed)) return allowed
  const found = warnings(ctx.house, ctx.tx, ctx.at)
  if (found.length === 0) return { kind: 'message', message: say('Every group meets as often as its terms ask.') }
  const blocks = [heading('Groups that will miss their minimum'), ...found.flatMap((one) => sayWarning(one).blocks)]
  return { kind: 'message', message: { summary: 'Groups that will miss their minimum', sensitivity: 'person', blocks } }
}

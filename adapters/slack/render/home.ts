/** The home tab: a message that is always there ("what do I owe?"), turned page by page when it is long. */
import type { types } from '@slack/bolt'
import type { Message } from '../../../src/chat/words.ts'
import { LIMITS } from '../limits.ts'
import { buttonRows, numbering } from './button.ts'
import { type SlackBlock, small } from './kit.ts'
import { type Drawing, drawBlocks } from './message.ts'
import { pagesOf } from './pages.ts'

/** Page `page` of the home tab, counted from 1; a page that no longer exists is the nearest one that does. */
export function renderHome(message: Message, drawing: Drawing, page = 1): types.HomeView {
  const next = numbering()
  const pages = pagesOf<SlackBlock>(drawBlocks(message, drawing, next), LIMITS.viewBlocks - 1)
  const n = Math.min(Math.max(Math.trunc(page) || 1, 1), pages.length)
  const turn = (label: string, to: number) => ({ label, verb: 'home', input: { page: String(to) } })
  const turns = [
    ...(n > 1 ? [turn('Earlier page', n - 1)] : []),
    ...(n < pages.length ? [turn('Next page', n + 1)] : []),
  ]
  const foot = pages.length > 1 ? [...small(`Page ${n} of ${pages.length}`), ...buttonRows(turns, next)] : []
  return { type: 'home', callback_id: 'home', blocks: [...(pages[n - 1] ?? []), ...foot] }
}

/** What Teams and Slack ask of every app, for anybody to read: what Muster keeps, and on which terms it may be used. */
import { type RequestHandler, Router } from 'express'
import { safeHeaders } from './guard/headers.ts'
import type { DeskOptions } from './options.ts'
import { show, strangersFrame } from './show.ts'

/** `/privacy` and `/terms`, to be mounted at the root. */
export function aboutRouter(options: Pick<DeskOptions, 'partnership' | 'ids' | 'baseUrl'>): RequestHandler {
  const page = (title: string, next: string): RequestHandler => {
    return (_req, res) => show(res, 200, { title, next }, strangersFrame(options))
  }
  return Router()
    .use(['/privacy', '/terms'], safeHeaders({ https: options.baseUrl.startsWith('https:') }))
    .get('/privacy', page('Privacy', PRIVACY))
    .get('/terms', page('Terms of use', TERMS))
}

const PRIVACY = [
  'Muster coordinates the work of a safeguarding children partnership. In chat it keeps states only: code words, dates, choices and who pressed what.',
  'It keeps the names and work addresses of the partnership’s members, what they were asked, and what they did, as a record of public task.',
  'Accounts of children and families are written and read on the desk only, over personal links, and are sealed at rest. They never pass through chat.',
  'The partnership named above decides what is kept and for how long. Ask its support team for its privacy notice, and for your rights of access.',
].join('\n\n')

const TERMS = [
  'Muster is for members of the partnership, in the capacity in which they hold their seat.',
  'It is not a way to report that a child is at risk: call 999, or your area’s duty number.',
  'Never write about a child or a family in chat.',
].join('\n\n')

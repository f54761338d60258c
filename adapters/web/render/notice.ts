import type { Frame } from './frame.ts'
import { renderTemplate } from './templates.ts'

/** A page that says what is the matter and what to do now, and hands back what was typed in vain. */
export interface Notice {
  readonly title: string
  readonly next: string
  /** Show the way to the desk. */
  readonly home?: boolean
  /** Tell how to get a new link. */
  readonly newLink?: boolean
  readonly kept?: readonly string[]
}

export function renderNotice(notice: Notice, frame: Frame): string {
  return renderTemplate('notice.njk', { ...notice, kept: notice.kept ?? [], frame })
}

/** The page behind a link: it spends nothing until the button is pressed. */
export function renderDoor(door: { readonly name: string; readonly action: string }, frame: Frame): string {
  return renderTemplate('door.njk', { title: 'Open your desk', action: door.action, name: shortName(door.name), frame })
}

/** "Priya S.": enough to know oneself by, on a page that anyone holding the link can see. */
function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words.pop() : undefined
  return last === undefined ? name : `${words.join(' ')} ${last.slice(0, 1)}.`
}

import { createHash } from 'node:crypto'
import { type AllHTMLAttributes, createElement, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** HTML without a build step: React's elements by hand, so that every word is escaped by the same code that draws Slack's blocks. */

export type Node = ReactNode
type Attributes = AllHTMLAttributes<HTMLElement> & { key?: string } & {
  [data: `data-${string}`]: string | number | undefined
}

/** `h('p', { className: 'quiet' }, 'words')` */
export function h(tag: string, attributes: Attributes | null, ...children: Node[]): Node {
  return createElement(tag, attributes, ...children)
}

export function all(...nodes: Node[]): Node {
  return createElement(Fragment, null, ...nodes)
}

export const html = (node: Node): string => renderToStaticMarkup(node)

/**
 * A part of the page that stands by itself: the page replaces it when its `data-version` has changed and leaves it (and what is being typed in it)
 * alone otherwise. `version` names what it depends on, where that is less than all it shows.
 */
export function keyed(tag: string, key: string, attributes: Attributes | null, node: Node, version?: string): Node {
  const inner = html(node)
  const settings = {
    ...attributes,
    'data-key': key,
    'data-version': digest(version ?? inner + (attributes?.className ?? '')),
  }
  return createElement(tag, { ...settings, key, dangerouslySetInnerHTML: { __html: inner } })
}

/** A list of such parts: each is kept or replaced by itself. */
export function list(tag: string, key: string, attributes: Attributes | null, children: readonly Node[]): Node {
  return createElement(tag, { ...attributes, key, 'data-key': key, 'data-list': '' }, ...children)
}

/** HTML made elsewhere, by a renderer that escapes what it is given. */
// biome-ignore lint/security/noDangerouslySetInnerHtml: the one place where drawn HTML goes in again
export const raw = (markup: string): Node => createElement('div', { dangerouslySetInnerHTML: { __html: markup } })

export const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 12)

import { h, type Node } from './html.ts'

/** A person's initials on a colour that is always theirs. */
export function face(name: string, size: 'small' | 'large' = 'large'): Node {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % HUES
  return h('span', { className: `face face-${size} hue-${hue}`, 'aria-hidden': true }, initials(name))
}

const HUES = 8

function initials(name: string): string {
  const words = name.split(' ').filter((word) => !/^(Dr|Cllr|Ald\.|DI)$/.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
}

export const musterFace: Node = h('img', { className: 'face face-bot', src: '/room/static/muster.svg', alt: '' })

/** A count that wants attention; nothing when there is none. */
export function badge(count: number | undefined): Node {
  if (!count) return null
  return h('span', { className: 'badge' }, String(count), h('span', { className: 'unseen' }, ' unread'))
}

import type { Tone } from '../../../src/chat/words.ts'

interface Look {
  /** Of a container. */
  readonly style: string
  /** Of words. */
  readonly color: string
}

/** How Teams colours a tone, which its sign and its word say already. */
export const LOOKS: Readonly<Record<Tone, Look>> = Object.freeze({
  neutral: { style: 'emphasis', color: 'default' },
  good: { style: 'good', color: 'good' },
  warn: { style: 'warning', color: 'warning' },
  bad: { style: 'attention', color: 'attention' },
})

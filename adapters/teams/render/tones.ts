import type { Tone } from '../../../src/chat/words.ts'

interface Look {
  /** Of a container. */
  readonly style: string
  /** Of words. */
  readonly color: string
}

/** How Teams colours a tone, which its sign and its word say already. Its green and yellow are too pale to be read as words. */
export const LOOKS: Readonly<Record<Tone, Look>> = Object.freeze({
  neutral: { style: 'emphasis', color: 'default' },
  good: { style: 'good', color: 'default' },
  warn: { style: 'warning', color: 'default' },
  bad: { style: 'attention', color: 'attention' },
})

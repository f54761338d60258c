import type { Tone } from '../../../src/chat/words.ts'

interface Look {
  readonly sign: string
  readonly word: string
  /** Of a container. */
  readonly style: string
  /** Of words. */
  readonly color: string
}

/** A tone is a sign and a word; colour never says anything alone. */
export const TONES: Readonly<Record<Tone, Look>> = Object.freeze({
  neutral: { sign: 'ℹ️', word: 'Note', style: 'emphasis', color: 'default' },
  good: { sign: '✅', word: 'Good', style: 'good', color: 'good' },
  warn: { sign: '⚠️', word: 'Attention', style: 'warning', color: 'warning' },
  bad: { sign: '⛔', word: 'Problem', style: 'attention', color: 'attention' },
})

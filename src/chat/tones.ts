import type { Tone } from './words.ts'

/** A tone is a sign and a word; colour never says anything alone. */
export const TONES: Readonly<Record<Tone, { readonly sign: string; readonly word: string }>> = Object.freeze({
  neutral: { sign: 'ℹ️', word: 'Note' },
  good: { sign: '✅', word: 'Good' },
  warn: { sign: '⚠️', word: 'Attention' },
  bad: { sign: '⛔', word: 'Problem' },
})

/** "⚠️ Attention: the meeting is not quorate." */
export function toned(tone: Tone, words: string): string {
  return `${TONES[tone].sign} ${TONES[tone].word}: ${words}`
}

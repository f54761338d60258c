import type { Tone } from './words.ts'

/** A tone is a sign in chat, and a word in letters and on the desk; colour never says anything alone. */
export const TONES: Readonly<Record<Tone, { readonly sign: string; readonly word: string }>> = Object.freeze({
  neutral: { sign: 'ℹ️', word: 'Note' },
  good: { sign: '✅', word: 'Good' },
  warn: { sign: '⚠️', word: 'Attention' },
  bad: { sign: '⛔', word: 'Problem' },
})

/** "⚠️ The meeting is not quorate." The sign is a shape and has a name that is read aloud; with its word beside it everything would be said twice. */
export function toned(tone: Tone, words: string): string {
  return `${TONES[tone].sign} ${words}`
}

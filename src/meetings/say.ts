/** How a meeting's times and lists are spoken of. All local times are London's. */
import { type Instant, type LocalDateTime, sayDate, timeOf } from '../kernel/time.ts'

/** "Thu 25 Feb 2027". */
export function sayStart(starts: LocalDateTime): string {
  return sayDate(dayOfMeeting(starts))
}

/** "Thu 25 Feb 2027, 14:00 to 16:00". */
export function saySpan({ starts, ends }: { readonly starts: LocalDateTime; readonly ends: LocalDateTime }): string {
  return `${sayStart(starts)}, ${clockOf(starts)} to ${clockOf(ends)}`
}

export function dayOfMeeting(starts: LocalDateTime): string {
  return starts.slice(0, 'yyyy-mm-dd'.length)
}

export function clockOf(local: LocalDateTime): string {
  return local.slice('yyyy-mm-ddT'.length, 'yyyy-mm-ddThh:mm'.length)
}

/** "14:50" for a moment. */
export const sayTime = (at: Instant): string => timeOf(at)

/** "health, police and the chair". */
export function sayList(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** Words as they stand within a sentence; a name in them keeps its capitals. */
export const inside = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

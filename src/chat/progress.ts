const BAR = 12

/** "Agency returns: 5 of 7" and a bar, the numbers being the message and the bar its picture. */
export function sayProgress(label: string, done: number, of: number): string {
  const full = of > 0 ? Math.round((Math.min(Math.max(done, 0), of) / of) * BAR) : 0
  return `${label}: ${done} of ${of}\n${'▰'.repeat(full)}${'▱'.repeat(BAR - full)}`
}

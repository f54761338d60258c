/** Keys of what is owed: `returns/housing`. */

/** `returns/housing` is owed in the step `returns`. */
export function stepOf(key: string): string {
  return key.split('/')[0] as string
}

/** `returns/housing` is owed by `housing`; undefined where only one can owe it. */
export function obligorOf(key: string): string | undefined {
  return key.split('/')[1]
}

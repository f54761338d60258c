/** Every text in what was drawn, from the top down. */
export const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        key === 'text' && typeof each === 'string' ? [each] : textsIn(each),
      )
    : []

/** What of it is there: the same without what is undefined, to be spread where a key may be missing but not empty. */
export function given<All extends object>(all: All): { [Key in keyof All]?: Exclude<All[Key], undefined> } {
  const kept: { [Key in keyof All]?: Exclude<All[Key], undefined> } = {}
  for (const key in all) if (isThere(all[key])) kept[key] = all[key]
  return kept
}

const isThere = <Value>(value: Value): value is Exclude<Value, undefined> => value !== undefined

/** Where an error happened, without its message: that may quote what somebody wrote. */
export function whereOf(error: unknown): { readonly name: string; readonly at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' }
  const frames = (error.stack ?? '').split('\n').filter((frame) => /^ +at .+:\d+:\d+\)?$/.test(frame))
  return { name: error.name, at: frames.slice(0, 3).join(' ').trim() }
}

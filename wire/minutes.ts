import type { Minutes } from '../src/meetings/minutes.ts'

/** The minutes as a file; the library that writes it is loaded when it is first asked for. */
export async function minutesFile(meeting: string, minutes: Minutes): Promise<{ name: string; bytes: Uint8Array }> {
  const { minutesDocx } = await import('../src/meetings/minutes-docx.ts')
  return { name: `${meeting}-minutes.docx`, bytes: await minutesDocx(minutes) }
}

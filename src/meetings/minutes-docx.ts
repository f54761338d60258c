/** Minutes as a document that can be edited, sent and kept. */
import { HeadingLevel, Paragraph } from 'docx'
import { drawOnPaper } from '../papers/blocks.ts'
import { paperOf } from '../papers/look.ts'
import type { Minutes } from './minutes.ts'

/** The .docx file. Takes a moment, so it is made when somebody asks for it and never inside a transaction. */
export function minutesDocx({ title, status, date, blocks }: Minutes): Promise<Uint8Array> {
  return paperOf({
    title: `${title}: ${status.toLowerCase()}, ${date}`,
    head: `${title}   ${status}`,
    children: [
      new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
      new Paragraph({ text: `${status}, ${date}`, spacing: { after: 240 } }),
      ...drawOnPaper(blocks),
    ],
  })
}

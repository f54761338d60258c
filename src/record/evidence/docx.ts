/** An evidence pack as a document that can be filed, printed and read out: numbered sections, its number and the journal's head on every page. */
import { HeadingLevel, Paragraph, TextRun } from 'docx'
import { type Drawing, type Drawn, drawOnPaper } from '../../papers/blocks.ts'
import { ACCENT, paperOf, QUIET } from '../../papers/look.ts'
import type { Pack } from './pack.ts'

/** The .docx file. Takes a moment, so it is made outside of any transaction. */
export function packDocx(pack: Pack, drawing: Pick<Drawing, 'png'> = {}): Promise<Uint8Array> {
  return paperOf({
    title: `${pack.ref}: evidence pack`,
    description: pack.made,
    head: `${pack.ref}   Evidence pack${pack.confidential ? '   Confidential' : ''}`,
    foot: pack.head,
    children: [...front(pack), ...pack.sections.flatMap((section, place) => numbered(section, place + 1, drawing))],
  })
}

function front({ made, ref, sections, title }: Pack): Paragraph[] {
  return [
    new Paragraph({ text: `${title}: evidence pack`, heading: HeadingLevel.TITLE }),
    new Paragraph({
      children: [new TextRun({ text: `${ref}. Made ${made}.`, color: QUIET })],
      spacing: { after: 240 },
    }),
    ...sections.map(
      (section, place) =>
        new Paragraph({
          children: [new TextRun({ text: `${place + 1}.  ${section.title}`, color: ACCENT })],
          spacing: { after: 30 },
        }),
    ),
  ]
}

function numbered({ blocks, title }: Pack['sections'][number], n: number, drawing: Drawing): Drawn[] {
  let sub = 0
  const heading = (text: string) => {
    sub += 1
    return new Paragraph({ text: `${n}.${sub}  ${text}`, heading: HeadingLevel.HEADING_2 })
  }
  return [
    new Paragraph({ text: `${n}.  ${title}`, heading: HeadingLevel.HEADING_1 }),
    ...drawOnPaper(blocks, { ...drawing, heading }),
  ]
}

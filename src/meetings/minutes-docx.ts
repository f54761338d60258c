/** Minutes as a document that can be edited, sent and kept. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Block } from '../chat/words.ts'
import type { Minutes } from './minutes.ts'

/** The .docx file. Takes a moment, so it is made when somebody asks for it and never inside a transaction. */
export function minutesDocx({ title, status, date, blocks }: Minutes): Promise<Uint8Array> {
  const document = new Document({
    title: `${title}: ${status.toLowerCase()}, ${date}`,
    creator: 'Muster',
    styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: `${status}, ${date}`, spacing: { after: 240 } }),
          ...blocks.flatMap(drawn),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function drawn(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })]
    case 'text':
    case 'notice':
      return [new Paragraph({ text: block.text, spacing: { after: 120 } })]
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case 'facts':
      return block.rows.map(
        ({ label, value }) =>
          new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)] }),
      )
    case 'table':
      return [tableOf(block.columns, block.rows), new Paragraph('')]
    case 'divider':
      return [new Paragraph({ text: '', thematicBreak: true })]
    case 'figure':
      return [new Paragraph(block.sentence), tableOf(block.table.columns, block.table.rows)]
    case 'progress':
      return [new Paragraph(`${block.label}: ${block.done} of ${block.of}`)]
    case 'actions':
      return []
    default:
      return block satisfies never
  }
}

/** Its first row is marked as the header, so that a screen reader names each cell's column. */
function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      children: cells.map(
        (text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: header })] })] }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  })
}

/** Minutes as a document that can be edited, sent and kept. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { type Drawer, drawWith } from '../chat/drawer.ts'
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
          ...blocks.flatMap((block) => drawWith(drawer, block)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const drawer: Drawer<(Paragraph | Table)[]> = {
  heading: ({ text }) => [new Paragraph({ text, heading: HeadingLevel.HEADING_1 })],
  text: said,
  facts: ({ rows }) =>
    rows.map(
      ({ label, value }) =>
        new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)] }),
    ),
  list: ({ items }) => items.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
  table: ({ columns, rows }) => [tableOf(columns, rows), new Paragraph('')],
  figure: ({ sentence, table }) => [new Paragraph(sentence), tableOf(table.columns, table.rows)],
  progress: ({ label, done, of }) => [new Paragraph(`${label}: ${done} of ${of}`)],
  notice: said,
  divider: () => [new Paragraph({ text: '', thematicBreak: true })],
  actions: () => [],
}

function said({ text }: { readonly text: string }): Paragraph[] {
  return [new Paragraph({ text, spacing: { after: 120 } })]
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

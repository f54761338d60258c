/** The neutral blocks as paragraphs, tables and pictures of a document. */
import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Drawer, drawWith } from '../chat/drawer.ts'
import type { Block, Figure } from '../chat/words.ts'
import { HEAD_FILL, LINE, PICTURE, QUIET, TEXT_WIDTH, TONES } from './look.ts'
import { linesIn, sharesOf } from './shares.ts'

export interface Drawing {
  /** Draws an SVG as PNG, so that every reader of documents can show it; without it figures are their sentence and table. */
  readonly png?: (svg: string) => Uint8Array
  /** What becomes of a heading; a heading of the second level unless told. */
  readonly heading?: (text: string) => Paragraph
}

export type Drawn = Paragraph | Table

export function drawOnPaper(blocks: readonly Block[], drawing: Drawing = {}): Drawn[] {
  return blocks.flatMap((block) => drawWith(drawer, block, drawing))
}

const headed = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })

const drawer: Drawer<Drawn[], [Drawing]> = {
  heading: ({ text }, { heading = headed }) => [heading(text)],
  text: ({ text, quiet }) => [
    new Paragraph({ children: runs(text, quiet ? { color: QUIET } : {}), spacing: { after: 100 } }),
  ],
  facts: ({ rows }) => [
    tableOf(
      undefined,
      rows.map(({ label, note, value }) => [label, note === undefined ? value : `${value}\n${note}`]),
    ),
    gap(),
  ],
  list: ({ items, ordered }) =>
    items.map(
      (text) =>
        new Paragraph({
          children: runs(text),
          ...(ordered ? { numbering: { reference: 'steps', level: 0 } } : { bullet: { level: 0 } }),
          spacing: { after: 60 },
        }),
    ),
  table: ({ caption: words, columns, rows }) => [caption(words), tableOf(columns, rows), gap()],
  figure,
  progress: ({ label, done, of }) => [new Paragraph(`${label}: ${done} of ${of}`)],
  notice: ({ tone, text }) => [
    new Paragraph({
      children: runs(text, { bold: true }),
      shading: { type: ShadingType.CLEAR, fill: TONES[tone] },
      spacing: { before: 80, after: 160 },
    }),
  ],
  divider: () => [],
  actions: () => [],
}

function figure({ alt, sentence, svg, table }: Figure, { png }: Drawing): Drawn[] {
  const said = new Paragraph({ children: runs(sentence), spacing: { after: 100 }, keepNext: true })
  if (png === undefined) return [said, tableOf(table.columns, table.rows), gap()]
  const [, width = '960', height = '400'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const scale = Math.min(PICTURE.width / Number(width), PICTURE.height / Number(height))
  const image = new ImageRun({
    type: 'png',
    data: png(svg),
    transformation: { width: Math.round(Number(width) * scale), height: Math.round(Number(height) * scale) },
    altText: { name: 'Figure', title: sentence, description: alt },
  })
  return [said, new Paragraph({ children: [image], spacing: { after: 160 } })]
}

const caption = (text: string) =>
  new Paragraph({
    children: [new TextRun({ text, color: QUIET, size: 18 })],
    spacing: { before: 80, after: 60 },
    keepNext: true,
  })
const gap = () => new Paragraph({ text: '', spacing: { after: 60 } })

/** A row no taller than so many lines is kept on one page. */
const WHOLE_LINES = 12
/** A table of so many rows is kept on one page, whole. */
const WHOLE_ROWS = 4

/** With columns the first row is a header that comes again on every page; without, the first column is what names each row. */
function tableOf(columns: readonly string[] | undefined, said: readonly (readonly string[])[]): Table {
  const rows = said.map((cells) => cells.map(unbroken))
  const shares = sharesOf(columns, rows)
  const widths = shares.map((share) => Math.round(share * TEXT_WIDTH))
  const row = (cells: readonly string[], header: boolean, keepNext: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: cells.every((text, place) => linesIn(text, shares[place] ?? 1) <= WHOLE_LINES),
      children: cells.map((text, place) =>
        cell(text, widths[place] ?? 0, { strong: header || (columns === undefined && place === 0), keepNext }),
      ),
    })
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE }
  const none = { style: BorderStyle.NONE, size: 0, color: LINE }
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [
      // A header never stands alone at the foot of a page.
      ...(columns === undefined ? [] : [row(columns, true, true)]),
      ...rows.map((cells, place) => row(cells, false, rows.length <= WHOLE_ROWS && place < rows.length - 1)),
    ],
  })
}

function cell(text: string, width: number, { strong, keepNext }: { strong: boolean; keepNext: boolean }): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    ...(strong ? { shading: { type: ShadingType.CLEAR, fill: HEAD_FILL } } : {}),
    children: text
      .split('\n')
      .map((line) => new Paragraph({ children: runs(line, { bold: strong, size: 18 }), keepNext })),
  })
}

/** A date is one word: "Tue 12 Jan 2027" never ends a line at its day. */
const unbroken = (text: string) =>
  text.replace(/\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}\b/g, (date) => date.replaceAll(' ', '\u00a0'))

/** A hash is set in letters of one width, so that two can be laid side by side. */
function runs(text: string, look: { bold?: boolean; size?: number; color?: string } = {}): TextRun[] {
  return text
    .split(/\b([0-9a-f]{64})\b/)
    .map(
      (part, place) =>
        new TextRun({ text: part, ...look, ...(place % 2 === 1 ? { font: 'Courier New', size: 14 } : {}) }),
    )
}

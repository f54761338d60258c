/** An evidence pack as a document that can be filed, printed and read out: A4, numbered sections, its number and the journal's head on every page. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Drawer, drawWith } from '../../chat/drawer.ts'
import type { Figure } from '../../chat/words.ts'
import type { Pack } from './pack.ts'
import { sharesOf } from './shares.ts'

export interface Drawing {
  /** Draws an SVG as PNG, so that every reader of documents can show it; without it figures are their sentence and table. */
  readonly png?: (svg: string) => Uint8Array
}

/** Twentieths of a point: A4 with margins of 2 cm leaves so much between them. */
const PAGE = { width: 11906, height: 16838, margin: 1134 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
/** In pixels, as Word counts them: what is taller than a page would be cut off. */
const PICTURE = { width: 640, height: 900 }

const INK = '0B0C0C'
const QUIET = '505A5F'
const ACCENT = '1D3557'
const LINE = 'B1B4B6'
const HEAD_FILL = 'E8EDF3'
const TONES = { neutral: 'F3F2F1', good: 'E6F2EC', warn: 'FFF4D6', bad: 'F9E1DC' } as const

/** The .docx file. Takes a moment, so it is made outside of any transaction. */
export function packDocx(pack: Pack, drawing: Drawing = {}): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({
      title: `${pack.ref}: evidence pack`,
      creator: 'Muster',
      description: pack.made,
      styles: {
        default: {
          document: { run: { font: 'Arial', size: 20, color: INK } },
          title: { run: { font: 'Arial', size: 52, bold: true, color: ACCENT }, paragraph: { spacing: { after: 60 } } },
          heading1: {
            run: { font: 'Arial', size: 28, bold: true, color: ACCENT },
            paragraph: { spacing: { before: 420, after: 140 }, keepNext: true },
          },
          heading2: {
            run: { font: 'Arial', size: 22, bold: true, color: INK },
            paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
          },
        },
      },
      numbering: {
        config: [
          {
            reference: 'steps',
            levels: [
              {
                level: 0,
                format: 'decimal',
                text: '%1.',
                alignment: AlignmentType.LEFT,
                style: { paragraph: { indent: { left: 360, hanging: 360 } } },
              },
            ],
          },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: PAGE.width, height: PAGE.height },
              margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
            },
          },
          headers: {
            default: new Header({
              children: [edge(`${pack.ref}   Evidence pack${pack.confidential ? '   Confidential' : ''}`)],
            }),
          },
          footers: { default: new Footer({ children: [foot(pack)] }) },
          children: [
            ...front(pack),
            ...pack.sections.flatMap((section, place) => numbered(section, place + 1, drawing)),
          ],
        },
      ],
    }),
  )
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

function numbered({ blocks, title }: Pack['sections'][number], n: number, drawing: Drawing): (Paragraph | Table)[] {
  let sub = 0
  const heading = (text: string) => {
    sub += 1
    return new Paragraph({ text: `${n}.${sub}  ${text}`, heading: HeadingLevel.HEADING_2 })
  }
  return [
    new Paragraph({ text: `${n}.  ${title}`, heading: HeadingLevel.HEADING_1 }),
    ...blocks.flatMap((block) => drawWith(drawer, block, drawing, heading)),
  ]
}

const drawer: Drawer<(Paragraph | Table)[], [Drawing, heading: (text: string) => Paragraph]> = {
  heading: ({ text }, _, heading) => [heading(text)],
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

function figure({ alt, sentence, svg, table }: Figure, { png }: Drawing): (Paragraph | Table)[] {
  const said = new Paragraph({ children: runs(sentence), spacing: { after: 100 } })
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

/** With columns the first row is a header that comes again on every page; without, the first column is what names each row. */
function tableOf(columns: readonly string[] | undefined, said: readonly (readonly string[])[]): Table {
  const rows = said.map((cells) => cells.map(unbroken))
  const shares = sharesOf(columns, rows)
  const widths = shares.map((share) => Math.round(share * TEXT_WIDTH))
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: cells.every((text) => text.length < 400),
      children: cells.map((text, place) =>
        cell(text, widths[place] ?? 0, header || (columns === undefined && place === 0)),
      ),
    })
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE }
  const none = { style: BorderStyle.NONE, size: 0, color: LINE }
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [...(columns === undefined ? [] : [row(columns, true)]), ...rows.map((cells) => row(cells, false))],
  })
}

function cell(text: string, width: number, strong: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    ...(strong ? { shading: { type: ShadingType.CLEAR, fill: HEAD_FILL } } : {}),
    children: text.split('\n').map((line) => new Paragraph({ children: runs(line, { bold: strong, size: 18 }) })),
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

const edge = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, color: QUIET, size: 16 })], alignment: AlignmentType.RIGHT })

function foot({ head }: Pack): Paragraph {
  const look = { color: QUIET, size: 16 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: `${head}     Page `, ...look }),
      new TextRun({ children: [PageNumber.CURRENT], ...look }),
      new TextRun({ text: ' of ', ...look }),
      new TextRun({ children: [PageNumber.TOTAL_PAGES], ...look }),
    ],
  })
}

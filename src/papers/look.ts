/** How every document of the house looks: A4, one typeface, quiet lines. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Drawn } from './blocks.ts'

/** Twentieths of a point: A4 with margins of 2 cm leaves so much between them. */
const PAGE = { width: 11906, height: 16838, margin: 1134 }
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
/** In pixels, as Word counts them: what is taller than a page would be cut off. */
export const PICTURE = { width: 640, height: 900 }

const INK = '0B0C0C'
export const QUIET = '505A5F'
export const ACCENT = '1D3557'
export const LINE = 'B1B4B6'
export const HEAD_FILL = 'E8EDF3'
export const TONES = { neutral: 'F3F2F1', good: 'E6F2EC', warn: 'FFF4D6', bad: 'F9E1DC' } as const

export interface Paper {
  /** As the file calls itself. */
  readonly title: string
  readonly description?: string
  /** At the top of every page. */
  readonly head: string
  /** At the foot of every page, before its number. */
  readonly foot?: string
  readonly children: readonly Drawn[]
}

/** The .docx file. Takes a moment, so it is made outside of any transaction. */
export function paperOf({ title, description, head, foot, children }: Paper): Promise<Uint8Array> {
  const { width, height, margin } = PAGE
  return Packer.toBuffer(
    new Document({
      title,
      creator: 'Muster',
      ...(description === undefined ? {} : { description }),
      ...LOOK,
      sections: [
        {
          properties: {
            page: { size: { width, height }, margin: { top: margin, bottom: margin, left: margin, right: margin } },
          },
          headers: { default: new Header({ children: [edge(head)] }) },
          footers: { default: new Footer({ children: [numbered(foot)] }) },
          children,
        },
      ],
    }),
  )
}

const LOOK: Pick<IPropertiesOptions, 'styles' | 'numbering'> = {
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
}

const edge = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, color: QUIET, size: 16 })], alignment: AlignmentType.RIGHT })

function numbered(foot = ''): Paragraph {
  const look = { color: QUIET, size: 16 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: `${foot === '' ? '' : `${foot}     `}Page `, ...look }),
      new TextRun({ children: [PageNumber.CURRENT], ...look }),
      new TextRun({ text: ' of ', ...look }),
      new TextRun({ children: [PageNumber.TOTAL_PAGES], ...look }),
    ],
  })
}

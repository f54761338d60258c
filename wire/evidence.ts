import type { Pack } from '../src/record/evidence/pack.ts'

export interface EvidenceFile {
  /** The case's number, and nothing that tells of it (PR-1). */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The pack as a file. The libraries that write and draw it are loaded when it is first asked for. */
export async function fileOf(pack: Pack): Promise<EvidenceFile> {
  const [{ packDocx }, { Resvg }] = await Promise.all([
    import('../src/record/evidence/docx.ts'),
    import('@resvg/resvg-js'),
  ])
  const png = (svg: string) =>
    new Resvg(svg, { fitTo: { mode: 'width', value: 1920 }, background: '#ffffff' }).render().asPng()
  return { name: `${pack.ref}-evidence.docx`, bytes: await packDocx(pack, { png }) }
}

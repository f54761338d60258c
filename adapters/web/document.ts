/** A document handed over: never kept by anything on the way. */
import type { Response } from 'express'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface DocumentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export function sendDocument(res: Response, { name, bytes }: DocumentFile): void {
  res.set({ 'Cache-Control': 'no-store', 'Content-Disposition': `attachment; filename="${name}"` })
  res.type(DOCX).send(Buffer.from(bytes))
}

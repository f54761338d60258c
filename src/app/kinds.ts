/** The kinds of matter the house knows. */
import type { MatterKind } from '../matter.ts'
import { caseKind } from '../procedures/case.ts'

const kinds = new Map<string, MatterKind>([caseKind].map((kind) => [kind.kind, kind as MatterKind]))

export function kindOf(name: string): MatterKind | undefined {
  return kinds.get(name)
}

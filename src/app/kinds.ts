/** The kinds of matter the house knows. */
import { motionKind } from '../decisions/kind.ts'
import type { MatterKind } from '../matter.ts'
import { meetingKind } from '../meetings/kind.ts'
import { caseKind } from '../procedures/case.ts'

const kinds = new Map<string, MatterKind>(
  [caseKind as MatterKind, meetingKind as MatterKind, motionKind as MatterKind].map((kind) => [kind.kind, kind]),
)

export function kindOf(name: string): MatterKind | undefined {
  return kinds.get(name)
}

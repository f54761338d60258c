/** The kinds of matter the house knows. */
import { actionKind } from '../actions/kind.ts'
import { appointmentKind } from '../decisions/appointment.ts'
import { motionKind } from '../decisions/kind.ts'
import { pollKind } from '../decisions/poll/kind.ts'
import { rotationKind } from '../decisions/rotation.ts'
import { taskGroupKind } from '../decisions/task-group.ts'
import type { MatterKind } from '../matter.ts'
import { meetingKind } from '../meetings/kind.ts'
import { caseKind } from '../procedures/case.ts'
import { incidentKind } from '../procedures/incident/kind.ts'
import { amendmentKind, auditKind, disputeKind } from '../procedures/kinds.ts'

const kinds = new Map<string, MatterKind>(
  [
    caseKind,
    incidentKind,
    auditKind,
    amendmentKind,
    disputeKind,
    meetingKind,
    motionKind,
    pollKind,
    actionKind,
    appointmentKind,
    taskGroupKind,
    rotationKind,
  ].map((kind) => [kind.kind, kind as MatterKind]),
)

export function kindOf(name: string): MatterKind | undefined {
  return kinds.get(name)
}

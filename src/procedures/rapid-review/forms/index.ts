/** The forms of the Rapid Review and of what follows from it, by id (DOMAIN 3). */
import type { Form } from '../../../forms/form.ts'
import { raise } from './a-raise.ts'
import { notification } from './b-notification.ts'
import { scoping } from './c-scoping.ts'
import { agencyReturn } from './d-return.ts'
import { checklist } from './e-checklist.ts'
import { decision } from './f-decision.ts'
import { partnerResponse, ratification } from './g-partner.ts'
import { submission } from './h-submission.ts'
import { panelResponse } from './i-panel.ts'
import { family } from './j-family.ts'
import { terms } from './k-terms.ts'
import { publication } from './l-publication.ts'
import { actionLine } from './m-action.ts'
import { meetingRecord } from './n-meeting.ts'
import { told } from './told.ts'

export const forms: Readonly<Record<string, Form>> = Object.fromEntries(
  [
    raise,
    notification,
    told,
    scoping,
    agencyReturn,
    checklist,
    decision,
    partnerResponse,
    ratification,
    submission,
    panelResponse,
    family,
    terms,
    publication,
    actionLine,
    meetingRecord,
  ].map((form) => [form.id, form]),
)

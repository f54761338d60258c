/** The forms of the Rapid Review and of what follows from it, by id (DOMAIN 3). */
import type { Form } from '../../../forms/form.ts'
import { stageForms } from '../../dispute/forms.ts'
import { raise } from './a-raise.ts'
import * as triage from './a-triage.ts'
import * as notifying from './b-more.ts'
import { notification } from './b-notification.ts'
import * as gathering from './c-more.ts'
import { scoping } from './c-scoping.ts'
import { agencyReturn } from './d-return.ts'
import { checklist } from './e-checklist.ts'
import { decision } from './f-decision.ts'
import { partnerResponse, ratification } from './g-partner.ts'
import { submission } from './h-submission.ts'
import * as panel from './i-more.ts'
import { panelResponse } from './i-panel.ts'
import { family } from './j-family.ts'
import * as holds from './j-more.ts'
import * as reviewing from './k-more.ts'
import { terms } from './k-terms.ts'
import * as publishing from './l-more.ts'
import { publication } from './l-publication.ts'
import { actionLine } from './m-action.ts'
import * as plans from './m-more.ts'
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
    ...Object.values(triage),
    ...Object.values(notifying),
    ...Object.values(gathering).filter((one): one is Form => 'sections' in one),
    ...Object.values(panel),
    ...Object.values(holds),
    ...Object.values(reviewing),
    ...Object.values(publishing),
    ...Object.values(plans),
    ...Object.values(stageForms),
  ].map((form) => [form.id, form]),
)

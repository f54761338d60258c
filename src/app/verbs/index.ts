/** Every verb the house understands. A verb that is not here does not exist; what it needs is in the authority table. */
import type { Handler } from '../ctx.ts'
import { actionHandlers } from './actions.ts'
import { begin, checklist, close, see, status } from './cases.ts'
import { leaveForm, openForm, turnPage, walkForm } from './forms.ts'
import { bind, desk, hello, help, invite, link, opened, owes, upload, verify } from './house.ts'
import { keepBack, WORDS_KEPT_BACK } from './incident.ts'
import { meetingHandlers } from './meetings.ts'
import { membershipHandlers } from './membership.ts'
import { motionHandlers } from './motions.ts'
import { makeAMove } from './moves.ts'
import { pollHandlers } from './polls.ts'
import { audit, evidence } from './record.ts'
import { retentionHandlers } from './retention.ts'
import { holiday, reload } from './rules.ts'
import { seatHandlers } from './seats.ts'
import { timeliness } from './timeliness.ts'

export const handlers: Readonly<Record<string, Handler>> = {
  home: owes,
  hello,
  upload,
  'owes.mine': owes,
  'owed.do': close,
  'matter.see': see,
  'form.open': openForm,
  'form.see': openForm,
  'form.walk': walkForm,
  'form.page': turnPage,
  'form.stop': leaveForm,
  'rapid-review.start': begin('rapid-review', 'start'),
  'case.raise': begin('rapid-review', 'raise'),
  'case.contribute': begin('rapid-review', 'contribute'),
  'case.move': makeAMove,
  'audit11.open': begin('section-11', 'open'),
  'amendment.propose': begin('amendment', 'propose'),
  'dispute.open': begin('dispute', 'open'),
  'rapid-review.status': status,
  'rapid-review.checklist': checklist,
  ...meetingHandlers,
  ...pollHandlers,
  ...motionHandlers,
  ...actionHandlers,
  ...seatHandlers,
  ...membershipHandlers,
  'incident.report': begin('incident', 'report'),
  [WORDS_KEPT_BACK]: keepBack,
  'audit.see': audit,
  'evidence.pack': evidence,
  'rapid-review.timeliness': timeliness,
  ...retentionHandlers,
  'desk.link': desk,
  'desk.opened': opened,
  'muster.help': help,
  'muster.link': link,
  'muster.invite': invite,
  'muster.bind': bind,
  'muster.verify': verify,
  'muster.holiday': holiday,
  'muster.reload': reload,
}

/** What even somebody unknown may say: how else would they become known? */
export const openToStrangers: ReadonlySet<string> = new Set(['muster.help', WORDS_KEPT_BACK])

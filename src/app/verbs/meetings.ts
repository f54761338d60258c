/** Every verb of meetings; who may is in the authority table. */
import type { Handler } from '../ctx.ts'
import { addMeetingPaper, proposeItem, setAgenda } from './meetings/agenda.ts'
import {
  callMeeting,
  cancelMeeting,
  chooseForecast,
  listMeetings,
  moveMeeting,
  replyInCalendar,
  replyToMeeting,
  seeMeeting,
  sendCalendar,
} from './meetings/call.ts'
import { attendanceOfAgencies, yearOfMeetings } from './meetings/figures.ts'
import { enterItem } from './meetings/item-form.ts'
import { confirmPlan, moveInPlanning, planMeetings } from './meetings/plan.ts'
import { attendance, conflict, recordAction, recordDecision } from './meetings/records.ts'
import { askForPaper, sayAgreed, sayConflict, sayDecided, sayLeft, sayNotReached, sendPaper } from './meetings/said.ts'
import { watchMinimums } from './meetings/watch.ts'

export const meetingHandlers: Readonly<Record<string, Handler>> = {
  'meeting.call': callMeeting,
  'meeting.watch': watchMinimums,
  'meeting.year': yearOfMeetings,
  'meeting.attended': attendanceOfAgencies,
  'meeting.list': listMeetings,
  'meeting.see': seeMeeting,
  'meeting.reply': replyToMeeting,
  'meeting.reply-in-calendar': replyInCalendar,
  'meeting.move': moveMeeting,
  'meeting.cancel': cancelMeeting,
  'meeting.forecast': chooseForecast,
  'meeting.calendar': sendCalendar,
  'meeting.agenda': setAgenda,
  'meeting.item': enterItem,
  'meeting.propose': proposeItem,
  'meeting.paper': addMeetingPaper,
  'meeting.attendance': attendance,
  'meeting.conflict': conflict,
  'meeting.decide': recordDecision,
  'meeting.action': recordAction,
  'meeting.ask': askForPaper,
  'meeting.send-paper': sendPaper,
  'meeting.decided': sayDecided,
  'meeting.agreed': sayAgreed,
  'meeting.not-reached': sayNotReached,
  'meeting.step-aside': sayConflict,
  'meeting.left': sayLeft,
  'meeting.plan': planMeetings,
  'meeting.plan-move': moveInPlanning,
  'meeting.plan-confirm': confirmPlan,
}

/** Every verb of meetings; who may is in the authority table. */
import type { Handler } from '../ctx.ts'
import { addMeetingPaper, proposeItem, setAgenda } from './meetings/agenda.ts'
import {
  callMeeting,
  cancelMeeting,
  chooseForecast,
  listMeetings,
  moveMeeting,
  replyToMeeting,
  seeMeeting,
  sendCalendar,
} from './meetings/call.ts'

export const meetingHandlers: Readonly<Record<string, Handler>> = {
  'meeting.call': callMeeting,
  'meeting.list': listMeetings,
  'meeting.see': seeMeeting,
  'meeting.reply': replyToMeeting,
  'meeting.move': moveMeeting,
  'meeting.cancel': cancelMeeting,
  'meeting.forecast': chooseForecast,
  'meeting.calendar': sendCalendar,
  'meeting.agenda': setAgenda,
  'meeting.propose': proposeItem,
  'meeting.paper': addMeetingPaper,
}

/** The stations of the main job, for a story that begins in the middle: everything before it is done over the wire, as in the whole story. */
import { decision, meetingHeld, notificationForHackney, scoping } from './answers.ts'
import type { Stage } from './stage.ts'

/** Notified, scoped and met upon; the code word of the case. It is Tuesday 5 January at noon, and the draft is owed. */
export async function toTheDraft(stage: Stage): Promise<string> {
  const spa = stage.slack('spa')
  await spa.types('/rapid-review', 'start')
  await spa.untilModal('Safety first')
  await spa.fill(notificationForHackney)
  await stage.settle()
  const code = stage.store.read((tx) => tx.subjects.get('rr-2026-01')?.title ?? '')
  await spa.press('Scope and send requests', code)
  await spa.fill(scoping)
  await stage.jump('2027-01-05T12:00')
  await spa.press('Record the meeting', code)
  await spa.fill(meetingHeld, 'anything')
  await stage.settle()
  return code
}

/** Every question of the checklist that chat may carry is answered by the SPA in Teams, one by one. */
export async function checklistInChat(stage: Stage, code: string): Promise<void> {
  const spa = stage.teams('spa')
  await spa.says(`rapid-review checklist ${code}`)
  await spa.press('Begin', code)
  await spa.fill({ 'E6.8b': 'no' }, 'anything')
  await stage.settle()
}

/** The commissioner considers every criterion in Slack, as far as chat may carry it, and stands before the page that hands it in. */
export async function criteriaInChat(stage: Stage, code: string): Promise<void> {
  const icsc = stage.slack('icsc')
  await icsc.press('Consider the criteria and decide', `${code}: Agree the content`)
  await icsc.fill(decision, 'anything', 'Submit')
}

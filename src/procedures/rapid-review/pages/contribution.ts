/** Another area leads: their requests and their date are kept here, and no clock of ours runs (2.5, 7.3). */
import { answersOf } from '../../engine/course.ts'
import { byButton, during, type Steps } from '../../engine/procedure.ts'
import { eachAgencyNamed, spa } from '../../who.ts'
import { isContribution } from '../kind.ts'

const theirDate = (course: Parameters<typeof answersOf>[0]) => {
  const date = answersOf(course, 'C-contribute').CC4
  return typeof date === 'string' ? { date, by: 'by the area that leads' } : undefined
}

export const contribution: Steps = during(isContribution, {
  contribute: {
    says: 'Send the area that leads what it asked for',
    source: '7.3',
    owes: eachAgencyNamed('C-contribute', 'CC3'),
    may: 'case.return',
    setFor: theirDate,
    closes: byButton(
      { label: 'Sent by the secure route', outcome: 'sent', style: 'primary' },
      { label: 'We hold nothing', outcome: 'nil' },
    ),
  },
  contributed: {
    says: 'Tell the area that leads that everything has gone',
    owes: spa,
    may: 'case.triage',
    after: ['contribute'],
    closes: byButton({ label: 'They have been told', outcome: 'told', style: 'primary' }),
  },
})

/** Whether, when and how the report is published; where it is not, why (19.26 to 19.28; T33 to T36). */
import { answersOf } from '../../engine/course.ts'
import { byButton, byForm, during, type Steps } from '../../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate, spa, supportTeam } from '../../who.ts'
import { isCommissioned, isPublished } from '../kind.ts'
import { anotherPersonThan } from '../needs.ts'
import { canBePublished, dayIn, isAfterLimit } from '../publication-days.ts'
import { sensitivitiesOf } from '../sensitive-days.ts'
import { ratifying } from './ratification.ts'

export const publication: Steps = during(isCommissioned, {
  publication: {
    says: 'Decide whether the report is published',
    source: '19.26, 19.27',
    owes: icscOrAlternate,
    may: 'case.decide-publication',
    after: ['anonymity', 'anonymity-again'],
    closes: byForm('L', { label: 'Decide', outcome: ({ L1 }) => String(L1) }),
    gives: ['publication-decided'],
    marks: {
      full: ['publication', 'full'],
      improvements: ['publication', 'improvements'],
      not: ['publication', 'not'],
    },
  },
  'ratify-publication': {
    says: 'Ratify the decision about publication',
    source: '11.5, 19.27',
    beside: 'ratification',
    owes: eachSafeguardingPartner,
    may: 'case.ratify',
    due: 'D-18-publication',
    after: ['publication'],
    closes: ratifying,
  },
  justify: {
    says: 'Send the justification to the Panel and the Secretary of State',
    source: '19.27',
    owes: icscOrAlternate,
    may: 'case.justify',
    due: 'D-25',
    after: ['publication'],
    when: ({ marks }) => marks.publication !== undefined && marks.publication !== 'full',
    closes: byForm('L-justify', { label: 'Record that both were told' }),
    tells: [eachSafeguardingPartner],
  },
  'show-family': {
    says: 'Show the report to the family',
    source: '19.20',
    beside: 'family',
    owes: spa,
    may: 'case.family-approve',
    after: ['publication'],
    when: ({ marks }) => marks.publication !== 'not',
    closes: byButton(
      { label: 'They have seen it', outcome: 'seen', style: 'primary' },
      { label: 'They did not want to, or it was not possible', outcome: 'not-seen' },
    ),
  },
  'publication-date': {
    says: 'Set the date of publication',
    owes: spa,
    may: 'case.publish',
    after: ['publication'],
    when: ({ marks }) => marks.publication !== 'not',
    closes: byForm('L-date', {
      label: 'Set the date',
      fixes: { publication: 'LD1' },
      amendable: (course) => !isPublished(course),
    }),
    gives: ['date-set'],
    needs: canBePublished,
    tells: [eachSafeguardingPartner],
  },
  advance: {
    says: 'Send advance copies to the Panel and the Secretary of State',
    source: '19.26',
    owes: spa,
    may: 'case.publish',
    due: 'D-24',
    after: ['publication-date'],
    when: ({ marks }) => marks.publication !== 'not',
    closes: byForm('L-advance', { label: 'Record the advance copies' }),
  },
  publish: {
    says: 'Publish the practice review',
    source: '19.24, 19.28',
    owes: supportTeam,
    may: 'case.publish',
    due: 'D-21',
    after: ['publication-date', 'advance'],
    when: ({ marks }) => marks.publication !== 'not',
    ahead: ({ marks }) => marks.publication !== 'not',
    closes: byForm('L-live', { label: 'Record that it is public', moment: 'LL1' }),
    gives: ['published'],
    needs: anotherPersonThan('publication-date'),
    announces: 'event',
    tells: [eachSafeguardingPartner, icscOrAlternate, spa],
    explains: (course) => {
      const date = answersOf(course, 'L-date').LD1
      const day = dayIn(date)
      if (day === undefined) return []
      const why = sensitivitiesOf(course, day)
      return [
        ...(why.length === 0 ? [] : [`The date that was set is sensitive: ${why.join(', ')}.`]),
        ...(isAfterLimit(course, day)
          ? ['The date that was set lies after the limit, and no delay to it has been approved.']
          : []),
      ]
    },
  },
})

/**
 * An amendment of the safeguarding arrangements (29.2): every safeguarding partner must agree to it. Nobody agrees by being silent, so no limit runs out
 * and no answer is taken as given; an objection brings in the commissioner, who facilitates until all are asked again or it is withdrawn.
 */
import { outcomesIn, settled } from '../engine/course.ts'
import { byButton, byForm, procedure } from '../engine/procedure.ts'
import { eachSafeguardingPartner, icscOrAlternate, spa } from '../who.ts'
import { forms } from './forms.ts'

export const amendment = procedure('amendment', {
  title: 'Amendment of the arrangements',
  source: '29.2',
  numbered: 'AM',
  matter: 'amendment',
  forms,

  entrances: {
    propose: {
      form: 'Z-propose',
      may: 'amendment.propose',
      events: {},
      about: () => ({}),
      tells: [icscOrAlternate, spa],
    },
  },

  steps: {
    answer: {
      says: 'Agree to the amendment, or object to it',
      source: '29.2',
      owes: eachSafeguardingPartner,
      may: 'amendment.answer',
      closes: byButton(
        {
          label: 'Agree',
          outcome: 'agreed',
          style: 'primary',
          confirm:
            'This agrees for your organisation. The amendment stands only when every safeguarding partner has agreed.',
        },
        { label: 'Object, with a reason', outcome: 'objected', style: 'danger', form: 'Z-object' },
        { label: 'We need time', outcome: 'time' },
      ),
      // Asking for time is no answer: the question stays open.
      repeats: ['time'],
    },
    facilitate: {
      says: 'Facilitate: a partner objects to the amendment',
      source: '29.2',
      owes: icscOrAlternate,
      may: 'amendment.facilitate',
      when: (course) => outcomesIn(course, 'answer').includes('objected'),
      closes: byButton(
        { label: 'Ask all partners again', outcome: 'again', style: 'primary' },
        { label: 'It is withdrawn', outcome: 'withdrawn', style: 'danger' },
      ),
      back: { again: 'answer' },
      marks: { withdrawn: ['withdrawn', 'yes'] },
    },
    publish: {
      says: 'Record the new version and publish it',
      source: '29.2',
      owes: spa,
      may: 'amendment.propose',
      after: ['answer'],
      when: (course) => outcomesIn(course, 'answer').every((outcome) => outcome === 'agreed'),
      closes: byForm('Z-publish', { label: 'Record the new version' }),
      tells: [eachSafeguardingPartner, icscOrAlternate],
    },
  },

  stages: [
    { id: 'WITHDRAWN', says: 'Withdrawn', holds: ({ marks }) => marks.withdrawn === 'yes', ends: true },
    { id: 'IN_FORCE', says: 'In force', holds: (course) => settled(course, 'publish'), ends: true },
    {
      id: 'OBJECTED',
      says: 'A partner objects; the commissioner facilitates',
      holds: (course) => outcomesIn(course, 'answer').includes('objected'),
    },
    { id: 'AGREED', says: 'Every partner has agreed', holds: (course) => settled(course, 'answer') },
    { id: 'PROPOSED', says: 'Waiting for every partner; silence is not agreement', holds: () => true },
  ],

  // 10.2.45: a partner for whom nobody can answer keeps it from passing, and somebody must be told to nominate.
  remarks: (course) =>
    eachSafeguardingPartner(course)
      .filter(({ people }) => people.length === 0)
      .map(({ label }) => ({
        tone: 'warn',
        text: `Nobody holds the seat of ${label}, so this cannot pass. Its lead representative is to nominate somebody.`,
      })),
})

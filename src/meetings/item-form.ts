/** Form N-item: an item that whoever sets the agenda puts on it, and what decides how it is read and decided: its area, unanimity, confidentiality. */
import { asText } from '../forms/answer.ts'
import { all, ask, choice, choiceFrom, fact, int, is, yn } from '../forms/ask.ts'
import type { Answers, Form } from '../forms/form.ts'
import { type Group, groupsAt, type Partnership } from '../partnership/partnership.ts'
import type { ItemProposed, Purpose } from './facts.ts'

const item: Form = {
  id: 'N-item',
  title: 'Agenda item',
  sections: [
    {
      id: 'NI1',
      title: 'The item',
      intro: 'It is on the agenda as soon as this is submitted.',
      questions: [
        ask('NI1', 'What is it called?', { kind: 'text', max: 120, lines: 'one' }, { class: 'C*' }),
        ask(
          'NI2',
          'What is it for?',
          choice({ information: 'Information', discussion: 'Discussion', decision: 'Decision' }),
        ),
        ask('NI3', 'Who leads it?', choiceFrom('people'), { need: 'may', hint: 'Left open, it is yours.' }),
        ask('NI4', 'How many minutes?', int(5, 180), { need: 'may' }),
        ask('NI5', 'Is a paper asked for?', yn),
      ],
    },
    {
      id: 'NI6',
      title: 'Who reads it, who decides',
      questions: [
        ask('NI6', 'Is it confidential?', yn, {
          hint: 'Then only the group’s members and whoever leads it read what it is about.',
        }),
        ask('NI7', 'Is it about one area?', choiceFrom('areas'), {
          need: 'may',
          when: fact('quorumByArea', 'yes'),
          hint: 'Then that area’s authority and police force must be there for it.',
        }),
        ask('NI8', 'Must every safeguarding partner agree?', yn, {
          when: all(is('NI2', 'decision'), fact('ofThePartners', 'yes')),
          source: '29.2',
        }),
      ],
    },
  ],
}

/** The paper the form is of: whoever may set the agenda of that group fills it. */
export const agendaPaper = {
  id: 'agenda',
  title: 'Agenda',
  forms: { [item.id]: item },
  entrances: { item: { form: item.id, may: 'meeting.item' } },
} as const

/** The group of a meeting: its subject's id begins with the group's. */
export function groupOfMeeting(p: Partnership, meeting: string, at: string): Group | undefined {
  return groupsAt(p, at)
    .filter(({ id }) => meeting.startsWith(`${id}-`))
    .toSorted((a, b) => b.id.length - a.id.length)[0]
}

/** What the form asks depends on the group: whether its quorum knows areas, and whether it is the partners' own. */
export function itemFacts(group: Group | undefined): Readonly<Record<string, string>> {
  return {
    quorumByArea: group?.quorum?.ofTheArea ? 'yes' : 'no',
    ofThePartners: group?.kind === 'strategic' || group?.kind === 'leads' ? 'yes' : 'no',
  }
}

/** The item as the form says it; whoever filled it leads it where nobody else does. */
export function itemIn(answers: Answers, by: string): Omit<ItemProposed, 'item'> {
  const { NI1, NI2, NI3, NI4, NI5, NI6, NI7, NI8 } = answers
  return {
    title: asText(NI1),
    purpose: asText(NI2) as Purpose,
    owner: asText(NI3) || by,
    ...(typeof NI4 === 'number' ? { minutes: NI4 } : {}),
    ...(asText(NI7) === '' ? {} : { area: asText(NI7) }),
    ...(NI5 === 'yes' ? { paper: true } : {}),
    ...(NI6 === 'yes' ? { confidential: true } : {}),
    ...(NI8 === 'yes' ? { unanimous: true } : {}),
  }
}

/** What a form may belong to: a procedure, whose courses it begins and moves; or a paper, which is carried out when it is submitted and leaves no course. */
import type { Answer, Answers, Objection } from '../forms/form.ts'
import type { Setting } from '../matter.ts'
import { agendaPaper, groupOfMeeting, itemFacts } from '../meetings/item-form.ts'
import {
  type About,
  type Entering,
  factsFor,
  knownOf,
  membership,
  objectionsIn,
  termsFor,
} from '../membership/paper.ts'
import type { Procedure } from '../procedures/engine/procedure.ts'
import { procedures } from '../procedures/index.ts'

/** As much of either as a sheet needs. */
export interface Paper extends Pick<Procedure, 'id' | 'forms' | 'formFacts'> {
  readonly entrances: Readonly<Record<string, Pick<Procedure['entrances'][string], 'form' | 'may'>>>
  /** What the world knows against an answer, of whoever the paper is about. */
  objections?(whose: Whose, question: string, value: Answer, answers: Answers): readonly Objection[]
  terms?(whose: Whose): Readonly<Record<string, string>>
  facts?(whose: Whose): Readonly<Record<string, string>>
  /** What the authority table is told of what it is about, where that decides who may fill it in. */
  aboutOf?(about: string, setting: Setting): Readonly<Record<string, string>>
}

export interface Whose {
  readonly setting: Setting
  readonly by: string
  /** Whom it is about. */
  readonly about?: string
}

const aboutOf = ({ about, by, setting: { at, partnership } }: Whose): About => ({
  partnership,
  at,
  by,
  ...(about === undefined ? {} : { person: about }),
})

const agenda: Paper = {
  ...agendaPaper,
  aboutOf: (meeting, { at, partnership }) => ({
    kind: 'meeting',
    group: groupOfMeeting(partnership, meeting, at)?.id ?? '',
  }),
  facts: ({ about = '', setting }) => itemFacts(groupOfMeeting(setting.partnership, about, setting.at)),
}

const people: Paper = {
  ...membership,
  objections: (whose, question, value, answers) => objectionsIn(aboutOf(whose), question, value, answers),
  terms: (whose) => termsFor(aboutOf(whose)),
  facts: (whose) => factsFor(aboutOf(whose)),
}

/** What a form of somebody begins with. */
export function peopleKnown(entrance: Entering, whose: Whose): Answers {
  return knownOf(membership.entrances[entrance].form, aboutOf(whose))
}

/** The paper of a name. Throws for one that nobody has written. */
export function paperOf(id: string): Paper {
  const paper = [people, agenda].find((one) => one.id === id) ?? procedures[id]
  if (paper === undefined) throw new Error(`there is no paper called ${id}: ${Object.keys(procedures).join(', ')}`)
  return paper
}

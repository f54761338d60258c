/**
 * A dispute between organisations (27.1): it is opened at the stage that has not been tried yet and goes up the partnership's ladder, with its owners and its
 * days, until it is settled. What it is about stays on the desk. Where a child is at immediate risk no stage is waited for; Muster is not the way to say so.
 */
import { answersOf, type Course } from '../engine/course.ts'
import { procedure, type Remark, type Stage } from '../engine/procedure.ts'
import { agenciesNamed, spa, supportTeam } from '../who.ts'
import { forms } from './forms.ts'
import { isSettled, type Ladder, ladder, referralOf, stageEvents, stageFacts, stageNow } from './ladder.ts'

/** Whoever raises it, and those they disagree with. */
export const partiesIn = (course: Course): readonly string[] => {
  const { YO2, YO3 } = answersOf(course, 'Y-open')
  return [...new Set([String(YO2 ?? ''), ...(Array.isArray(YO3) ? (YO3 as readonly string[]) : [])])]
}

const stages: Ladder = {
  name: 'stage',
  from: ({ about }) => Number(about.stage ?? '1'),
  opens: () => true,
  parties: (course) => agenciesNamed(course, partiesIn(course)),
}
const isOpen = (course: Course) => !isSettled(course, stages) && referralOf(course, stages) === undefined
/** It has come to the partners' own stage, to which immediate risk goes at once; from there on they read what it is about. */
export function isWithPartners(course: Course): boolean {
  const theirs = 1 + course.partnership.profile.disputes.stages.findIndex(({ owed }) => owed === 'slt-member')
  return stageNow(course, stages) >= theirs
}

export const dispute = procedure('dispute', {
  title: 'Dispute',
  source: '27.1, 27.2',
  numbered: 'DS',
  matter: 'dispute',
  forms,
  derives: stageEvents(() => stages),
  formFacts: (_form, _answers, _setting, { course }) => stageFacts(course, () => stages),

  entrances: {
    open: {
      form: 'Y-open',
      may: 'dispute.open',
      events: { disputed: 'now' },
      about: ({ YO4, YO5 }) => ({ subject: String(YO4 ?? ''), stage: String(YO5 ?? '1') }),
      tells: [stages.parties],
    },
  },

  steps: ladder(stages),

  moves: {
    risk: {
      says: 'A child is at immediate risk',
      may: 'dispute.move',
      form: 'Y-risk',
      when: (course) => isOpen(course) && !isWithPartners(course),
      does: (course) => [
        { kind: 'marked', data: { mark: 'risk', value: 'yes', reason: 'a child is said to be at immediate risk' } },
        { kind: 'event', data: { event: 'risk', at: course.at, reason: 'a child is said to be at immediate risk' } },
      ],
      tells: [spa, supportTeam],
    },
  },

  stages: [
    { id: 'SETTLED', says: 'Settled', holds: (course) => isSettled(course, stages), ends: true },
    {
      id: 'REFERRED',
      says: 'Taken to the Secretary of State',
      holds: (course) => referralOf(course, stages) === 'referred',
      ends: true,
    },
    {
      id: 'ENDED',
      says: 'Ended by resolution, without the Secretary of State',
      holds: (course) => referralOf(course, stages) === 'not-referred',
      ends: true,
    },
    ...Array.from({ length: 9 }, (_, n) => atStage(n + 1)),
    { id: 'OPEN', says: 'Open', holds: () => true },
  ],

  remarks: (course) => (course.marks.risk === 'yes' ? [immediateRisk(course)] : []),
})

function atStage(n: number): Stage {
  return { id: `STAGE_${n}`, says: `At stage ${n}`, holds: (course) => stageNow(course, stages) === n }
}

const immediateRisk = ({ partnership }: Course): Remark => ({
  tone: 'bad',
  text: partnership.profile.disputes.immediateRisk,
})

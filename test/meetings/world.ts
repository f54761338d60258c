/** A meeting of the fictional partnership, played fact by fact at given moments. */
import { isRefusal, type Refusal, type Result } from '../../src/kernel/result.ts'
import { type Instant, londonInstant } from '../../src/kernel/time.ts'
import type { Called, Unsigned } from '../../src/meetings/facts.ts'
import { type Meeting, meetingOf } from '../../src/meetings/meeting.ts'
import { reply } from '../../src/meetings/replies.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Fact, Subject } from '../../src/ports.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { demo } from '../partnership/demo.ts'

export const chscp = demo()

/** The first SLT of 2027, as on the wall planner: Thu 25 Feb, 14:00 to 16:00. */
export const slt: Called = { group: 'slt', starts: '2027-02-25T14:00', ends: '2027-02-25T16:00' }
export const executive: Called = { group: 'executive', starts: '2027-01-19T10:00', ends: '2027-01-19T12:30' }

/** Seats of the SLT, by whom they belong to. */
export const seat = {
  hackney: 'slt-hac/slt-member',
  city: 'slt-col/slt-member',
  nhs: 'slt-nhs/slt-member',
  met: 'slt-mps/slt-member',
  cityPolice: 'slt-clp/slt-member',
  icsc: 'icsc/icsc',
  spa: 'spa/spa',
}

/** A meeting that remembers what happened to it, and can be looked at whenever one likes. */
export class Played {
  readonly subject: Subject
  private readonly partnership: Partnership
  private readonly facts: Fact[] = []
  private now: Instant

  constructor(called: Called, { at = '2027-01-20T10:00', partnership = chscp } = {}) {
    this.partnership = partnership
    this.now = londonInstant(at)
    this.subject = {
      id: `${called.group}-${called.starts.slice(0, 10)}`,
      kind: 'meeting',
      title: called.group,
      profile: partnership.profile.id,
      open: true,
      createdAt: this.now,
      version: 1,
    }
    this.facts.push({ kind: 'called', at: this.now, by: 'bm', data: called })
  }

  /** The wall clock moves on, London time. */
  at(local: string): this {
    this.now = londonInstant(local)
    return this
  }

  get meeting(): Meeting {
    return this.in(this.partnership)
  }

  in(partnership: Partnership): Meeting {
    return meetingOf({ ...this.subject, version: this.facts.length }, this.facts, {
      partnership,
      calendar: safeguarding,
      at: this.now,
    })
  }

  /** Somebody does something that the core allows. */
  does(by: string, decided: Result<readonly Unsigned[]>): this {
    if (isRefusal(decided)) throw new Error(`${by} was refused: ${decided.code}: ${decided.sentence}`)
    for (const fact of decided) this.facts.push({ ...fact, at: this.now, by })
    return this
  }

  says(person: string, answer: 'attending' | 'apologies' | 'deputy', deputy?: string): this {
    return this.does(person, reply(this.meeting, { person, answer, ...(deputy === undefined ? {} : { deputy }) }))
  }
}

export function refusal(decided: Result<unknown>): Refusal {
  if (!isRefusal(decided)) throw new Error('nobody refused this')
  return decided
}

/** A motion of the fictional partnership, played fact by fact at given moments. */
import type { Unsigned, Vote, Worded } from '../../src/decisions/facts.ts'
import { type Motion, motionOf } from '../../src/decisions/motion.ts'
import { castVote } from '../../src/decisions/vote.ts'
import { isRefusal, type Refusal, type Result } from '../../src/kernel/result.ts'
import { type Instant, londonInstant } from '../../src/kernel/time.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Fact, Subject } from '../../src/ports.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { demo } from '../partnership/demo.ts'

export const chscp = demo()

export const closes = londonInstant('2027-03-05T17:00')
export const partnersOf = ['slt-hac', 'slt-col', 'slt-nhs', 'slt-mps', 'slt-clp'] as const

export class Put {
  readonly subject: Subject
  private partnership: Partnership
  private readonly facts: Fact[] = []
  private now: Instant

  constructor(worded: Partial<Worded> = {}, { at = '2027-02-22T10:00', partnership = chscp, opened = true } = {}) {
    this.partnership = partnership
    this.now = londonInstant(at)
    this.subject = {
      id: 'decision-2027-1',
      kind: 'motion',
      title: 'SLT decision 1 of 2027',
      profile: partnership.profile.id,
      open: true,
      createdAt: this.now,
      version: 1,
    }
    const data: Worded = {
      text: 'The risk register is reviewed every month',
      group: 'slt',
      rule: 'majority',
      closes,
      ...worded,
    }
    this.facts.push({ kind: 'worded', at: this.now, by: 'spa', data })
    if (opened) this.facts.push({ kind: 'opened', at: this.now, by: 'spa', data: { hash: this.motion.hash } })
  }

  at(local: string): this {
    this.now = londonInstant(local)
    return this
  }

  /** Somebody came or went. */
  with(partnership: Partnership): this {
    this.partnership = partnership
    return this
  }

  get motion(): Motion {
    const setting = { partnership: this.partnership, calendar: safeguarding, at: this.now }
    return motionOf({ ...this.subject, version: this.facts.length }, this.facts, setting)
  }

  tries(person: string, vote: Vote, more: { reason?: string; read?: string } = {}): Result<readonly Unsigned[]> {
    const reason = more.reason ?? (vote === 'object' ? 'The words need to change' : undefined)
    return castVote(this.motion, {
      person,
      vote,
      read: more.read ?? this.motion.hash,
      ...(reason === undefined ? {} : { reason }),
    })
  }

  does(by: string, decided: Result<readonly Unsigned[]>): this {
    if (isRefusal(decided)) throw new Error(`${by} was refused: ${decided.code}: ${decided.sentence}`)
    for (const fact of decided) this.facts.push({ ...fact, at: this.now, by })
    return this
  }

  says(person: string, vote: Vote): this {
    return this.does(person, this.tries(person, vote))
  }

  all(people: readonly string[], vote: Vote): this {
    for (const person of people) this.says(person, vote)
    return this
  }
}

export function refusal(decided: Result<unknown>): Refusal {
  if (!isRefusal(decided)) throw new Error('nobody refused this')
  return decided
}

/** An action of the fictional partnership, played fact by fact at given moments. */
import { type Action, actionOf } from '../../src/actions/action.ts'
import type { Agreed, Unsigned } from '../../src/actions/facts.ts'
import { isRefusal, type Refusal, type Result } from '../../src/kernel/result.ts'
import { type Instant, londonInstant } from '../../src/kernel/time.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Fact } from '../../src/ports.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { demo } from '../partnership/demo.ts'

export const chscp = demo()

export class Agreement {
  private partnership: Partnership = chscp
  private readonly facts: Fact[] = []
  private readonly id: string
  private now: Instant

  constructor(agreed: Partial<Agreed> = {}, { at = '2027-02-22T10:00', id = 'action-2027-1' } = {}) {
    this.id = id
    this.now = londonInstant(at)
    const data: Agreed = {
      what: 'Send the list of temporary addresses to the panel',
      owner: 'housing',
      agency: 'hackney-housing',
      due: '2027-06-30',
      group: 'slt',
      ...agreed,
    }
    this.facts.push({ kind: 'set', at: this.now, by: 'spa', data })
  }

  at(local: string): this {
    this.now = londonInstant(local)
    return this
  }

  with(partnership: Partnership): this {
    this.partnership = partnership
    return this
  }

  get action(): Action {
    const subject = {
      id: this.id,
      kind: 'action',
      title: 'Action 1 of 2027',
      profile: this.partnership.profile.id,
      open: true,
      createdAt: this.now,
      version: this.facts.length,
    }
    return actionOf(subject, this.facts, { partnership: this.partnership, calendar: safeguarding, at: this.now })
  }

  does(by: string, decided: Result<readonly Unsigned[]>): this {
    if (isRefusal(decided)) throw new Error(`${by} was refused: ${decided.code}: ${decided.sentence}`)
    for (const fact of decided) this.facts.push({ ...fact, at: this.now, by })
    return this
  }
}

export function refusal(decided: Result<unknown>): Refusal {
  if (!isRefusal(decided)) throw new Error('nobody refused this')
  return decided
}

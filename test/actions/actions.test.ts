/** What becomes of an action: a word every month, evidence that the group accepts, a hand-over with consent. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOverdue, openActionsOf, stageOf } from '../../src/actions/action.ts'
import { agesOf } from '../../src/actions/ages.ts'
import { accept, answerOffer, close, drop, offer, set, show, update } from '../../src/actions/do.ts'
import { agendaLines, filtered, overdueByAgency } from '../../src/actions/list.ts'
import { owedOf } from '../../src/actions/owed.ts'
import { demo } from '../partnership/demo.ts'
import { Agreement, chscp, refusal } from './world.ts'

const owed = (agreement: Agreement) =>
  owedOf(agreement.action).map(({ key, obligor, limit }) => [key, obligor.people.join(), limit?.limit])

describe('until it is done', () => {
  it('its owner owes the thing by its day, and a word every month', () => {
    const agreement = new Agreement()
    expect(owed(agreement)).toEqual([
      ['action', 'housing', '2027-06-30'],
      ['update', 'housing', '2027-03-22'],
    ])
    agreement.at('2027-03-20T09:00').does('housing', update(agreement.action, 'at-risk'))
    expect(owed(agreement)).toContainEqual(['update', 'housing', '2027-04-20'])
  })

  it('no word is asked for where the day itself comes first, and again once that has passed', () => {
    const agreement = new Agreement({ due: '2027-03-10' })
    expect(owed(agreement)).toEqual([['action', 'housing', '2027-03-10']])
    expect(owed(agreement.at('2027-03-11T09:00'))).toContainEqual(['update', 'housing', '2027-03-22'])
    expect(isOverdue(agreement.action)).toBe(true)
  })

  it('a second tap on last month’s card is answered, not obeyed', () => {
    const agreement = new Agreement()
    agreement.does('housing', close(agreement.action, { owed: 'update', outcome: 'on-track', by: 'housing', round: 1 }))
    expect(refusal(close(agreement.action, { owed: 'update', outcome: 'at-risk', by: 'housing', round: 1 })).code).toBe(
      'already-done',
    )
  })

  it('an owner who has left owes nothing: the support team must hand it on', () => {
    const left = demo([{ kind: 'person-left', at: '2027-03-01T09:00:00.000Z', person: 'housing' }])
    const [thing] = owedOf(new Agreement().with(left).at('2027-03-02T09:00').action)
    expect(thing?.obligor).toMatchObject({ people: ['bm', 'coord'], agency: 'hackney-housing' })
  })
})

describe('done', () => {
  it('asks for evidence, which the chair of the group that set it accepts', () => {
    const agreement = new Agreement()
    agreement.does('housing', update(agreement.action, 'done'))
    expect(owed(agreement).map(([key]) => key)).toEqual(['evidence'])
    agreement.does('housing', show(agreement.action, 'Housing board, item 4'))
    expect(owed(agreement)).toEqual([['accept', 'icsc', '2027-03-22']])
    agreement.does('icsc', accept(agreement.action, 'icsc'))
    expect(stageOf(agreement.action)).toBe('evidence-accepted')
    expect(owed(agreement)).toEqual([])
    expect(refusal(update(agreement.action, 'at-risk')).sentence).toContain(
      'The evidence was accepted by Marlowe Testwick',
    )
  })

  it('evidence that is not enough goes back to its owner', () => {
    const agreement = new Agreement()
    agreement.does('housing', show(agreement.action, 'Housing board, item 4'))
    agreement.does('icsc', accept(agreement.action, 'icsc', 'More evidence is asked for'))
    expect(stageOf(agreement.action)).toBe('on-track')
    expect(owed(agreement).map(([key]) => key)).toContain('action')
    agreement.does('housing', show(agreement.action, 'Housing board, item 9'))
    expect(owedOf(agreement.action)[0]).toMatchObject({ key: 'accept', round: 2 })
  })

  it('nobody accepts their own evidence: the vice-chair does when the chair owns the action', () => {
    const agreement = new Agreement({ owner: 'icsc', agency: 'independent' })
    agreement.does('icsc', show(agreement.action, 'The challenge log'))
    expect(owed(agreement)[0]?.[1]).toBe('slt-hac')
    expect(refusal(accept(agreement.action, 'icsc')).code).toBe('own-evidence')
  })

  it('without evidence nothing is accepted', () => {
    expect(refusal(accept(new Agreement().action, 'icsc')).code).toBe('no-evidence')
  })
})

describe('handing over', () => {
  it('stays with its owner until the other says yes, and then belongs to the other and their agency', () => {
    const agreement = new Agreement()
    agreement.does('housing', offer(agreement.action, 'probation'))
    expect(agreement.action.owner).toBe('housing')
    expect(refusal(answerOffer(agreement.action, 'hcvs', 'taken')).code).toBe('not-offered')
    agreement.does('probation', answerOffer(agreement.action, 'probation', 'taken'))
    expect(agreement.action).toMatchObject({ owner: 'probation', agency: 'probation' })
  })

  it('a no leaves everything as it was', () => {
    const agreement = new Agreement()
    agreement.does('housing', offer(agreement.action, 'probation'))
    agreement.does('probation', answerOffer(agreement.action, 'probation', 'refused'))
    expect(agreement.action.owner).toBe('housing')
    expect(owed(agreement).map(([key]) => key)).not.toContain('take')
  })

  it('to somebody unknown, to oneself, or of something dropped is refused', () => {
    const agreement = new Agreement()
    expect(refusal(offer(agreement.action, 'nobody')).code).toBe('no-person')
    expect(refusal(offer(agreement.action, 'housing')).code).toBe('same-owner')
    agreement.does('spa', drop(agreement.action, 'Overtaken by the new policy'))
    expect(refusal(offer(agreement.action, 'probation')).code).toBe('dropped')
  })
})

describe('setting', () => {
  const setting = { partnership: chscp, calendar: new Agreement().action.calendar, at: '2027-02-22T10:00:00.000Z' }
  const agreed = new Agreement().action.set

  it.each([
    ['for nobody', { owner: 'ghost' }, 'no-person'],
    ['by no group', { group: 'sltt' }, 'no-group'],
    ['for yesterday', { due: '2027-02-21' }, 'past'],
  ])('%s is refused', (_, wrong, code) => {
    expect(refusal(set(setting, { ...agreed, ...wrong })).code).toBe(code)
  })
})

describe('lists', () => {
  const at = '2027-06-01T09:00'
  const late = new Agreement({ due: '2027-03-31' }, { id: 'action-2027-1' }).at(at)
  const soon = new Agreement(
    { owner: 'slt-nhs', agency: 'nhs', due: '2027-07-01' },
    { id: 'action-2027-2', at: '2027-05-20T10:00' },
  ).at(at)
  const quality = new Agreement({ owner: 'housing', due: '2027-05-01', group: 'quality' }, { id: 'action-2027-3' }).at(
    at,
  )
  const done = new Agreement({}, { id: 'action-2027-4' })
  done.does('housing', show(done.action, 'Minutes')).does('icsc', accept(done.action, 'icsc')).at(at)
  const all = [soon, quality, late, done].map(({ action }) => action)
  const ids = (actions: readonly { subject: { id: string } }[]) =>
    actions.map(({ subject }) => subject.id.slice(-1)).join('')

  it('are what is open, soonest first; mine, overdue, all, a group’s or an agency’s', () => {
    expect(ids(filtered(all, undefined, 'housing'))).toBe('132')
    expect(ids(filtered(all, 'mine', 'slt-nhs'))).toBe('2')
    expect(ids(filtered(all, 'overdue', 'bm'))).toBe('13')
    expect(ids(filtered(all, 'quality', 'bm'))).toBe('3')
    expect(ids(filtered(all, 'nhs', 'bm'))).toBe('2')
    expect(filtered(all, 'all', 'bm')).toHaveLength(4)
  })

  it('go into the next agenda of the group that set them', () => {
    expect(ids(openActionsOf(all, 'slt'))).toBe('12')
    expect(agendaLines(all, 'slt')[0]?.says).toBe(
      '2027-1 (Gil Nullman, by Wed 31 Mar 2027, overdue, not started): Send the list of temporary addresses to the panel',
    )
  })

  it('say whose are overdue, agency by agency', () => {
    expect(overdueByAgency(all)).toEqual([
      { agency: 'Hackney Housing', overdue: 2, open: 2 },
      { agency: 'NHS', overdue: 0, open: 1 },
    ])
  })

  it('are drawn by age, with a sentence and a table that say the same', () => {
    const figure = agesOf(all, '2027-06-01T08:00:00.000Z')
    expect(figure.sentence).toBe('3 actions are open, 2 of them overdue; the oldest has been open for 99 days.')
    expect(figure.table.rows).toEqual([
      ['Under 1 month', '1', '0'],
      ['1 to 3 months', '0', '0'],
      ['3 to 6 months', '2', '2'],
      ['Over 6 months', '0', '0'],
    ])
    expect(figure.svg).toContain('2, 2 overdue')
    expect(agesOf([], '2027-06-01T08:00:00.000Z').sentence).toBe('No action is open.')
  })

  it('a picture counts every open action once, whatever its age', () => {
    const days = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(fc.array(days, { maxLength: 12 }), (ages) => {
        const actions = ages.map((age) => {
          const set = new Date(Date.UTC(2027, 0, 1) - age * 86_400_000).toISOString().slice(0, 10)
          return new Agreement({ due: '2027-12-31' }, { at: `${set}T10:00` }).at('2027-01-01T10:00').action
        })
        const { table } = agesOf(actions, '2027-01-01T10:00:00.000Z')
        expect(table.rows.reduce((sum, [, open]) => sum + Number(open), 0)).toBe(ages.length)
      }),
      { numRuns: 30 },
    )
  })
})

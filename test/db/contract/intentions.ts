import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { aCopy, aLine, anAlarm, at, juniper, later } from '../given.ts'

/** What must happen, and whether it has. */
export function intentionsContract(empty: () => Store): void {
  describe('alarms', () => {
    it('stay rung when the same plan is made again, and ring anew when the date has moved', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.alarms.put(anAlarm('T-2'))
        tx.alarms.rung('T-2', at, 'sent')
        tx.alarms.put(anAlarm('T-2'))
      })
      expect(store.read((tx) => tx.alarms.get('T-2'))).toMatchObject({ status: 'rung', rungAt: at, outcome: 'sent' })
      store.transaction((tx) => tx.alarms.put(anAlarm('T-2', later)))
      expect(store.read((tx) => tx.alarms.get('T-2'))).toStrictEqual({ ...anAlarm('T-2', later), status: 'waiting' })
    })

    it('are due from their moment on, soonest first, and not when cancelled', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.alarms.put(anAlarm('b', later))
        tx.alarms.put(anAlarm('a', at))
        tx.alarms.put(anAlarm('c', at))
        tx.alarms.put({ ...anAlarm('d', later), subject: 'digest' })
        tx.alarms.cancel('c')
        tx.alarms.cancel('never set')
      })
      store.read((tx) => {
        expect(tx.alarms.due(at).map((one) => one.key)).toEqual(['a'])
        expect(tx.alarms.due(later).map((one) => one.key)).toEqual(['a', 'b', 'd'])
        expect(tx.alarms.waiting(juniper.id).map((one) => one.key)).toEqual(['a', 'b'])
        expect(tx.alarms.get('c')?.status).toBe('cancelled')
      })
      expect(() => store.transaction((tx) => tx.alarms.rung('never set', at, 'sent'))).toThrow('no alarm never set')
    })
  })

  describe('the outbox', () => {
    it('takes a line once, however often the work is retried', () => {
      const store = empty()
      const [first, again] = store.transaction((tx) => [
        tx.outbox.add(aLine('rr/T-2/housing')),
        tx.outbox.add(aLine('rr/T-2/housing', { id: 'out_other' })),
      ])
      expect([first, again]).toEqual([true, false])
      expect(store.read((tx) => tx.outbox.waiting(at).map((line) => line.id))).toEqual(['out_rr/T-2/housing'])
    })

    it('waits until a line may go, in order, as many as are asked for', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.outbox.add(aLine('morning', { notBefore: later }))
        tx.outbox.add(aLine('now'))
        tx.outbox.add(aLine('now too'))
      })
      store.read((tx) => {
        expect(tx.outbox.waiting(at).map((line) => line.key)).toEqual(['now', 'now too'])
        expect(tx.outbox.waiting(later).map((line) => line.key)).toEqual(['now', 'now too', 'morning'])
        expect(tx.outbox.waiting(later, 1).map((line) => line.key)).toEqual(['now'])
      })
    })

    it('gives a line back as it was written, and says what became of it', () => {
      const store = empty()
      const line = aLine('invite', {
        to: { place: { platform: 'teams', tenant: 'T', conversation: '19:x', kind: 'channel' } },
        content: { message: { summary: 'A meeting', sensitivity: 'group', blocks: [] } },
        unlessDone: { subject: juniper.id, owed: 'returns/housing', person: 'p-housing' },
        statutory: true,
        attachments: [{ name: 'invite.ics', type: 'text/calendar', base64: 'QkVHSU4=' }],
      })
      store.transaction((tx) => {
        tx.outbox.add(line)
        tx.outbox.attempted(line.id)
        tx.outbox.attempted(line.id)
      })
      expect(store.read((tx) => tx.outbox.get(line.id))).toStrictEqual({ ...line, status: 'waiting', attempts: 2 })
      store.transaction((tx) => tx.outbox.mark(line.id, 'sent', later, 'teams'))
      expect(store.read((tx) => tx.outbox.get(line.id))).toMatchObject({
        status: 'sent',
        doneAt: later,
        outcome: 'teams',
      })
      expect(store.read((tx) => tx.outbox.waiting(later))).toEqual([])
    })

    it('answers who was told what: by matter, and by person, newest first', () => {
      const store = empty()
      const words = { message: { summary: 'Thank you', sensitivity: 'person', blocks: [] } } as const
      store.transaction((tx) => {
        tx.outbox.add(aLine('card'))
        tx.outbox.add(aLine('words', { content: words }))
        tx.outbox.add(aLine('reminder', { content: words, unlessDone: { subject: juniper.id, owed: 'draft' } }))
        tx.outbox.add(aLine('other', { to: { group: 'slt' }, content: { card: 'case', subject: 'rr-2026-02' } }))
      })
      store.read((tx) => {
        expect(tx.outbox.about(juniper.id).map((line) => line.key)).toEqual(['reminder', 'card'])
        expect(tx.outbox.about('p-housing').map((line) => line.key)).toEqual(['reminder', 'words', 'card'])
      })
    })
  })

  describe('live copies', () => {
    it('keeps a subject stale until what was drawn shows its last change', () => {
      const store = empty()
      store.transaction((tx) => tx.copies.touch(juniper.id))
      const drawing = store.read((tx) => tx.copies.touched(juniper.id))
      store.transaction((tx) => tx.copies.touch(juniper.id)) // a press, while the cards are on their way
      store.transaction((tx) => tx.copies.settled(juniper.id, drawing))
      expect(store.read((tx) => tx.copies.stale())).toEqual([juniper.id])
      store.transaction((tx) => tx.copies.settled(juniper.id))
      expect(store.read((tx) => tx.copies.stale())).toEqual([])
    })

    it('finds the copy that was pressed; a card drawn in its place takes over; a retired one is gone', () => {
      const store = empty()
      const copy = aCopy('m1', { viewer: 'p-chair', input: { page: '2' } })
      const successor = aCopy('m2', { card: 'motion', posted: { ...copy.posted, reach: '{"a":1}' } })
      store.transaction((tx) => tx.copies.add(copy))
      expect(store.read((tx) => tx.copies.at(copy.posted))).toStrictEqual(copy)
      store.transaction((tx) => tx.copies.add(successor))
      expect(store.read((tx) => tx.copies.of(juniper.id))).toStrictEqual([successor])
      store.transaction((tx) => tx.copies.redrawn('m2', 'hash-2', later))
      expect(store.read((tx) => tx.copies.at(copy.posted))).toMatchObject({ drawn: 'hash-2', at: later })
      store.transaction((tx) => tx.copies.retire('m2'))
      expect(store.read((tx) => tx.copies.at(copy.posted))).toBeUndefined()
    })

    it('that must leave is drawn no more, is told of by its run until it has left, and then only counted', () => {
      const store = empty()
      const [one, two, three] = [aCopy('m1', { viewer: 'p-chair' }), aCopy('m2', { viewer: 'p-chair' }), aCopy('m3')]
      store.transaction((tx) => {
        for (const copy of [one, two, three]) tx.copies.add(copy)
        for (const { id } of [one, two]) tx.copies.leave(id, 'retention/2027-02-01')
      })
      store.read((tx) => {
        expect(tx.copies.of(juniper.id)).toStrictEqual([three])
        expect(tx.copies.shownTo('p-chair')).toEqual([])
        expect(tx.copies.at(one.posted)).toMatchObject({ leaving: 'retention/2027-02-01' })
        expect(tx.copies.leaving('retention/2027-02-01').map(({ id }) => id)).toEqual(['m1', 'm2'])
      })
      store.transaction((tx) => {
        tx.copies.left('m1', 'deleted', at)
        tx.copies.left('m2', 'stands', later)
      })
      store.read((tx) => {
        expect(tx.copies.at(one.posted)).toBeUndefined()
        expect(tx.copies.leaving('retention/2027-02-01')).toEqual([])
        expect(tx.copies.removed()).toEqual(
          expect.arrayContaining([
            { run: 'retention/2027-02-01', platform: 'slack', how: 'deleted', count: 1 },
            { run: 'retention/2027-02-01', platform: 'slack', how: 'stands', viewer: 'p-chair', count: 1 },
          ]),
        )
      })
      store.transaction((tx) => tx.copies.forgetRemoved(later))
      expect(store.read((tx) => tx.copies.removed())).toMatchObject([{ how: 'stands' }])
    })

    it('has outlived its time once it was drawn long ago, its subject is no longer open, and nothing takes it away yet', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.subjects.add(juniper)
        tx.copies.add(aCopy('open'))
        tx.copies.add(aCopy('said', { card: 'said', subject: 'out_said' }))
        tx.copies.add(aCopy('fresh', { card: 'said', subject: 'out_fresh', at: later }))
      })
      const outlived = () => store.read((tx) => tx.copies.outlived(later).map(({ id }) => id))
      expect(outlived()).toEqual(['said'])
      store.transaction((tx) => tx.subjects.amend(juniper.id, { open: false }))
      expect(outlived().toSorted()).toEqual(['open', 'said'])
      store.transaction((tx) => tx.copies.leave('said', 'retention/2027-02-01'))
      expect(outlived()).toEqual(['open'])
    })

    it('of an answer is kept, but is never the one that was pressed', () => {
      const store = empty()
      const answer = aCopy('m1', { card: 'answer', subject: 'answer/p-chair', viewer: 'p-chair' })
      store.transaction((tx) => tx.copies.add(answer))
      expect(store.read((tx) => [tx.copies.at(answer.posted), tx.copies.shownTo('p-chair').length])).toEqual([
        undefined,
        1,
      ])
    })
  })
}

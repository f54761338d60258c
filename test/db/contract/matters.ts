import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { at, juniper, later } from '../given.ts'

/** What is known about a matter. */
export function mattersContract(empty: () => Store): void {
  describe('subjects and their facts', () => {
    it('counts a subject’s facts as its version, and gives them back in order as they were', () => {
      const store = empty()
      const notified = { kind: 'notified', at, by: 'p-spa', as: 'spa', data: { route: 'la', harm: ['serious'] } }
      const scoped = { kind: 'scoped', at, by: 'muster', data: {} }
      const versions = store.transaction((tx) => {
        tx.subjects.add(juniper)
        return [tx.subjects.append(juniper.id, notified), tx.subjects.append(juniper.id, scoped)]
      })
      expect(versions).toEqual([1, 2])
      store.read((tx) => {
        expect(tx.subjects.get(juniper.id)).toEqual({ ...juniper, version: 2 })
        expect(tx.subjects.facts(juniper.id)).toStrictEqual([notified, scoped])
      })
    })

    it('lists open ones oldest first, and in the order of adding when the clock says the same', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.subjects.add({ ...juniper, id: 'late', createdAt: later })
        tx.subjects.add({ ...juniper, id: 'z-first' })
        tx.subjects.add({ ...juniper, id: 'a-second' })
        tx.subjects.add({ ...juniper, id: 'm-action', kind: 'action' })
        tx.subjects.amend('z-first', { open: false })
        tx.subjects.amend('a-second', { title: 'KELP' })
      })
      store.read((tx) => {
        expect(tx.subjects.open('rapid-review').map((one) => one.id)).toEqual(['a-second', 'late'])
        expect(tx.subjects.open().map((one) => one.id)).toEqual(['a-second', 'm-action', 'late'])
        expect(tx.subjects.all('rapid-review').map((one) => one.id)).toEqual(['z-first', 'a-second', 'late'])
        expect(tx.subjects.get('a-second')).toMatchObject({ title: 'KELP', open: true })
      })
    })

    it('throws on a subject nobody added', () => {
      const store = empty()
      const fact = { kind: 'notified', at, by: 'p', data: {} }
      expect(() => store.transaction((tx) => tx.subjects.append('nobody', fact))).toThrow('no subject nobody')
      expect(() => store.transaction((tx) => tx.subjects.amend('nobody', { open: false }))).toThrow('no subject nobody')
    })
  })

  describe('drafts', () => {
    const draft = {
      id: 'draft_1',
      form: 'agency-return',
      subject: juniper.id,
      owed: 'returns/housing',
      startedBy: 'p-housing',
      startedAt: at,
      status: 'open',
    } as const

    it('allows one open draft per owed thing, and another once that is submitted', () => {
      const store = empty()
      store.transaction((tx) => tx.drafts.add(draft))
      expect(() => store.transaction((tx) => tx.drafts.add({ ...draft, id: 'draft_2' }))).toThrow()
      store.transaction((tx) => {
        tx.drafts.amend('draft_1', { status: 'submitted' })
        tx.drafts.add({ ...draft, id: 'draft_2', amends: 'draft_1' })
      })
      store.read((tx) => {
        expect(tx.drafts.openFor(juniper.id, 'agency-return', 'returns/housing')?.id).toBe('draft_2')
        expect(tx.drafts.of(juniper.id).map((one) => [one.id, one.status])).toEqual([
          ['draft_1', 'submitted'],
          ['draft_2', 'open'],
        ])
        expect(tx.drafts.get('draft_1')).toStrictEqual({ ...draft, status: 'submitted' })
      })
    })

    it('keeps the last answer to each question, whatever its type', () => {
      const store = empty()
      const saved = [
        { question: 'A1', value: 'yes', sealed: false, by: 'p-housing', at: later },
        { question: 'A2', value: ['a', 'b'], sealed: false, by: 'p-housing', at },
        { question: 'A3', value: false, sealed: false, by: 'p-housing', at },
        { question: 'A4', value: null, sealed: true, by: 'p-housing', at },
        { question: 'A5', value: [{ when: '2026-12-01', hours: 2 }], sealed: false, by: 'p-housing', at },
      ]
      store.transaction((tx) => {
        tx.drafts.add(draft)
        tx.drafts.save('draft_1', { question: 'A1', value: 'no', sealed: false, by: 'p-spa', at })
        for (const answer of saved) tx.drafts.save('draft_1', answer)
      })
      expect(store.read((tx) => tx.drafts.answers('draft_1'))).toStrictEqual(saved)
    })

    it('will not hold words beside a seal', () => {
      const store = empty()
      const leak = { question: 'A4', value: 'her story', sealed: true, by: 'p-housing', at }
      const save = () =>
        store.transaction((tx) => {
          tx.drafts.add(draft)
          tx.drafts.save('draft_1', leak)
        })
      expect(save).toThrow('sealed')
    })
  })

  describe('the journal', () => {
    it('numbers and chains what is appended, page by page and by subject', () => {
      const store = empty()
      const entry = (verb: string, subject?: string) => ({
        at,
        by: 'p-spa',
        verb,
        subject,
        detail: { b: 1, a: [true] },
      })
      const written = store.transaction((tx) => [
        tx.journal.append(entry('sign-in')),
        tx.journal.append({ ...entry('case.open', juniper.id), as: 'spa' }),
        tx.journal.append(entry('case.scope', juniper.id)),
      ])
      store.read((tx) => {
        expect(tx.journal.from(2, 1)).toEqual([written[1]])
        expect(tx.journal.of(juniper.id)).toEqual(written.slice(1))
        expect(tx.journal.head()).toEqual({ n: 3, hash: written[2]?.hash })
        expect(tx.journal.from(3, 10)[0]?.before).toBe(written[1]?.hash)
      })
    })
  })

  describe('the vault’s shelf', () => {
    it('gives back what was sealed last, and nothing where nothing was', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.vault.seal(juniper.id, 'draft_1/A1', 'first words')
        tx.vault.seal(juniper.id, 'draft_1/A1', ['second', 'words'])
      })
      store.read((tx) => {
        expect(tx.vault.open(juniper.id, 'draft_1/A1')).toEqual(['second', 'words'])
        expect(tx.vault.open(juniper.id, 'draft_1/A2')).toBeUndefined()
        expect(tx.vault.open('rr-2026-02', 'draft_1/A1')).toBeUndefined()
        expect(tx.vault.has(juniper.id, 'draft_1/A1')).toBe(true)
      })
    })

    it('never opens what was shredded, nor seals anything more for that subject; others stay', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.vault.seal(juniper.id, 'draft_1/A1', 'words')
        tx.vault.seal('rr-2026-02', 'draft_2/A1', 'other words')
      })
      store.transaction((tx) => tx.vault.shred(juniper.id))
      expect(() => store.read((tx) => tx.vault.open(juniper.id, 'draft_1/A1'))).toThrow('destroyed')
      expect(() => store.transaction((tx) => tx.vault.seal(juniper.id, 'draft_1/A2', 'more'))).toThrow('destroyed')
      expect(store.read((tx) => tx.vault.open('rr-2026-02', 'draft_2/A1'))).toBe('other words')
    })
  })
}

import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { aLine, anAlarm, at, juniper, later } from '../given.ts'

/** One press, one transaction. */
export function pressesContract(empty: () => Store): void {
  describe('all or nothing', () => {
    it('keeps nothing of a press that fails halfway', () => {
      const store = empty()
      store.transaction((tx) => tx.subjects.add(juniper))

      const press = () =>
        store.transaction((tx) => {
          tx.subjects.append(juniper.id, { kind: 'scoped', at, by: 'p-spa', data: {} })
          tx.journal.append({ at, by: 'p-spa', verb: 'case.scope', subject: juniper.id, detail: {} })
          tx.outbox.add(aLine('scope/housing'))
          tx.alarms.put(anAlarm('scope/T-2'))
          tx.vault.seal(juniper.id, 'draft_1/A1', 'words')
          throw new Error('the lights went out')
        })

      expect(press).toThrow('the lights went out')
      store.read((tx) => {
        expect(tx.subjects.get(juniper.id)).toEqual({ ...juniper, version: 0 })
        expect(tx.subjects.facts(juniper.id)).toEqual([])
        expect(tx.journal.head().n).toBe(0)
        expect(tx.outbox.waiting(later)).toEqual([])
        expect(tx.alarms.waiting()).toEqual([])
        expect(tx.vault.has(juniper.id, 'draft_1/A1')).toBe(false)
      })
    })

    it('forgets what it read of a press that failed: the next fact takes its place', () => {
      const store = empty()
      const fact = (kind: string) => ({ kind, at, by: 'p-spa', data: {} })
      const told = () => store.read((tx) => tx.subjects.facts(juniper.id).map(({ kind }) => kind))
      store.transaction((tx) => {
        tx.subjects.add(juniper)
        tx.subjects.append(juniper.id, fact('opened'))
      })
      expect(told()).toEqual(['opened'])
      const press = () =>
        store.transaction((tx) => {
          tx.subjects.append(juniper.id, fact('scoped'))
          expect(tx.subjects.facts(juniper.id)).toHaveLength(2)
          throw new Error('the lights went out')
        })
      expect(press).toThrow('the lights went out')

      store.transaction((tx) => tx.subjects.append(juniper.id, fact('withdrawn')))
      expect(told()).toEqual(['opened', 'withdrawn'])
    })

    it('refuses a transaction inside another, and the outer one can still be kept', () => {
      const store = empty()
      store.transaction((tx) => {
        tx.settings.set('profile', 'wt2018-chscp')
        expect(() => store.transaction(() => 1)).toThrow('already under way')
        expect(() => store.read(() => 1)).toThrow('already under way')
      })
      expect(store.read((tx) => tx.settings.get('profile'))).toBe('wt2018-chscp')
    })

    it('refuses work that waits, keeps nothing of it, and lets its continuation write nothing', async () => {
      const store = empty()
      let ended: unknown
      const waiting = async (tx: Parameters<Parameters<Store['transaction']>[0]>[0]) => {
        tx.settings.set('before', 'the wait')
        await Promise.resolve()
        try {
          tx.settings.set('after', 'the wait')
        } catch (problem) {
          ended = problem
        }
      }
      // @ts-expect-error the types refuse it first
      expect(() => store.transaction(waiting)).toThrow('returned a promise')
      await new Promise((resolve) => setImmediate(resolve))

      expect(String(ended)).toContain('after its transaction had ended')
      expect(store.read((tx) => [tx.settings.get('before'), tx.settings.get('after')])).toEqual([undefined, undefined])
    })

    it('notices a write where only reading was meant', () => {
      const store = empty()
      expect(() => store.read((tx) => tx.settings.set('profile', 'other'))).toThrow('only reading')
      expect(store.read((tx) => tx.settings.get('profile'))).toBeUndefined()
    })
  })
}

import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { at, later } from '../given.ts'

/** Who comes in, and what has come in before. */
export function peopleContract(empty: () => Store): void {
  describe('doors, links and events', () => {
    const door = { platform: 'slack', tenant: 'T1', user: 'U7' } as const
    const known = { ...door, person: 'p-chair', how: 'email', since: at, lastUsed: at } as const

    it('knows one person behind several doors, and forgets a door that was closed', () => {
      const store = empty()
      const teams = { ...known, platform: 'teams', reach: '{}', since: later } as const
      store.transaction((tx) => {
        tx.doors.put(known)
        tx.doors.put(teams)
        tx.doors.put({ ...known, lastUsed: later })
      })
      expect(store.read((tx) => tx.doors.of('p-chair'))).toStrictEqual([{ ...known, lastUsed: later }, teams])
      store.transaction((tx) => tx.doors.remove(door))
      store.read((tx) => {
        expect(tx.doors.find(door)).toBeUndefined()
        expect(tx.doors.find({ ...door, platform: 'teams' })?.person).toBe('p-chair')
      })
    })

    it('has one channel a group on each platform; binding again moves it', () => {
      const store = empty()
      const slack = { platform: 'slack', tenant: 'T1', conversation: 'C1', kind: 'channel' } as const
      const teams = { platform: 'teams', tenant: 'M1', conversation: '19:a', kind: 'channel', reach: '{}' } as const
      store.transaction((tx) => {
        tx.doors.bind('slt', { ...slack, conversation: 'C0' })
        tx.doors.bind('slt', slack)
        tx.doors.bind('slt', teams)
      })
      store.read((tx) => {
        expect(tx.doors.channels('slt')).toStrictEqual([slack, teams])
        expect(tx.doors.groupAt({ ...slack, conversation: 'C0' })).toBeUndefined()
        expect(tx.doors.groupAt(teams)).toBe('slt')
      })
      store.transaction((tx) => tx.doors.bind('executive', slack))
      store.read((tx) => {
        expect(tx.doors.groupAt(slack)).toBe('executive')
        expect(tx.doors.channels('slt')).toStrictEqual([teams])
      })
    })

    it('remembers when a link was first spent, and ends a leaver’s links', () => {
      const store = empty()
      const desk = { purpose: 'desk', person: 'p-chair', target: 'rr-2026-01', expiresAt: later, once: true } as const
      store.transaction((tx) => {
        tx.links.add({ ...desk, hash: 'h1' })
        tx.links.add({ ...desk, hash: 'h2', purpose: 'session', once: false })
        tx.links.add({ ...desk, hash: 'h3', person: 'p-spa', expiresAt: at })
        tx.links.spend('h1', at)
        tx.links.spend('h1', later)
      })
      expect(store.read((tx) => tx.links.find('h1'))).toStrictEqual({ ...desk, hash: 'h1', spentAt: at })
      const left = () => store.read((tx) => ['h1', 'h2', 'h3'].filter((hash) => tx.links.find(hash) !== undefined))
      store.transaction((tx) => tx.links.revoke('p-chair', 'session'))
      expect(left()).toEqual(['h1', 'h3'])
      store.transaction((tx) => tx.links.revoke('p-chair'))
      expect(left()).toEqual(['h3'])
      store.transaction((tx) => tx.links.forgetBefore(later))
      expect(left()).toEqual([])
      expect(() => store.transaction((tx) => tx.links.spend('h1', at))).toThrow('no such link')
    })

    it('tells a first event from the platform’s retry of it', () => {
      const store = empty()
      const show = (id: string, when = at) => store.transaction((tx) => tx.seen.first(id, when))
      expect([show('slack/Ev1'), show('slack/Ev1', later), show('slack/Ev2')]).toEqual([true, false, true])
      store.transaction((tx) => tx.seen.forgetBefore(later))
      expect(show('slack/Ev1')).toBe(true)
    })

    it('takes an event whose press was undone for a new one when it comes again', () => {
      const store = empty()
      const fails = () =>
        store.transaction((tx) => {
          tx.seen.first('slack/Ev1', at)
          throw new Error('the lights went out')
        })
      expect(fails).toThrow('the lights went out')
      expect(store.transaction((tx) => tx.seen.first('slack/Ev1', at))).toBe(true)
      expect(store.transaction((tx) => tx.seen.first('slack/Ev1', at))).toBe(false)
    })

    it('knows whether a transaction has written anything yet', () => {
      const store = empty()
      const looked = store.transaction((tx) => {
        tx.seen.first('slack/Ev1', at)
        tx.settings.get('paused')
        return tx.changed()
      })
      const wrote = store.transaction((tx) => {
        tx.settings.set('paused', 'no')
        return tx.changed()
      })
      expect([looked, wrote]).toEqual([false, true])
    })

    it('remembers a setting until it is set again', () => {
      const store = empty()
      store.transaction((tx) => tx.settings.set('paused', 'no'))
      store.transaction((tx) => tx.settings.set('paused', 'yes'))
      expect(store.read((tx) => [tx.settings.get('paused'), tx.settings.get('unheard of')])).toEqual(['yes', undefined])
    })
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { check } from '../../db/check.ts'
import { inspect } from '../../src/record/journal.ts'
import { aLine, anAlarm, at, juniper, later } from './given.ts'
import { aFile, aStore } from './stores.ts'

/** Presses in a process of its own, kills it without warning after so many, and gives the last press it said was kept. */
async function killedAfter(presses: number, file: string): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'presses.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  let last = 0
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    // No break: what it still managed to say before it died was promised, too.
    if (last === presses) child.kill('SIGKILL')
  }
  await gone
  return last
}

describe('a process that is killed while people press', () => {
  it.each([1, 40, 150])('has kept all it said it had, after %i presses, and no half of a press', async (presses) => {
    const file = aFile()
    const promised = await killedAfter(presses, file)
    expect(promised).toBeGreaterThanOrEqual(presses)

    const store = aStore({ file })
    store.read((tx) => {
      const kept = tx.subjects.get(juniper.id)?.version ?? 0
      expect(kept === promised || kept === promised + 1).toBe(true)
      expect(tx.subjects.facts(juniper.id)).toHaveLength(kept)
      expect(tx.journal.of(juniper.id)).toHaveLength(kept)
      expect(tx.outbox.waiting(at)).toHaveLength(kept)
      expect(tx.alarms.due(at)).toHaveLength(kept)
      expect(tx.vault.open(juniper.id, `press/${kept}`)).toBe(`words ${kept}`)
      expect(inspect(tx.journal)).toMatchObject({ ok: true, entries: kept })
      // Killed between commit and send: the cards are still known to be stale, and the messages still wait.
      expect(tx.copies.stale()).toEqual([juniper.id])
    })
    expect(check(file)).toEqual({ ok: true })
  })
})

describe('a file that is opened again', () => {
  it('still knows what waits, what rang, what is stale and what has been seen', () => {
    const file = aFile()
    const store = aStore({ file })
    store.transaction((tx) => {
      tx.subjects.add(juniper)
      tx.outbox.add(aLine('waits'))
      tx.outbox.add(aLine('went'))
      tx.outbox.mark('out_went', 'sent', at, 'slack')
      tx.alarms.put(anAlarm('rang'))
      tx.alarms.rung('rang', at, 'sent')
      tx.copies.touch(juniper.id)
      tx.seen.first('slack/Ev1', at)
    })
    store.close()

    aStore({ file }).transaction((tx) => {
      expect(tx.outbox.waiting(later).map((line) => line.key)).toEqual(['waits'])
      expect(tx.alarms.waiting()).toEqual([])
      expect(tx.copies.stale()).toEqual([juniper.id])
      expect(tx.seen.first('slack/Ev1', later)).toBe(false)
    })
  })

  it('knows what was changed by an event, and answers again what only looked', () => {
    const file = aFile()
    const store = aStore({ file })
    const show = (open: typeof store, id: string) => open.transaction((tx) => tx.seen.first(id, at))
    store.transaction((tx) => {
      tx.seen.first('slack/press', at)
      tx.settings.set('paused', 'yes')
    })
    expect([show(store, 'slack/look'), show(store, 'slack/look')]).toEqual([true, false])
    store.close()

    const again = aStore({ file })
    expect([show(again, 'slack/press'), show(again, 'slack/look')]).toEqual([false, true])
  })

  it('serves two processes in turn: the second sees what the first has committed', () => {
    const file = aFile()
    const [service, commandLine] = [aStore({ file }), aStore({ file })]
    const entry = (by: string) => ({ at, by, verb: 'case.step', detail: {} })
    service.transaction((tx) => tx.journal.append(entry('p-spa')))
    commandLine.transaction((tx) => tx.journal.append(entry('p-admin')))
    service.transaction((tx) => tx.journal.append(entry('p-spa')))
    expect(commandLine.read((tx) => inspect(tx.journal))).toMatchObject({ ok: true, entries: 3 })
  })
})

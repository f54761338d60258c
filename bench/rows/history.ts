/** Whether a press stays as fast as it was: on a case that has gone on for long, and in a file that has. */
import { randomUUID } from 'node:crypto'
import type { Fact, Tx } from '../../src/ports.ts'
import { accountOf, prepare } from '../kit/muster.ts'
import { press, steadily } from '../kit/person.ts'
import type { Program } from '../kit/program.ts'
import { median, type Row, rowOf } from '../kit/row.ts'
import { onStage } from '../kit/stage.ts'
import { NOW, openCase, openWorld, type World } from '../kit/world.ts'

const WHO = accountOf('spa')
/** For all three houses together. */
const PER_SECOND = 90
const STEPS = 200
const YEARS = 10
/** What one partnership holds in a year (DOMAIN 9.2), and what happens to a meeting in its life: called, replies, agenda, attendance, minutes. */
const MEETINGS_A_YEAR = 45
const FACTS_A_MEETING = 20

export function history({ rounds = 5, seconds = 5, partnerships = 150 } = {}): Promise<Row[]> {
  return onStage(0, async ({ slack, file, peer }) => {
    const { [WHO]: channel = '' } = await slack.channels()
    const houses: { id: string; program: Program; waits: number[] }[] = []
    for (const [name, age] of [
      ['fresh', () => {}],
      ['long', (world: World, id: string) => lived(world, id)],
      ['full', (world: World) => meetings(world, partnerships)],
    ] as const) {
      prepare(file(name))
      const world = openWorld(file(name))
      const id = openCase(world)
      age(world, id)
      world.store.close()
      houses.push({ id, program: await peer('house', { FILE: file(name) }), waits: [] })
    }
    try {
      for (let round = 0; round <= rounds; round++) {
        // They take turns press by press, so that whatever else the machine does meets them all.
        const made = await steadily(PER_SECOND, PER_SECOND * seconds, (index) => {
          const { id, program } = houses[index % houses.length]!
          return press(program.address, { user: WHO, channel, verb: 'matter.see', subject: id, trigger: randomUUID() })
        })
        for (const [turn, { waits }] of houses.entries()) {
          waits.push(median(made.filter((_, index) => index % houses.length === turn)))
        }
      }
    } finally {
      for (const { program } of houses) await program.stop()
    }
    const [fresh = [], long = [], full = []] = houses.map(({ waits }) => waits.slice(1))
    const against = { goal: 1.1, peer: fresh, unit: 'ms' }
    return [
      rowOf({
        ...against,
        name: `press on a case card with ${STEPS} steps and ${YEARS} years of history, p50`,
        ours: long,
        dominates: 'drawing the card',
      }),
      rowOf({
        ...against,
        name: `press in a file with ${YEARS} years' meetings of ${partnerships} partnerships, p50`,
        ours: full,
        dominates: 'drawing the card',
      }),
    ]
  })
}

/** The case goes round until it has so many steps behind it; the partnership around it has had ten years of reviews and meetings. */
function lived(world: World, id: string): void {
  world.store.transaction((tx) => {
    const first = tx.subjects.facts(id)
    const safety = (round: number): Fact => ({
      kind: 'closed',
      at: NOW,
      by: 'spa',
      as: 'spa',
      data: { owed: 'safety', round, outcome: 'recorded' },
    })
    for (let step = first.length; step < STEPS; step++) add(tx, id, safety(step))
    for (let old = 0; old < YEARS * 6; old++) {
      const subject = `rr-${2016 + Math.floor(old / 6)}-${old}`
      begin(tx, subject, 'case')
      for (let step = 0; step < STEPS; step++) add(tx, subject, { ...safety(step), at: NOW })
    }
  })
  meetings(world, 1)
}

function meetings({ store }: World, partnerships: number): void {
  for (let one = 0; one < partnerships; one++) {
    store.transaction((tx) => {
      for (let meeting = 0; meeting < YEARS * MEETINGS_A_YEAR; meeting++) {
        const subject = `meeting-${one}-${meeting}`
        begin(tx, subject, 'meeting')
        for (let fact = 0; fact < FACTS_A_MEETING; fact++) {
          const data = { seat: `seat-${fact}`, person: 'bm', answer: 'attending' }
          tx.subjects.append(subject, { kind: 'replied', at: NOW, by: 'bm', data })
        }
        tx.journal.append({ at: NOW, by: 'bm', verb: 'meeting.call', subject, detail: {} })
      }
    })
  }
}

/** Long finished: found again whenever somebody asks, and in nobody's way. */
function begin(tx: Tx, id: string, kind: string): void {
  tx.subjects.add({ id, kind, title: id, profile: 'wt2018-chscp', open: false, createdAt: NOW })
}

function add(tx: Tx, id: string, fact: Fact): void {
  tx.subjects.append(id, fact)
  tx.journal.append({ at: NOW, by: fact.by, verb: 'owed.do', subject: id, detail: {} })
}

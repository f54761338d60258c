/**
 * Whatever people press, type, send twice, send late or make up, in whatever order, on whichever platform: the house never throws, its record stays
 * whole, and nothing the law sets a clock for is left without a reminder to come or a word said.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMatters } from '../../src/app/digest.ts'
import { callsFor } from '../../src/chasing/ladder.ts'
import { roundKey } from '../../src/chasing/owed.ts'
import type { Intent, Platform, Reply } from '../../src/chat/intent.ts'
import { dateOf, minutesAfter, timeOf } from '../../src/kernel/time.ts'
import { inspectRecord } from '../../src/record/pins.ts'
import { buttonsOf } from '../stories/house.ts'
import { aReview, type House, nilReturn, notification, RR, scoping } from './review.ts'

const people = [
  'spa',
  'icsc',
  'bm',
  'housing',
  'hospital',
  'slt-hac',
  'slt-nhs',
  'lan-hac',
  'hcvs',
  'U-NOBODY',
] as const
const words = [
  'rapid-review',
  'rapid-review start',
  'rapid-review checklist',
  'muster owe',
  'muster desk',
  'meetings',
  'muster verify',
  'gibberish',
  'muster holiday 2026-12-30 Mourning',
  'meetings call slt 2027-02-25',
] as const
const steps = [
  'scope',
  'safety',
  'tell',
  'returns/hackney-housing',
  'receipt/hackney-housing',
  'meeting',
  'draft',
  'agree',
  'share/nhs',
  'submit',
  'no-such-step',
] as const
const typed = [
  {},
  scoping,
  nilReturn,
  notification,
  { C1: 'nonsense', D1: 'perhaps' },
  { C1why: 'DOB 04/03/2016' },
] as const

type Step =
  | { readonly does: 'says'; readonly text: (typeof words)[number] }
  | { readonly does: 'opens'; readonly owed: (typeof steps)[number] }
  | { readonly does: 'types'; readonly what: number; readonly go: string }
  | { readonly does: 'presses'; readonly letter: number; readonly button: number }
  | { readonly does: 'makes up'; readonly verb: string; readonly owed: string; readonly outcome: string }
  | { readonly does: 'sends again' }
  | { readonly does: 'waits'; readonly minutes: number }
  | { readonly does: 'is down'; readonly down: boolean }

type Act = Step & { readonly person: (typeof people)[number]; readonly platform: Exclude<Platform, 'email'> }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('says' as const), text: fc.constantFrom(...words) }),
  fc.record({ does: fc.constant('opens' as const), owed: fc.constantFrom(...steps) }),
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('types' as const),
      what: fc.nat(typed.length - 1),
      go: fc.constantFrom('next', 'next', 'back', 'submit', 'stop'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('presses' as const), letter: fc.nat(40), button: fc.nat(5) }) },
  fc.record({
    does: fc.constant('makes up' as const),
    verb: fc.constantFrom('owed.do', 'form.open', 'case.move', 'meeting.reply', 'matter.see', 'form.page'),
    owed: fc.constantFrom(...steps),
    outcome: fc.constantFrom('done', 'agree', 'form', 'nil', ''),
  }),
  fc.record({ does: fc.constant('sends again' as const) }),
  fc.record({ does: fc.constant('waits' as const), minutes: fc.integer({ min: 1, max: 4 * 24 * 60 }) }),
  fc.record({ does: fc.constant('is down' as const), down: fc.boolean() }),
)
const act: fc.Arbitrary<Act> = fc
  .record({ person: fc.constantFrom(...people), platform: fc.constantFrom('slack', 'teams', 'desk'), step })
  .map(({ step: done, ...who }) => ({ ...done, ...who }))

/** One player of all the people: remembers the form each has before them, and the last event sent. */
class Play {
  readonly house: House
  private readonly forms = new Map<string, { draft: string; page: string }>()
  private last: { platform: Platform; person: string; intent: Partial<Intent> & Pick<Intent, 'verb'> } | undefined
  private events = 0

  constructor(house: House) {
    this.house = house
  }

  async does(one: Act): Promise<void> {
    const { house } = this
    switch (one.does) {
      case 'says': {
        const [command = '', ...rest] = one.text.split(' ')
        return this.send(one, { verb: 'command', input: { command, text: rest.join(' ') } })
      }
      case 'opens':
        return this.send(one, { verb: 'form.open', subject: RR, input: { owed: one.owed } })
      case 'types': {
        const form = this.forms.get(one.person) ?? [...this.forms.values()][0]
        if (form) this.send(one, { verb: 'form.page', input: { ...form, go: one.go, values: typed[one.what] } })
        return
      }
      case 'presses': {
        const letters = house.letters.filter(({ message }) => buttonsOf(message).length > 0)
        const letter = letters[one.letter % Math.max(1, letters.length)]
        const button = letter && buttonsOf(letter.message)[one.button % buttonsOf(letter.message).length]
        if (letter === undefined || button === undefined) return
        const { conversation, message } = letter.posted
        const subject = button.subject === undefined ? {} : { subject: button.subject }
        return this.send(one, {
          verb: button.verb,
          ...subject,
          input: button.input ?? {},
          pressed: { conversation, message },
        })
      }
      case 'makes up':
        return this.send(one, {
          verb: one.verb,
          subject: RR,
          input: { owed: one.owed, outcome: one.outcome, move: one.owed },
        })
      case 'sends again':
        if (this.last) house.say(this.last.platform, this.last.person, this.last.intent)
        return
      case 'waits': {
        const then = minutesAfter(house.clock(), one.minutes)
        await house.until(`${dateOf(then)}T${timeOf(then)}`)
        return
      }
      case 'is down':
        if (one.platform === 'desk') return
        one.down ? house.down.add(one.platform) : house.down.delete(one.platform)
        return
      default:
        return one satisfies never
    }
  }

  private send({ platform, person }: Act, intent: Partial<Intent> & Pick<Intent, 'verb'>): void {
    this.events += 1
    this.last = { platform, person, intent: { ...intent, id: `play-${this.events}` } }
    const reply: Reply = this.house.say(platform, person, this.last.intent)
    if (reply.kind === 'form') this.forms.set(person, { draft: reply.view.draft, page: reply.view.page })
    if (reply.kind === 'refusal') expect(reply.refusal.next).not.toBe('')
  }
}

/** What the law sets a clock for, and nobody will be called about again, and nobody has been told of. */
function forgotten({ house, store, clock }: House): readonly string[] {
  return store.read((tx) =>
    openMatters({ house, tx, at: clock() }).flatMap(({ subject, owed }) => {
      const waiting = new Set(tx.alarms.waiting(subject.id).map(({ key }) => key))
      const told = tx.outbox.about(subject.id).map(({ key }) => key)
      const chase = house.partnership(subject.profile).profile.chase
      return owed
        .filter((one) => one.status === 'open' && one.statutory && one.limit !== undefined)
        .filter((one) => {
          const calls = callsFor(one, chase, house.calendar())
          const toCome = calls.filter(({ at }) => at > clock())
          const isChased = toCome.every(({ rung }) => waiting.has(`${roundKey(one)}/${rung}`))
          const isTold = toCome.length > 0 || told.some((key) => key.startsWith(`${roundKey(one)}/`))
          return !isChased || !isTold
        })
        .map((one) => `${roundKey(one)} at ${clock()}`)
    }),
  )
}

describe('whatever people do', () => {
  it('nothing throws, the record is whole, and no statutory date is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(act, { minLength: 5, maxLength: 25 }), async (scoped, acts) => {
        const play = new Play(await aReview({ scoped }))
        for (const one of acts) {
          await play.does(one)
          await play.house.settle()
          expect(play.house.store.read((tx) => inspectRecord(tx))).toMatchObject({ ok: true })
          expect(forgotten(play.house)).toEqual([])
        }
        play.house.store.close()
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)
})

/**
 * Every command there is, with whatever people put after it; every form that opens, filled in or filled with nonsense; every button of every message,
 * pressed by whom it was meant for or by somebody else; over the days. Nothing throws, every "no" says what to do next, no word of a program slips out,
 * what was written for the desk stays there, the alarms are those that what is owed asks for, and the record is whole.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openMatters } from '../../src/app/digest.ts'
import type { Work } from '../../src/app/work.ts'
import { plan, reconcile } from '../../src/chasing/plan.ts'
import { commands } from '../../src/chat/commands/table.ts'
import type { Platform, Reply } from '../../src/chat/intent.ts'
import type { Button, Message } from '../../src/chat/words.ts'
import type { FormView } from '../../src/forms/view.ts'
import { dateOf, minutesAfter, timeOf } from '../../src/kernel/time.ts'
import { inspectRecord } from '../../src/record/pins.ts'
import { notified, raised, scoped, told } from '../procedures/answers.ts'
import { AT_THE_DESK, aReview } from '../procedures/story.ts'
import { buttonsOf, wordsOf } from './house.ts'

type Story = ReturnType<typeof aReview>

/** What may follow a command, by the name the table gives it; $CASE is the code word of the review that runs. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  group: ['slt', 'slt', 'executive', 'quality', 'temporary-homes'],
  date: ['2027-01-28', '2027-02-25', '2027-03-30', '2027-05-03', '2027-02-30'],
  time: ['10:00', '14:00', '23:59'],
  closes: ['2027-01-20', '2027-03-05'],
  rule: ['majority', 'unanimous'],
  case: ['$CASE', '$CASE', 'NOWHERE'],
  item: ['1', '2', '5', '99'],
  action: ['1', '2', '99'],
  motion: ['1', '2', '99'],
  who: ['spa', 'slt-nhs', 'housing', 'slt-hac'],
  person: ['Gil Nullman', 'slt-nhs', 'Nobody Atall'],
  member: ['slt-clp', 'slt-nhs'],
  deputy: ['pol-dis', 'lan-hac'],
  until: ['2027-12-31', '2026-01-01'],
  due: ['2027-02-10', '2027-04-30'],
  to: ['probation', '2027-03-11'],
  from: ['2027-01-28', '2027-02-25'],
  role: ['member', 'agency-contact', 'slt-member'],
  seat: ['housing/member/quality', 'slt-clp/slt-member/slt'],
  year: ['2027', '2028', '1999'],
  dates: ['2027-03-03,2027-03-04T10:00'],
  status: ['at-risk', 'done'],
  url: ['https://papers.example/funding', 'javascript:alert(1)'],
  filter: ['overdue', 'all'],
  audience: ['published', 'panel'],
  chair: ['slt-nhs'],
  members: ['slt-hac,slt-nhs'],
  decides: ['decides'],
}
const WORDS = ['the chair is away', 'inquest', '🙂', '<b>bold</b> & more', 'x'.repeat(300), '-5', 'null']
const NONSENSE = ['no', ['hackney'], 5, null, { a: 1 }, '2027-01-05', 'x'.repeat(9_000), undefined]
const PEOPLE = [
  'spa',
  'bm',
  'icsc',
  'coord',
  'slt-hac',
  'slt-nhs',
  'slt-mps-dep',
  'hospital',
  'housing',
  'lead-h',
  'rev',
]

const act = fc.record({
  does: fc.constantFrom('says', 'says', 'presses', 'presses', 'presses', 'fills', 'fills', 'scribbles', 'waits'),
  who: fc.constantFrom(...PEOPLE, 'spa', 'bm', 'icsc'),
  one: fc.nat(1_000),
  other: fc.nat(1_000),
  minutes: fc.constantFrom(10, 60, 24 * 60, 5 * 24 * 60),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const of = <T>(all: readonly T[], which: number): T => all[which % all.length] as T

/** One who plays everybody, and remembers what lies before them. */
class Player {
  readonly story: Story
  private before: { readonly view: FormView; readonly who: string; readonly at: Platform } | undefined
  private read: { readonly message: Message; readonly who: string; readonly at: Platform } | undefined

  constructor(story: Story) {
    this.story = story
  }

  async does({ does, who, one, other, minutes }: Act): Promise<void> {
    const { story } = this
    switch (does) {
      case 'says':
        return this.says(who, one, other)
      case 'presses':
        return this.presses(who, one, other)
      case 'fills': {
        if (this.before === undefined) return
        const { view, who: writer, at } = this.before
        this.before = undefined
        return this.hears(story.through(at, writer, { kind: 'form', view }, {}), writer, at)
      }
      case 'scribbles': {
        if (this.before === undefined) return
        const { view, who: writer, at } = this.before
        const values = Object.fromEntries(view.fields.map(({ id }, n) => [id, of(NONSENSE, one + n)]))
        const go = of(['next', 'back', 'save', 'submit', 'check'], other)
        const input = { draft: view.draft, page: view.page, go, values }
        return this.hears(story.say(at, writer, { verb: 'form.page', input }), writer, at)
      }
      default: {
        const then = minutesAfter(story.clock(), minutes)
        await story.until(`${dateOf(then)}T${timeOf(then)}`)
      }
    }
  }

  private says(who: string, one: number, other: number): void {
    const { words, takes = [] } = of(commands, one)
    const after = takes
      .filter((name) => !name.includes('?') || other % 2 === 0)
      .map((name, n) => of(AFTER[name.replace(/[?…]/g, '')] ?? WORDS, one + other + n * 7))
      .map((word) => word.replace('$CASE', this.story.title))
    const at = of(this.doorsOf(who), other)
    this.hears(this.story.command(at, who, [words, ...after].join(' ')), who, at)
  }

  /** A button of what they have just read, or of one of the newest letters; now and then somebody presses who got it forwarded. */
  private presses(who: string, one: number, other: number): void {
    const letters = this.story.letters.filter(
      ({ platform, message }) => platform !== 'email' && buttonsOf(message).length,
    )
    const letter = letters.at(-1 - (one % Math.min(40, Math.max(1, letters.length))))
    const fresh = one % 3 === 0 ? this.read : undefined
    const message = fresh?.message ?? letter?.message
    const button = message && of<Button | undefined>(buttonsOf(message), other)
    if (button === undefined || button.url !== undefined) return
    const at = fresh?.at ?? letter?.platform ?? 'desk'
    const by = other % 5 === 0 ? who : (fresh?.who ?? letter?.person ?? who)
    const { conversation, message: id } = letter?.posted ?? { conversation: '', message: '' }
    const { verb, subject, version, input = {} } = button
    const from = { ...(subject !== undefined && { subject }), ...(version !== undefined && { version }) }
    const pressed = fresh === undefined ? { pressed: { conversation, message: id } } : {}
    this.hears(this.story.say(at, by, { verb, ...from, input, ...pressed }), by, at)
  }

  private hears(reply: Reply, who: string, at: Platform): void {
    if (reply.kind === 'form') this.before = { view: reply.view, who, at }
    if (reply.kind === 'refusal') {
      expect(reply.refusal.sentence).toMatch(/\w/)
      expect(reply.refusal.next, reply.refusal.sentence).toMatch(/\w/)
    }
    if (reply.kind !== 'message' && reply.kind !== 'card' && reply.kind !== 'done') return
    this.read = { message: reply.message, who, at }
    expect(wordsOf(reply.message)).not.toMatch(OF_A_PROGRAM)
  }

  private doorsOf(who: string): readonly Platform[] {
    const reach = this.story.partnership.people.get(who)?.reach ?? []
    return [...reach.filter((one) => one !== 'email'), 'desk']
  }
}

const OF_A_PROGRAM = /undefined|\[object|\bNaN\b/

async function aHouseAtWork(): Promise<Story> {
  const story = aReview({ at: '2026-12-17T17:05' })
  story.begins('spa', 'rapid-review start', { ...notified, ...told('2026-12-17T17:00') })
  story.answers('spa', 'scope', scoped)
  story.through('desk', 'hospital', story.command('desk', 'hospital', 'rapid-review raise'), raised)
  for (const words of [
    'meetings call slt 2027-01-28 14:00',
    'meetings call executive 2027-02-25 10:00',
    'meetings poll slt 2027-03-03,2027-03-04T10:00',
    'meetings plan 2027',
    'actions for slt housing 2027-04-30 Send the list',
    'decisions put slt 2027-03-05 majority The risk register is reviewed',
  ])
    story.command('slack', 'bm', words)
  await story.settle()
  return story
}

/** Alarms still to come that what is owed asks for and the store has not, or the other way round. */
const astray = ({ house, store, clock }: Story): readonly string[] =>
  store.transaction((tx) => {
    const work: Work = { house, tx, at: clock(), ring: { alarms: [], outbox: [], refresh: [] } }
    return openMatters(work).flatMap(({ subject, owed }) => {
      const wanted = plan(owed, house.partnership(subject.profile).profile.chase, house.calendar())
      const { put, cancel } = reconcile(wanted, tx.alarms.waiting(subject.id), (key) => tx.alarms.get(key))
      return [...put.filter(({ at }) => at > clock()).map(({ key }) => key), ...cancel]
    })
  })

it('whatever people say, press and fill in, the house answers, remembers and keeps its dates', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 60, maxLength: 120 }), async (acts) => {
      const story = await aHouseAtWork()
      const player = new Player(story)
      for (const one of acts) {
        await player.does(one)
        story.house.recheck()
      }
      await story.settle()
      await story.core.tick()
      await story.settle()
      expect(astray(story)).toEqual([])
      expect(story.store.read((tx) => inspectRecord(tx))).toMatchObject({ ok: true })
      for (const { platform, message, earlier } of story.letters) {
        const words = [message, ...earlier].map(wordsOf).join('\n')
        expect(words).not.toMatch(OF_A_PROGRAM)
        if (platform !== 'email') expect(words).not.toContain(AT_THE_DESK)
      }
      story.store.close()
    }),
    { numRuns: 6, seed: 20261217, endOnFailure: true },
  )
}, 120_000)

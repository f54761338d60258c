/** Keeping and deleting: what goes by itself, what takes two people, and what a hold forbids (PR-10, PR-13). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeEvidence } from '../../src/app/evidence.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import type { Fact } from '../../src/ports.ts'
import { dueForDeletion, forgottenBefore, HOLD, keepingOf, keptUntil, RETENTION } from '../../src/record/retention.ts'
import { raised } from '../procedures/answers.ts'
import { AT_THE_DESK, aReview, done, labelsOf, refusalIn, wordsOf } from '../procedures/story.ts'

const AT = '2033-01-10T09:00:00.000Z'

describe('how long', () => {
  it('is counted from the end, by the profile; where the profile gives no count nothing is ever due', () => {
    expect(keptUntil('2026-08-31T10:00:00.000Z', '6 months')).toBe('2027-02-28')
    expect(keptUntil('2026-08-31T10:00:00.000Z', 'host\u2019s schedule')).toBeUndefined()
    expect(forgottenBefore('2027-03-31T12:00:00.000Z', '30 days')).toBe('2027-03-01T00:00:00.000Z')
    expect(forgottenBefore('2027-03-31T12:00:00.000Z', undefined)).toBeUndefined()
    const record = {
      id: 'a',
      title: 'ALDER',
      class: 'case-narrative',
      since: '2020-01-01T10:00:00.000Z',
      held: false,
      deleted: false,
    }
    const classes = { 'case-narrative': { says: 'Narrative', keep: 'host\u2019s schedule', source: 'PR-10' } }
    expect(dueForDeletion([record], classes, AT)).toEqual([])
  })

  it('a hold always wins, whatever was said before and after', () => {
    const marks = fc.array(
      fc.record({
        mark: fc.constantFrom(HOLD, RETENTION),
        value: fc.constantFrom('on', 'off', 'asked', 'kept'),
        by: fc.constantFrom('spa', 'icsc', 'bm'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 200 }), (said, months) => {
        const facts: Fact[] = said.map(({ by, ...data }) => ({
          kind: 'marked',
          at: '2021-01-01T10:00:00.000Z',
          by,
          data,
        }))
        const { asked, hold } = keepingOf(facts)
        const lastHold = said.findLast(({ mark }) => mark === HOLD)
        expect(hold !== undefined).toBe(lastHold?.value === 'on')
        if (said.at(-1)?.mark === HOLD) expect(asked).toBeUndefined()
        const record = {
          id: 'a',
          title: 'ALDER',
          class: 'c',
          since: '2000-01-01T00:00:00.000Z',
          held: hold !== undefined,
          deleted: false,
        }
        const due = dueForDeletion([record], { c: { says: 'It', keep: `${months} months`, source: 'here' } }, AT)
        expect(due).toHaveLength(hold === undefined ? 1 : 0)
      }),
    )
  })
})

/** A case raised, found not to meet the threshold and closed; its narrative is kept for a year. */
async function aClosedCase() {
  const story = aReview({ at: '2027-01-11T10:00' })
  Object.assign(story.partnership.profile.retention['case-narrative'] as { keep: string }, { keep: '12 months' })
  done(story.begins('hospital', 'rapid-review raise', raised))
  done(story.answers('coord', 'acknowledge'))
  for (const [who, agency] of [
    ['slt-hac', 'hackney-council'],
    ['slt-nhs', 'nhs'],
    ['slt-mps', 'mps'],
  ] as const)
    done(story.answers(who, `views/${agency}`, { AV1: 'not-notifiable' }))
  done(story.answers('spa', 'discuss', { AT3: 'not-notifiable' }))
  done(story.answers('icsc', 'decide', { AD1: 'no' }))
  done(story.presses('coord', 'outcome', 'told'))
  await story.settle()
  expect(story.stage()).toBe('CLOSED_NOT_MET')
  return story
}

const A_YEAR_ON = '2028-01-17T10:00'
type Story = Awaited<ReturnType<typeof aClosedCase>>
const review = (story: Story, person: string) => story.command('desk', person, 'muster retention')
function sealed(story: Story) {
  const slots = story.course().submitted.flatMap((one) => one.slots)
  return story.store.read((tx) => slots.map((slot) => tx.vault.open(story.subject, slot)))
}

describe('a record whose time is over', () => {
  it('is shown to the support team, deleted by two of them, and never readable again: not on the desk, not in drafts, not in a pack', async () => {
    const story = await aClosedCase()
    story.jump(A_YEAR_ON)
    await story.core.tick()
    await story.settle()
    expect(story.reads('bm')).toContain(`${story.title}: Sealed narrative`)
    expect(story.reads('icsc')).not.toContain('due to be deleted')
    const listed = review(story, 'bm')
    expect(listed.kind === 'message' && labelsOf(listed.message)).toEqual([
      `Keep ${story.title}`,
      `Delete ${story.title}`,
    ])

    const remove = (person: string) => story.say('desk', person, { verb: 'retention.delete', subject: story.subject })
    expect(refusalIn(remove('hospital')).code).toBe('not-yours')
    done(remove('bm'))
    expect(refusalIn(remove('bm')).code).toBe('two-people')
    expect(sealed(story)).toContain(AT_THE_DESK)
    const asked = review(story, 'spa')
    expect(asked.kind === 'message' && labelsOf(asked.message)).toContain(`Confirm: delete ${story.title}`)
    done(remove('spa'))

    expect(() => sealed(story)).toThrow('has been destroyed')
    const drafts = story.store.read((tx) => tx.drafts.of(story.subject).map(({ id }) => tx.drafts.answers(id)))
    expect(drafts.length).toBeGreaterThan(0)
    expect(drafts.flat()).toEqual([])
    const desk = story.say('desk', 'spa', { verb: 'matter.see', subject: story.subject })
    const page = desk.kind === 'message' ? wordsOf(desk.message) : ''
    expect(page).toContain('has been deleted at the end of its retention')
    expect(page).not.toContain(AT_THE_DESK)
    const pack = takeEvidence(story.house, { subject: story.subject, narrative: true })
    expect(isRefusal(pack)).toBe(false)
    expect(JSON.stringify(pack)).not.toContain(AT_THE_DESK)
    expect(JSON.stringify(pack)).toContain('Deleted at the end of its retention')
    const anew = story.say('desk', 'icsc', {
      verb: 'form.open',
      subject: story.subject,
      input: { owed: 'move/reopen', form: 'A-reopen' },
    })
    expect(refusalIn(anew).code).toBe('record-deleted')
    expect(refusalIn(remove('coord')).sentence).toContain('has been deleted already: Priya Sampleton')
    const whole = story.command('slack', 'bm', 'muster verify')
    expect(whole.kind === 'message' && whole.message.summary).toContain('The record is whole')
  })

  it('is not deleted while it is under a legal hold, nor by what was asked before the hold', async () => {
    const story = await aClosedCase()
    story.jump(A_YEAR_ON)
    done(story.say('desk', 'bm', { verb: 'retention.delete', subject: story.subject }))
    expect(refusalIn(story.command('desk', 'bm', `muster hold ${story.title} inquest`)).code).toBe('not-yours')
    done(story.command('desk', 'spa', `muster hold ${story.title} inquest`))
    expect(
      refusalIn(story.say('desk', 'coord', { verb: 'retention.delete', subject: story.subject })).sentence,
    ).toContain('legal hold')
    expect(review(story, 'bm').kind === 'message' && sealed(story)).toContain(AT_THE_DESK)
    const page = story.say('desk', 'icsc', { verb: 'matter.see', subject: story.subject })
    expect(page.kind === 'message' && wordsOf(page.message)).toContain('Under a legal hold: Priya Sampleton')
    done(story.command('desk', 'icsc', `muster lift ${story.title} inquest ended`))
    const after = review(story, 'coord')
    expect(after.kind === 'message' && labelsOf(after.message)).toEqual([
      `Keep ${story.title}`,
      `Delete ${story.title}`,
    ])
  })

  it('may be kept: it is due again as long after', async () => {
    const story = await aClosedCase()
    story.jump(A_YEAR_ON)
    done(story.say('desk', 'coord', { verb: 'retention.keep', subject: story.subject }))
    expect(refusalIn(story.say('desk', 'bm', { verb: 'retention.delete', subject: story.subject })).code).toBe(
      'not-due',
    )
    story.jump('2028-12-18T10:00')
    expect(refusalIn(story.say('desk', 'bm', { verb: 'retention.delete', subject: story.subject })).code).toBe(
      'not-due',
    )
  })
})

describe('what chat leaves behind', () => {
  it('copies of messages after thirty days, words of reminders after ninety; that they were sent stays', async () => {
    const story = await aClosedCase()
    const person = 'spa'
    story.store.transaction((tx) => {
      const message = {
        summary: 'Two dates of yours have moved',
        sensitivity: 'person' as const,
        blocks: [{ kind: 'text' as const, text: 'ALDER moved' }],
      }
      tx.outbox.add({
        id: 'out-old',
        key: 'old',
        to: { person },
        content: { message },
        statutory: false,
        notBefore: story.clock(),
        writtenAt: story.clock(),
      })
    })
    await story.settle()
    const copies = () => story.store.read((tx) => [...tx.copies.of(story.subject), ...tx.copies.of('out-old')].length)
    const said = () => JSON.stringify(story.store.read((tx) => tx.outbox.get('out-old')))
    expect(copies()).toBeGreaterThan(2)
    story.jump('2027-02-12T10:00')
    await story.core.tick()
    expect(copies()).toBe(0)
    expect(said()).toContain('ALDER moved')
    story.jump('2027-04-14T10:00')
    await story.core.tick()
    expect(said()).not.toContain('ALDER moved')
    expect(said()).toContain('"status":"sent"')
    const entry = story.store.read((tx) =>
      tx.journal.from(1, 10_000).findLast(({ verb }) => verb === 'retention.forgotten'),
    )
    expect(entry?.detail).toMatchObject({ messages: expect.any(Number) })
    const before = story.store.read((tx) => tx.journal.head().n)
    story.jump('2027-04-15T10:00')
    await story.core.tick()
    expect(story.store.read((tx) => tx.journal.head().n)).toBe(before)
  })

  it('not the cards of a case that is open, nor what a hold covers or words that name it', async () => {
    const open = aReview({ at: '2027-01-11T10:00' })
    done(open.begins('hospital', 'rapid-review raise', raised))
    await open.settle()
    const alive = open.store.read((tx) => tx.copies.of(open.subject).length)
    expect(alive).toBeGreaterThan(0)
    open.jump('2027-06-01T10:00')
    await open.core.tick()
    expect(open.store.read((tx) => tx.copies.of(open.subject).length)).toBe(alive)

    const held = await aClosedCase()
    const words = `${held.title}: a date has moved`
    held.store.transaction((tx) =>
      tx.outbox.add({
        id: 'out-named',
        key: 'named',
        to: { person: 'spa' },
        content: { message: { summary: words, sensitivity: 'person', blocks: [{ kind: 'text', text: words }] } },
        statutory: false,
        notBefore: held.clock(),
        writtenAt: held.clock(),
      }),
    )
    await held.settle()
    done(held.command('desk', 'spa', `muster hold ${held.title} inquest`))
    await held.settle()
    const copies = held.store.read((tx) => tx.copies.of(held.subject).length)
    held.jump('2027-09-01T10:00')
    await held.core.tick()
    expect(held.store.read((tx) => tx.copies.of(held.subject).length)).toBe(copies)
    expect(JSON.stringify(held.store.read((tx) => tx.outbox.get('out-named')))).toContain(words)
  })

  it('a form begun for a case that never came to be is forgotten, with what was sealed in it', async () => {
    const story = aReview({ at: '2027-01-11T10:00' })
    const form = story.command('desk', 'hospital', 'rapid-review raise')
    const draft = form.kind === 'form' ? form.view.draft : ''
    story.say('desk', 'hospital', {
      verb: 'form.page',
      input: { draft, page: 'A15', go: 'save', values: { A15: 'yes', A17: AT_THE_DESK } },
    })
    const intake = story.store.read((tx) => tx.drafts.get(draft)?.subject ?? '')
    expect(story.store.read((tx) => tx.vault.open(intake, `${draft}/A17`))).toBe(AT_THE_DESK)
    story.jump('2027-04-09T10:00')
    await story.core.tick()
    expect(story.store.read((tx) => tx.drafts.get(draft)?.status)).toBe('open')
    story.jump('2027-04-13T10:00')
    await story.core.tick()
    expect(story.store.read((tx) => [tx.drafts.get(draft)?.status, tx.drafts.answers(draft)])).toEqual([
      'discarded',
      [],
    ])
    expect(story.store.read((tx) => [tx.vault.isShredded(intake), tx.vault.open(intake, `${draft}/A17`)])).toEqual([
      true,
      undefined,
    ])
    const again = story.command('desk', 'hospital', 'rapid-review raise')
    expect(again.kind === 'form' && again.view.draft).not.toBe(draft)
  })
})

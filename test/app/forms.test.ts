import { describe, expect, it } from 'vitest'
import { slotOf } from '../../src/app/sheet.ts'
import type { Reply } from '../../src/chat/intent.ts'
import type { FormView } from '../../src/forms/view.ts'
import { buttonsOf, wordsOf } from '../stories/house.ts'
import { aReview, type House, notification, open, RR, scoping, title, traces } from './review.ts'

/** A school's name and a child's date of birth: what must never be typed into chat. */
const PERSONAL = 'DOB 04/03/2016, 12 Example Road E8 1AA'

function viewOf(reply: Reply): FormView {
  if (reply.kind !== 'form') throw new Error(`no form: ${JSON.stringify(reply).slice(0, 300)}`)
  return reply.view
}

function turn(
  house: House,
  person: string,
  view: FormView,
  go: string,
  values = {},
  platform: 'slack' | 'desk' = 'slack',
) {
  return house.say(platform, person, { verb: 'form.page', input: { draft: view.draft, page: view.page, go, values } })
}

const saved = (house: House, draft: string) => house.store.read((tx) => tx.drafts.answers(draft))
const everythingStored = (house: House, draft: string) =>
  house.store.read((tx) =>
    JSON.stringify([tx.drafts.answers(draft), tx.journal.from(1, 500), tx.outbox.waiting('9999')]),
  )

describe('what is typed into a form', () => {
  it('is saved at once, right or wrong, and the error stands beside its field', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    const again = viewOf(turn(house, 'spa', view, 'next', { C1: '2099-01-01', C1to: 'nonsense' }))
    expect(again.page).toBe(view.page)
    expect(again.fields.filter((field) => field.error).length).toBeGreaterThan(0)
    expect(saved(house, view.draft).map((one) => one.question)).toEqual(expect.arrayContaining(['C1', 'C1to']))
  })

  it('in Slack is gone on with in Teams, by the same person, on the same page', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    const stopped = turn(house, 'spa', view, 'stop', { C1: scoping.C1 })
    expect(stopped.kind).toBe('done')
    const again = viewOf(open(house, 'spa', 'scope', 'teams'))
    expect(again.draft).toBe(view.draft)
    expect(again.fields.find((field) => field.id === 'C1')?.value).toBe(scoping.C1)
  })

  it('stands under the word of its case: the same form may be open for two of them', async () => {
    const house = await aReview()
    const scope = viewOf(open(house, 'spa', 'scope'))
    expect(scope.about).toBe(title(house))
    expect(viewOf(turn(house, 'spa', scope, 'next', scoping)).about).toBe(title(house))
    expect(viewOf(house.command('slack', 'spa', 'rapid-review start')).about).toBeUndefined()
  })

  it('is kept when its reader leaves the page for the desk, and what was not kept is said at once', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    const toDesk = (values: Record<string, string>) =>
      house.say('teams', 'spa', { verb: 'desk.link', input: { draft: view.draft, question: 'C1', values } })
    expect(toDesk({ C1: scoping.C1 as string }).kind).toBe('message')
    expect(viewOf(open(house, 'spa', 'scope', 'desk')).fields.find(({ id }) => id === 'C1')?.value).toBe(scoping.C1)

    const again = viewOf(toDesk({ C1why: PERSONAL }))
    expect(again.fields.find(({ id }) => id === 'C1why')?.error).toBeTruthy()
    expect(everythingStored(house, view.draft)).not.toContain('Example Road')
  })

  it('a window that is closed after its form was submitted elsewhere says nothing', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    expect(house.fill('desk', 'spa', open(house, 'spa', 'scope', 'desk'), scoping).kind).toBe('done')
    const closed = house.say('slack', 'spa', { verb: 'form.stop', input: { draft: view.draft, page: view.page } })
    expect(closed.kind).toBe('nothing')
  })

  it('"stop" says how far it is, and leads on from there', async () => {
    const house = await aReview()
    const stopped = turn(house, 'spa', viewOf(open(house, 'spa', 'scope')), 'stop', { C1: scoping.C1 })
    if (stopped.kind !== 'done') throw new Error('not stopped')
    expect(wordsOf(stopped.message)).toMatch(/4 of \d+ questions answered/)
    const [goOn] = buttonsOf(stopped.message)
    expect(house.say('slack', 'spa', { verb: goOn?.verb ?? '', input: goOn?.input ?? {} }).kind).toBe('form')
  })

  it('for a question nobody asks is not kept', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    turn(house, 'spa', view, 'next', { Z99: 'x', _outcome: 'agree', _read: 'forged', __proto__: 'x' })
    const kept = saved(house, view.draft).map((one) => one.question)
    expect(kept).not.toContain('Z99')
    expect(saved(house, view.draft).find((one) => one.question === '_read')?.value).not.toBe('forged')
    expect(saved(house, view.draft).find((one) => one.question === '_outcome')?.value).not.toBe('agree')
  })
})

describe('a draft', () => {
  it('is not opened, answered, stopped or submitted by somebody without authority, though they know its id', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    const before = traces(house)
    for (const person of ['housing', 'hcvs', 'lead-h']) {
      for (const reply of [
        house.say('slack', person, { verb: 'form.open', input: { draft: view.draft } }),
        house.say('slack', person, { verb: 'form.walk', input: { draft: view.draft } }),
        house.say('desk', person, { verb: 'form.see', input: { draft: view.draft } }),
        turn(house, person, view, 'next', { C1: '2020-01-01' }),
        turn(house, person, view, 'stop', { C1: '2020-01-01' }),
        turn(house, person, view, 'submit', scoping),
      ]) {
        expect(reply.kind).toBe('refusal')
        expect(JSON.stringify(reply)).not.toContain(title(house))
      }
    }
    expect(traces(house)).toEqual(before)
  })

  it('of one agency is not another agency’s to go on with', async () => {
    const house = await aReview({ scoped: true })
    const view = viewOf(open(house, 'housing', 'returns/hackney-housing'))
    expect(house.say('slack', 'schools-h', { verb: 'form.open', input: { draft: view.draft } }).kind).toBe('refusal')
    expect(open(house, 'schools-h', 'returns/hackney-housing').kind).toBe('refusal')
  })

  it('is gone on with by a colleague who may complete it, and says in the record who did', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    turn(house, 'spa', view, 'stop', { C1: scoping.C1 })
    const theirs = viewOf(open(house, 'bm', 'scope'))
    expect(theirs.draft).toBe(view.draft)
    expect(theirs.fields.find((field) => field.id === 'C1')?.value).toBe(scoping.C1)
    expect(house.fill('slack', 'bm', { kind: 'form', view: theirs }, scoping).kind).toBe('done')
    const facts = house.store.read((tx) => tx.subjects.facts(RR).filter((fact) => fact.kind === 'form'))
    expect(facts.at(-1)).toMatchObject({ by: 'bm', as: 'support' })
  })

  it('that was submitted is finished: a second submit changes nothing, and a page of it that still stands in chat makes way', async () => {
    const house = await aReview()
    const view = viewOf(open(house, 'spa', 'scope'))
    expect(house.fill('slack', 'spa', { kind: 'form', view }, scoping).kind).toBe('done')
    const before = traces(house)
    for (const go of ['submit', 'next', 'stop']) {
      expect(turn(house, 'spa', view, go, scoping)).toMatchObject({
        kind: 'done',
        message: { summary: 'This form has already been submitted.' },
      })
    }
    expect(traces(house)).toEqual(before)
  })

  it('is one for each thing owed, however often it is opened', async () => {
    const house = await aReview()
    const first = viewOf(open(house, 'spa', 'scope'))
    const second = viewOf(open(house, 'spa', 'scope', 'teams'))
    const third = viewOf(open(house, 'spa', 'scope', 'desk'))
    expect(new Set([first.draft, second.draft, third.draft]).size).toBe(1)
  })
})

describe('personal detail in a chat', () => {
  for (const go of ['next', 'stop', 'save', 'back', 'submit']) {
    it(`is neither kept nor echoed on "${go}", and it is said`, async () => {
      const house = await aReview()
      const view = viewOf(open(house, 'spa', 'scope'))
      turn(house, 'spa', view, 'stop', { C1why: 'the year before the incident' })
      const reply = turn(house, 'spa', view, go, { C1why: PERSONAL })
      expect(reply.kind).toBe('form')
      expect(JSON.stringify(reply)).not.toContain('E8 1AA')
      expect(viewOf(reply).fields.find((field) => field.id === 'C1why')?.error).toBeTruthy()
      expect(everythingStored(house, view.draft)).not.toContain('E8 1AA')
      expect(house.store.read((tx) => tx.journal.from(1, 500).map((one) => one.verb))).toContain('screen.hit')
    })
  }
})

describe('a narrative answer', () => {
  it('typed through chat is dropped, whatever the client sends', async () => {
    const house = await aReview({ scoped: true })
    const view = viewOf(open(house, 'housing', 'returns/hackney-housing'))
    turn(house, 'housing', view, 'stop', { D1: 'yes', D14: 'no' })
    const page = viewOf(
      house.say('slack', 'housing', { verb: 'form.open', input: { draft: view.draft, question: 'D6' } }),
    )
    expect(page.fields.find((field) => field.id === 'D6')).toMatchObject({ kind: 'desk' })
    for (const go of ['next', 'stop', 'back', 'submit']) {
      turn(house, 'housing', page, go, { D6: 'a story about a family', D5: 'a story about a family' })
    }
    expect(everythingStored(house, view.draft)).not.toContain('a story')
    for (const id of ['D5', 'D6']) {
      expect(house.store.read((tx) => tx.vault.has(RR, slotOf({ id: view.draft }, id)))).toBe(false)
    }
  })

  it('typed on the desk is sealed: no table holds its words, and chat says only that it was given', async () => {
    const house = await aReview({ scoped: true })
    const first = viewOf(open(house, 'housing', 'returns/hackney-housing', 'desk'))
    turn(house, 'housing', first, 'stop', { D1: 'yes', D14: 'no' }, 'desk')
    const question = { draft: first.draft, question: 'D6' }
    const view = viewOf(house.say('desk', 'housing', { verb: 'form.see', input: question }))
    turn(house, 'housing', view, 'stop', { D6: 'a story about a family' }, 'desk')
    expect(everythingStored(house, view.draft)).not.toContain('a story')
    expect(house.store.read((tx) => tx.vault.open(RR, slotOf({ id: view.draft }, 'D6')))).toBe('a story about a family')
    const inChat = house.say('slack', 'housing', { verb: 'form.open', input: { draft: view.draft, question: 'D6' } })
    expect(inChat.kind).toBe('form')
    expect(JSON.stringify(inChat)).not.toContain('a story')
    const onDesk = house.say('desk', 'housing', { verb: 'form.see', input: { draft: view.draft, question: 'D6' } })
    expect(JSON.stringify(onDesk)).toContain('a story')
  })
})

describe('the entering form', () => {
  it('numbers cases one after another, and never gives a code word twice', async () => {
    const house = await aReview()
    for (let more = 0; more < 3; more += 1) {
      const done = house.fill('slack', 'spa', house.command('slack', 'spa', 'rapid-review start'), notification)
      expect(done.kind).toBe('done')
    }
    const cases = house.store.read((tx) => tx.subjects.all('case'))
    expect(cases.map(({ id }) => id)).toEqual(['rr-2026-01', 'rr-2026-02', 'rr-2026-03', 'rr-2026-04'])
    expect(new Set(cases.map((one) => one.title)).size).toBe(4)
  })

  it('leaves nothing of itself behind but the case: the intake is closed and its key destroyed', async () => {
    const house = await aReview()
    expect(house.store.read((tx) => tx.subjects.open('intake'))).toEqual([])
    const [intake] = house.store.read((tx) => tx.subjects.all('intake'))
    expect(() => house.store.transaction((tx) => tx.vault.seal(intake?.id ?? '', 'x/y', 'z'))).toThrow('destroyed')
  })

  it('knows whose agency raises a case, where it is one', async () => {
    const house = await aReview()
    const raised = (who: string) =>
      viewOf(house.say('desk', who, { verb: 'form.open', input: { draft: begun(who), page: 'A3' } })).fields.find(
        ({ id }) => id === 'A3',
      )?.value
    const begun = (who: string) => viewOf(house.command('slack', who, 'rapid-review raise')).draft
    expect([raised('housing'), raised('spa')]).toEqual(['hackney-housing', undefined])
  })

  it('is not somebody else’s to go on with who may not raise a case', async () => {
    const house = await aReview()
    const view = viewOf(house.command('slack', 'lan-hac', 'rapid-review start'))
    expect(house.say('slack', 'lead-h', { verb: 'form.open', input: { draft: view.draft } }).kind).toBe('refusal')
  })

  it('does not let an agency say that the authority has notified: that is the notifier’s, or the adviser’s', async () => {
    const house = await aReview()
    const before = traces(house)
    const form = house.command('slack', 'housing', 'rapid-review start')
    const reply = house.fill('slack', 'housing', form, notification)
    expect(reply).toMatchObject({ kind: 'refusal', refusal: { code: 'not-yours' } })
    expect(house.store.read((tx) => tx.subjects.all('case'))).toHaveLength(1)
    expect(traces(house).alarms).toEqual(before.alarms)
    const notifier = house.command('slack', 'lan-hac', 'rapid-review start')
    expect(house.fill('slack', 'lan-hac', notifier, notification).kind).toBe('done')
  })

  it('belongs to whoever began it: two people beginning at once have a form each', async () => {
    const house = await aReview()
    const one = viewOf(house.command('slack', 'spa', 'rapid-review start'))
    const two = viewOf(house.command('slack', 'lan-hac', 'rapid-review start'))
    expect(one.draft).not.toBe(two.draft)
  })
})

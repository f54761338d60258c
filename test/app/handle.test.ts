import { describe, expect, it, vi } from 'vitest'
import { handlers } from '../../src/app/verbs/index.ts'
import { inspectRecord } from '../../src/record/pins.ts'
import { aHouse, wordsOf } from '../stories/house.ts'
import { aReview, open, RR, scoping, title, traces } from './review.ts'

describe('an intent that is not ours', () => {
  it('with a verb nobody knows is refused, also when it is a word every object has', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    for (const verb of ['case.explode', 'constructor', 'toString', '__proto__', '']) {
      expect(house.say('slack', 'spa', { verb })).toMatchObject({ kind: 'refusal', refusal: { code: 'unknown-verb' } })
    }
  })

  it('from an unknown account is told how to be known, and nothing more', async () => {
    const house = await aReview()
    const before = traces(house)
    for (const verb of ['owes.mine', 'matter.see', 'form.open', 'desk.link', 'muster.verify']) {
      const reply = house.say('slack', 'U-NOBODY', { verb, subject: RR, input: { owed: 'scope' } })
      expect(reply).toMatchObject({ kind: 'refusal', refusal: { code: 'not-known' } })
      expect(JSON.stringify(reply)).not.toContain(title(house))
    }
    expect(traces(house)).toEqual(before)
  })

  it('from a stranger may ask for help, which never names a case', async () => {
    const house = await aReview()
    const reply = house.say('slack', 'U-NOBODY', { verb: 'muster.help' })
    expect(reply.kind).toBe('message')
    expect(JSON.stringify(reply)).not.toContain(title(house))
  })

  it('with input of the wrong shape is refused, and changes nothing', async () => {
    const house = await aReview()
    const before = traces(house)
    for (const input of [{ owed: 7 }, { owed: ['scope'] }, { draft: {} }, { draft: 'no-such', values: 'x' }]) {
      for (const verb of ['form.open', 'form.page', 'form.walk', 'owed.do', 'desk.link', 'form.stop']) {
        const reply = house.say('slack', 'spa', { verb, subject: RR, input })
        if (verb !== 'desk.link') expect(reply.kind).toBe('refusal')
      }
    }
    const { journal, subjects, drafts, alarms } = traces(house)
    expect({ journal, subjects, drafts, alarms }).toEqual({
      journal: before.journal,
      subjects: before.subjects,
      drafts: before.drafts,
      alarms: before.alarms,
    })
  })
})

describe('an event shown twice', () => {
  it('is answered once and done once: a retry of "start" begins no second draft', () => {
    const house = aHouse({ at: '2026-12-17T10:00' })
    const press = { id: 'Ev1', verb: 'command', input: { command: 'rapid-review', text: 'start' } }
    expect(house.say('slack', 'spa', press).kind).toBe('form')
    const before = traces(house)
    expect(house.say('slack', 'spa', press)).toEqual({ kind: 'nothing' })
    expect(traces(house)).toEqual(before)
  })

  it('is answered with the present face of the card that was pressed', async () => {
    const house = await aReview({ scoped: true })
    const letter = house.letters.find((one) => one.person === 'slt-hac' && one.platform === 'slack')
    const { conversation = '', message = '' } = letter?.posted ?? {}
    const see = { id: 'Ev2', verb: 'matter.see', subject: RR, pressed: { conversation, message } }
    expect(house.say('slack', 'slt-hac', see).kind).toBe('message')
    const before = traces(house)
    const again = house.say('slack', 'slt-hac', see)
    expect(again.kind).toBe('card')
    if (again.kind === 'card') expect(wordsOf(again.message)).toContain(title(house))
    expect(traces(house)).toEqual(before)
  })

  it('is still done when the first showing was refused: nothing had happened then', async () => {
    const house = await aReview()
    const press = { id: 'Ev3', verb: 'form.open', subject: RR, input: { owed: 'scope' } }
    expect(house.say('slack', 'housing', press).kind).toBe('refusal')
    expect(house.say('slack', 'spa', press).kind).toBe('form')
  })
})

describe('a refusal', () => {
  it('undoes whatever was written on the way, drafts and outbox too', async () => {
    const house = await aReview()
    const before = traces(house)
    const spy = vi.spyOn(handlers as Record<string, (typeof handlers)[string]>, 'hello').mockImplementation((ctx) => {
      ctx.say({
        key: 'k',
        to: { person: 'spa' },
        content: { message: { summary: 's', sensitivity: 'person', blocks: [] } },
      })
      ctx.tx.drafts.add({
        id: 'd',
        form: 'C',
        subject: RR,
        owed: 'scope',
        startedBy: 'spa',
        startedAt: ctx.at,
        status: 'open',
      })
      ctx.record(RR, undefined, [{ kind: 'marked', data: { mark: 'x', value: 'y' } }])
      return ctx.may('case.no-such-thing') as never
    })
    const reply = house.say('slack', 'spa', { verb: 'hello' })
    spy.mockRestore()
    expect(reply.kind).toBe('refusal')
    expect(traces(house)).toEqual(before)
  })

  it('and so does a handler that throws, and the next intent finds the house in order', async () => {
    const house = await aReview()
    const before = traces(house)
    const spy = vi.spyOn(handlers as Record<string, (typeof handlers)[string]>, 'hello').mockImplementation((ctx) => {
      ctx.record(RR, undefined, [{ kind: 'marked', data: { mark: 'x', value: 'y' } }])
      throw new Error('a slip')
    })
    expect(() => house.say('slack', 'spa', { verb: 'hello' })).toThrow('a slip')
    spy.mockRestore()
    expect(traces(house)).toEqual(before)
    expect(house.say('slack', 'spa', { verb: 'hello' }).kind).toBe('message')
  })

  it('rings no bell', async () => {
    const house = await aReview()
    const ring = vi.spyOn(house.house.bell, 'ring')
    house.say('slack', 'housing', { verb: 'form.open', subject: RR, input: { owed: 'scope' } })
    expect(ring).not.toHaveBeenCalled()
  })

  it('names no case to somebody who may not know of it', async () => {
    const house = await aReview()
    for (const reply of [
      house.say('slack', 'hcvs', { verb: 'matter.see', subject: RR }),
      house.say('slack', 'hcvs', { verb: 'form.open', subject: RR, input: { owed: 'scope' } }),
      house.say('slack', 'hcvs', { verb: 'form.open', subject: RR, input: { owed: 'no-such-step' } }),
      house.say('slack', 'hcvs', { verb: 'owed.do', subject: RR, input: { owed: 'scope', outcome: 'done' } }),
      house.say('slack', 'hcvs', { verb: 'owed.do', subject: RR, input: { owed: 'nothing', outcome: 'done' } }),
      house.say('slack', 'hcvs', { verb: 'case.move', subject: RR, input: { move: 'withdraw' } }),
      house.command('slack', 'hcvs', `rapid-review ${title(house)}`),
    ]) {
      expect(reply.kind).toBe('refusal')
      if (reply.kind !== 'refusal') continue
      const { sentence, next } = reply.refusal
      expect(`${sentence} ${next}`.replace(`called ${title(house)}`, '')).not.toContain(title(house))
    }
  })
})

describe('the journal', () => {
  it('names what was done, not that words were typed', async () => {
    const house = await aReview()
    const verbs = house.store.read((tx) => tx.journal.from(1, 100).map((entry) => entry.verb))
    expect(verbs).toContain('rapid-review.start')
    expect(verbs).not.toContain('command')
  })

  it('is whole after a form, a press and a refusal', async () => {
    const house = await aReview({ scoped: true })
    house.say('slack', 'housing', { verb: 'form.open', subject: RR, input: { owed: 'draft' } })
    expect(house.store.read((tx) => inspectRecord(tx))).toMatchObject({ ok: true })
  })
})

describe('a press that would close a thing', () => {
  it('without its form is refused: what a form asks for cannot be skipped with a forged button', async () => {
    const house = await aReview()
    const before = traces(house)
    for (const outcome of ['form', 'done', 'agree', '']) {
      const reply = house.say('slack', 'spa', { verb: 'owed.do', subject: RR, input: { owed: 'scope', outcome } })
      expect(reply.kind).toBe('refusal')
    }
    expect(traces(house)).toEqual(before)
    expect(open(house, 'spa', 'scope').kind).toBe('form')
  })

  it('done already says who did it and when, and changes nothing', async () => {
    const house = await aReview({ scoped: true })
    const before = traces(house)
    const again = house.fill('slack', 'spa', open(house, 'spa', 'scope'), scoping)
    expect(again).toMatchObject({ kind: 'refusal' })
    expect(traces(house).subjects).toEqual(before.subjects)
  })
})

/** The dates around a meeting, and what they make people owe. */
import { describe, expect, it } from 'vitest'
import { callsFor } from '../../src/chasing/ladder.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import {
  addPaper,
  agendaFor,
  agendaOf,
  decideOnItem,
  defer,
  mattersArising,
  propose,
} from '../../src/meetings/agenda.ts'
import { recordAsAnswered } from '../../src/meetings/attendance.ts'
import { limitOf, type Step } from '../../src/meetings/cycle.ts'
import { close } from '../../src/meetings/decide.ts'
import { isFinished, stageOf } from '../../src/meetings/meeting.ts'
import { owedOf } from '../../src/meetings/owed.ts'
import { safeguarding } from '../calendar/calendars.ts'
import { meetingsOf2027 } from '../calendar/meetings-of-2027.ts'
import { demo } from '../partnership/demo.ts'
import { chscp, Played, refusal, slt } from './world.ts'

const owedUnder = (played: Played, key: string) => owedOf(played.meeting).find((one) => one.key === key)
const openFor = (played: Played, person: string) =>
  owedOf(played.meeting)
    .filter((one) => one.status === 'open' && one.openedAt <= played.meeting.at && one.obligor.people.includes(person))
    .map((one) => one.key)

describe('the dates around every meeting of 2027 are those of the wall planner', () => {
  const groups = Object.values(chscp.profile.groups)
  it.each(meetingsOf2027)('$group $no on $date', (planned) => {
    const group = groups.find(({ short }) => short === planned.group)!
    const [from, to] = planned.time.split('-')
    const called = { group: group.id, starts: `${planned.date}T${from}`, ends: `${planned.date}T${to}` }
    const { meeting } = new Played(called, { at: '2026-11-21T10:00' })
    const on = (step: Step) => limitOf(meeting, step)?.limit
    expect({
      called: on('items') ?? '-',
      papersIn: on('papers-in'),
      papersOut: on('papers-out'),
      deputies: on('deputies') ?? '-',
      actions: on('actions'),
      minutes: on('minutes-members') ?? '-',
    }).toEqual({
      called: planned.called,
      papersIn: planned.papersIn,
      papersOut: planned.papersOut,
      deputies: planned.deputies,
      actions: planned.actions,
      minutes: planned.minutes,
    })
    if (planned.quorum !== '-') expect(on('forecast')).toBe(planned.quorum)
  })
})

describe('a date', () => {
  it('says how it was counted', () => {
    expect(limitOf(new Played(slt).meeting, 'papers-out')?.because).toBe(
      '5 working days before Thu 25 Feb 2027 (day 0)',
    )
  })

  it('of clear days is one earlier, where the partnership has chosen them', () => {
    const { profile } = chscp
    const clear = { ...chscp, profile: { ...profile, settings: { ...profile.settings, papersOutClearDays: true } } }
    expect(limitOf(new Played(slt, { partnership: clear }).meeting, 'papers-out')?.limit).toBe('2027-02-17')
  })

  it('that had passed when the meeting was called is as soon as can be, and says so', () => {
    const played = new Played(slt, { at: '2027-02-22T11:00' })
    const papers = limitOf(played.meeting, 'papers-out')
    expect(papers?.limit).toBe('2027-02-22')
    expect(papers?.because).toContain('that was Thu 18 Feb 2027')
    expect(limitOf(played.meeting, 'items')).toBeUndefined()
  })
})

describe('what a meeting makes people owe', () => {
  it('is an answer from everybody but observers, until they have given it', () => {
    const played = new Played(slt)
    expect(openFor(played, 'slt-nhs')).toEqual(['reply/slt-nhs/slt-member'])
    expect(owedUnder(played, 'reply/slt-nhs/slt-member')).toMatchObject({
      silent: true,
      limit: { limit: '2027-02-22' },
    })
    expect(openFor(played.says('slt-nhs', 'attending'), 'slt-nhs')).toEqual([])
  })

  it('is a new answer after a move, chased as a new thing', () => {
    const played = new Played(slt).says('slt-nhs', 'attending')
    played.does('bm', [
      { kind: 'moved', data: { starts: '2027-03-04T14:00', ends: '2027-03-04T16:00', reason: 'Room' } },
    ])
    expect(owedUnder(played, 'reply/slt-nhs/slt-member')).toMatchObject({ status: 'open', round: 2 })
  })

  it('is nothing from a member who has not answered once it has begun, and nothing at all once it is cancelled', () => {
    const played = new Played(slt).at('2027-02-25T14:00')
    expect(owedUnder(played, 'reply/slt-nhs/slt-member')?.status).toBe('gap')
    played.does('bm', [{ kind: 'cancelled', data: { reason: 'No business' } }])
    expect(owedOf(played.meeting)).toEqual([])
  })

  it('is the chair’s choice, on the morning of the forecast and only while it is not quorate', () => {
    const played = new Played(slt)
    const forecast = owedUnder(played, 'forecast')!
    expect(callsFor(forecast, chscp.profile.chase, safeguarding).map(({ at }) => at.slice(0, 16))).toContain(
      '2027-02-23T09:00',
    )
    expect(callsFor(forecast, chscp.profile.chase, safeguarding).every(({ at }) => at > '2027-02-23')).toBe(true)
    for (const person of ['icsc', 'slt-hac', 'slt-nhs', 'slt-mps']) played.says(person, 'attending')
    expect(owedUnder(played, 'forecast')?.status).toBe('gap')
  })

  it('is the vice-chair’s choice when the chair has sent apologies', () => {
    const played = new Played(slt).says('icsc', 'apologies').at('2027-02-23T09:30')
    expect(owedUnder(played, 'forecast')?.obligor.people).toEqual(['slt-hac'])
    const wish = { owed: 'forecast', outcome: 'go-without-decisions' }
    expect(refusal(close(played.meeting, { ...wish, by: 'icsc' })).code).toBe('not-yours')
    played.does('slt-hac', close(played.meeting, { ...wish, by: 'slt-hac' }))
    expect(played.meeting.choice).toMatchObject({ choice: 'go-without-decisions', by: 'slt-hac' })
  })

  it('is agenda, actions and minutes from the support team, minutes from the chair, and then nothing more', () => {
    const played = new Played(slt).says('icsc', 'attending')
    const press = (by: string, owed: string) => played.does(by, close(played.meeting, { owed, outcome: 'done', by }))
    expect(openFor(played, 'bm')).toEqual(['agenda'])
    press('bm', 'agenda')
    expect(refusal(close(played.meeting, { owed: 'agenda', outcome: 'done', by: 'coord' })).sentence).toContain(
      'Jo Mockford',
    )
    expect(refusal(close(played.meeting, { owed: 'actions', outcome: 'done', by: 'bm' })).code).toBe('not-over')

    played.at('2027-02-25T16:30')
    expect(openFor(played, 'bm')).toEqual(['actions', 'minutes-draft'])
    expect(refusal(close(played.meeting, { owed: 'minutes-draft', outcome: 'done', by: 'bm' })).code).toBe(
      'no-attendance',
    )
    played.does('bm', recordAsAnswered(played.meeting))
    press('bm', 'actions')
    press('bm', 'minutes-draft')
    expect(openFor(played, 'icsc')).toEqual(['minutes-approve'])
    expect(refusal(close(played.meeting, { owed: 'minutes-approve', outcome: 'done', by: 'bm' })).code).toBe(
      'not-yours',
    )
    press('icsc', 'minutes-approve')
    expect(isFinished(played.meeting)).toBe(false)
    press('bm', 'minutes-send')
    expect(stageOf(played.meeting)).toBe('finished')
  })
})

describe('the agenda', () => {
  const item = { title: 'Data sharing agreement', owner: 'slt-nhs', purpose: 'decision' as const }

  it('has the standing items by itself, each with its time', () => {
    const agenda = agendaOf(new Played(slt).meeting)
    expect(agenda[0]).toMatchObject({ n: 1, starts: '14:00', title: 'Welcome, apologies and conflicts of interest' })
    expect(agenda.at(-1)?.title).toBe('Any other business')
    expect(agenda.map(({ title }) => title)).toEqual(chscp.profile.groups.slt?.agenda)
  })

  it('takes a proposal only once the chair has accepted it, before any other business', () => {
    const played = new Played(slt)
    played.does('slt-nhs', propose(played.meeting, { ...item, minutes: 20 }))
    expect(agendaOf(played.meeting).map(({ title }) => title)).not.toContain(item.title)
    expect(openFor(played, 'icsc')).toContain('proposal/item-1')
    played.does('icsc', close(played.meeting, { owed: 'proposal/item-1', outcome: 'accept', by: 'icsc' }))
    expect(agendaOf(played.meeting).at(-2)).toMatchObject({ title: item.title, minutes: 20, purpose: 'decision' })
    expect(refusal(decideOnItem(played.meeting, 'item-1', 'decline')).sentence).toContain(
      'accepted by Marlowe Testwick',
    )
  })

  it('asks the owner for the paper until it is there; one that comes after the papers went out is a supplement', () => {
    const played = new Played(slt)
    played.does('bm', propose(played.meeting, { ...item, paper: true }, { accepted: true }))
    expect(owedUnder(played, 'paper/item-1')).toMatchObject({
      obligor: { people: ['slt-nhs'] },
      limit: { limit: '2027-02-15' },
    })
    const paper = { item: 'item-1', title: 'Agreement', url: 'https://papers.example/1', owner: 'slt-nhs' }
    played.does('slt-nhs', addPaper(played.meeting, paper))
    expect(owedUnder(played, 'paper/item-1')).toBeUndefined()
    played.does('bm', close(played.meeting, { owed: 'agenda', outcome: 'done', by: 'bm' }))
    played.does('slt-nhs', addPaper(played.meeting, { ...paper, title: 'Annex' }))
    expect(played.meeting.papers.map(({ title, supplement }) => [title, supplement])).toEqual([
      ['Agreement', false],
      ['Annex', true],
    ])
  })

  it('shows a confidential item to the seats of the group only', () => {
    const played = new Played({ group: 'executive', starts: '2027-03-16T10:00', ends: '2027-03-16T12:30' })
    played.does('bm', propose(played.meeting, { ...item, confidential: true }, { accepted: true }))
    const titleFor = (viewer: string | undefined) => agendaFor(played.meeting, viewer).at(-1)?.title
    expect(titleFor('slt-mps')).toBe(item.title)
    expect([titleFor(undefined), titleFor('lead-h')]).toEqual(['Confidential item', 'Confidential item'])
  })

  it('carries over what was not reached, once', () => {
    const first = new Played(slt)
    first.does('bm', propose(first.meeting, item, { accepted: true }))
    first.at('2027-02-25T15:55').does('icsc', defer(first.meeting, 'item-1'))
    const next = new Played({ group: 'slt', starts: '2027-06-24T14:00', ends: '2027-06-24T16:00' })
    next.does('bm', mattersArising([first.meeting]))
    expect(agendaOf(next.meeting)[2]).toMatchObject({ title: `Matters arising: ${item.title}`, source: 'carried' })
    expect(mattersArising([first.meeting, next.meeting])).toEqual([])
    expect(isRefusal(defer(first.meeting, 'item-1'))).toBe(true)
  })
})

it('the deputies-by date of a meeting called long ahead wakes nobody before its ladder does', () => {
  const played = new Played({ ...slt, planned: true }, { at: '2026-11-21T10:00' })
  const rungs = owedOf(played.meeting).flatMap((one) => callsFor(one, demo().profile.chase, safeguarding))
  expect(rungs.every(({ at }) => at > '2027-01-01')).toBe(true)
  expect(stageOf(played.meeting)).toBe('planned')
})

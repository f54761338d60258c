/** Draft minutes: agenda, attendance, quorum, decisions, actions, and the same as a document. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { londonInstant } from '../../src/kernel/time.ts'
import { defer, propose } from '../../src/meetings/agenda.ts'
import { leave, recordAsAnswered } from '../../src/meetings/attendance.ts'
import { agreeAction, decide, decisionsOf } from '../../src/meetings/decisions.ts'
import { minutesOf } from '../../src/meetings/minutes.ts'
import { minutesDocx } from '../../src/meetings/minutes-docx.ts'
import { wordsOf } from '../stories/house.ts'
import { Played, refusal, seat, slt } from './world.ts'

const half = londonInstant('2027-02-25T15:00')

/** An SLT from which health leaves at 15:00. */
function held() {
  const played = new Played(slt).says('slt-mps', 'deputy').says('slt-col', 'apologies')
  for (const person of ['icsc', 'slt-hac', 'slt-nhs']) played.says(person, 'attending')
  const secret = {
    title: 'Conduct of a contractor',
    owner: 'slt-hac',
    purpose: 'discussion' as const,
    confidential: true as const,
  }
  played.does('bm', propose(played.meeting, secret, { accepted: true }))
  played.at('2027-02-25T15:50').does('bm', recordAsAnswered(played.meeting))
  played.does('bm', leave(played.meeting, { seat: seat.nhs, at: half }))
  played.does(
    'bm',
    decide(played.meeting, {
      item: 'standing-5',
      says: 'The risk register is agreed',
      when: londonInstant('2027-02-25T14:30'),
    }),
  )
  played.does(
    'bm',
    decide(played.meeting, {
      item: 'standing-6',
      says: 'The business plan is agreed',
      when: londonInstant('2027-02-25T15:30'),
    }),
  )
  played.does(
    'bm',
    agreeAction(played.meeting, { item: 'standing-5', says: 'Update the register', owner: 'spa', due: '2027-03-31' }),
  )
  return played.does('icsc', defer(played.meeting, 'standing-8'))
}

const text = (played: Played, how = {}) =>
  wordsOf({ summary: '', sensitivity: 'group', blocks: minutesOf(played.meeting, how).blocks })

describe('the minutes', () => {
  it('name who was there by the codes of the matrix, and when they left', () => {
    const said = text(held())
    expect(said).toContain('Met Police | Bo Standinsky | Deputy attended')
    expect(said).toContain('City of London Corporation | Lee Specimen | Apology')
    expect(said).toContain('City of London Police | Robin Stubbsample | Did not attend')
    expect(said).toContain('NHS | Noor Exampleton | Attended, left at 15:00')
  })

  it('say that a decision taken after quorum was lost is provisional, and that one before stands', () => {
    const played = held()
    expect(decisionsOf(played.meeting).map(({ provisional }) => provisional !== undefined)).toEqual([false, true])
    const said = text(played)
    expect(said).toContain('Quorum was lost at 15:00')
    expect(said).toContain('Decided: The risk register is agreed')
    expect(said).toContain('Provisional, to be confirmed: The business plan is agreed')
  })

  it('treat a decision written down without its time by who was still there at the end', () => {
    const played = held().at('2027-02-26T10:00')
    played.does('bm', decide(played.meeting, { item: 'standing-7', says: 'The report is noted' }))
    expect(decisionsOf(played.meeting).at(-1)?.provisional).toContain('At 16:00')
  })

  it('list actions with owner and date, and what was carried over', () => {
    const said = text(held())
    expect(said).toContain('5 | Update the register | Priya Sampleton | Wed 31 Mar 2027')
    expect(said).toContain('Not reached; carried over to the next meeting.')
  })

  it('leave out what is confidential unless they are for those who may read it', () => {
    expect(text(held())).not.toContain('Conduct of a contractor')
    expect(text(held())).toContain('One confidential item is minuted apart.')
    expect(text(held(), { confidential: true })).toContain('Conduct of a contractor')
  })

  it('take no decision before the meeting, nor after they were approved', () => {
    expect(refusal(decide(new Played(slt).meeting, { item: 'standing-5', says: 'Agreed' })).code).toBe('not-begun')
    const approved = held().does('icsc', [{ kind: 'minutes-approved', data: {} }])
    expect(refusal(decide(approved.meeting, { item: 'standing-5', says: 'Agreed' })).code).toBe('minutes-approved')
    expect(minutesOf(approved.meeting).status).toBe('Minutes')
  })

  it('are a document that a word processor opens', async () => {
    const file = unzipSync(new Uint8Array(await minutesDocx(minutesOf(held().meeting))))
    const body = strFromU8(file['word/document.xml'] as Uint8Array)
    expect(body).toContain('Strategic Leadership Team')
    expect(body).toContain('Deputy attended')
    expect(body).toContain('<w:tblHeader/>')
  })
})

import { describe, expect, it } from 'vitest'
import { handsNeeded, whoMay } from '../../src/partnership/authority/may.ts'
import { at, demo, granted, joined, juniper, later, refused, seated, verdict } from './demo.ts'

const p = demo()
const no = 'not-yours'

describe('the permission matrix, cell by cell where it matters (DOMAIN 6)', () => {
  it.each([
    // raising
    ['hospital', 'case.raise', {}, 'agency-contact'],
    ['lan-hac', 'rapid-review.start', {}, 'la-notifier'],
    ['lead-h', 'case.raise', {}, no],
    ['lay-c', 'case.raise', {}, no],
    // seeing that a case exists
    ['icsc', 'case.see', juniper, 'icsc'],
    ['slt-clp', 'case.see', juniper, 'slt-member'],
    ['hospital', 'case.see', juniper, 'agency-contact'],
    ['hcvs', 'case.see', juniper, no],
    ['cafcass', 'case.see', juniper, no],
    ['lan-hac', 'case.see', juniper, 'la-notifier'],
    ['lan-col', 'case.see', juniper, no],
    ['lead-h', 'case.see', juniper, no],
    ['lay-h', 'case.see', juniper, no],
    ['qa-alt', 'case.see', juniper, no],
    ['qa-alt', 'case.see', { ...juniper, alternateAppointed: true }, 'case-alternate for icsc'],
    // notification
    ['lan-hac', 'rapid-review.notified', juniper, 'la-notifier'],
    ['lan-col', 'rapid-review.notified', juniper, no],
    ['spa', 'rapid-review.notified', juniper, 'spa'],
    ['icsc', 'rapid-review.notified', juniper, no],
    // scoping and returns
    ['spa', 'case.scope', juniper, 'spa'],
    ['bm', 'case.scope', juniper, 'support'],
    ['icsc', 'case.scope', juniper, no],
    ['bm', 'case.extend', juniper, no],
    ['spa', 'case.extend', juniper, 'spa'],
    ['hospital', 'case.return', { ...juniper, agency: 'homerton' }, 'agency-contact'],
    ['housing', 'case.return', { ...juniper, agency: 'homerton' }, no],
    ['slt-hac', 'form.see', { ...juniper, form: 'D' }, no],
    ['slt-hac', 'form.see', { ...juniper, form: 'D', shared: true }, 'slt-member'],
    ['lay-h', 'form.see', { ...juniper, form: 'D', shared: true }, no],
    ['icsc', 'form.see', { ...juniper, form: 'unheard-of' }, 'nobody'],
    // deciding
    ['icsc', 'case.agree', juniper, 'icsc'],
    ['spa', 'case.agree', juniper, no],
    ['slt-hac', 'case.agree', juniper, no],
    ['qa-alt', 'case.agree', juniper, no],
    ['icsc', 'case.return-draft', juniper, 'icsc'],
    ['spa', 'case.return-draft', juniper, no],
    ['slt-nhs', 'case.ratify', juniper, 'slt-member'],
    ['spa', 'case.ratify', juniper, no],
    ['icsc', 'case.ratify', juniper, no],
    ['slt-nhs', 'case.acknowledge', { ...juniper, agency: 'nhs' }, 'slt-member'],
    ['slt-nhs', 'case.acknowledge', { ...juniper, agency: 'mps' }, no],
    ['hospital', 'case.point', juniper, 'agency-contact'],
    ['spa', 'case.submit', juniper, 'spa'],
    ['icsc', 'case.submit', juniper, no],
    ['icsc', 'case.delay', juniper, 'icsc'],
    ['spa', 'case.delay', juniper, no],
    ['slt-col', 'case.delay-vote', juniper, 'slt-member'],
    ['icsc', 'case.delay-vote', juniper, no],
    ['slt-mps', 'case.hold', juniper, 'slt-member'],
    ['slt-nhs', 'case.hold', juniper, no],
    ['pol-dis', 'case.hold', juniper, 'agency-contact'],
    ['hospital', 'case.hold', juniper, no],
    ['icsc', 'case.publish', juniper, 'icsc'],
    ['slt-nhs', 'case.publish', juniper, no],
    // meetings
    ['icsc', 'meeting.see', { group: 'slt' }, 'icsc'],
    ['hospital', 'meeting.see', { group: 'slt' }, no],
    ['lead-h', 'meeting.see', { group: 'executive' }, 'lead-member'],
    ['lay-h', 'meeting.see', { group: 'executive' }, 'lay-member'],
    ['hcvs', 'meeting.see', { group: 'case-review' }, no],
    ['hospital', 'meeting.see', { group: 'case-review' }, 'member'],
    ['lay-h', 'meeting.see', { group: 'case-review' }, no],
    ['lay-h', 'motion.vote', { group: 'executive' }, no],
    ['lead-h', 'motion.vote', { group: 'executive' }, no],
    ['icsc', 'motion.vote', { group: 'slt' }, no],
    ['slt-nhs', 'motion.vote', { group: 'slt' }, 'slt-member'],
    ['hcvs', 'motion.vote', { group: 'executive' }, 'exec-member'],
    ['hcvs', 'motion.vote', { group: 'slt' }, no],
    ['slt-nhs', 'meeting.reply', { group: 'early-help' }, 'member'],
    ['hcvs', 'meeting.reply', { group: 'early-help' }, no],
    ['slt-hac', 'meeting.minutes', { group: 'slt' }, 'slt-member'],
    ['slt-nhs', 'meeting.minutes', { group: 'slt' }, no],
    ['slt-col', 'meeting.agenda', { group: 'learning' }, 'chair'],
    ['slt-col', 'meeting.agenda', { group: 'vulnerable-adolescents' }, no],
    ['hcvs', 'meeting.see', { group: 'no-such-group' }, 'nobody'],
    // the partnership itself
    ['spa', 'seat.give', { role: 'member' }, 'spa'],
    ['icsc', 'seat.give', { role: 'member' }, no],
    ['icsc', 'seat.give', { role: 'case-alternate' }, 'icsc'],
    ['coord', 'seat.give', { role: 'icsc' }, no],
    ['slt-mps', 'deputy.register', { agency: 'mps' }, 'slt-member'],
    ['slt-mps', 'deputy.register', { agency: 'nhs' }, no],
    ['slt-nhs', 'amendment.answer', { agency: 'nhs' }, 'slt-member'],
    ['spa', 'amendment.answer', {}, no],
    ['hcvs', 'action.update', { group: 'learning', owner: 'hcvs' }, 'agency-contact'],
    ['cafcass', 'action.update', { group: 'learning', owner: 'hcvs' }, no],
    ['hospital', 'audit11.submit', { agency: 'homerton' }, 'agency-contact'],
    ['hospital', 'audit11.submit', { agency: 'elft' }, no],
    ['slt-nhs', 'audit.see', { owner: 'slt-nhs' }, 'slt-member'],
    ['slt-nhs', 'audit.see', { owner: 'slt-mps' }, no],
    ['slt-nhs', 'audit.see', juniper, 'slt-member'],
    ['slt-clp', 'audit.see', juniper, no],
    ['slt-hac', 'evidence.pack', juniper, no],
    ['bm', 'muster.bind', {}, 'support'],
    ['slt-hac', 'muster.bind', {}, no],
    ['lay-c', 'muster.help', {}, 'lay-member'],
    ['lay-c', 'incident.report', {}, 'lay-member'],
  ] as const)('%s, %s, %o: %s', (person, verb, about, expected) => {
    expect(verdict(p, person, verb, about)).toBe(expected)
  })

  it('a system administrator looks after Muster and sees no case', () => {
    const q = demo([joined('admin', 'support-team'), seated('admin', 'sys-admin')])
    expect(verdict(q, 'admin', 'muster.reload')).toBe('sys-admin')
    expect(verdict(q, 'admin', 'audit.see', { kind: 'technical' })).toBe('sys-admin')
    for (const verb of [
      'case.see',
      'case.agree',
      'case.return',
      'case.submit',
      'rapid-review.status',
      'evidence.pack',
    ]) {
      expect(verdict(q, 'admin', verb, { ...juniper, agency: 'homerton', shared: true })).toBe(no)
    }
    expect(verdict(q, 'admin', 'seat.give', { role: 'icsc' })).toBe(no)
  })
})

describe('nobody slips through', () => {
  it('a verb that is not in the table may be done by nobody', () => {
    for (const person of p.people.keys()) expect(verdict(p, person, 'case.delete')).toBe('unknown-verb')
    expect(verdict(p, 'icsc', 'constructor')).toBe('unknown-verb')
  })

  it('a stranger may nothing, a leaver nothing from that moment', () => {
    expect(verdict(p, 'passer-by', 'muster.help')).toBe('not-known')
    const q = demo([{ kind: 'person-left', at, person: 'icsc' }])
    expect(verdict(q, 'icsc', 'case.agree', juniper, at)).toBe('left')
    expect(verdict(q, 'icsc', 'case.agree', juniper, '2027-01-11T09:59:59.000Z')).toBe('icsc')
  })

  it('a seat that has ended gives nothing', () => {
    const q = demo([{ kind: 'seat-ended', at, seat: 'slt-nhs/slt-member' }])
    expect(verdict(q, 'slt-nhs', 'case.ratify', juniper, later)).toBe(no)
  })

  it('somebody known with an agency and no seat may raise a case and ask for help, and no more', () => {
    const q = demo([joined('school-lead', 'city-schools')])
    expect(verdict(q, 'school-lead', 'case.raise')).toBe('person')
    expect(verdict(q, 'school-lead', 'muster.help')).toBe('person')
    expect(verdict(q, 'school-lead', 'case.see', juniper)).toBe(no)
    expect(verdict(q, 'school-lead', 'meeting.see', { group: 'executive' })).toBe(no)
  })
})

describe('deputies', () => {
  it('a registered deputy decides for the member, from the member\u2019s seat, and the record says so', () => {
    expect(granted(p, 'slt-mps-dep', 'case.ratify', juniper)).toEqual({
      person: 'slt-mps-dep',
      role: 'slt-member',
      seat: 'slt-mps/slt-member',
      agency: 'mps',
      actingFor: 'slt-mps',
      as: 'slt-member for slt-mps',
      ownAgency: true,
    })
    expect(granted(p, 'slt-mps', 'motion.vote', { group: 'slt' }).seat).toBe(
      granted(p, 'slt-mps-dep', 'motion.vote', { group: 'slt' }).seat,
    )
  })

  it('one who may not decide attends and reads, and is told why that is all', () => {
    const q = demo([joined('junior', 'nhs'), seated('junior', 'slt-member', { deputyFor: 'slt-nhs/slt-member' })])
    expect(verdict(q, 'junior', 'meeting.reply', { group: 'slt' })).toBe('slt-member for slt-nhs')
    expect(refused(q, 'junior', 'case.ratify', { ...juniper, agency: 'nhs' })).toMatchObject({
      code: 'deputy-may-not-decide',
      next: 'Ask Noor Exampleton.',
    })
    expect(verdict(q, 'junior', 'motion.vote', { group: 'slt' })).toBe('deputy-may-not-decide')
  })

  it('a deputy\u2019s deputy has no standing, even when somebody wrote one into the data', () => {
    const deputySeat = p.seats.find((seat) => seat.deputyFor === 'slt-mps/slt-member')?.id
    const q = demo([joined('third', 'mps'), seated('third', 'slt-member', { deputyFor: deputySeat, mayDecide: true })])
    expect(verdict(q, 'third', 'case.ratify', juniper)).toBe(no)
    expect(verdict(q, 'third', 'meeting.see', { group: 'slt' })).toBe(no)
  })

  it('a deputy\u2019s standing ends with the member\u2019s seat', () => {
    const q = demo([{ kind: 'person-left', at, person: 'slt-mps' }])
    expect(verdict(q, 'slt-mps-dep', 'case.ratify', juniper, later)).toBe(no)
  })
})

describe('a conflict of interest', () => {
  it('moves the decision to the alternate, who acts for the commissioner', () => {
    const conflicted = { ...juniper, conflicted: true }
    expect(refused(p, 'icsc', 'case.agree', conflicted)).toMatchObject({
      code: 'conflict',
      sentence: 'You declared a conflict of interest here, so you may not agree a rapid review.',
      next: 'Ask Wyn Backupson.',
    })
    expect(granted(p, 'qa-alt', 'case.agree', conflicted)).toMatchObject({ role: 'case-alternate', actingFor: 'icsc' })
  })

  it('stops an alternate with a conflict of their own', () => {
    const both = { ...juniper, conflicted: true, conflictedPeople: ['qa-alt'] }
    expect(verdict(p, 'qa-alt', 'case.agree', both)).toBe('conflict')
    expect(whoMay(p, 'case.agree', both, at)).toEqual([])
  })

  it('does not take a partner\u2019s statutory view away; it marks it', () => {
    expect(granted(p, 'slt-hac', 'case.ratify', juniper).ownAgency).toBe(true)
    expect(granted(p, 'slt-clp', 'case.ratify', juniper).ownAgency).toBeUndefined()
  })
})

describe('two people', () => {
  it('withdraw, move a statutory date and publish; and give the commissioner\u2019s or the alternate\u2019s seat', () => {
    expect(['case.withdraw', 'case.move-date', 'case.publish'].map((verb) => handsNeeded(verb))).toEqual([2, 2, 2])
    expect(handsNeeded('seat.give', { role: 'icsc' })).toBe(2)
    expect(handsNeeded('seat.give', { role: 'member' })).toBe(1)
    expect(handsNeeded('case.agree')).toBe(1)
  })

  it('can always be met by two different people of the cast', () => {
    for (const verb of ['case.withdraw', 'case.move-date', 'case.publish']) {
      expect(whoMay(p, verb, juniper, at).length).toBeGreaterThanOrEqual(2)
    }
    expect(whoMay(p, 'seat.give', { role: 'case-alternate' }, at).map((one) => one.person.id)).toEqual(['icsc', 'spa'])
  })
})

import type { Alarm, Copy, OutboxLine, Subject } from '../../src/ports.ts'

export const at = '2026-12-17T16:40:00.000Z'
export const later = '2026-12-18T09:00:00.000Z'
export const key = Buffer.alloc(32, 7)
export const anotherKey = Buffer.alloc(32, 8)

export const juniper: Omit<Subject, 'version'> = {
  id: 'rr-2026-01',
  kind: 'rapid-review',
  title: 'JUNIPER',
  profile: 'wt2018-chscp',
  open: true,
  createdAt: at,
}

export const aLine = (key: string, change: Partial<OutboxLine> = {}): Omit<OutboxLine, 'status' | 'attempts'> => ({
  id: `out_${key}`,
  key,
  to: { person: 'p-housing' },
  content: { card: 'return', subject: juniper.id },
  statutory: false,
  notBefore: at,
  writtenAt: at,
  ...change,
})

export const anAlarm = (key: string, when = at): Pick<Alarm, 'key' | 'subject' | 'at' | 'about'> => ({
  key,
  subject: juniper.id,
  at: when,
  about: { owed: 'returns/housing', rung: 'T-2' },
})

export const aCopy = (id: string, change: Partial<Copy> = {}): Copy => ({
  id,
  line: `out_${id}`,
  card: 'case',
  subject: juniper.id,
  posted: { platform: 'slack', tenant: 'T1', conversation: 'C1', message: id },
  drawn: 'hash-1',
  at,
  ...change,
})

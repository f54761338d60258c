/** The evidence pack at the desk: a download for whoever is signed in and may have it. */
import { afterAll, describe, expect, it } from 'vitest'
import { refuse } from '../../src/kernel/result.ts'
import { createCore } from './core.ts'
import { openDesk } from './visitor.ts'

interface Asked {
  readonly person: string
  readonly subject: string
  readonly narrative: boolean
}

describe('the evidence pack at the desk', async () => {
  const asked: Asked[] = []
  const core = {
    ...createCore(),
    evidence: async (wanted: Asked) => {
      asked.push(wanted)
      if (wanted.subject === 'rr-2026-09')
        return refuse('not-yours', 'Only the adviser may take an evidence pack.', 'Ask them.')
      return { name: 'RR-2026-04-evidence.docx', bytes: new Uint8Array([80, 75, 3, 4]) }
    },
  }
  const desk = await openDesk(core)
  afterAll(() => desk.close())

  it('comes as a file that no cache keeps, under the case’s number only', async () => {
    const visitor = await desk.signedIn()
    const page = await visitor.open('/desk/evidence/rr-2026-04?narrative=no')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-disposition')).toBe('attachment; filename="RR-2026-04-evidence.docx"')
    expect(page.headers.get('content-type')).toContain('wordprocessingml')
    expect(page.headers.get('cache-control')).toBe('no-store')
    await visitor.open('/desk/evidence/rr-2026-04')
    expect(asked.map(({ narrative, subject }) => [subject, narrative])).toEqual([
      ['rr-2026-04', false],
      ['rr-2026-04', true],
    ])
    expect(new Set(asked.map(({ person }) => person)).size).toBe(1)
  })

  it('is refused in a sentence to whoever may not have it', async () => {
    const visitor = await desk.signedIn()
    const page = await visitor.open('/desk/evidence/rr-2026-09')
    expect(page.status).toBe(403)
    expect(page.html).toContain('Only the adviser may take an evidence pack')
  })

  it('is not even asked for by somebody who is not signed in', async () => {
    const before = asked.length
    const page = await desk.visitor().open('/desk/evidence/rr-2026-04')
    expect(page.status).toBe(401)
    expect(asked.length).toBe(before)
  })
})

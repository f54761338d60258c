/** The evidence pack: the whole record of a case in one document, which a second person can check. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { takeEvidence } from '../../src/app/evidence.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { canonical } from '../../src/record/canonical.ts'
import type { Pack } from '../../src/record/evidence/pack.ts'
import { inspect } from '../../src/record/journal.ts'
import { fileOf } from '../../wire/evidence.ts'
import { AT_THE_DESK, type aReview, done, labelsOf, refusalIn, wordsOf } from '../procedures/story.ts'
import { THE_POINT, tellJuniper } from '../stories/juniper.ts'

type Story = ReturnType<typeof aReview>

describe('the evidence pack of JUNIPER', () => {
  let story: Story
  beforeAll(async () => {
    const juniper = tellJuniper()
    await juniper.until('2027-01-21T10:00')
    story = juniper.story
  })
  const take = (how: { narrative: boolean; person?: string }): Pack => {
    const pack = takeEvidence(story.house, { subject: story.subject, ...how })
    if (isRefusal(pack)) throw new Error(pack.sentence)
    return pack
  }
  const words = (pack: Pack, title?: string) =>
    pack.sections
      .filter((section) => title === undefined || section.title.startsWith(title))
      .map(({ blocks, title: name }) => wordsOf({ summary: name, sensitivity: 'person', blocks }))
      .join('\n')

  it('has every date with its limit, its sum, its level and source, and when it was done', () => {
    const dates = words(take({ narrative: false }), 'Dates')
    expect(dates).toContain('Tue 12 Jan 2027\nPlanned for Mon 11 Jan 2027')
    expect(dates).toContain('15 working days from Thu 17 Dec 2026 (day 0), skipping 25 and 28 Dec and 1 Jan')
    expect(dates).toContain('D-15, guidance, 19.13.')
    expect(dates).toContain('Mon 11 Jan 2027 15:40, recorded Mon 11 Jan 2027 15:41')
    expect(dates).toContain('Agency return (Hackney Housing Services): to Mon 4 Jan 2027')
    expect(dates).toContain('Went on without: Hackney schools, Hackney Housing Services')
  })

  it('binds each decision to the version that was read, with its criteria and reasons', () => {
    const decisions = words(take({ narrative: true }), 'Decisions')
    const { course } = story
    const [first, , third] = course().submitted.filter(({ form }) => form === 'E')
    expect(decisions).toContain(`${first?.hash}\nversion 1 of “Rapid Review checklist”, since amended`)
    expect(decisions).toContain(`${third?.hash}\nversion 3 of “Rapid Review checklist”, the current one`)
    expect(decisions).toContain('Return the draft to the Senior Professional Adviser')
    expect(decisions).toContain('Decided by: Marlowe Testwick, Independent Child Safeguarding Commissioner')
    expect(decisions).toContain(`Why: ${AT_THE_DESK}`)
  })

  it('has what the partners answered, who changed which form, what was recorded as notified, and who was told', () => {
    const pack = take({ narrative: true })
    expect(words(pack, 'The safeguarding partners')).toMatch(/City & Hackney.*point of substance.*Noor Exampleton/)
    expect(words(pack, 'Forms')).toContain('3: Priya Sampleton | Which facts are confirmed? |')
    expect(words(pack, 'Forms')).toContain('The fact, corrected')
    expect(words(pack, 'Notifications: recorded, not sent by Muster')).toContain('SIN-2026-0417')
    expect(words(pack, 'Who was told')).toContain('Told: the case has begun')
    expect(words(pack, 'Who was told')).toContain('Marlowe Testwick')
  })

  it('without narrative holds no word that was written on the desk, in the pack or in its file', async () => {
    const pack = take({ narrative: false })
    const { bytes, name } = await fileOf(pack)
    const file = Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join()
    expect(`${words(pack)}${file}`).not.toContain(AT_THE_DESK)
    expect(`${words(pack)}${file}`).not.toContain(THE_POINT)
    expect(words(pack)).toContain('Sealed; this pack is without narrative')
    expect(words(take({ narrative: true }))).toContain(THE_POINT)
    expect(name).toBe(`${pack.ref}-evidence.docx`)
    expect(file).toContain('Evidence pack')
  })

  it('can be checked by somebody else: its head is in the journal, and each hash can be worked out from the entry', () => {
    const pack = take({ narrative: false })
    const shown = words(pack, 'The journal')
    story.store.read((tx) => {
      for (const entry of tx.journal.of(story.subject)) {
        const { hash, ...covered } = entry
        expect(createHash('sha256').update(canonical(covered)).digest('hex')).toBe(hash)
        expect(shown).toContain(hash)
      }
      const n = Number(/(\d+) \| [0-9a-f]{64}/.exec(words(pack, 'The record'))?.[1])
      const hash = /\d+ \| ([0-9a-f]{64})/.exec(words(pack, 'The record'))?.[1] ?? ''
      expect(inspect(tx.journal, { n, hash }).ok).toBe(true)
      expect(inspect(tx.journal, { n, hash: '0'.repeat(64) }).ok).toBe(false)
    })
  })

  it('is taken by those who look after the record, and by nobody else; that it was taken is written down', () => {
    take({ narrative: false, person: 'spa' })
    const entry = story.store.read((tx) => tx.journal.of(story.subject).at(-1))
    expect(entry).toMatchObject({ verb: 'evidence.pack', by: 'spa', detail: { narrative: false, from: 'desk' } })
    for (const person of ['slt-hac', 'hospital', 'lay-h', 'lan-hac']) {
      expect(takeEvidence(story.house, { subject: story.subject, narrative: true, person })).toMatchObject({
        refused: true,
      })
    }
    expect(takeEvidence(story.house, { subject: 'NO-SUCH', narrative: false })).toMatchObject({
      code: 'no-such-case',
    })
  })

  it('is found on the desk by the adviser: a button, and from it the two ways to the file', () => {
    const page = story.say('desk', 'spa', { verb: 'matter.see', subject: story.subject })
    expect(page.kind === 'message' && labelsOf(page.message)).toContain('Evidence pack')
    const partner = story.say('desk', 'slt-hac', { verb: 'matter.see', subject: story.subject })
    expect(partner.kind === 'message' && labelsOf(partner.message)).not.toContain('Evidence pack')
    const way = story.say('desk', 'spa', { verb: 'evidence.pack', subject: story.subject })
    expect(way.kind === 'message' && labelsOf(way.message)).toEqual([
      'Download with narrative',
      'Download without narrative',
    ])
    expect(refusalIn(story.say('desk', 'slt-hac', { verb: 'evidence.pack', subject: story.subject })).code).toBe(
      'not-yours',
    )
  })

  it('the record in words: the adviser reads all of it, a contact their own acts, a stranger to the case not even that there is one', () => {
    const read = (person: string, platform: 'desk' | 'slack' | 'teams' = 'desk') =>
      story.command(platform, person, `muster record ${story.title}`)
    const said = (person: string) => {
      const reply = read(person)
      return reply.kind === 'message' ? wordsOf(reply.message) : reply.kind
    }
    expect(said('spa')).toContain(
      'Mon 11 Jan 2027 15:41, Priya Sampleton, Senior Professional Adviser: Submitted “Submission record”, version 1',
    )
    expect(said('spa')).toContain('Read the file on the desk')
    expect(said('hospital')).toContain('Dr Imogen Trialsby')
    expect(said('hospital')).not.toContain('Marlowe Testwick')
    const outside = refusalIn(read('lay-h'))
    expect(outside.code).toBe('no-such-record')
    expect(outside.sentence).not.toContain('Hackney')
    expect(said('spa')).not.toContain(AT_THE_DESK)
    const short = read('spa', 'slack')
    expect(short.kind === 'message' && labelsOf(short.message)).toEqual(['Earlier'])
    done(short)
  })
})

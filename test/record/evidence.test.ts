/** The evidence pack: the whole record of a case in one document, which a second person can check. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { takeEvidence } from '../../src/app/evidence.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { PICTURE } from '../../src/papers/look.ts'
import { canonical } from '../../src/record/canonical.ts'
import type { Pack } from '../../src/record/evidence/pack.ts'
import { inspect } from '../../src/record/journal.ts'
import { fileOf } from '../../wire/evidence.ts'
import { AT_THE_DESK, done, labelsOf, refusalIn, wordsOf } from '../procedures/story.ts'
import { THE_POINT, tellJuniper } from '../stories/juniper.ts'

/** One telling for all: it goes on from one chapter to the next. */
const juniper = tellJuniper()

describe('the evidence pack of JUNIPER', () => {
  const { story } = juniper
  beforeAll(() => juniper.until('2027-01-21T10:00'), 120_000)
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
    expect(dates).toContain('Fri 15 Jan 2027, recorded Fri 15 Jan 2027 14:00')
    expect(dates).toContain('Agency return (Hackney Housing Services): to Mon 4 Jan 2027')
    expect(dates).toContain('Went on without: Hackney schools, Hackney Housing Services')
  })

  it('draws every dated step once, in pictures of which two stand on a page: none is left empty before the next', () => {
    const figures = take({ narrative: false }).sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'figure'),
    )
    const steps = figures.flatMap(({ table }) => table.rows.map(([step]) => step))
    expect(new Set(steps).size).toBe(steps.length)
    expect(figures[0]?.sentence).toContain(` of ${steps.length} dated steps are done`)
    expect(figures.at(-1)?.sentence).toMatch(new RegExp(`^Steps \\d+ to ${steps.length} of ${steps.length}\\.$`))
    for (const { svg } of figures) {
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
      expect((Number(height) * PICTURE.width) / Number(width)).toBeLessThan(PICTURE.height / 2)
    }
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

describe('19.30 and D-28: the pack of JUNIPER from recommendation to impact', { timeout: 120_000 }, () => {
  const { story } = juniper
  const actions = () => {
    const pack = takeEvidence(story.house, { subject: story.subject, narrative: false })
    if (isRefusal(pack)) throw new Error(pack.sentence)
    const section = pack.sections.find(({ title }) => title.startsWith('Actions'))
    const block = section?.blocks.find(({ kind }) => kind === 'table')
    return {
      pack,
      columns: block?.kind === 'table' ? block.columns : [],
      rows: block?.kind === 'table' ? block.rows.map((row) => row.join(' | ')) : [],
      words: wordsOf({ summary: '', sensitivity: 'person', blocks: section?.blocks ?? [] }),
    }
  }

  it('before there is a plan it says so; once there is, form M is where it comes from and the tracker where it stands', async () => {
    await juniper.until('2027-12-06T10:00')
    expect(actions().words).toContain('No action has been agreed.')
    await juniper.until('2028-01-20T12:00')
    const { columns, rows, words } = actions()
    expect(columns).toEqual(['Recommendation', 'Action', 'Evidence', 'Impact after 6 months', 'Impact after 12 months'])
    expect(rows[0]).toContain('Ask who lives in the home\nFor children: Babies are seen together')
    expect(rows[0]).toContain(
      'By Wed 1 Mar 2028. On track. | None yet | To be checked by Fri 2 Jun 2028 | To be checked by Fri 1 Dec 2028',
    )
    expect(rows[1]).toContain(
      'Minutes of the housing board, item 4\nShown by Gil Nullman, Thu 20 Jan 2028 11:00\nNot accepted yet',
    )
    expect(words).toMatch(
      /Set by “Action plan”, version 1, fingerprint [0-9a-f]{8}: Priya Sampleton, Tue 7 Dec 2027 11:00\./,
    )
  })

  it('at the end each has its evidence, who accepted it, and what it changed at 6 and at 12 months', async () => {
    await juniper.until('2028-12-01T11:00')
    const { pack, rows, words } = actions()
    expect(rows[0]).toContain('Audit report of February, section 3')
    expect(rows[0]).toContain('Accepted by Marlowe Testwick, Thu 24 Feb 2028 10:00')
    expect(rows[0]).toContain(
      'Practice has partly changed. First audit and lists\nPriya Sampleton, Fri 2 Jun 2028 10:00',
    )
    expect(rows[0]).toContain('Practice has changed. Second audit and lists\nMarlowe Testwick, Fri 1 Dec 2028 10:00')
    expect(words).toContain('Action 1 of 2027 | On track. | Dr Imogen Trialsby | Mon 10 Jan 2028 10:00')
    // A picture of two years says the year with each day.
    const drawn = pack.sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'figure' ? one.svg : [])))
    expect(drawn.join()).toContain('done Fri 2 Jun 2028')
    expect(
      wordsOf({ summary: '', sensitivity: 'person', blocks: pack.sections.flatMap(({ blocks }) => blocks) }),
    ).toContain('Made known to everybody, without the code word')
    const { bytes } = await fileOf(pack)
    const file = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array)
    expect(file).toContain('Impact after 12 months')
    expect(file).toContain('Practice has changed. Second audit and lists')
  })
})

/** DOMAIN 6, rule 3, inside a form: what a second person stands by is never ticked by whoever wrote it (E6.8), nor by one hand for two (form L). */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/intent.ts'
import type { FormView } from '../../src/forms/view.ts'
import { buttonsOf, wordsOf } from '../stories/house.ts'
import { drafted, heldQuorate, returned, scoped } from './answers.ts'
import { aNotified, reported, type Story } from './reviews.ts'
import { AT_THE_DESK, done, errorsIn } from './story.ts'

const LAST = 'E6s'
const SECOND = { 'E6.8b': 'yes' }

/** The meeting has been held, and the Rapid Review is to be written. */
function held(): Story {
  const story = aNotified()
  done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton'] }))
  done(story.answers('hospital', 'returns/homerton', returned))
  story.jump('2027-01-05T12:00')
  done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
  story.jump('2027-01-06T15:20')
  return story
}

/** The adviser has written the whole Rapid Review; only its last page is open. */
function written(): Story {
  const story = held()
  expect(errorsIn(story.answers('spa', 'draft', { ...drafted, ...SECOND }))[0]).toContain(
    'a second person must tick it',
  )
  return story
}

function viewOf(reply: Reply): FormView {
  if (reply.kind !== 'form') throw new Error(`no form but ${JSON.stringify(reply).slice(0, 300)}`)
  return reply.view
}

const opened = (story: Story, person: string) =>
  viewOf(story.say('desk', person, { verb: 'form.open', subject: story.subject, input: { owed: 'draft', page: LAST } }))

function page(story: Story, person: string, values: Record<string, unknown>, go = 'next'): Reply {
  const { draft, page: shown } = opened(story, person)
  return story.say('desk', person, { verb: 'form.page', input: { draft, page: shown, go, values } })
}

const field = (view: FormView, id: string) => view.fields.find((one) => one.id === id)

describe('the second person of the Rapid Review (E6.8)', () => {
  it('is not whoever wrote it: they are told who can, and nothing else is lost', () => {
    const story = written()
    const reply = viewOf(page(story, 'spa', { 'E6.8': 'yes', ...SECOND }))
    expect(field(reply, 'E6.8b')?.error).toBe(
      'You wrote part of this, so a second person must tick it: ask Jo Mockford or Sam Placeholder. The rest is saved',
    )
    expect([field(reply, 'E6.8')?.value, field(reply, 'E6.8b')?.value]).toEqual(['yes', ''])
    expect(story.waitsFor('draft')).toHaveLength(1)
  })

  it('whoever only stops there is told too, so that nobody leaves believing that it was ticked', () => {
    const story = written()
    expect(errorsIn(page(story, 'spa', SECOND, 'stop'))).toHaveLength(1)
    expect(page(story, 'spa', {}, 'stop').kind).toBe('done')
  })

  it('is asked once whoever wrote it has answered everything else, by a message that opens it, and only then', async () => {
    const story = held()
    const asked = () =>
      story.letters.filter(({ message }) => wordsOf(message).includes('is asked to read it and to tick'))
    story.answers('spa', 'draft', { ...drafted, 'E6.8': '', 'E6.8b': '' })
    await story.until('2027-01-06T15:30')
    expect(asked()).toEqual([])
    const submits = () =>
      story.say('desk', 'spa', {
        verb: 'form.page',
        input: { draft: opened(story, 'spa').draft, page: 'check', go: 'submit' },
      })
    page(story, 'spa', { 'E6.8': 'yes' })
    for (let time = 0; time < 2; time++)
      expect(errorsIn(submits())).toEqual([
        expect.stringContaining('Jo Mockford and Sam Placeholder have been asked to read it and to tick this box'),
      ])
    await story.until('2027-01-06T15:40')
    expect(
      asked()
        .map(({ person }) => person)
        .toSorted(),
    ).toEqual(['bm', 'coord'])
    expect(buttonsOf(asked()[0]?.message ?? expect.fail()).map(({ label }) => label)).toEqual([
      'Read it on the desk',
      'Tick it here',
    ])
  })

  it('reads the whole of it on the desk, and is told there to tick it, not to look for somebody else', () => {
    const story = written()
    page(story, 'spa', { 'E6.8': 'yes' })
    const { draft } = opened(story, 'spa')
    const { view } = story.say('desk', 'bm', { verb: 'form.see', input: { draft, page: 'check' } }) as {
      view: FormView
    }
    expect(view.fields.filter(({ kind }) => kind !== 'answer')).toEqual([])
    expect(field(view, 'E6.3')).toMatchObject({ shown: AT_THE_DESK })
    const handsIn = story.say('desk', 'bm', { verb: 'form.page', input: { draft, page: 'check', go: 'submit' } })
    expect(errorsIn(handsIn)).toEqual([expect.stringContaining('Read it, and tick the box: you wrote none of it')])
  })

  it('is a colleague who wrote nothing in it; after that either of them submits it', () => {
    const story = written()
    expect(errorsIn(page(story, 'bm', { 'E6.8': 'yes', ...SECOND }))).toEqual([])
    const { draft } = opened(story, 'spa')
    done(story.say('desk', 'spa', { verb: 'form.page', input: { draft, page: 'check', go: 'submit' } }))
    expect(story.waitsFor('draft')).toEqual([])
  })

  it('is no second person any more once they write in it themselves: their tick falls', () => {
    const story = written()
    expect(errorsIn(page(story, 'bm', SECOND))).toEqual([])
    const { draft } = opened(story, 'bm')
    const values = { 'E6.7t': 'the social worker, next week' }
    story.say('desk', 'bm', { verb: 'form.page', input: { draft, page: 'E6p', go: 'save', values } })
    expect(field(opened(story, 'bm'), 'E6.8b')?.value).toBe('')
    expect(field(viewOf(page(story, 'bm', SECOND)), 'E6.8b')?.error).toContain('ask Sam Placeholder.')
    expect(errorsIn(page(story, 'coord', SECOND))).toEqual([])
  })

  it('whoever wrote an earlier version is not the second person of the next', () => {
    const story = written()
    page(story, 'bm', { 'E6.8': 'yes', ...SECOND })
    const submits = (draft: string) =>
      story.say('desk', 'bm', { verb: 'form.page', input: { draft, page: 'check', go: 'submit' } })
    done(submits(opened(story, 'bm').draft))
    done(story.answers('icsc', 'agree', { F6: 'none', F0: 'yes' }))
    const { draft } = opened(story, 'spa')
    const values = { 'E1.1': 'yes' }
    story.say('desk', 'spa', { verb: 'form.page', input: { draft, page: 'E1', go: 'save', values } })
    expect(errorsIn(page(story, 'spa', { 'E6.8': 'yes', ...SECOND }))).toHaveLength(1)
    expect(errorsIn(page(story, 'bm', { 'E6.8': 'yes', ...SECOND }))).toEqual([])
    done(submits(opened(story, 'bm').draft))
    expect(story.course().submitted.findLast(({ form }) => form === 'E')?.version).toBe(2)
  })
})

describe('publication (form L)', () => {
  it('names the two who checked, and asks nobody to sign for both', () => {
    const story = reported()
    const asked = viewOf(
      story.say('desk', 'icsc', { verb: 'form.open', subject: story.subject, input: { owed: 'publication' } }),
    )
    const values = { L1: 'full', L2: [] }
    const next = viewOf(
      story.say('desk', 'icsc', { verb: 'form.page', input: { draft: asked.draft, page: 'L3', go: 'again', values } }),
    )
    expect(JSON.stringify(next.fields)).toContain(
      'Nothing has been changed since Priya Sampleton and Jo Mockford checked that nobody can be identified',
    )
    expect(next.fields.filter(({ kind }) => kind === 'attest')).toHaveLength(1)
  })
})

/** Reviews of Hackney that have come some way already, each told in the fewest steps. */
import { decides, drafted, heldQuorate, notified, returned, scoped, told } from './answers.ts'
import { aReview, done, type Values } from './story.ts'

export const FIVE = {
  'slt-hac': 'hackney-council',
  'slt-col': 'city-corporation',
  'slt-nhs': 'nhs',
  'slt-mps': 'mps',
  'slt-clp': 'city-police',
}
export type Story = ReturnType<typeof aReview>

/** A statutory review of Hackney, notified on Thu 17 Dec 2026. */
export function aNotified(values: Values = {}, how: Partial<Parameters<typeof aReview>[0]> = {}): Story {
  const story = aReview({ at: '2026-12-17T17:05', ...how })
  done(story.begins('lan-hac', 'rapid-review start', { ...notified, ...told('2026-12-17T17:00'), ...values }))
  return story
}

/** The same with the draft before the commissioner, on Wed 6 Jan 2027. */
export function withTheCommissioner(values: Values = {}): Story {
  const story = aNotified(values)
  done(story.answers('spa', 'scope', { ...scoped, C2: ['homerton', 'hackney-housing'] }))
  done(story.answers('hospital', 'returns/homerton', returned))
  story.jump('2027-01-05T12:00')
  done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
  story.jump('2027-01-06T15:20')
  done(story.answers('spa', 'draft', drafted))
  return story
}

export function shared(decision = 'no-review'): Story {
  const story = withTheCommissioner()
  story.jump('2027-01-07T16:00')
  done(story.answers('icsc', 'agree', decides(decision)))
  done(story.presses('spa', 'circulate', 'shared'))
  return story
}

export const acknowledged = (story: Story) => {
  for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `share/${agency}`, 'acknowledged'))
}

export function submitted(decision = 'no-review'): Story {
  const story = shared(decision)
  acknowledged(story)
  done(story.answers('spa', 'submit', { H1: '2027-01-07T16:00' }))
  return story
}

/** A practice review, commissioned without the Panel's objection, with its reviewer at work. */
export function commissioned(): Story {
  const story = submitted('commission')
  story.jump('2027-02-01T10:00')
  done(story.answers('spa', 'panel', { I2: 'agrees' }))
  done(story.presses('spa', 'report', 'circulated'))
  done(story.answers('icsc', 'terms', { K4: 'rev' }))
  done(story.answers('spa', 'reviewer'))
  return story
}

export function reported(): Story {
  const story = commissioned()
  done(story.answers('spa', 'report-accepted'))
  done(story.presses('spa', 'anonymity', 'checked'))
  done(story.presses('bm', 'anonymity-again', 'checked'))
  return story
}

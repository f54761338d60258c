/** JUNIPER (DOMAIN 9.4) as far as its ratification, told quickly: for whatever looks at the record of a whole review. */
import { decides, drafted, heldQuorate, NINE, notified, raised, returned, scoped, told } from '../procedures/answers.ts'
import { aReview, done } from '../procedures/story.ts'

const FIVE = {
  'slt-hac': 'hackney-council',
  'slt-col': 'city-corporation',
  'slt-nhs': 'nhs',
  'slt-mps': 'mps',
  'slt-clp': 'city-police',
}
const CONTACTS: Readonly<Record<string, string>> = {
  'hackney-council': 'lan-hac',
  mps: 'pol-dis',
  nhs: 'slt-nhs',
  homerton: 'hospital',
  elft: 'elft',
  'hackney-schools': 'schools-h',
  'hackney-housing': 'housing',
  probation: 'probation',
}

export const THE_POINT = 'The date of the visit is not the one in our own notes'

export async function shortJuniper() {
  const story = aReview({ at: '2026-12-11T15:30' })
  done(story.begins('hospital', 'rapid-review raise', { ...raised, A8: '2026-12-11T14:00' }))
  await story.until('2026-12-14T09:30')
  done(story.answers('coord', 'acknowledge'))
  for (const who of ['slt-hac', 'slt-nhs', 'slt-mps'] as const)
    done(story.answers(who, `views/${FIVE[who]}`, { AV1: 'notify' }))
  await story.until('2026-12-14T14:00')
  done(story.answers('spa', 'discuss', { AT1: '2026-12-14T14:00', AT2: '2026-12-11T16:50', AT3: 'notify' }))
  done(story.presses('coord', 'outcome', 'told'))
  await story.until('2026-12-17T17:05')
  done(story.answers('lan-hac', 'notify', { ...notified, ...told('2026-12-17T17:05', 'city-police') }))
  await story.until('2026-12-18T09:10')
  done(story.answers('lan-hac', 'tell', told('2026-12-18T09:10')))
  done(story.answers('spa', 'safety', { CS1: 'yes' }))
  await story.until('2026-12-18T12:00')
  done(story.answers('spa', 'scope', scoped))
  for (const agency of NINE.filter((one) => one in CONTACTS))
    done(story.presses(CONTACTS[agency] as string, `receipt/${agency}`, 'involved'))
  await story.until('2026-12-24T11:00')
  done(story.presses('coord', 'progress', 'checked'))
  for (const [agency, who] of Object.entries(CONTACTS).filter(([one]) => one !== 'hackney-housing'))
    done(story.answers(who, `returns/${agency}`, returned))
  done(story.moves('spa', 'extend', { CE1: 'hackney-housing', CE2: '2027-01-04' }))
  await story.until('2027-01-04T12:00')
  done(story.answers('housing', 'returns/hackney-housing', returned))
  await story.until('2027-01-05T12:00')
  done(story.answers('spa', 'meeting', { ...heldQuorate, N1: '2027-01-05T10:00' }))
  await story.until('2027-01-06T15:20')
  done(story.answers('spa', 'draft', drafted))
  await story.until('2027-01-07T09:30')
  done(story.answers('icsc', 'agree', { F6: 'none', F0: 'yes' }))
  await story.until('2027-01-07T15:00')
  done(story.answers('spa', 'draft', { 'E5.2': 'Said more plainly' }))
  await story.until('2027-01-07T16:20')
  done(story.answers('icsc', 'agree', decides('no-review')))
  await story.until('2027-01-08T09:00')
  done(story.presses('spa', 'circulate', 'shared'))
  done(
    story.answers('slt-nhs', 'share/nhs', { G2: 'point', G3: 'fact', G3t: THE_POINT }, { form: 'G', outcome: 'point' }),
  )
  await story.until('2027-01-11T10:30')
  done(story.answers('spa', 'draft', { 'E2.2': 'The fact, corrected' }, { form: 'E' }))
  done(story.answers('icsc', 'agree', decides('no-review')))
  done(story.presses('spa', 'circulate', 'shared'))
  for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `share/${agency}`, 'acknowledged'))
  await story.until('2027-01-11T15:41')
  done(story.answers('spa', 'submit', { H1: '2027-01-11T15:40' }))
  await story.until('2027-01-20T10:00')
  for (const [who, agency] of Object.entries(FIVE)) done(story.presses(who, `ratify/${agency}`, 'ratified'))
  await story.until('2027-01-21T10:00')
  return story
}

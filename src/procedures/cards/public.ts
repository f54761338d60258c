/** What a whole partnership is told of a published review: that it is out, and where it is kept. No code word, and nothing that leads back to one (PR-19). */
import { heading, type Message, quiet, text } from '../../chat/words.ts'
import { sayDate } from '../../kernel/time.ts'
import { answersOf, type Course, outcomeUnder } from '../engine/course.ts'

export function publicFace(course: Course): Message {
  const { LL1, LL2 } = answersOf(course, 'L-live')
  const name = course.partnership.profile.terms.lcspr ?? 'practice review'
  const isOut = outcomeUnder(course, 'publish') !== undefined
  return {
    summary: isOut ? `A ${name} has been published` : `A ${name} is being published`,
    sensitivity: 'group',
    blocks: [
      heading(`A ${name} has been published`),
      ...(typeof LL1 === 'string' ? [text(`It is public since ${sayDate(LL1.slice(0, 10))}.`)] : []),
      ...(typeof LL2 === 'string' ? [text(`Where: ${LL2}`)] : []),
      quiet('Please read it with your team. A learning briefing follows.'),
    ],
  }
}

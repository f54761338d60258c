/** The evidence pack of JUNIPER, from the day it was raised to the last look at its impact: verified, with its narrative, as the document the adviser downloads. */
import { takeEvidence } from '../../src/app/evidence.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { tellJuniper } from '../../test/stories/juniper.ts'
import { fileOf } from '../../wire/evidence.ts'
import { type Row, rowOf } from '../kit/row.ts'

const LIMIT_MS = 3_000

export async function evidence({ rounds = 7 } = {}): Promise<Row[]> {
  const { story, until } = tellJuniper()
  await until('2028-12-02T10:00')
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const pack = takeEvidence(story.house, { subject: story.subject, narrative: true, person: 'spa' })
    if (isRefusal(pack)) throw new Error(pack.sentence)
    const { bytes } = await fileOf(pack)
    if (bytes.length < 20_000) throw new Error('the pack is nearly empty')
    took.push(performance.now() - began)
  }
  return [
    rowOf({
      name: 'evidence pack of JUNIPER, whole, as a document',
      goal: 1,
      // Each round counts, also the first, which loads what writes and draws.
      ours: took,
      peer: took.map(() => LIMIT_MS),
      unit: 'ms',
      dominates: 'writing the document',
    }),
  ]
}

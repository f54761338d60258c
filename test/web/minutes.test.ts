import { describe, expect, it } from 'vitest'
import { takeMinutes } from '../../src/app/minutes.ts'
import { isRefusal } from '../../src/kernel/result.ts'
import { minutesFile } from '../../wire/minutes.ts'
import { aHouse } from '../stories/house.ts'

describe('the minutes of a meeting as a document', () => {
  it('is there for its members, and refused to others', async () => {
    // Given an SLT meeting that has been called
    const house = aHouse({ at: '2027-01-11T10:00' })
    expect(house.command('slack', 'bm', 'meetings call slt 2027-02-25 14:00').kind).not.toBe('refusal')
    const subject = house.store.read((tx) => tx.subjects.all('meeting')[0]?.id) ?? ''

    // When a member takes them
    const minutes = takeMinutes(house.house, { subject, person: 'slt-nhs' })
    if (isRefusal(minutes)) throw new Error(minutes.sentence)
    const { name, bytes } = await minutesFile(subject, minutes)

    // Then it is a Word document, and somebody who does not sit there gets none
    expect(name).toBe(`${subject}-minutes.docx`)
    expect(Buffer.from(bytes.slice(0, 2)).toString()).toBe('PK')
    expect(takeMinutes(house.house, { subject, person: 'lay-h' })).toMatchObject({ refused: true })
  })
})

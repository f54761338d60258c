import { describe, expect, it } from 'vitest'
import { readDate, readDateTime } from '../../src/forms/dates.ts'
import { AT } from './partnership.ts'

describe('dates as people type them', () => {
  it.each([
    ['2026-12-17', '2026-12-17'],
    ['17/12/2026', '2026-12-17'],
    ['17.12.26', '2026-12-17'],
    ['7-1-2027', '2027-01-07'],
    ['17 December 2026', '2026-12-17'],
    ['Thu 17 Dec 2026', '2026-12-17'],
    ['thursday, 17th of december 2026', '2026-12-17'],
    ['29/02/2028', '2028-02-29'],
    ['today', '2026-12-17'],
    [' Yesterday ', '2026-12-16'],
  ])('%s', (typed, date) => {
    expect(readDate(typed, AT)).toEqual({ value: date })
  })

  it.each([
    ['31/02/2026', 'not-a-date', 'Enter a real date, for example 17/12/2026'],
    ['29/02/2027', 'not-a-date', 'Enter a real date, for example 17/12/2026'],
    ['soon', 'not-a-date', 'Enter a real date, for example 17/12/2026'],
    ['17/12', 'part-missing', 'Enter the year as well, for example 17/12/2026'],
    ['17 December', 'part-missing', 'Enter the year as well, for example 17/12/2026'],
    ['December 2026', 'part-missing', 'Enter the day as well, for example 17/12/2026'],
  ])('%s is refused with what to do', (typed, code, sentence) => {
    expect(readDate(typed, AT)).toEqual({ code, sentence })
  })
})

describe('dates and times as people type them', () => {
  it.each([
    ['2026-12-17T16:40', '2026-12-17T16:40'],
    ['2026-12-17T16:40:30', '2026-12-17T16:40'],
    ['2026-12-17 16:40', '2026-12-17T16:40'],
    ['17/12/2026 4.40pm', '2026-12-17T16:40'],
    ['17.12.2026, 16:40', '2026-12-17T16:40'],
    ['17/12/2026 at 4pm', '2026-12-17T16:00'],
    ['4pm on 17 December 2026', '2026-12-17T16:00'],
    ['12am 17/12/2026', '2026-12-17T00:00'],
    ['12:05 PM 17/12/2026', '2026-12-17T12:05'],
    ['today 09:30', '2026-12-17T09:30'],
    ['now', '2026-12-17T16:45'],
    ['2026-07-01T15:40:00Z', '2026-07-01T16:40'],
  ])('%s', (typed, moment) => {
    expect(readDateTime(typed, AT)).toEqual({ value: moment })
  })

  it.each([
    ['2026-12-17', 'part-missing', 'Enter the time as well, for example 16:40'],
    ['17/12/2026', 'part-missing', 'Enter the time as well, for example 16:40'],
    ['T16:40', 'part-missing', 'Enter the date as well, for example 17/12/2026'],
    ['4pm', 'part-missing', 'Enter the date as well, for example 17/12/2026'],
    ['17/12 16:40', 'part-missing', 'Enter the year as well, for example 17/12/2026'],
    ['17/12/2026 25:10', 'not-a-date', 'Enter a real time, for example 16:40'],
    ['31/02/2026 16:40', 'not-a-date', 'Enter a real date, for example 17/12/2026'],
    ['this afternoon', 'not-a-date', 'Enter a real date, for example 17/12/2026'],
  ])('%s is refused with what to do', (typed, code, sentence) => {
    expect(readDateTime(typed, AT)).toEqual({ code, sentence })
  })
})

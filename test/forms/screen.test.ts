import { describe, expect, it } from 'vitest'
import { type PersonalDetail, screen } from '../../src/forms/screen.ts'
import { GIVEN_NAMES, ORDINARY } from '../../src/forms/screen-words.ts'

const known = [
  'Priya Sampleton',
  'Gil Nullman',
  'Dr Imogen Trialsby',
  'Homerton University Hospital',
  'Hackney Housing',
]

/** What members of a partnership write all day. */
const CLEAN: readonly string[] = [
  'Housing asked for two more days because of the holiday shutdown',
  'Met Police Central East BCU',
  'Returns from Homerton and ELFT are in',
  'The notification was held over the weekend: the duty manager was on leave until Monday 21 December',
  'Priya Sampleton will call the chair at 16:40',
  'Gil Nullman asked for an extension until Mon 4 Jan 2027',
  'Ms Sampleton agreed this by phone',
  'City of London Police and Hackney Council agree; the NHS partner does not yet',
  'JUNIPER: three returns missing, due Thu 31 Dec 2026 at 17:00',
  'RR-2026-04 version 3 was agreed by the ICSC',
  'See 19.13 and 19.15 of the arrangements',
  'Working Together 2018, chapter 4, and SI 2018/789 reg. 11',
  'Schools are shut until 5 January 2027, so the return came late',
  'Hackney schools representative sends apologies',
  'The primary school is closed; a named out-of-term contact has been asked for',
  'Named doctor and designated nurse both invited',
  'Designated Doctor for Child Deaths to join by telephone',
  'Child Death Overview Panel meets on 3 February',
  'Child Protection plan status to be confirmed by Children and Families',
  'Ask the Crown Prosecution Service and the Senior Investigating Officer',
  'If a child is in danger call 999, or 101 when it is not urgent',
  'The NSPCC line is 0808 800 5000',
  'Mother and Baby Unit has no record in the period',
  'Unborn, under 1 and 5 to 10 are the age bands',
  'The baby was newly born when the agency first knew of the family',
  'Date of birth goes on the desk, not here',
  'Two siblings are placed with a relative, both safe today',
  'Escalated to the Executive members for housing and schools',
  'Quorum needs Hackney, the NHS and the Met; the City is welcome',
  'Probation Service, Turning Point and CAFCASS sent nil returns',
  'Great Ormond Street Hospital holds the imaging',
  'East London NHS Foundation Trust: adult mental health and CAMHS',
  'Tower Hamlets and Newham were told by secure e-mail',
  'Briefing number 61 goes to all staff on Tuesday 19 January',
  'Returned on 7 Jan because the context section is too thin',
  'The Secretary of State and Ofsted were told at 17:05 on 17 December 2026',
  'Police bail ends 28 February; the trial is listed for 4 October',
  'Supervision notes were missing for 12 weeks in a team with 3 vacancies',
  'Share the learning at the Quality Assurance sub-group in May',
  'Family Court hearing moved from 2 to 9 March',
  'Within 15 working days, skipping Christmas Day and Boxing Day',
  'Child A was seen by the GP; parent B was not invited',
  'E4 2nd draft is with the commissioner',
  'The meeting called for Thursday was inquorate',
  'Use the escalation policy at stage 2, then the dispute ladder',
  '14 days to close the action, evidence by 30 June',
  'Independent reviewer started on Mon 8 Mar 2027, report due in 6 months',
  'Needs a Turkish interpreter and large print',
  'Home visits were made on time by Health Visiting',
  'The letter may go to one parent but not to another adult',
]

/** All invented. */
const DIRTY: readonly (readonly [string, PersonalDetail])[] = [
  ['A child called Zebedee was at home', 'name'],
  ['the boy named quillon is safe', 'name'],
  ['Mum Perpetua asked for help', 'name'],
  ['We spoke to baby Mirabel yesterday', 'name'],
  ['Mrs Oakapple did not attend', 'name'],
  ['Zephaniah Oldcastle was seen on Monday', 'name'],
  ['Seen by duty: Tarquin Fennimore-Doe', 'name'],
  ['Kayden is with a relative', 'name'],
  ['It is about Shaniqua and the school', 'name'],
  ["Kayleigh's health visitor has left", 'name'],
  ['Her name is Lucilla', 'name'],
  ['the father, Barnaby, was not asked', 'name'],
  ['Known as Tiggy to the family', 'name'],
  ['Siobhán Ó Fictíon rang the duty team', 'name'],
  ['Priya Kumarova rang the duty team', 'name'],
  ['child JS was not brought', 'initials'],
  ['Sibling K is at risk', 'initials'],
  ['Concerns about Q.Z. since May', 'initials'],
  ['Mother TQ agreed', 'initials'],
  ['DOB 03/05/2019', 'date-of-birth'],
  ['d.o.b. 3 May 2019', 'date-of-birth'],
  ['Born on 12 March at home', 'date-of-birth'],
  ['date of birth is 2019-05-03', 'date-of-birth'],
  ['She turns 5 on Friday', 'date-of-birth'],
  ['The day before his 7th birthday', 'date-of-birth'],
  ['Family is at 14 Example Road', 'address'],
  ['flat 12b, second floor', 'address'],
  ['They moved to 221 Imaginary Gardens last week', 'address'],
  ['found at 9 nowhere street', 'address'],
  ['Lives on Invented Lane with a relative', 'address'],
  ['Staying near Pretend Close', 'address'],
  ['The address has E8 1ZZ in it', 'postcode'],
  ['somewhere around ec1a1zz', 'postcode'],
  ['SW1A 9ZZ is out of area', 'postcode'],
  ['Goes to Oakenshaw Primary School', 'school'],
  ["St Nobody's Academy sent the return", 'school'],
  ['attends merrydown primary school', 'school'],
  ['Asked Larkrise Nursery for the register', 'school'],
  ['NHS number 123', 'nhs-number'],
  ['943 476 5919 is the record', 'nhs-number'],
  ['9434765919', 'nhs-number'],
  ['Record A123456789012 on the census', 'upn'],
  ['UPN is A12', 'upn'],
  ['Crime number 4612345/26', 'case-number'],
  ['CAD 5512 of today', 'case-number'],
  ['Mosaic ID 1234567', 'case-number'],
  ['Court order ZC26C00123 applies', 'case-number'],
  ['Ring the aunt on 07700 900123', 'phone'],
  ['+44 7700 900 456 out of hours', 'phone'],
  ['(020) 7946 0000 after five', 'phone'],
  ['write to someone@example.org', 'email'],
  ['A silver car, AB12 CDE, was seen', 'plate'],
  ['Van with plate K123 XYZ outside', 'plate'],
]

const kindsIn = (text: string) => {
  const seen = screen(text, { known })
  return seen.clean ? [] : seen.kinds
}

describe('the screen for personal detail', () => {
  it.each(CLEAN)('lets the work of the partnership through: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })

  it.each(DIRTY)('stops: %s', (text, kind) => {
    expect(kindsIn(text)).toContain(kind)
  })

  it('lets a number of ten figures through when its check digit says it is no NHS number', () => {
    expect(kindsIn('Batch 9434765918 was sent')).toEqual([])
  })

  it('knows a colleague by a full name, and stops the same name when the staff list does not hold it', () => {
    expect(kindsIn('Gil Nullman chairs')).toEqual([])
    expect(screen('Gil Nullman chairs', { known: [] })).toEqual({ clean: false, kinds: ['name'] })
  })

  it('says each kind once, and never the words', () => {
    const seen = screen('Kayden and Kayleigh, 14 Example Road, E8 1ZZ', { known })
    expect(seen).toEqual({ clean: false, kinds: ['name', 'address', 'postcode'] })
    expect(JSON.stringify(seen)).not.toMatch(/Kay|Example|1ZZ/)
  })

  it('has no word that is a given name and an ordinary word at once', () => {
    expect([...GIVEN_NAMES].filter((name) => ORDINARY.has(name))).toEqual([])
  })

  it('copes with the longest answer a form takes without a catastrophe of backtracking', () => {
    const long = 'Returned '.repeat(300)
    expect(kindsIn(long)).toEqual([])
    expect(kindsIn(`${'Aa '.repeat(1000)}`)).toContain('name')
  })
})

describe('dates are not telephone numbers', () => {
  it.each(['meetings poll slt 2027-02-25 2027-03-04', '2027-01-05 2027-01-12 2027-01-19'])('%s', (words) => {
    expect(screen(words, { known: [] })).toEqual({ clean: true })
  })
  it('a telephone number beside a date still is one', () => {
    expect(screen('2027-01-05 call 020 7946 0018', { known: [] })).toMatchObject({ clean: false })
  })
})

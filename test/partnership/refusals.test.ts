import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../src/kernel/result.ts'
import { type About, may, whoMay } from '../../src/partnership/authority/may.ts'
import { permissions } from '../../src/partnership/authority/permissions.ts'
import { verbs } from '../../src/partnership/authority/verbs.ts'
import { personById } from '../../src/partnership/partnership.ts'
import { at, demo, joined, juniper, refused, verdict } from './demo.ts'

const p = demo()

describe('a refusal is kind and names who can', () => {
  it('by title and name', () => {
    expect(refused(p, 'slt-nhs', 'case.agree', juniper)).toMatchObject({
      sentence: 'Only the Independent Child Safeguarding Commissioner (Marlowe Testwick) may agree a rapid review.',
      next: 'Ask Marlowe Testwick.',
    })
  })

  it('every holder of a role, and no deputy among them', () => {
    expect(refused(p, 'spa', 'case.ratify', juniper).sentence).toBe(
      'Only a Strategic Leadership Team member (Dana Demosworth, Lee Specimen, Noor Exampleton, Kit Fixtureton, Robin Stubbsample) may ratify the commissioner\u2019s decision.',
    )
  })

  it('says when the seat is vacant, and whom to tell', () => {
    const vacant = demo([{ kind: 'person-left', at, person: 'icsc' }])
    expect(refused(vacant, 'spa', 'case.delay', juniper)).toMatchObject({
      code: 'nobody-now',
      sentence:
        'Only the Independent Child Safeguarding Commissioner or the case alternate may recommend a delay, and nobody can in this matter now.',
      next: 'Tell the support team (Jo Mockford, Sam Placeholder), who can say what is missing.',
    })
  })

  it('tells an outsider nothing of the case: no agency that was asked, no notifier of its area', () => {
    for (const outsider of ['lay-h', 'lead-c', 'hcvs']) {
      for (const verb of ['case.see', 'rapid-review.notified', 'case.return', 'case.point', 'form.see']) {
        const { sentence, next } = refused(p, outsider, verb, { ...juniper, agency: 'homerton', form: 'D' })
        expect(`${sentence} ${next}`).not.toMatch(/Trialsby|Dummyson|Nullman|Filler/)
      }
      const meeting = refused(p, outsider, 'meeting.see', { ...juniper, group: 'rapid-review' })
      expect(meeting.sentence).not.toMatch(/Trialsby|Dummyson|Nullman|Filler/)
    }
  })
})

const anyVerb = fc.constantFrom(...verbs.map(([verb]) => verb))
const anyPerson = fc.constantFrom(...p.people.keys())
const anyAbout: fc.Arbitrary<About> = fc.record(
  {
    area: fc.constantFrom('hackney', 'city', 'elsewhere'),
    agency: fc.constantFrom('homerton', 'mps', 'nhs'),
    agencies: fc.subarray(['homerton', 'mps', 'nhs', 'hackney-council', 'elft']),
    group: fc.constantFrom('slt', 'executive', 'case-review', 'learning', 'gone'),
    owner: anyPerson,
    form: fc.constantFrom('A', 'D', 'E', 'Z'),
    role: fc.constantFrom('icsc', 'member'),
    shared: fc.boolean(),
    conflicted: fc.boolean(),
    alternateAppointed: fc.boolean(),
  },
  { requiredKeys: [] },
)

describe('whatever is asked', () => {
  it('whoever a refusal sends one to may really do it', () => {
    fc.assert(
      fc.property(anyPerson, anyVerb, anyAbout, (person, verb, about) => {
        const answer = may(p, person, verb, about, at)
        if (!isRefusal(answer) || !answer.next.startsWith('Ask ')) return
        const allowed = [...whoMay(p, verb, about, at), ...whoMay(p, verb, {}, at)].map((one) => one.person.name)
        const named = [...p.people.values()].filter((one) => answer.next.includes(one.name))
        for (const one of named) expect(allowed).toContain(one.name)
      }),
    )
  })

  it('nobody without a seat may do more than ask for help, report an incident, and raise a case', () => {
    const q = demo([joined('unseated', 'city-schools')])
    const open = [
      'case.raise',
      'rapid-review.start',
      'incident.report',
      'owes.mine',
      'desk.link',
      'muster.help',
      'muster.permissions',
    ]
    fc.assert(
      fc.property(anyVerb, anyAbout, (verb, about) => {
        const allowed = verdict(q, 'unseated', verb, about) === 'person'
        expect(allowed).toBe(open.includes(verb))
      }),
    )
  })

  it('elected and lay members never reach a case', () => {
    const cases = verbs.map(([verb]) => verb).filter((verb) => /^(case|rapid-review)\./.test(verb))
    fc.assert(
      fc.property(
        fc.constantFrom('lead-h', 'lead-c', 'lay-h', 'lay-c'),
        fc.constantFrom(...cases),
        anyAbout,
        (person, verb, about) => {
          expect(isRefusal(may(p, person, verb, about, at))).toBe(true)
        },
      ),
    )
  })

  it('the same seat never gives two people a vote in their own right', () => {
    const seats = whoMay(p, 'motion.vote', { group: 'slt' }, at)
    const own = seats.filter((one) => one.standing.actingFor === undefined).map((one) => one.standing.seat)
    expect(new Set(own).size).toBe(own.length)
    expect(own).toHaveLength(5)
  })

  it('everybody a standing names is somebody', () => {
    for (const [verb] of verbs) {
      for (const { standing } of whoMay(p, verb, juniper, at)) {
        expect(personById(p, standing.person)).toBeDefined()
        expect(standing.actingFor === undefined || personById(p, standing.actingFor)).toBeTruthy()
      }
    }
  })
})

describe('the table can be printed as it is enforced', () => {
  const printed = permissions(p)

  it('thirteen columns, titled as the profile titles them', () => {
    expect(printed.columns).toHaveLength(13)
    expect(printed.columns[0]?.title).toBe('Independent Child Safeguarding Commissioner')
  })

  it('rows read like the matrix', () => {
    const row = (capability: string) => printed.rows.find((one) => one.capability === capability)?.cells
    expect(row('agree')).toMatchObject({ icsc: 'D', spa: '-', 'case-alternate': 'D (appointed)' })
    expect(row('case-exists')).toMatchObject({
      'slt-member': 's',
      'agency-contact': 's (own agency)',
      'sys-admin': '-',
    })
  })

  it('and every verb says who', () => {
    const who = (verb: string) => printed.verbs.find((one) => one.verb === verb)
    expect(who('case.agree')?.who).toEqual(['Independent Child Safeguarding Commissioner', 'case alternate'])
    expect(who('meeting.reply')?.who).toEqual(['members of the group'])
    expect(who('case.publish')?.twoPeople).toBe(true)
    expect(printed.verbs.filter((one) => one.who.length === 0)).toEqual([])
  })
})

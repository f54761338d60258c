import { describe, expect, it } from 'vitest'
import { nextViceChair, optionsFor, partners, partnersFor, rule } from '../../src/partnership/partnership.ts'
import { isProblems, type Profile, type ProfileProblem, readProfile } from '../../src/partnership/profile.ts'
import { demo, demoProfile, load } from './demo.ts'

/** The profile with one line changed, and the problems that follow. */
function problemsAfter(file: string, from: string, to: string): readonly ProfileProblem[] {
  const written = load(file)
  if (!written.includes(from)) throw new Error(`${file} does not say "${from}"`)
  const changed = (name: string) => (name === file ? written.replace(from, to) : load(name))
  const read = readProfile(changed('wt2018-chscp'), { name: 'wt2018-chscp', load: changed })
  return isProblems(read) ? read : []
}

function lineOf(file: string, words: string): number {
  return (
    load(file)
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  )
}

describe('the profile of the sources', () => {
  const profile = demoProfile()

  it('knows the five safeguarding partners and each area\u2019s own three', () => {
    expect(partners(demo()).map((one) => one.id)).toEqual([
      'hackney-council',
      'city-corporation',
      'nhs',
      'mps',
      'city-police',
    ])
    expect(partnersFor(demo(), 'city').map((one) => one.id)).toEqual(['city-corporation', 'nhs', 'city-police'])
    expect(partnersFor(demo(), 'hackney').map((one) => one.id)).toEqual(['hackney-council', 'nhs', 'mps'])
  })

  it('has every rule of DOMAIN 1.2, and each says where its figure comes from', () => {
    const numbered = [...range(1, 28), ...range(30, 52), ...range(60, 69)].map((n) => `D-${String(n).padStart(2, '0')}`)
    expect(Object.keys(profile.rules)).toEqual(expect.arrayContaining(numbered))
    expect(rule(demo(), 'D-15')).toMatchObject({
      count: '15 working days',
      from: 'notified',
      owed: 'spa',
      source: '19.13',
      internalTarget: true,
    })
    expect(rule(demo(), 'D-01')).toMatchObject({ count: '5 working days', from: 'aware' })
    expect(rule(demo(), 'E-FOI').calendar).toBe('any-uk')
    expect(rule(demo(), 'D-24').unverified).toMatch(/not read/)
  })

  it('refuses, loudly, to guess a rule nobody wrote, or the clock of a duty without one', () => {
    expect(() => rule(demo(), 'D-99')).toThrow('no such rule: D-99')
    expect(() => rule(demo(), 'D-52')).toThrow('D-52 has no clock')
  })

  it('plans 3, 6 and 3 meetings and 8, 6, 6, 6, 4 of the sub-groups', () => {
    const perYear = Object.values(profile.groups).map((group) => group.cadence?.perYear)
    expect(perYear.filter((n) => n !== undefined)).toEqual([3, 6, 3, 8, 6, 6, 6, 4])
    expect(profile.groups.slt?.usual?.slots[0]).toEqual({ week: 4, weekday: 4, month: 2 })
  })

  it('keeps at least forty code words, all different, none a month', () => {
    expect(new Set(profile.codeWords).size).toBe(profile.codeWords.length)
    expect(profile.codeWords.length).toBeGreaterThanOrEqual(40)
    expect(profile.codeWords.filter((word) => /^(APRIL|MAY|JUNE|AUGUST)$/.test(word))).toEqual([])
  })

  it('gives a form its lists', () => {
    const at = '2027-01-11T10:00:00.000Z'
    expect(optionsFor(demo(), 'areas', { at }).map((one) => one.label)).toEqual(['Hackney', 'City of London'])
    expect(optionsFor(demo(), 'anywhere', { at }).map((one) => one.value)).toContain('outside-england')
    expect(optionsFor(demo(), 'case-agencies', { at, agencies: ['elft'] })).toEqual([
      { value: 'elft', label: 'East London NHS Foundation Trust' },
    ])
    expect(optionsFor(demo(), 'agencies', { at }).map((one) => one.value)).not.toContain('independent')
    expect(optionsFor(demo(), 'learning-channels', { at })).toHaveLength(11)
  })
})

describe('a mistake in the profile is shown at its line, with the mend', () => {
  it('a role that does not exist', () => {
    const [problem] = problemsAfter('wt2018-chscp.groups', 'chair: icsc\n    chairAway', 'chair: iscs\n    chairAway')
    const line = lineOf('wt2018-chscp.groups', 'chair: icsc')
    expect(problem).toMatchObject({ file: 'wt2018-chscp.groups', line })
    expect(problem?.sentence).toBe(
      `wt2018-chscp.groups.yaml, line ${line}: groups.slt.chair: no role is called 'iscs'. Did you mean 'icsc'?`,
    )
  })

  it('a group that would meet less often than it must', () => {
    const [problem] = problemsAfter(
      'wt2018-chscp.groups',
      'cadence: { perYear: 8, floor: 4',
      'cadence: { perYear: 3, floor: 4',
    )
    expect(problem?.sentence).toBe(
      `wt2018-chscp.groups.yaml, line ${lineOf('wt2018-chscp.groups', 'perYear: 8')}: groups.case-review.cadence.perYear: Case Review: perYear 3 is below its floor 4 (14.13).`,
    )
  })

  it('a mistyped word', () => {
    const [problem] = problemsAfter('wt2018-chscp', 'layMembersVote: false', 'layMemberVote: false')
    const all = problemsAfter('wt2018-chscp', 'layMembersVote: false', 'layMemberVote: false').map(
      (one) => one.sentence,
    )
    expect(problem?.line).toBeGreaterThan(1)
    expect(all.join('\n')).toContain("'layMemberVote' is not a word Muster knows here. Did you mean 'layMembersVote'?")
  })

  it('a way of counting nobody knows', () => {
    const [problem] = problemsAfter(
      'wt2018-chscp.rules',
      'count: 15 working days, from: notified',
      'count: three weeks, from: notified',
    )
    expect(problem?.line).toBe(lineOf('wt2018-chscp.rules', 'D-15:'))
    expect(problem?.sentence).toContain('rules.D-15.count: write for example "15 working days"')
  })

  it('an event, an agency, an area, a rule of the ladder, a date too many', () => {
    const of = (file: string, from: string, to: string) => problemsAfter(file, from, to)[0]?.sentence
    expect(of('wt2018-chscp.rules', 'from: requested', 'from: request')).toContain(
      "no event is called 'request'. Did you mean 'requested'?",
    )
    expect(of('wt2018-chscp', 'policeForce: mps', 'policeForce: met')).toContain(
      "areas.hackney.policeForce: no agency is called 'met'.",
    )
    expect(of('wt2018-chscp', 'areas: [city], source', 'areas: [citi], source')).toContain(
      "no area is called 'citi'. Did you mean 'city'?",
    )
    expect(of('wt2018-chscp.rules', 'rules: [D-01', 'rules: [D-10x')).toContain("no rule is called 'D-10x'.")
    expect(of('wt2018-chscp.groups', '[4th Thu Feb, ', '[')).toContain(
      'SLT meets 3 times a year but has 2 usual dates.',
    )
  })

  it('something left out is missing at the nearest line above it', () => {
    const [problem] = problemsAfter(
      'wt2018-chscp',
      "    dutyContact: Hackney's children's services duty number (write it here)\n",
      '',
    )
    expect(problem?.sentence).toBe(
      `wt2018-chscp.yaml, line ${lineOf('wt2018-chscp', '  hackney:')}: areas.hackney.dutyContact: this is missing.`,
    )
  })

  it('a word where a number belongs is not called missing', () => {
    const [problem] = problemsAfter('wt2018-chscp.groups', 'cadence: { perYear: 8', 'cadence: { perYear: eight')
    expect(problem?.sentence).toContain('groups.case-review.cadence.perYear: write a number here.')
  })

  it('YAML that cannot be read at all', () => {
    const read = readProfile('id: x\nterms: [a, b\n', { name: 'broken' })
    expect(isProblems(read) && read[0]).toMatchObject({ file: 'broken', line: 3 })
  })

  it('a profile that is not there, or that extends itself', () => {
    const missing = readProfile('extends: nowhere\n', { name: 'top', load })
    expect(isProblems(missing) && missing[0]?.sentence).toBe(
      "top.yaml, line 1: extends: there is no profile called 'nowhere'.",
    )
    const loop = readProfile('extends: top\n', { name: 'top', load: () => 'extends: top\n' })
    expect(isProblems(loop) && loop[0]?.sentence).toBe("top.yaml, line 1: extends: 'top' extends itself.")
  })
})

describe('the 2023 edition is the same code and another file', () => {
  const later: Profile = demoProfile('wt2023-chscp')
  const before = demoProfile()

  it('changes titles, bodies and the yearly report, and keeps the rest', () => {
    expect(later.roles.icsc?.title).toBe('Independent Safeguarding Children Commissioner')
    expect(later.agencies.nhs).toMatchObject({
      name: 'NHS North East London Integrated Care Board',
      sector: 'health',
      partner: true,
    })
    expect(later.agencies.crc).toBeUndefined()
    expect(later.groups.lsp?.kind).toBe('leads')
    expect(later.settings).toMatchObject({ contextPurpose: 'asked', careLeavers: 'notify', layMembersVote: false })
    expect(later.rules['D-37']).toMatchObject({ count: '6 months', from: 'year-end' })
    expect(later.rules['D-15']?.count).toBe(before.rules['D-15']?.count)
    expect(later.groups.slt?.cadence).toEqual(before.groups.slt?.cadence)
  })

  it('says what nobody has checked', () => {
    expect(later.unverified.join(' ')).toContain('30 September')
  })

  it('points a mistake at the file it was made in', () => {
    const text = load('wt2023-chscp').replace('kind: leads', 'kind: leeds')
    const read = readProfile(text, { name: 'wt2023-chscp', load })
    expect(isProblems(read) && read[0]?.sentence).toMatch(
      /^wt2023-chscp\.yaml, line \d+: groups\.lsp\.kind: write one of strategic, executive, leads/,
    )
    expect(isProblems(read) && read[0]?.file).toBe('wt2023-chscp')
  })

  it('rotates the vice-chair under its own names', () => {
    expect(nextViceChair(demo(), 'slt', '2027-05-01T09:00:00.000Z')).toMatchObject({ agency: 'nhs' })
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** Whether a profile agrees with itself: every name it uses is one it explains, and no group promises fewer meetings than it must hold. */

import { parseCount } from '../../calendar/count.ts'
import { didYouMean } from '../../kernel/nearest.ts'
import { isRefusal } from '../../kernel/result.ts'
import type { GroupDefinition } from './group-shape.ts'
import type { Path } from './layers.ts'
import type { Profile } from './shape.ts'

export interface Slip {
  readonly path: Path
  readonly says: string
}

type Kind = 'agency' | 'area' | 'event' | 'group' | 'role' | 'rule' | 'sector'

/** Every reference in the profile that leads nowhere, and every figure that breaks a floor. */
export function slipsIn(profile: Profile): Slip[] {
  const known: Record<Kind, readonly string[]> = {
    agency: Object.keys(profile.agencies),
    area: Object.keys(profile.areas),
    event: Object.keys(profile.events),
    group: Object.keys(profile.groups),
    role: Object.keys(profile.roles),
    rule: Object.keys(profile.rules),
    sector: Object.keys(profile.sectors),
  }
  const slips: Slip[] = []
  const refer = (kind: Kind, name: string | undefined, ...path: Path) => {
    if (name === undefined || known[kind].includes(name)) return
    slips.push({ path, says: `no ${kind} is called '${name}'.${didYouMean(name, known[kind])}` })
  }
  const referAll = (kind: Kind, names: readonly string[], ...path: Path) =>
    names.forEach((name, index) => {
      refer(kind, name, ...path, index)
    })

  for (const [id, area] of Object.entries(profile.areas)) {
    refer('agency', area.localAuthority, 'areas', id, 'localAuthority')
    refer('agency', area.policeForce, 'areas', id, 'policeForce')
    refer('agency', area.health, 'areas', id, 'health')
    referAll('agency', area.usuallyAsked, 'areas', id, 'usuallyAsked')
  }
  for (const [id, agency] of Object.entries(profile.agencies)) {
    refer('sector', agency.sector, 'agencies', id, 'sector')
    referAll('area', agency.areas, 'agencies', id, 'areas')
    refer('agency', agency.successor?.agency, 'agencies', id, 'successor', 'agency')
    if (succeedsItself(profile, id))
      slips.push({ path: ['agencies', id, 'successor'], says: `'${id}' would follow itself.` })
  }
  profile.closures.forEach((closure, index) => {
    referAll('sector', closure.sectors, 'closures', index, 'sectors')
    referAll('agency', closure.agencies, 'closures', index, 'agencies')
    if (closure.to < closure.from) slips.push({ path: ['closures', index, 'to'], says: 'it ends before it begins.' })
  })
  for (const [id, role] of Object.entries(profile.roles)) refer('role', role.actsFor, 'roles', id, 'actsFor')
  for (const [id, group] of Object.entries(profile.groups)) {
    refer('role', group.chair, 'groups', id, 'chair')
    if (group.chairAway !== 'vice-chair') refer('role', group.chairAway, 'groups', id, 'chairAway')
    referAll('area', group.areas, 'groups', id, 'areas')
    referAll('sector', group.quorum?.sectors ?? [], 'groups', id, 'quorum', 'sectors')
    group.members.forEach((line, index) => {
      refer('role', line.role, 'groups', id, 'members', index, 'role')
      referAll('agency', line.agencies, 'groups', id, 'members', index, 'agencies')
    })
    if (group.viceChair !== undefined && 'order' in group.viceChair) {
      refer('role', group.viceChair.among, 'groups', id, 'viceChair', 'among')
      referAll('agency', group.viceChair.order, 'groups', id, 'viceChair', 'order')
    }
    slips.push(...cadenceSlips(id, group))
  }
  for (const [id, rule] of Object.entries(profile.rules)) {
    refer('event', rule.from, 'rules', id, 'from')
    refer('role', rule.owed, 'rules', id, 'owed')
    if (rule.count !== undefined && rule.from === undefined) {
      slips.push({ path: ['rules', id], says: `'${rule.count}' from what? Add "from:" with the event that is day 0.` })
    }
  }
  profile.disputes.stages.forEach((stage, index) => {
    refer('rule', `D-29-${index + 1}`, 'disputes', 'stages', index)
    refer('role', stage.owed, 'disputes', 'stages', index, 'owed')
    referAll('role', stage.told, 'disputes', 'stages', index, 'told')
  })
  referAll('rule', profile.chase.statutory.rules, 'chase', 'statutory', 'rules')
  referAll('role', profile.chase.statutory.to, 'chase', 'statutory', 'to')
  referAll('rule', profile.chase.throughQuietHours, 'chase', 'throughQuietHours')
  for (const [id, cycle] of Object.entries(profile.cycles)) {
    cycle.steps.forEach((step, index) => {
      refer('group', step.group, 'cycles', id, 'steps', index, 'group')
      refer('role', step.owed, 'cycles', id, 'steps', index, 'owed')
    })
  }
  for (const [id, { keep, decides }] of Object.entries(profile.retention)) {
    if (!isRefusal(parseCount(keep)) || decides !== undefined) continue
    const says = `nobody can count '${keep}'. Write for example '72 months', or add "decides:" with who has still to decide it.`
    slips.push({ path: ['retention', id, 'keep'], says })
  }
  const repeated = profile.codeWords.findIndex((word, index) => profile.codeWords.indexOf(word) !== index)
  if (repeated >= 0)
    slips.push({ path: ['codeWords', repeated], says: `${profile.codeWords[repeated]} is there twice.` })
  return slips
}

function succeedsItself({ agencies }: Profile, id: string): boolean {
  const passed = new Set<string>()
  for (let next: string | undefined = id; next !== undefined; next = agencies[next]?.successor?.agency) {
    if (passed.has(next)) return true
    passed.add(next)
  }
  return false
}

/** A group below its own minimum (14.3, 14.13), or whose usual dates are not as many as its meetings. */
function cadenceSlips(id: string, group: GroupDefinition): Slip[] {
  const { cadence, usual } = group
  if (cadence === undefined) return []
  if (cadence.perYear < cadence.floor) {
    const says = `${group.short}: perYear ${cadence.perYear} is below its floor ${cadence.floor} (${cadence.source}).`
    return [{ path: ['groups', id, 'cadence', 'perYear'], says }]
  }
  if (usual !== undefined && usual.slots.length > 0 && usual.slots.length !== cadence.perYear) {
    const says = `${group.short} meets ${cadence.perYear} times a year but has ${usual.slots.length} usual dates.`
    return [{ path: ['groups', id, 'usual', 'slots'], says }]
  }
  return []
}

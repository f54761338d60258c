import { createHash } from 'node:crypto'
import type { SlackWorld } from '../slack/index.ts'
import type { TeamsWorld } from '../teams/world.ts'

/** Who plays: the partnership's people and groups, given their accounts in both worlds. Every id follows from the person's, so it is the same tomorrow. */

export interface PersonInput {
  /** `spa`, `slt-hac`: the handle of the people file. */
  readonly id: string
  readonly name: string
  readonly email: string
  /** In words: "Hackney Council". */
  readonly agency: string
  /** In words: "Senior Professional Adviser". */
  readonly role: string
  readonly reach: readonly ('slack' | 'teams' | 'email')[]
}

export interface GroupInput {
  readonly id: string
  readonly name: string
  /** Ids of people. */
  readonly members: readonly string[]
}

export interface Member extends PersonInput {
  readonly slackId?: string
  readonly teamsId?: string
  readonly aadObjectId?: string
}

export interface Gathering extends GroupInput {
  /** Its channel on each platform where it has anybody. */
  readonly slackChannel?: string
  readonly teamsChannel?: string
}

export interface Cast {
  readonly people: readonly Member[]
  readonly groups: readonly Gathering[]
}

/** Gives everybody their accounts: Slack users, Teams people with the app installed, and a channel for each group on both platforms. */
export function assemble(
  people: readonly PersonInput[],
  groups: readonly GroupInput[],
  slack: SlackWorld,
  teams: TeamsWorld,
): Cast {
  const taken = new Set<string>()
  const members = people.map((person): Member => {
    const { id, name, email, reach } = person
    const slackId = reach.includes('slack') ? `U0${letters(id)}` : undefined
    const teamsId = reach.includes('teams') ? `29:${id}` : undefined
    const aadObjectId = uuid(`person ${id}`)
    if (slackId) {
      if (taken.has(slackId)) throw new Error(`${id} would share the Slack account ${slackId} with somebody else`)
      taken.add(slackId)
      slack.users.add({ id: slackId, name: handle(name), realName: name, email })
      slack.channels.dm(slackId)
    }
    if (teamsId) teams.people.add({ id: teamsId, aadObjectId, name, email, installed: true })
    return { ...person, ...(slackId && { slackId }), ...(teamsId && { teamsId, aadObjectId }) }
  })
  const present = new Map(members.map((member) => [member.id, member]))

  const gatherings = groups.map((group): Gathering => {
    const those = group.members.flatMap((id) => present.get(id) ?? [])
    const inSlack = those.flatMap(({ slackId }) => slackId ?? [])
    const inTeams = those.flatMap(({ teamsId }) => teamsId ?? [])
    const slackChannel = inSlack.length > 0 ? `C0${letters(group.id)}` : undefined
    const teamsChannel = inTeams.length > 0 ? `19:${group.id}@thread.tacv2` : undefined
    if (slackChannel) slack.channels.add({ id: slackChannel, name: group.id, members: [...inSlack, slack.bot.userId] })
    if (teamsChannel) teams.teams.add({ id: teamsChannel, name: group.name, members: inTeams, installed: true })
    return { ...group, ...(slackChannel && { slackChannel }), ...(teamsChannel && { teamsChannel }) }
  })
  return { people: members, groups: gatherings }
}

const letters = (id: string) => id.toUpperCase().replace(/[^A-Z0-9]/g, '')
const handle = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '.')

/** Always the same for the same words, and shaped like the ids Entra gives. */
function uuid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

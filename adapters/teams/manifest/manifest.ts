/** What Teams is told about this app: Microsoft's schema is at the address in `$schema`, and the tests hold this against it. */
import { commands } from '../../../src/chat/commands.ts'

export interface App {
  /** The id of the bot's registration, which is also the app's. */
  readonly appId: string
  /** Where the desk is reached from outside, over https. */
  readonly baseUrl: string
  /** Teams asks its administrators again when this grows. */
  readonly version?: string
}

const SCHEMA = '1.25'

/** Offered while somebody writes to Muster; a place for ten of them. */
const OFFERED = ['muster owe', 'muster help', 'rapid-review', 'meetings', 'actions', 'decisions', 'muster desk']

/** The manifest. Throws for an address that is not https: Teams would refuse it with less helpful words. */
export function manifestOf({ appId, baseUrl, version = '1.0.0' }: App) {
  const desk = new URL(baseUrl)
  if (desk.protocol !== 'https:') throw new Error(`Teams wants an https address of the desk, not ${baseUrl}`)
  const page = (path: string) => new URL(path, desk).href
  const offered = OFFERED.map((words) => ({ title: words, description: commandOf(words).says }))
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: appId,
    developer: {
      name: 'Muster',
      websiteUrl: page('/'),
      privacyUrl: page('/privacy'),
      termsOfUseUrl: page('/terms'),
    },
    name: { short: 'Muster', full: 'Muster: meetings, reviews and decisions of the partnership' },
    description: {
      short: 'Meetings, reviews, decisions and dates of a safeguarding partnership.',
      full:
        'Muster plans the meetings of a multi-agency safeguarding children partnership, asks who is coming, walks people through reviews, ' +
        'puts decisions before those who may take them, and reminds of every date until it is met. ' +
        'Words about people are written and read on its secure desk, never in chat.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1d4f91',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: offered },
          { scopes: ['team', 'groupChat'], commands: offered },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [desk.host],
  }
}

function commandOf(words: string) {
  const found = commands.find((command) => command.words === words)
  if (!found) throw new Error(`there is no command "${words}"`)
  return found
}

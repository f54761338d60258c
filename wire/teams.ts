/** Teams, as the house is wired to it. A file of its own, since it is loaded only where there are credentials: Microsoft's SDK is the largest of all. */
import { type TeamsApp, type TeamsOptions, teamsApp } from '../adapters/teams/app.ts'
import { createTeamsHost } from '../adapters/teams/host.ts'
import { inlinePictures } from '../adapters/teams/pictures.ts'
import type { TeamsSettings } from '../adapters/teams/settings.ts'

export function openTeams(
  settings: TeamsSettings,
  options: Omit<TeamsOptions, 'host' | 'pictures' | 'trustedTenants'>,
): TeamsApp {
  const { trustedTenants } = settings
  return teamsApp({ ...options, pictures: inlinePictures, host: createTeamsHost(settings), trustedTenants })
}

import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { teamsPackage } from '../../adapters/teams/manifest/package.ts'
import { type Command, Misused } from './command.ts'

export const teamsCommand: Command = {
  usage: 'teams-manifest --app-id <id> --base-url <https://…> [--out muster-teams.zip]',
  says: 'make the package an administrator uploads to Teams',
  run: (_args, { 'app-id': appId, 'base-url': given, out = 'muster-teams.zip' }, { environment }) => {
    const id = appId ?? environment.raw.MICROSOFT_APP_ID
    const baseUrl = given ?? environment.BASE_URL
    if (typeof id !== 'string' || typeof baseUrl !== 'string') {
      throw new Misused(
        'Say for which app and address: teams-manifest --app-id 0000… --base-url https://muster.example.org',
      )
    }
    if (!z.uuid().safeParse(id).success)
      throw new Misused('The id of the app is 36 letters and figures, as in 12345678-90ab-cdef-1234-567890abcdef.')
    if (!/^https:\/\/[^/\s]/.test(baseUrl))
      throw new Misused(`Teams wants an https address, such as https://muster.example.org, not ${baseUrl}.`)
    writeFileSync(String(out), teamsPackage({ appId: id, baseUrl }))
    return { json: { file: out }, lines: [`Written to ${out}. Upload it under "Manage your apps" in Teams.`] }
  },
}

/** Commands about the partnership's papers: the profile, and who may do what. */

import { permissions } from '../../src/partnership/authority/permissions.ts'
import { partnershipOf } from '../../src/partnership/partnership.ts'
import { calendarsIn } from '../calendars.ts'
import { folderOf, ProfileTrouble, readPapers } from '../profiles.ts'
import type { Command } from './command.ts'

export const permissionsCommand: Command = {
  usage: 'permissions',
  says: 'who may do what: the table that is enforced, as a matrix',
  run: (_args, _options, { environment }) => {
    const { profile, roster } = readPapers(folderOf(environment), environment.PROFILE, environment.PEOPLE)
    const table = permissions(partnershipOf(profile, roster))
    const columns = ['', ...table.columns.map((_, index) => String(index + 1))]
    const rows = table.rows.map((row) => [row.title, ...table.columns.map(({ capacity }) => row.cells[capacity])])
    const lines = [
      ...table.columns.map(({ title }, index) => `${index + 1} ${title}`),
      '',
      ...aligned([columns, ...rows]),
      '',
      'F full, D decides, W writes, R reads, s status line only, - nothing; what stands in brackets says when',
    ]
    return { json: table, lines }
  },
}

export const profileCommand: Command = {
  usage: 'profile [name]',
  says: 'check a profile, its people and the bank holidays; every problem is named at its line, with the mend',
  run: ([name], _options, { environment }) => {
    try {
      const folder = folderOf(environment)
      const { profile, roster } = readPapers(folder, name ?? environment.PROFILE, environment.PEOPLE)
      calendarsIn(folder)
      const unverified = profile.unverified.map((sentence) => `Not verified at its source: ${sentence}`)
      const lines = [
        `${profile.title}: ${Object.keys(profile.groups).length} groups, ${Object.keys(profile.rules).length} rules, ${roster.people.length} people. In order.`,
        ...unverified,
      ]
      return { json: { ok: true, profile: profile.id, unverified: profile.unverified }, lines }
    } catch (trouble) {
      if (!(trouble instanceof ProfileTrouble)) throw trouble
      return {
        json: { ok: false, problems: trouble.problems },
        lines: trouble.problems.map(({ sentence }) => sentence),
        ok: false,
      }
    }
  },
}

/** Rows of cells with their columns under one another. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

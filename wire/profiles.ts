/** Reads the partnership's profile and roster from the folder of profiles. Whatever is wrong is said at its line, and nothing starts on it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isProblems, type Profile, type ProfileProblem, readProfile } from '../src/partnership/profile.ts'
import { type Roster, readRoster } from '../src/partnership/roster.ts'

export interface Papers {
  readonly profile: Profile
  readonly roster: Roster
}

/** A profile or roster that cannot be used, with every problem at its line. */
export class ProfileTrouble extends Error {
  readonly problems: readonly ProfileProblem[]
  constructor(name: string, problems: readonly ProfileProblem[]) {
    super(`${name} cannot be used:\n${problems.map((one) => `  ${one.sentence}`).join('\n')}`)
    this.name = 'ProfileTrouble'
    this.problems = problems
  }
}

/** Reads a profile by name and the people beside it. Throws ProfileTrouble when either is wrong. */
export function readPapers(folder: string, name: string, people: string): Papers {
  const load = (file: string) => readPaper(folder, file)
  const profile = usable(name, readProfile(load(name), { name, load }))
  const roster = usable(people, readRoster(load(people), { name: people }, profile))
  return { profile, roster }
}

/** The text of one file of the folder, by its name without the ending. Throws ProfileTrouble when it is not there. */
export function readPaper(folder: string, file: string): string {
  const path = join(folder, `${file}.yaml`)
  try {
    return readFileSync(path, 'utf8')
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
    const sentence = `${path} is not there. PROFILE, PEOPLE and PROFILES_FOLDER say which files are read.`
    throw new ProfileTrouble(file, [{ file: path, line: 1, path: '', sentence }])
  }
}

function usable<T>(name: string, read: T | ProfileProblem[]): T {
  if (isProblems(read)) throw new ProfileTrouble(name, read)
  return read
}

/** The folder of profiles: the one that comes with Muster, unless the environment names another. */
export function folderOf({ PROFILES_FOLDER }: { readonly PROFILES_FOLDER?: string | undefined }): string {
  return PROFILES_FOLDER ?? join(import.meta.dirname, '../profiles')
}

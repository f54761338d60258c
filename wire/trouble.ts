/** What is said, without a stack, when Muster cannot start or a command cannot be carried out. */
import { Misused } from './commands/command.ts'
import { NotReady } from './environment.ts'
import { ProfileTrouble } from './profiles.ts'

const NO_FILE_OF_OURS: ReadonlySet<unknown> = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

/** The sentence for whoever is at the keyboard; nothing when it is our own mistake, which is shown whole. */
export function troubleIn(problem: unknown): string | undefined {
  if (problem instanceof Misused || problem instanceof NotReady || problem instanceof ProfileTrouble)
    return problem.message
  if (NO_FILE_OF_OURS.has((problem as { code?: unknown } | null)?.code))
    return "The file that DATABASE_FILE names is not one of Muster's, or it is damaged. Restore the last backup that verifies, or name another file."
  return undefined
}

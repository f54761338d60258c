/** A command of the command line: its words, and what it does. What it gives is printed for people, or as JSON for programs. */
import type { Environment } from '../environment.ts'

export interface Setting {
  readonly environment: Environment
  readonly now: () => string
  readonly stdin: () => Promise<Buffer>
}

export interface Answer {
  /** For people. */
  readonly lines: readonly string[]
  /** For programs (`--json`). */
  readonly json: unknown
  /** False when what was asked is not as it should be: the process then ends with 1. */
  readonly ok?: boolean
}

export interface Command {
  /** How it is called: `due <count> <date>`. */
  readonly usage: string
  readonly says: string
  run(
    args: readonly string[],
    options: Readonly<Record<string, string | boolean | undefined>>,
    setting: Setting,
  ): Promise<Answer> | Answer
}

/** What somebody got wrong on the command line; printed without a stack. */
export class Misused extends Error {}

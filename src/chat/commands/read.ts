/** Reads what somebody typed: the longest words of the table that match, and what follows them by name. */

import { nearest } from '../../kernel/nearest.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { Command } from './command.ts'
import { commands, families } from './table.ts'

export interface ReadCommand {
  readonly verb: string
  readonly input: Readonly<Record<string, string>>
}

/** Reads a command. Refuses with the nearest words, or with what is missing and an example. */
export function readCommand(said: string): Result<ReadCommand> {
  const words = said.trim().replace(/^\//, '').split(/\s+/).filter(Boolean)
  if (words.length === 0) return { verb: 'muster.help', input: {} }
  const command = longestMatch(words.map((word) => word.toLowerCase())) ?? withoutItsName(words)
  if (command === undefined) return unknown(words[0] as string)
  return readArguments(command, words.slice(command.words.split(' ').length))
}

/** In a chat with Muster nobody says its name: "help", "owe" and "desk" are enough. Only where nothing follows them. */
function withoutItsName([word = '', ...more]: readonly string[]): Command | undefined {
  if (more.length > 0) return undefined
  return commands.find(({ words, takes }) => takes === undefined && words === `muster ${word.toLowerCase()}`)
}

const commandsWithoutName = () =>
  commands.flatMap(({ words, takes }) => (takes === undefined && words.startsWith('muster ') ? words.slice(7) : []))

function longestMatch(words: readonly string[]): Command | undefined {
  return [...commands]
    .sort((a, b) => b.words.length - a.words.length)
    .find((command) => command.words.split(' ').every((word, index) => words[index] === word))
}

function readArguments(command: Command, given: readonly string[]): Result<ReadCommand> {
  const input: Record<string, string> = {}
  let rest = [...given]
  for (const taken of command.takes ?? []) {
    const name = taken.replace(/[?…]+$/, '')
    const value = taken.endsWith('…') ? rest.join(' ') : (rest[0] ?? '')
    rest = taken.endsWith('…') ? [] : rest.slice(1)
    if (value === '' && !taken.includes('?')) {
      return refuse(
        'word-missing',
        `"${command.words}" needs to know: ${name}.`,
        `For example: ${command.example ?? `${command.words} ${name}`}`,
      )
    }
    if (value !== '') input[name] = value
  }
  if (rest.length > 0) {
    return refuse(
      'too-many-words',
      // Not said back: whoever writes more than a command may be writing about somebody (PR-3).
      `"${command.words}" takes fewer words than that.`,
      HOW_TO_LEARN,
    )
  }
  return { verb: command.verb, input }
}

const LONGEST_ECHO = 30
const HOW_TO_LEARN = 'Say "help" to see what you can say.'

function unknown(word: string) {
  const said = word.toLowerCase()
  const near = nearest(said, families) ?? nearest(said, commandsWithoutName())
  return refuse(
    'unknown-command',
    word.length > LONGEST_ECHO
      ? 'That is not a command that Muster knows.'
      : `"${word}" is not a command that Muster knows.`,
    near === undefined ? HOW_TO_LEARN : `Did you mean "${near}"? ${HOW_TO_LEARN}`,
  )
}

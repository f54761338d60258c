/**
 * What somebody typed. The first word is the command, with or without a slash.
 *
 * @example readCommand('<at>Muster</at> Meetings&nbsp;next', ['<at>Muster</at>']) // { command: 'meetings', text: 'next' }
 */
import { commands } from '../../../src/chat/commands.ts'

/** `calls`: the mentions of the bot itself, as they stand in the text. */
export function readCommand(typed: string, calls: readonly string[] = []): { command: string; text: string } {
  const called = calls.reduce((text, call) => text.replaceAll(call, ' '), typed)
  const [, first = '', text = ''] = /^\s*\/?(\S*)\s*(.*)$/s.exec(readText(called)) ?? []
  const command = first.toLowerCase()
  // "@Muster help": the name that calls the bot is also the first word of its own commands.
  const own = calls.length > 0 && commands.some(({ words }) => words === `muster ${command}`)
  return own ? { command: 'muster', text: `${command} ${text}`.trim() } : { command, text: text.trim() }
}

/** Text as it was typed: without the tags Teams puts in, its entities undone, every kind of space a space. */
function readText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[\u00a0\u200b-\u200d\u2060\ufeff]/g, ' ')
    .trim()
}

/**
 * What somebody typed. The first word is the command, with or without its slash.
 *
 * @example readCommand('<@U0BOT> Meetings next') // { command: 'meetings', text: 'next' }
 */
export function readCommand(typed: string): { command: string; text: string } {
  const words = readText(typed).replace(/^\s*<@[A-Z0-9]+(\|[^>]*)?>[\s,:]*/, '')
  const [, command = '', text = ''] = /^\s*\/?(\S*)\s*(.*)$/s.exec(words) ?? []
  return { command: command.toLowerCase(), text: text.trim() }
}

/** Text as it was typed: links that Slack made are undone, the three characters it escapes come back; mentions stay ids. */
function readText(text: string): string {
  return text
    .replace(/<(?:https?:|mailto:|tel:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:|mailto:|tel:)[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

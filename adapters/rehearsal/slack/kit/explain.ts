import type { z } from 'zod'

/**
 * Says what is wrong as Slack says it, with the place as a JSON pointer.
 *
 * @example explain(error, '/view') // ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]']
 */
export function explain(error: z.ZodError, root: string): string[] {
  return error.issues.flatMap((issue) => {
    const pointer = [root, ...issue.path.map(String)].join('/')
    return sentences(issue).map((sentence) => `[ERROR] ${sentence} [json-pointer:${pointer}]`)
  })
}

function sentences(issue: z.core.$ZodIssue): string[] {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return [`must be less than ${Number(issue.maximum) + 1} characters`]
      return issue.origin === 'array' ? [`no more than ${issue.maximum} items allowed`] : [issue.message]
    case 'too_small':
      if (issue.origin === 'string') return [`must be more than ${Number(issue.minimum) - 1} characters`]
      return issue.origin === 'array' ? [`must provide at least ${issue.minimum} items`] : [issue.message]
    case 'unrecognized_keys':
      return issue.keys.map((key) => `invalid additional property: ${key}`)
    case 'invalid_union':
      return ['unsupported type']
    case 'invalid_type':
      // Zod keeps no input in its issues; its sentence does say when there was none.
      return [issue.message.endsWith('received undefined') ? 'missing required field' : issue.message]
    default:
      return [issue.message]
  }
}

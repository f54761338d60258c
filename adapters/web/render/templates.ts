/** Nunjucks with the GOV.UK Frontend macros. Everything is escaped unless a template says otherwise, and ours never do. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from 'nunjucks'

export const govuk = join(fileURLToPath(import.meta.resolve('govuk-frontend')), '..')

let environment: Environment | undefined

export function renderTemplate(name: string, context: object): string {
  environment ??= open()
  return environment.render(name, context)
}

/** Loaded with the first page: a house that is only spoken to in chat need not keep it. */
function open(): Environment {
  const nunjucks: typeof import('nunjucks') = createRequire(import.meta.url)('nunjucks')
  const loader = new nunjucks.FileSystemLoader([join(import.meta.dirname, '../views'), join(govuk, '..')])
  return new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true })
}

/** Nunjucks with the GOV.UK Frontend macros. Everything is escaped unless a template says otherwise, and ours never do. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

export const govuk = join(fileURLToPath(import.meta.resolve('govuk-frontend')), '..')

const loader = new nunjucks.FileSystemLoader([join(import.meta.dirname, '../views'), join(govuk, '..')])
const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true })

export function renderTemplate(name: string, context: object): string {
  return environment.render(name, context)
}

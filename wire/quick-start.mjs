/**
 * What makes a start quick; preloaded with `--import`, since it must be there before the first module is, and plain JavaScript, so that it needs nothing itself.
 *
 * What Node makes of the sources (types stripped, code compiled) is kept for the next start, which takes half as long then. Where the folder cannot be written
 * to, nothing is kept and nothing is lost. And our own modules name each other in full, down to the ".ts", and a package is the same one for all of them: Node
 * need not ask the disk, for each of some thousand imports, whether it is there, which package it is of and what it is written in.
 */
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/muster'))

const packages = new Map()

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL
    // Nobody else's package is written in TypeScript: Node strips no types there.
    if (!from?.endsWith('.ts')) return next(specifier, context)
    if (!specifier.startsWith('.')) return once(`${specifier} ${context.conditions}`, () => next(specifier, context))
    if (!specifier.endsWith('.ts')) return next(specifier, context)
    return { url: new URL(specifier, from).href, format: 'module-typescript', shortCircuit: true }
  },
})

function once(key, find) {
  const found = packages.get(key) ?? { ...find(), shortCircuit: true }
  packages.set(key, found)
  return found
}

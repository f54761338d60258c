/**
 * What makes a start quick; preloaded with `--import`, since it must be there before the first module is, and plain JavaScript, so that it needs nothing itself.
 *
 * What Node makes of the sources (types stripped, code compiled) is kept for the next start, which takes half as long then. Where the folder cannot be written
 * to, nothing is kept and nothing is lost. And our own modules name each other in full, down to the ".ts": Node need not ask the disk, for each of some
 * thousand imports, whether it is there, which package it is of and what it is written in.
 */
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/muster'))

registerHooks({
  resolve(specifier, context, next) {
    if (!isOurs(specifier)) return next(specifier, context)
    return { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
  },
})

/** Nobody else's package is written in TypeScript: Node strips no types there. */
function isOurs(specifier) {
  return specifier.startsWith('.') && specifier.endsWith('.ts')
}

/**
 * The package an administrator uploads to Teams: the manifest and two icons.
 *
 * @example writeFileSync('muster-teams.zip', teamsPackage({ appId, baseUrl: 'https://muster.example' }))
 */
import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { strToU8, zipSync } from 'fflate'
import { type App, manifestOf } from './manifest.ts'

/** Of the files inside: the same app gives the same package, to the byte. */
const MTIME = '2026-01-01T00:00:00'

export function teamsPackage(app: App): Buffer {
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifestOf(app), null, 2)}\n`),
    'color.png': icon('color', 192),
    'outline.png': icon('outline', 32),
  }
  return Buffer.from(zipSync(files, { mtime: MTIME }))
}

function icon(name: 'color' | 'outline', width: number): Uint8Array {
  const svg = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8')
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
}

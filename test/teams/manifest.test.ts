import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { manifestOf } from '../../adapters/teams/manifest/manifest.ts'
import { teamsPackage } from '../../adapters/teams/manifest/package.ts'

const app = { appId: '11111111-2222-3333-4444-555555555555', baseUrl: 'https://muster.example' }

/** Microsoft's own, from its package for manifests. */
const schemaOf = (version: string): Record<string, unknown> => {
  const file = `../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}

const sizeOf = (png: Uint8Array) => [16, 20].map((at) => Buffer.from(png).readUInt32BE(at))

describe('the package for Teams', () => {
  it('is as Microsoft wants it', () => {
    const manifest = manifestOf(app)
    const schema = schemaOf(manifest.manifestVersion)
    const Validator = String(schema.$schema).includes('draft-04') ? AjvDraft04.default : Ajv
    const validate = new Validator({ strict: false, validateFormats: false }).compile(schema)
    validate(manifest)
    expect(validate.errors).toBeNull()
    expect(validate({ ...manifest, bots: [{ botId: 'x', scopes: ['nowhere'] }] })).toBe(false)
  })

  it('holds the manifest and both icons, in the sizes Teams asks for', () => {
    const files = unzipSync(teamsPackage(app))
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    expect(JSON.parse(strFromU8(files['manifest.json']!))).toMatchObject({
      id: app.appId,
      validDomains: ['muster.example'],
    })
    expect([sizeOf(files['color.png']!), sizeOf(files['outline.png']!)]).toEqual([
      [192, 192],
      [32, 32],
    ])
  })

  it('is the same to the byte when nothing has changed', () => {
    expect(teamsPackage(app).equals(teamsPackage(app))).toBe(true)
    expect(teamsPackage({ ...app, version: '1.0.1' }).equals(teamsPackage(app))).toBe(false)
  })

  it('a desk without https is refused in words', () => {
    expect(() => manifestOf({ ...app, baseUrl: 'http://localhost:3000' })).toThrow('https')
  })
})

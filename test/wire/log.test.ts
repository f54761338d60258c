import { describe, expect, it } from 'vitest'
import { createLog, type Level } from '../../wire/log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void, level: Level = 'info'): string {
  const lines: string[] = []
  write(createLog(level, { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('a log line', () => {
  it('keeps codes, ids and counts', () => {
    const line = logged((log) => log.info({ code: 'not-yours', line: 'out_1', verb: 'owed.do' }, 'refused'))
    expect(JSON.parse(line)).toMatchObject({ code: 'not-yours', line: 'out_1', verb: 'owed.do', msg: 'refused' })
  })

  it.each([
    'text',
    'values',
    'answers',
    'input',
    'body',
    'message',
    'token',
    'secret',
    'authorization',
    'email',
    'url',
  ])('cuts "%s", alone and one level down', (name) => {
    const line = logged((log) => {
      log.info({ [name]: 'a story about a family' }, 'x')
      log.warn({ intent: { [name]: 'a story about a family' } }, 'x')
      log.error({ [name]: { deep: 'a story about a family' } }, 'x')
    })
    expect(line).not.toContain('a story')
    expect(line).toContain('[not logged]')
  })

  it.each<[Level, string[]]>([
    ['debug', ['said', 'warned', 'failed']],
    ['info', ['said', 'warned', 'failed']],
    ['warn', ['warned', 'failed']],
    ['error', ['failed']],
    ['fatal', []],
    ['silent', []],
  ])('below its level is not written: of %s %j', (level, expected) => {
    const lines = logged((log) => {
      log.info({}, 'said')
      log.warn({}, 'warned')
      log.error({}, 'failed')
    }, level)
    expect(lines.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line).msg))).toEqual(expected)
  })
})

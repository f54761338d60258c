import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handlers } from '../../src/app/verbs/index.ts'
import { commands, families, readCommand } from '../../src/chat/commands.ts'
import { isRefusal } from '../../src/kernel/result.ts'

describe('every command of the table', () => {
  it.each(commands.map((command) => [command.words, command] as const))('"%s" is read as itself', (words, command) => {
    const given = (command.takes ?? []).map((name) => name.replace(/[?…]+$/, '').toUpperCase())
    const read = readCommand([words, ...given].join(' '))
    expect(read).toEqual({
      verb: command.verb,
      input: Object.fromEntries((command.takes ?? []).map((name, n) => [name.replace(/[?…]+$/, ''), given[n]])),
    })
  })

  it.each(commands.flatMap(({ example, verb }) => (example === undefined ? [] : [[example, verb] as const])))(
    'the example "%s" means what it stands beside',
    (example, verb) => {
      expect(readCommand(example)).toMatchObject({ verb })
    },
  )

  it.each(commands.map(({ words, verb }) => [words, verb] as const))('"%s" does something: %s', (_, verb) => {
    expect(Object.keys(handlers)).toContain(verb)
  })

  it('belongs to a family that can be typed', () => {
    for (const { words } of commands) expect(families).toContain(words.split(' ')[0])
  })
})

describe('words that are not quite right', () => {
  it.each([
    ['rapid-reviw start', 'rapid-review'],
    ['rapidreview', 'rapid-review'],
    ['metings', 'meetings'],
    ['mustre help', 'muster'],
    ['action', 'actions'],
    ['Decision', 'decisions'],
  ])('"%s" is answered with "%s"', (said, meant) => {
    const read = readCommand(said)
    expect(isRefusal(read) && read.next).toContain(`Did you mean "${meant}"?`)
    expect(isRefusal(read) && read.next.length).toBeLessThan(100)
  })

  it('guesses nothing for a word that is near none', () => {
    const read = readCommand('thanks')
    expect(isRefusal(read) && read.next).toBe('Say "help" to see what you can say.')
  })

  it('a missing word is named, with an example', () => {
    expect(readCommand('meetings call slt')).toMatchObject({
      code: 'word-missing',
      sentence: expect.stringContaining('date'),
      next: expect.stringContaining('meetings call slt 2027-02-25 14:00'),
    })
    expect(readCommand('muster here')).toMatchObject({
      code: 'word-missing',
      sentence: expect.stringContaining('group'),
    })
  })

  it('one word too many is refused with what may be said, and is not said back: it may be about somebody', () => {
    const read = readCommand('muster verify about Anna')
    expect(read).toMatchObject({ code: 'too-many-words' })
    expect(JSON.stringify(read)).not.toContain('Anna')
  })
})

describe('however it is typed', () => {
  it('a slash, capitals and spaces make no difference', () => {
    for (const said of ['/rapid-review start', '  Rapid-Review   START ', 'RAPID-REVIEW\tstart\n'])
      expect(readCommand(said)).toEqual({ verb: 'rapid-review.start', input: {} })
  })

  it('in a chat with Muster its own name need not be said, where nothing follows', () => {
    expect(readCommand('help')).toEqual({ verb: 'muster.help', input: {} })
    expect(readCommand('Owe')).toEqual({ verb: 'owes.mine', input: {} })
    expect(readCommand('desk')).toEqual({ verb: 'desk.link', input: {} })
    for (const said of ['left', 'left Gil Nullman', 'hold', 'help me']) expect(isRefusal(readCommand(said))).toBe(true)
  })

  it('nothing at all asks for help', () => {
    for (const said of ['', '   ', '/']) expect(readCommand(said)).toMatchObject({ verb: 'muster.help' })
  })

  it('whatever is sent, there is a known verb or a refusal with a next step, soon', () => {
    const verbs = new Set(commands.map((one) => one.verb))
    const word = fc.oneof(
      fc.constantFrom(...commands.flatMap((one) => one.words.split(' ')), '__proto__', 'constructor', '…', '?', '/'),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const read = readCommand(words.join(' '))
        if (isRefusal(read)) {
          expect(read.sentence).not.toBe('')
          expect(read.next).not.toBe('')
        } else {
          expect(verbs).toContain(read.verb)
          expect(Object.values(read.input).every((value) => typeof value === 'string' && value !== '')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a word as long as a book is not echoed back whole', () => {
    const read = readCommand('x'.repeat(20_000))
    expect(isRefusal(read) && read.sentence.length).toBeLessThan(200)
  })
})

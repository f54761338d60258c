import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'

const shape = z.object({
  rows: z.array(z.object({ name: z.string().min(1), ratio: z.number(), goal: z.number(), ok: z.boolean() })).min(1),
})

test('the bench prints JSON and nothing else, a row for each thing it measured', async () => {
  const bench = join(import.meta.dirname, '../../bench/main.ts')
  const flags = ['--disable-warning=ExperimentalWarning', bench, '--quick', '--json', 'invitation', 'year', 'digest']
  const { stdout } = await promisify(execFile)(process.execPath, flags)
  expect(shape.parse(JSON.parse(stdout)).rows).toHaveLength(3)
})

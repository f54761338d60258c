import { describe } from 'vitest'
import type { Store } from '../../src/ports.ts'
import { intentionsContract } from './contract/intentions.ts'
import { mattersContract } from './contract/matters.ts'
import { peopleContract } from './contract/people.ts'
import { pressesContract } from './contract/presses.ts'

/** What the core relies on, whatever the store keeps its rows in. */
export function storeContract(name: string, empty: () => Store): void {
  describe(`the store ${name}`, () => {
    pressesContract(empty)
    mattersContract(empty)
    intentionsContract(empty)
    peopleContract(empty)
  })
}

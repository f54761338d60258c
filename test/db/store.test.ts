import { storeContract } from './store.contract.ts'
import { aFile, aStore } from './stores.ts'

storeContract('in memory', () => aStore())
storeContract('on disk', () => aStore({ file: aFile() }))

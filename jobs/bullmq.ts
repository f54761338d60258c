/**
 * BullMQ’s queue and worker, each by its own door. Behind the front door stand seventy modules more that nothing here opens, PostgreSQL’s half megabyte of SQL
 * among them, and an `import` would read them all twice to learn their names: a twenty-fifth of a start. `postgres.ts`, which needs it whole, goes in by the
 * front and finds the same classes. Types are imported as usual; they cost nothing.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const queues: typeof import('bullmq') = require('bullmq/dist/cjs/classes/queue.js')
const workers: typeof import('bullmq') = require('bullmq/dist/cjs/classes/worker.js')
const errors: typeof import('bullmq') = require('bullmq/dist/cjs/classes/errors/index.js')

export const { Queue } = queues
export type Queue<Data, Result> = import('bullmq').Queue<Data, Result>
export const { Worker } = workers
export const { DelayedError, UnrecoverableError } = errors
